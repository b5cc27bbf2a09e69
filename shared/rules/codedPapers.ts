import type { CasePaper } from './casePapers.ts'

/**
 * Papers that may carry a footer code: the office's own, which come back signed. Never a form of the 2010 notice, a
 * contract, or what goes to a court.
 */
export const codedPapers: ReadonlySet<string> = new Set([
  ...['receipt', 'closingReport', 'urgingNotice', 'transferLetter', 'policeReport'],
  ...['terminationNotice', 'refusalNotice', 'extensionConsent'],
])
export const isCoded = (paper: CasePaper): boolean => codedPapers.has(paper)
