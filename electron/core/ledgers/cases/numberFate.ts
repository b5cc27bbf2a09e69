import type { NumberStanding } from '../../../../shared/contract/numbers.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { type Series, series } from '../../../../shared/rules/numbers.ts'
import { keep, refuseInvalid, viewOf } from '../../calls/records.ts'
import { type Ctx, type Handlers, hasRole, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import { currentEpoch } from '../../register/life.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { isKept } from './keptPapers.ts'
import { type LiveNumber, lastGiven, liveNumber } from './numberBook.ts'
import { unmarkSerial } from './numberPaper.ts'

interface Wanted {
  readonly id: string
  readonly series: Series
}
/** The case and the number it has. Throws `not-found`. */
function numbered(ctx: Ctx, db: Db, { id, series }: Wanted): { readonly old: StoredRecord; readonly live: LiveNumber } {
  const old = readRecord(db, 'dispute', id, ctx.session)
  const live = liveNumber(db, id, series, old.data[series])
  if (live === null) throw new AppError('not-found')
  return { old, live }
}

/** What carries no number, and the agreement, which does not carry the 卷号. */
const printedSql = `SELECT 1 FROM access_log WHERE record_id = $id AND what IN ('print', 'save-pdf') AND at >= $at
  AND coalesce(json_extract(facts, '$.mode'), 'final') NOT IN ('draft', 'blank')
  AND NOT ($series = 'caseNo' AND coalesce(json_extract(facts, '$.paper'), '') = 'agreement') LIMIT 1`
/** Whether a paper may be out with the number on it. Of a life before this one the register does not know everything. */
function isPrinted(db: Db, id: string, { series, at }: LiveNumber): boolean {
  const { reason, started_at } = currentEpoch(db)
  if (reason !== 'created' && at <= started_at) return true
  return statement(db, printedSql).get({ id, at, series }) !== undefined
}
/** A number outside the serials has nothing after it. */
const isLast = (db: Db, live: LiveNumber): boolean => live.serial === null || live.serial === lastGiven(db, live)

/** The agreement in effect is a contract with its number; a filed dossier carries its 卷号. */
function isSettled(db: Db, { id, data }: StoredRecord, series: Series): boolean {
  const d = data as unknown as DisputeData
  if (series === 'caseNo') return d.filedOn !== null
  return isKept(db, id, 'agreement') || (d.result === 'written' && effectiveOn(d) !== null)
}
function refuseSettled(db: Db, old: StoredRecord, series: Series): void {
  if (isSettled(db, old, series)) throw new AppError(series === 'caseNo' ? 'number-filed' : 'record-frozen')
}

const decides = (ctx: Ctx): boolean => hasRole(ctx.session, 'mediation', 'head')
interface Slip {
  readonly slipNo: string | null
  readonly slipOn: string | null
}
/** Throws `needs-slip` where neither the head nor a signed slip decides. */
function refuseUndecided(ctx: Ctx, { slipNo, slipOn }: Slip): void {
  if (!decides(ctx) && (slipNo === null || slipOn === null)) throw new AppError('needs-slip')
  if (slipOn !== null && slipOn > ctx.clock.today())
    throw new AppError('input-invalid', { problems: [{ path: 'slipOn', code: 'dateFuture', severity: 'error' }] })
}

interface Freeing extends Wanted {
  readonly revision: number
}
/** Saves the case without its number, with an event that says why: the caller's transaction. */
function withoutNumber(
  ctx: Ctx,
  tx: Tx,
  { id, series, revision }: Freeing,
  old: StoredRecord,
  event: readonly [name: string, facts: Readonly<Record<string, unknown>>],
): StoredRecord {
  const data: AnyData = { ...old.data, [series]: null }
  refuseInvalid(ctx, 'dispute', data)
  tx.event(event[0], event[1], { book: 'mediation', ledger: 'dispute', recordId: id })
  return keep(ctx, tx, { ledger: 'dispute', id, revision, data })
}

const voidSql = `UPDATE number_given SET void_reason = ?, voided_at = ?, voided_by = ?, slip_no = ?, slip_on = ?
  WHERE series = ? AND committee = ? AND number = ?`
function voidNumber(ctx: Ctx, tx: Tx, input: Freeing & Slip & { readonly reason: string }): StoredRecord {
  const { series, reason, slipNo, slipOn } = input
  const { old, live } = numbered(ctx, tx.db, input)
  refuseUndecided(ctx, input)
  refuseSettled(tx.db, old, series)
  statement(tx.db, voidSql).run(reason, tx.at, tx.by, slipNo, slipOn, series, live.committee, live.number)
  return withoutNumber(ctx, tx, input, old, ['number.voided', { series, number: live.number, reason, slipNo, slipOn }])
}

/** A number that was typed wrongly stays visible in its book, voided for the 录入更正 that put the right one in its place. */
export function voidCorrected(tx: Tx, { id, data }: StoredRecord, next: AnyData, reason: string): void {
  for (const s of series) {
    const live = next[s] === data[s] ? null : liveNumber(tx.db, id, s, data[s])
    if (live === null) continue
    statement(tx.db, voidSql).run(`录入更正：${reason}`, tx.at, tx.by, null, null, s, live.committee, live.number)
  }
}

const takeBackSql = 'DELETE FROM number_given WHERE series = ? AND committee = ? AND number = ?'
function takeBack(ctx: Ctx, tx: Tx, input: Freeing): { readonly saved: StoredRecord; readonly live: LiveNumber } {
  const { id, series } = input
  const { old, live } = numbered(ctx, tx.db, input)
  refuseSettled(tx.db, old, series)
  if (isPrinted(tx.db, id, live)) throw new AppError('number-printed', { number: live.number })
  if (!isLast(tx.db, live)) throw new AppError('number-not-last', { number: live.number })
  statement(tx.db, takeBackSql).run(series, live.committee, live.number)
  const saved = withoutNumber(ctx, tx, input, old, ['number.takenBack', { series, number: live.number }])
  return { saved, live }
}

function standing(ctx: Ctx, { id, series }: Wanted): NumberStanding | null {
  const { db } = ctx.register
  const old = readRecord(db, 'dispute', id, ctx.session)
  const live = liveNumber(db, id, series, old.data[series])
  if (live === null) return null
  const free = isLast(db, live) && !isPrinted(db, id, live)
  const may = isSettled(db, old, series) ? 'none' : free ? 'takeBack' : 'void'
  return { number: live.number, may, decides: decides(ctx) }
}

export const numberFateHandlers = {
  'dispute.numberStanding': standing,
  'dispute.voidNumber': (ctx, input) => {
    const saved = write(ctx, (tx) => voidNumber(ctx, tx, input))
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
  'dispute.takeBackNumber': (ctx, input) => {
    const { saved, live } = write(ctx, (tx) => takeBack(ctx, tx, input))
    if (live.serial !== null) unmarkSerial(ctx, live, live.serial)
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
} satisfies Partial<Handlers>
