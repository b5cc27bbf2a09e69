/** Takes a whole import back: every record as it came, none that somebody has worked on since. */
import type { ImportLeft } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { sheets } from '../../../shared/text/zh-CN/sheets.ts'
import { type Ctx, write } from '../context.ts'
import { services } from '../ledgers/index.ts'
import { breathe } from '../longWork.ts'
import { isHidden, noteAccess } from '../register/access.ts'
import { loadRecord, removeRecord } from '../register/records.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import type { Batch } from './batches.ts'

const recordsAtOnce = 200
/** As history shows it. */
const reason = sheets.undone

interface SavedRow {
  readonly k: number
  readonly title: string
  readonly record_id: string
  readonly revision: number
}

/** Why a record stays; null when it went. */
function takeOut(ctx: Ctx, tx: Tx, batch: Batch, row: SavedRow): ImportLeft['why'] | null {
  const { ledger } = batch
  const record = loadRecord(tx.db, ledger, row.record_id)
  if (record === null) return 'gone'
  if (record.revision !== row.revision || isHidden(tx.db, row.record_id, ctx.session)) return 'changed'
  try {
    services[ledger]?.checkRemoval(tx.db, record)
  } catch (e) {
    if (e instanceof AppError) return 'kept'
    throw e
  }
  removeRecord(tx, ledger, row.record_id, record.revision, reason)
  return null
}

function undoPiece(ctx: Ctx, batch: Batch, rows: readonly SavedRow[]): number {
  return write(ctx, (tx) => {
    statement(tx.db, "UPDATE import_batch SET state = 'undoing' WHERE k = ?").run(batch.k)
    let removed = 0
    for (const row of rows) {
      const why = takeOut(ctx, tx, batch, row)
      const state = why === null || why === 'gone' ? 'left' : 'saved'
      statement(tx.db, 'UPDATE import_row SET state = ?, why = ? WHERE k = ?').run(state, why ?? 'removed', row.k)
      if (why === null) removed += 1
    }
    tx.step('sheet:undone')
    return removed
  })
}

/** Records of a batch that was taken back which stayed, the first of them. */
const leftOf = (ctx: Ctx, batch: Batch): readonly ImportLeft[] =>
  statement(
    ctx.register.db,
    `SELECT record_id AS recordId, title, why FROM import_row WHERE batch = ? AND why IN ('changed', 'gone', 'kept')
     ORDER BY position LIMIT 500`,
  ).all(batch.k) as ImportLeft[]

export interface Undone {
  readonly removed: number
  readonly left: readonly ImportLeft[]
}

/** Goes on where it was cut off. Throws `import-nothing-saved` where nothing was saved, `cancelled` between two pieces. */
export async function undoBatch(ctx: Ctx, batch: Batch): Promise<Undone> {
  if (batch.state === 'staged') throw new AppError('import-nothing-saved')
  const { db } = ctx.register
  const of = "batch = ? AND state = 'saved' AND why IS NULL"
  const total = Number(statement(db, `SELECT count(*) FROM import_row WHERE ${of}`).pluck().get(batch.k))
  const next = statement(
    db,
    `SELECT k, title, record_id, revision FROM import_row WHERE ${of} ORDER BY position DESC LIMIT ?`,
  )
  let [seen, removed] = [0, 0]
  try {
    for (;;) {
      ctx.job.step('undoing', total === 0 ? null : seen / total)
      const rows = next.all(batch.k, recordsAtOnce) as SavedRow[]
      if (rows.length === 0) break
      removed += undoPiece(ctx, batch, rows)
      seen += rows.length
      await breathe()
    }
  } finally {
    note(ctx, batch, removed, seen === total)
  }
  return { removed, left: leftOf(ctx, batch) }
}

function note(ctx: Ctx, batch: Batch, removed: number, whole: boolean): void {
  write(ctx, (tx) => {
    if (whole) statement(tx.db, "UPDATE import_batch SET state = 'undone' WHERE k = ?").run(batch.k)
    if (removed === 0 && !whole) return
    const { book } = ledgerOf(batch.ledger)
    const facts = { import: batch.id, removed, whole }
    tx.event('import.undone', facts, { book, ledger: batch.ledger })
    noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'import', ledger: batch.ledger, facts: { ...facts, book } })
  })
  ctx.emit({ type: 'changed', what: batch.ledger })
}
