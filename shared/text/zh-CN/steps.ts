/** What a long job is doing now: keys of `JobView.step`. */
export const steps = {
  starting: '正在准备',
  preparing: '正在准备',
  generating: '正在生成演示数据',
  reading: '正在读取',
  checking: '正在核对',
  sealing: '正在加密打包',
  writing: '正在写入',
  verifying: '正在核对写好的文件',
  copying: '正在复制',
  importing: '正在导入',
  merging: '正在汇总',
  restoring: '正在恢复',
  finishing: '正在收尾',
  done: '已完成',
} as const
