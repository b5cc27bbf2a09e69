import type { CorrectionState } from '../../../../shared/contract/cases.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'

export type Values = Readonly<Record<string, unknown>>
export interface StoredCorrection {
  readonly id: string
  readonly record_id: string
  readonly state: CorrectionState
  /** JSON of the fields as they stood, and as they are to be. */
  readonly before: string
  readonly after: string
  readonly reason: string
  readonly proposed_by: string
}
export const about = (recordId: string) => ({ book: 'mediation', ledger: 'dispute', recordId }) as const
export const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)

/** Ends a proposal: how, by whom (null: by the change itself), with what word. */
export function decide(tx: Tx, id: string, state: CorrectionState, by: string | null, answer: string | null): void {
  statement(tx.db, 'UPDATE correction SET state = ?, decided_by = ?, decided_at = ?, answer = ? WHERE id = ?').run(
    ...[state, by, tx.at, answer, id],
  )
}

/** What was proposed for values that have since changed falls away with the change itself. */
export function withdrawOutdated(tx: Tx, record: StoredRecord): void {
  const open = statement(tx.db, "SELECT id, before FROM correction WHERE record_id = ? AND state = 'open'").all(
    record.id,
  ) as Pick<StoredCorrection, 'id' | 'before'>[]
  for (const { id, before } of open) {
    const moved = Object.entries(JSON.parse(before) as Values).some(([f, value]) => differs(record.data[f], value))
    if (!moved) continue
    decide(tx, id, 'withdrawn', null, null)
    tx.event('correction.withdrawn', { correction: id }, about(record.id))
  }
}
