import { useMemo } from 'react'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { hrefOf, type Route } from '../../route.ts'
import { CasePage } from '../dispute/CasePage.tsx'
import { ListPage } from './ListPage.tsx'
import { RecordPage } from './RecordPage.tsx'

interface Props {
  readonly ledger: LedgerName
  /** `[]` the list, `['new']`, `['draft', key, section?]`, `[id, section?]`. */
  readonly rest: Route
}

export function LedgerPages({ ledger, rest: [first, second, third] }: Props) {
  if (first === undefined) return <ListPage key={ledger} ledger={ledger} />
  if (first === 'new') return <NewRecord ledger={ledger} />
  const isDraft = first === 'draft' && second !== undefined
  const id = isDraft ? null : first
  const draftKey = isDraft ? second : `${ledger}:${first}`
  const section = isDraft ? third : second
  const Page = ledger === 'dispute' ? CasePage : RecordPage
  return <Page key={draftKey} ledger={ledger} id={id} draftKey={draftKey} section={section ?? null} />
}

/** Gives a new record's draft its own address, so that going back and forth finds it again. */
function NewRecord({ ledger }: { readonly ledger: LedgerName }) {
  const to = useMemo(() => hrefOf(ledger, 'draft', `new-${crypto.randomUUID()}`), [ledger])
  location.replace(to)
  return null
}
