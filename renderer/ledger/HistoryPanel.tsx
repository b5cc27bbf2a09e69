import type { HistoryEntry } from '../../shared/contract/records.ts'
import { isList, type ListField } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { useCall } from '../api/client.ts'
import { formatInstant, formatLines } from '../format.ts'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { fieldLabel, fill, t, textAt } from '../text.ts'

interface Props {
  readonly ledger: LedgerName
  readonly id: string
}

/** Who changed what, newest first, with before and after per field. */
export function HistoryPanel({ ledger, id }: Props) {
  const history = useCall('record.history', { ledger, id })
  const entries = [...(history.data ?? [])].sort((a, b) => b.seq - a.seq)
  return (
    <section className="history" aria-label={t.form.history}>
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      {history.data?.length === 0 && <p className="quiet">{t.form.historyEmpty}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p>
              <strong>{entry.event === null ? t.form.kinds[entry.kind] : eventWords(entry.event)}</strong>
              <span className="quiet">
                {`${formatInstant(entry.at)} · ${entry.by}`}
                {entry.kind !== 'event' && ` · ${fill(t.form.revision, { revision: entry.revision })}`}
              </span>
            </p>
            {entry.note !== null && <p>{entry.note}</p>}
            {entry.kind !== 'create' && <ChangesTable ledger={ledger} changes={entry.changes} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** An event of the journal, such as 打印协议书. */
export const eventWords = (event: string): string => textAt(t.pages.events, event) ?? t.form.kinds.event

interface ChangesProps {
  readonly ledger: LedgerName
  readonly changes: HistoryEntry['changes']
}
/** Before and after of each field, of lists only what differs. */
export function ChangesTable({ ledger, changes }: ChangesProps) {
  if (changes.length === 0) return null
  return (
    <table className="changes">
      <thead>
        <tr>
          <th />
          <th>{t.form.before}</th>
          <th>{t.form.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th>{fieldLabel(ledger, field)}</th>
            <Cell lines={linesOf(ledger, field, before, after)} />
            <Cell lines={linesOf(ledger, field, after, before)} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of a list only the lines that the other state has not, so that one changed party does not repeat eleven others. */
function linesOf(ledger: LedgerName, field: string, value: unknown, other: unknown): readonly string[] {
  const described = ledgerOf(ledger).fields[field]
  if (described === undefined) return [JSON.stringify(value)]
  const lines = formatLines(described, value)
  return isList(described) ? onlyOwn(described, lines, other) : lines
}
function onlyOwn(described: ListField, lines: readonly string[], other: unknown): readonly string[] {
  const theirs = new Set(formatLines(described, other))
  return lines.filter((line) => !theirs.has(line))
}

function Cell({ lines }: { readonly lines: readonly string[] }) {
  return (
    <td>
      {lines.length === 0 ? (
        <em className="quiet">{t.form.blankValue}</em>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
    </td>
  )
}
