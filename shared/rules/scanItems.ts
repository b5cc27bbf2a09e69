import { casePapers } from './casePapers.ts'

/** Items of a dossier that lie in it on paper only. */
export const scanOnlyItems = ['identity', 'vouchers', 'courtPapers', 'otherPapers'] as const
/** Papers whose signed original is scanned whether or not the register printed it. */
const paperItems = [
  ...['application', 'acceptanceForm', 'rightsNotice', 'powerOfAttorney', 'inquiryRecord', 'evidenceList'],
  ...['mediationRecord', 'oralAgreement', 'simpleForm', 'receipt', 'followUpRecord', 'confirmationApplication'],
  ...['dossierNote', 'closingReport', 'terminationNotice', 'policeReport', 'urgingNotice'],
  ...['cover', 'catalogue', 'backCover'],
]
const names: ReadonlySet<string> = new Set([...scanOnlyItems, ...paperItems, ...casePapers])

/** True for the name of an item of a dossier, with the part's number where there are several: `receipt.1`. */
export function isDossierItem(item: string): boolean {
  const [name = '', part, more] = item.split('.')
  return names.has(name) && more === undefined && (part === undefined || /^(0|[1-9]\d{0,2})$/.test(part))
}
