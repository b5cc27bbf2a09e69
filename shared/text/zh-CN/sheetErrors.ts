const kept = '登记簿没有变化，您的文件也没有变化。'

/** Why a sheet was not read, saved, taken back or written, in the same three parts. */
export const sheetErrors = {
  'sheet-empty': { what: '这个文件是空的，没有一行内容。', safe: kept, act: '请核对是不是选错了文件。' },
  'sheet-kind': {
    what: '这个文件的内容不是 Excel 表格，也不是 CSV 文本（不看文件名，看内容）。',
    safe: kept,
    act: '请用 .xlsx、.xls 或 .csv；WPS 的 .et 文件请先另存为 .xlsx。',
  },
  'sheet-locked': {
    what: '这个表格加了打开密码，程序读不了。',
    safe: kept,
    act: '请在 Excel 或 WPS 里打开，去掉打开密码另存，再导入。',
  },
  'sheet-cut': {
    what: '这个表格文件不完整或已损坏，读不出来。',
    safe: kept,
    act: '请用 Excel 或 WPS 打开，另存为 .xlsx 再导入；打不开的，请重新拷贝一次。',
  },
  'sheet-hostile': {
    what: '这个文件解开以后大得不正常，会耗尽电脑的内存或时间，已停止读取。',
    safe: kept,
    act: '请核实文件来源；确是自己的表格的，请复制需要的行到新表格另存，再导入。',
  },
  'sheet-rows': { what: '表格超过 {most} 行，一次读不完。', safe: kept, act: '请分成几个文件导入。' },
  'sheet-too-large': { what: '文件超过 {megabytes} MB。', safe: kept, act: '请去掉图片，或分成几个文件导入。' },
  'import-begun': {
    what: '这次导入已经保存过或撤销过，不能再改列的对应、放弃或重新保存。',
    safe: '已保存的记录没有变化。',
    act: '要重来的，先「撤销这次导入」，再重新选文件。',
  },
  'import-nothing-good': {
    what: '没有可以保存的行。',
    safe: kept,
    act: '请看有问题的行，改好后再导入；或核对列的对应。',
  },
  'import-nothing-saved': { what: '这次导入还没有保存，不用撤销。', safe: kept, act: '不要了的，点「放弃」。' },
  'export-too-large': {
    what: '超过 {most} 行，做不成一个 Excel 文件。',
    safe: '登记簿没有变化，没有写出文件。',
    act: '请先筛选（如按年份、队伍），或导出成 CSV。',
  },
} as const
