/** Saves the good records of a batch, in short transactions: what is in stays in, and a batch cut off says how far it came. */
import type { ImportRowState, ImportState } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import { dataSchema, problemsOf } from '../../../shared/ledgers/check.ts'
import type { AnyData, RuleContext } from '../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { keep, ruleContext } from '../calls/records.ts'
import { type Ctx, write } from '../context.ts'
import { breathe } from '../longWork.ts'
import { noteAccess } from '../register/access.ts'
import { backupFolder, makeBackup } from '../register/backup.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { type Batch, countsOf } from './batches.ts'

/** Records of one transaction: a fifth of a second, and hardly more than one wait for the disk. */
const recordsAtOnce = 200

interface Waiting {
  readonly k: number
  readonly data: string
}

const setState = (tx: Tx, batch: Batch, state: ImportState): void =>
  void statement(tx.db, 'UPDATE import_batch SET state = ? WHERE k = ?').run(state, batch.k)

/** The rules may have changed since the sheet was looked at, by a setting or by a day. */
function refuse(batch: Batch, data: AnyData, rules: RuleContext): void {
  const problems = problemsOf(ledgerOf(batch.ledger), data, rules).filter((p) => p.severity === 'error')
  if (problems.length > 0 || !dataSchema(batch.ledger).safeParse(data).success)
    throw new AppError('record-invalid', { problems })
}

function saveOne(ctx: Ctx, tx: Tx, batch: Batch, row: Waiting, rules: RuleContext): void {
  const data = JSON.parse(row.data) as AnyData
  refuse(batch, data, rules)
  const saved = keep(ctx, tx, { ledger: batch.ledger, id: null, revision: 0, data })
  statement(
    tx.db,
    "UPDATE import_row SET state = 'saved', record_id = ?, revision = ?, data = NULL, problems = NULL WHERE k = ?",
  ).run(saved.id, saved.revision, row.k)
  tx.step('sheet:record')
}

const refusedProblem = (code: string): string =>
  JSON.stringify([
    { path: '', code: 'refusedOnSave', severity: 'error', params: { code }, cell: null, label: '', found: '' },
  ])

/** One by one, after a whole piece was refused: only those that are refused stay out. */
function saveSingly(ctx: Ctx, batch: Batch, rows: readonly Waiting[], rules: RuleContext): number {
  let refused = 0
  for (const row of rows) {
    try {
      write(ctx, (tx) => saveOne(ctx, tx, batch, row, rules))
    } catch (e) {
      if (!(e instanceof AppError) || !e.code.startsWith('record-')) throw e
      refused += 1
      write(ctx, (tx) =>
        statement(tx.db, "UPDATE import_row SET state = 'bad', problems = ? WHERE k = ?").run(
          refusedProblem(e.code),
          row.k,
        ),
      )
    }
  }
  return refused
}

function savePiece(ctx: Ctx, batch: Batch, rows: readonly Waiting[], rules: RuleContext): number {
  try {
    write(ctx, (tx) => {
      setState(tx, batch, 'saving')
      for (const row of rows) saveOne(ctx, tx, batch, row, rules)
    })
    return 0
  } catch (e) {
    if (!(e instanceof AppError) || !e.code.startsWith('record-')) throw e
    return saveSingly(ctx, batch, rows, rules)
  }
}

/** The end of one run, whether everything was saved or it was given up: journal and access log say what is in. */
function note(ctx: Ctx, batch: Batch, whole: boolean, saved: number): void {
  write(ctx, (tx) => {
    if (whole) setState(tx, batch, 'saved')
    if (saved === 0 && !whole) return
    const { book } = ledgerOf(batch.ledger)
    const facts = { import: batch.id, saved, whole }
    tx.event('import.saved', facts, { book, ledger: batch.ledger })
    noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'import', ledger: batch.ledger, facts: { ...facts, book } })
  })
  ctx.emit({ type: 'changed', what: batch.ledger })
}

async function backUp(ctx: Ctx): Promise<void> {
  ctx.job.step('backup.write', null)
  const target = { folder: backupFolder(ctx.register.dataDir), place: 'beside', label: '' } as const
  await makeBackup(ctx.register, ctx.clock, ctx.session.userId, target, ctx.job.cancelled)
  ctx.emit({ type: 'changed', what: 'backup' })
}

export interface Saved {
  readonly saved: number
  readonly refused: number
}

/**
 * Saves what is good, and what equals a record where it was asked for. Throws `import-nothing-good`, `import-begun` for a
 * batch that was taken back, `cancelled` between two pieces.
 */
export async function commitBatch(ctx: Ctx, batch: Batch, equal: 'leave' | 'take'): Promise<Saved> {
  if (batch.state === 'undoing' || batch.state === 'undone') throw new AppError('import-begun')
  const states: readonly ImportRowState[] = equal === 'take' ? ['good', 'equal'] : ['good']
  const { db } = ctx.register
  const counts = countsOf(db, batch.k)
  const total = counts.good + (equal === 'take' ? counts.equal : 0)
  if (total === 0) throw new AppError('import-nothing-good')
  await backUp(ctx)
  const rules = ruleContext(ctx)
  const next = statement(
    db,
    `SELECT k, data FROM import_row WHERE batch = ? AND state IN (${states.map(() => '?')}) ORDER BY position LIMIT ?`,
  )
  let [done, refused] = [0, 0]
  let whole = false
  try {
    for (;;) {
      ctx.job.step('importing', done / total)
      const rows = next.all(batch.k, ...states, recordsAtOnce) as Waiting[]
      if (rows.length === 0) break
      refused += savePiece(ctx, batch, rows, rules)
      done += rows.length
      ctx.register.step('sheet:saved')
      await breathe()
    }
    whole = true
  } finally {
    note(ctx, batch, whole, done - refused)
  }
  return { saved: done - refused, refused }
}
