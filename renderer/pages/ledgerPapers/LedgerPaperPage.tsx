import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { go } from '../../route.ts'
import { blankForm, paperOf } from './papers.ts'

interface Props {
  readonly ledger: LedgerName
  /** A record's id, a month, or {@link blankForm}. */
  readonly about: string
}

/** A plain ledger's paper, where its list or record was. */
export function LedgerPaperPage({ ledger, about }: Props) {
  const known = paperOf(ledger)
  if (known === undefined) return null
  const back = () => (known.about === 'record' && about !== blankForm ? go(ledger, about) : go(ledger))
  const of = { book: ledgerOf(ledger).book, paper: known.paper, about: about === blankForm ? null : about }
  return <PaperPreview of={of} onClose={back} />
}
