import { setImmediate } from 'node:timers/promises'
import { AppError, type Problem } from '../../../shared/errors.ts'
import { problemsOf } from '../../../shared/ledgers/check.ts'
import type { AnyData, AnyPart } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { compactRow } from '../../../shared/rules/draftRows.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { dropDraft } from './drafts.ts'
import { keep, refuseGivenByCall, ruleContext } from './records.ts'

/** Records of one transaction: others are served in between. */
const batch = 100
/** Problems named of one refusal; a table with more is mended in turns. */
const mostProblems = 500

/** Throws `record-invalid` with the problems of all rows by `row.field`; nothing was saved. */
function refuseRows(ctx: Ctx, name: LedgerName, records: readonly AnyData[]): void {
  const context = ruleContext(ctx)
  const problems: Problem[] = []
  records.forEach((data, row) => {
    refuseGivenByCall(name, null, data)
    for (const problem of problemsOf(ledgerOf(name), data, context))
      if (problem.severity === 'error') problems.push({ ...problem, path: `${row}.${problem.path}` })
  })
  if (problems.length > 0) throw new AppError('record-invalid', { problems: problems.slice(0, mostProblems) })
}

/** The table's draft holds what is still to be saved, as of the same transaction: nothing is lost or saved twice. */
function keepRest(tx: Tx, key: string, rest: readonly AnyData[]): void {
  if (rest.length === 0) dropDraft(tx.db, tx.by, key)
  else
    statement(tx.db, 'UPDATE draft SET data = ?, saved_at = ? WHERE user_id = ? AND key = ?').run(
      JSON.stringify({ rows: rest.map((data) => compactRow(data as AnyPart)) }),
      tx.at,
      tx.by,
      key,
    )
}

export const saveManyHandlers = {
  'record.saveMany': async (ctx, { ledger, records, draftKey }) => {
    ctx.job.step('checking', 0)
    refuseRows(ctx, ledger, records)
    try {
      for (let done = 0; done < records.length; done += batch) {
        ctx.job.step('writing', done / records.length)
        write(ctx, (tx) => {
          for (const data of records.slice(done, done + batch)) keep(ctx, tx, { ledger, id: null, revision: 0, data })
          if (draftKey !== undefined) keepRest(tx, draftKey, records.slice(done + batch))
        })
        await setImmediate()
      }
    } finally {
      ctx.emit({ type: 'changed', what: ledger })
    }
    return { saved: records.length }
  },
} satisfies Partial<Handlers>
