import { type ComponentType, lazy, useMemo } from 'react'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { hrefOf, type Route } from '../../route.ts'
import { CasePage } from '../dispute/CasePage.tsx'
import { isLateKey, LatePage, newLateKey } from '../dispute/LatePage.tsx'
import { LedgerPaperPage } from '../ledgerPapers/LedgerPaperPage.tsx'
import { isManyKey, mayTypeMany } from '../many/manyKey.ts'
import { PostPage } from '../teams/PostPage.tsx'
import { RosterPages, rosterPageOf } from '../teams/RosterPages.tsx'
import { TrainingPage } from '../training/TrainingPage.tsx'
import { VisitPage } from '../visit/VisitPage.tsx'
import { askedList } from './askedList.ts'
import { ListPage } from './ListPage.tsx'
import { RecordPage, type RecordPageProps } from './RecordPage.tsx'

const ManyPage = lazy(() => import('../many/ManyPage.tsx').then((m) => ({ default: m.ManyPage })))
const ImportPage = lazy(() => import('../excel/ImportPage.tsx').then((m) => ({ default: m.ImportPage })))

interface Props {
  readonly ledger: LedgerName
  /** `[]` the list, `['list', asked]` what a number counts, `['new']`, `['late']`, `['many']`, `['import', batch?]`, `['draft', key, section?]`, `['paper', about]`, `[id, section?]`, `[id, 'field', path]`. */
  readonly rest: Route
}

export function LedgerPages({ ledger, rest: [first, second, third] }: Props) {
  if (first === undefined) return <ListPage key={ledger} ledger={ledger} />
  if (first === 'list') return <ListPage key={`${ledger} ${second}`} ledger={ledger} asked={askedList(second)} />
  if (first === 'new') return <NewRecord ledger={ledger} draftKey={newKey} />
  if (first === 'import' && ledger !== 'dispute') return <ImportPage ledger={ledger} batch={second} />
  if (first === 'late') return <NewRecord ledger={ledger} draftKey={newLateKey} />
  if (mayTypeMany(ledger) && (first === 'many' || (first === 'draft' && second !== undefined && isManyKey(second))))
    return <ManyPage key={ledger} ledger={ledger} />
  if (first === 'draft' && second !== undefined && isLateKey(second)) return <LatePage draftKey={second} />
  if (first === 'paper' && second !== undefined) return <LedgerPaperPage ledger={ledger} about={second} />
  const rosterPage = ledger === 'post' ? rosterPageOf(first) : undefined
  if (rosterPage !== undefined) return <RosterPages page={rosterPage} />
  const isDraft = first === 'draft' && second !== undefined
  const id = isDraft ? null : first
  const draftKey = isDraft ? second : `${ledger}:${first}`
  const section = isDraft ? third : second
  const field = section === 'field' ? third : undefined
  const Page = ownPages[ledger] ?? RecordPage
  return (
    <Page
      key={draftKey}
      ledger={ledger}
      id={id}
      draftKey={draftKey}
      section={section ?? null}
      {...(field === undefined ? {} : { field })}
    />
  )
}

/** Ledgers with more than the generated form. */
const ownPages: Readonly<Partial<Record<LedgerName, ComponentType<RecordPageProps>>>> = {
  dispute: CasePage,
  post: PostPage,
  training: TrainingPage,
  visit: VisitPage,
}

const newKey = (): string => `new-${crypto.randomUUID()}`

/** Gives a new record's draft its own address, so that going back and forth finds it again. */
function NewRecord({ ledger, draftKey }: { readonly ledger: LedgerName; readonly draftKey: () => string }) {
  const to = useMemo(() => hrefOf(ledger, 'draft', draftKey()), [ledger, draftKey])
  location.replace(to)
  return null
}
