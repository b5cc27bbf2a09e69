import { Button } from 'antd'
import type { BookState, SentView } from '../../../shared/contract/handover.ts'
import { formatInstant } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { bytesShown } from '../../parts/shown.ts'
import { go } from '../../route.ts'
import { t, textAt } from '../../text.ts'
import { ConfirmByPhone, TakeReceipt } from './Receipts.tsx'
import type { BookProps } from './ReportPage.tsx'
import { VerifyFile } from './VerifyFile.tsx'

/** What was sent and in what state, what the recipient could not take, and bringing receipts home. */
export function SentTab({ book, state, hands }: BookProps) {
  return (
    <div className="desk-columns">
      <div className="desk-column">
        <Panel title={t.report.sent.title}>
          <SentList sent={state.sent} />
        </Panel>
        <Panel title={t.report.exceptions.title} note={t.report.exceptions.hint}>
          <Exceptions exceptions={state.exceptions} />
        </Panel>
      </div>
      {hands && (
        <div className="desk-column">
          <TakeReceipt book={book} />
          <ConfirmByPhone book={book} />
          <VerifyFile book={book} />
        </div>
      )}
    </div>
  )
}

/** State by word and shape, not by colour alone. */
const marks = { sent: '○', acknowledged: '●', confirmedByPhone: '◐', refused: '✕' } as const
const stateShown = (s: SentView): string => `${marks[s.state]} ${t.report.sent.states[s.state]}`

function SentList({ sent }: { readonly sent: readonly SentView[] }) {
  const words = t.report.sent
  return (
    <PlainTable
      label={words.title}
      columns={[
        { key: 'no', title: words.no, value: (s) => `${s.no}${s.base === 0 ? words.full : ''}` },
        { key: 'at', title: words.at, value: (s) => formatInstant(s.at) },
        { key: 'state', title: words.state, value: stateShown },
        {
          key: 'receiptAt',
          title: words.receiptAt,
          value: (s) => (s.receiptAt === null ? '' : formatInstant(s.receiptAt)),
        },
        { key: 'records', title: words.records, value: (s) => s.records, numeric: true },
        { key: 'exceptions', title: words.exceptions, value: (s) => s.exceptions || '', numeric: true },
        { key: 'bytes', title: words.bytes, value: (s) => bytesShown(s.bytes), numeric: true },
        { key: 'file', title: words.file, value: (s) => s.fileName },
      ]}
      rows={sent}
      keyOf={(s) => `${s.no}/${s.at}`}
      empty={words.empty}
    />
  )
}

/** Why the recipient set a row aside, for the office it came from. */
const reasonShown = (reason: string): string =>
  textAt(t.report.reasons, reason) ?? textAt(t.errors, reason, 'what') ?? reason

function Exceptions({ exceptions }: Pick<BookState, 'exceptions'>) {
  const words = t.report.exceptions
  return (
    <PlainTable
      label={words.title}
      columns={[
        { key: 'no', title: words.no, value: (e) => e.no },
        { key: 'ledger', title: words.ledger, value: (e) => textAt(t.ledgers, e.ledger, 'name') ?? '' },
        { key: 'reason', title: words.reason, value: (e) => reasonShown(e.reason) },
        { key: 'open', title: words.record, value: (e) => <OpenRecord ledger={e.ledger} id={e.recordId} /> },
      ]}
      rows={exceptions}
      keyOf={(_e, i) => i}
      empty={words.none}
    />
  )
}

function OpenRecord({ ledger, id }: { readonly ledger: string; readonly id: string | null }) {
  if (id === null) return t.report.exceptions.notHere
  return (
    <Button type="link" size="small" onClick={() => go(ledger, id)}>
      {t.report.exceptions.open}
    </Button>
  )
}
