/** Papers of the plain ledgers. */
export const ledgerPapers = {
  roster: 'Print the duty list',
  minutes: 'Print the minutes',
  blank: 'Blank minutes',
} as const
