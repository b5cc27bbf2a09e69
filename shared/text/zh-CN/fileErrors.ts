const fileKept = '登记簿没有变化，文件没有导入。'

/** Why a file that travels was not taken in, in the same three parts. */
export const fileErrors = {
  'file-not-ours': { what: '这不是本程序的文件。', safe: fileKept, act: '请选扩展名为 .jfb、.jfr 或 .jfk 的文件。' },
  'file-unsupported': { what: '文件来自更新的版本，本程序不认识。', safe: fileKept, act: '请升级程序后再试。' },
  'file-cut': { what: '文件不完整，后面缺了一截。', safe: fileKept, act: '请对方重新拷贝一次。' },
  'file-altered': { what: '文件在路上被改动，或已损坏。', safe: fileKept, act: '请对方重新拷贝；再次出现请电话核实。' },
  'file-other-recipient': { what: '这个文件不是报给本单位的。', safe: fileKept, act: '请对方核对接收单位后重新打包。' },
  'file-other-book': { what: '这个文件属于另一本台账。', safe: fileKept, act: '请在对应的台账里接收。' },
  'file-stranger': {
    what: '报送单位还没有登记，无法确认来源。',
    safe: fileKept,
    act: '请先收下对方的单位登记卡并核对核对码。',
  },
  'file-revoked': { what: '这个单位的登记卡已停用。', safe: fileKept, act: '请联系该单位换发登记卡。' },
  'file-hostile': {
    what: '文件里有不该有的内容，已拒收。',
    safe: fileKept,
    act: '请不要再打开这个文件，电话核实来源。',
  },
  'file-too-large': { what: '文件太大，超过允许的大小。', safe: fileKept, act: '请对方分批报送。' },
  'file-already-held': { what: '这个文件已经收过。', safe: '内容没有重复计入。', act: '不用再处理；需要时重发回执。' },
  'file-out-of-order': {
    what: '中间缺了文件，这一个暂时接不上。',
    safe: fileKept,
    act: '请对方从上次回执起重新打包。',
  },
  'import-outdated': {
    what: '这次查看的结果已经过期（放弃过，或又查看了别的文件）。',
    safe: '什么都没有并入，U 盘上的文件没有变动。',
    act: '请重新选文件，查看内容后再并入。',
  },
} as const
