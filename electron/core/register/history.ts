import type { HistoryEntry } from '../../../shared/contract/records.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { type ChangeKind, payloadOf } from './journal.ts'
import type { Db } from './open.ts'
import { upcast } from './upcast.ts'

interface Stored {
  readonly seq: number
  readonly at: string
  readonly by_name: string | null
  readonly revision: number | null
  readonly kind: ChangeKind
  readonly shape: number
  readonly payload: Uint8Array | null
}
type Data = Readonly<Record<string, unknown>>

function changed(before: Data, after: Data): HistoryEntry['changes'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((f) => f !== 'absent')
  return fields
    .filter((f) => JSON.stringify(before[f] ?? null) !== JSON.stringify(after[f] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

const noteOf = ({ reason }: Data): string | null => (typeof reason === 'string' ? reason : null)

/** Every change of a record, newest first, read from the journal. The caller has asked `access.ts` before. */
export function historyOf(db: Db, ledger: LedgerName, id: string): readonly HistoryEntry[] {
  const rows = db
    .prepare<[string, string], Stored>(
      `SELECT j.seq, j.at, u.name AS by_name, j.revision, j.kind, j.shape, j.payload
       FROM journal j LEFT JOIN user u ON u.id = j."by" WHERE j.record_id = ? AND j.ledger = ? ORDER BY j.seq`,
    )
    .all(id, ledger)
  let before: Data = {}
  const entries = rows.map((row): HistoryEntry => {
    const payload = row.payload === null ? {} : (payloadOf(row.payload) as Data)
    const head = { seq: row.seq, at: row.at, by: row.by_name ?? '', revision: row.revision ?? 0, kind: row.kind }
    if (row.kind === 'event') return { ...head, event: String(payload.event ?? ''), note: noteOf(payload), changes: [] }
    if (row.kind === 'remove')
      return {
        ...head,
        event: null,
        note: null,
        changes: [{ field: 'reason', before: null, after: payload.reason ?? null }],
      }
    const state = upcast(ledger, row.shape, payload)
    const changes = changed(before, state)
    before = state
    return { ...head, event: null, note: null, changes }
  })
  return entries.reverse()
}
