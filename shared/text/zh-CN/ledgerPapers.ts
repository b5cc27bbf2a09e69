/** Papers of the plain ledgers. */
export const ledgerPapers = {
  roster: '打印值班表',
  minutes: '打印会议记录',
  blank: '空白会议记录',
} as const
