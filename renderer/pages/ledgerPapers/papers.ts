/** Papers of plain ledgers that belong to the office: a list of a month, a record's own, the form to fill in by hand. */
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { t } from '../../text.ts'

/** What stands for "no record" in the address of a form to be filled in by hand. */
export const blankForm = 'blank'

interface LedgerPaper {
  /** Its name among the papers of the office. */
  readonly paper: string
  /** About one record, or about a month of the ledger. */
  readonly about: 'record' | 'month'
  readonly label: string
  /** Of the form to fill in by hand, where the paper is about one record. */
  readonly blank?: string
}
const papers: Readonly<Partial<Record<LedgerName, LedgerPaper>>> = {
  duty: { paper: 'dutyRoster', about: 'month', label: t.ledgerPapers.roster },
  meeting: { paper: 'meetingMinutes', about: 'record', label: t.ledgerPapers.minutes, blank: t.ledgerPapers.blank },
  visit: { paper: 'visitSheet', about: 'record', label: t.visits.sheet, blank: t.visits.blankSheet },
}
export const paperOf = (ledger: LedgerName): LedgerPaper | undefined => papers[ledger]
