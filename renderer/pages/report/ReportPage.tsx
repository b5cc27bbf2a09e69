import { Alert, Segmented, Tabs } from 'antd'
import { useState } from 'react'
import type { BookState } from '../../../shared/contract/handover.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { numbersShown } from '../../parts/shown.ts'
import { booksOf, useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { RecipientCards } from './RecipientCards.tsx'
import { SentTab } from './SentTab.tsx'
import { ThisHandover } from './ThisHandover.tsx'
import '../../parts/Panel.css'
import './report.css'

/** 报送: what will leave, sealing it, what was sent and received, the recipient's card; one book at a time. */
export function ReportPage() {
  const books = booksOf(useSession())
  const [chosen, setChosen] = useState<Book | null>(null)
  const book = chosen ?? books[0]
  if (book === undefined) return <Alert type="info" showIcon role="note" title={t.report.noBook} />
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{t.report.title}</h1>
        {books.length > 1 && (
          <Segmented<Book>
            aria-label={t.report.chooseBook}
            value={book}
            onChange={setChosen}
            options={books.map((value) => ({ value, label: t.codes.book[value] }))}
          />
        )}
      </header>
      <BookReport key={book} book={book} />
    </div>
  )
}

function BookReport({ book }: { readonly book: Book }) {
  const session = useSession()
  const state = useCall('handover.state', { book })
  const hands = session.roles.some((r) => r.book === book && r.role !== 'mediator')
  if (state.data === undefined) return <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
  return (
    <>
      <p className="report-state" role="status">
        {stateWords(state.data)}
      </p>
      {!hands && <Alert type="info" showIcon role="note" title={t.report.lookOnly} />}
      <ReportTabs book={book} state={state.data} hands={hands} />
    </>
  )
}

function ReportTabs(props: BookProps) {
  const { state, hands } = props
  // Without a recipient the first step is its card; enrolling it must not turn the page away.
  const [tab, setTab] = useState(state.recipient === null ? 'card' : hands ? 'now' : 'sent')
  return (
    <Tabs
      className="desk-tabs"
      activeKey={tab}
      onChange={setTab}
      destroyOnHidden
      items={[
        ...(hands ? [{ key: 'now', label: t.report.tabs.now, children: <ThisHandover {...props} /> }] : []),
        { key: 'sent', label: t.report.tabs.sent, children: <SentTab {...props} /> },
        { key: 'card', label: t.report.tabs.card, children: <RecipientCards {...props} /> },
      ]}
    />
  )
}

/** What the recipient has, in one sentence. */
function stateWords({ recipient, acknowledgedNo, sent, missingNos, exceptions }: BookState): string {
  if (recipient === null) return t.report.state.none
  const { name } = recipient
  // Newest first; numbers begin anew after a restore, so the largest says nothing.
  const [last] = sent
  if (acknowledgedNo === null)
    return last === undefined
      ? fill(t.report.state.neverSent, { name })
      : fill(t.report.state.sentOnly, { name, no: last.no })
  const held = fill(acknowledgedNo === 1 ? t.report.state.heldFirst : t.report.state.held, { name, no: acknowledgedNo })
  const aside = exceptions.length > 0 ? fill(t.report.state.exceptions, { count: exceptions.length }) : ''
  const gaps = missingNos.length > 0 ? fill(t.report.state.missing, { nos: numbersShown(missingNos) }) : ''
  const waiting = last?.state === 'sent' ? fill(t.report.state.waiting, { no: last.no }) : ''
  return `${held}${aside}${gaps}${waiting}${t.report.state.end}`
}

export interface BookProps {
  readonly book: Book
  readonly state: BookState
  /** May pack, take receipts and confirm: a clerk or head of the book. */
  readonly hands: boolean
}
