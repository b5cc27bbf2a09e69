import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { numberDate, series } from '../../../../shared/rules/numbers.ts'
import { readSettings } from '../../calls/settings.ts'
import type { Ctx } from '../../context.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { type Change, correctedBy } from '../service.ts'
import { type Book, bookOfNumber, committeeOf, holderOf, liveNumber } from './numberBook.ts'
import { markSerial } from './numberPaper.ts'

export interface Entry extends Book {
  readonly number: string
  readonly serial: number | null
  readonly recordId: string
  /** Day the number stands for. */
  readonly on: string
}
/** Enters a number in its book. Throws `number-taken` naming the one that has its place, voided numbers included. */
export function enterNumber(tx: Tx, e: Entry): void {
  const holder = holderOf(tx.db, e, e.number, e.serial)
  if (holder !== null) throw new AppError('number-taken', { number: holder.number, voided: holder.voided })
  statement(
    tx.db,
    'INSERT INTO number_given (series, committee, year, serial, number, record_id, at, given_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(e.series, e.committee, e.year, e.serial, e.number, e.recordId, tx.at, e.on)
}

/** A number typed into the form (paper came first) is entered in the number book like one that was given. */
export function claimTypedNumbers(ctx: Ctx, tx: Tx, recordId: string, data: DisputeData): void {
  const settings = readSettings(tx.db)
  for (const s of series) {
    const number = data[s]
    if (number === null || liveNumber(tx.db, recordId, s, number) !== null) continue
    const on = numberDate(s, data, settings.caseNoAt, tx.today)
    const book = bookOfNumber(settings, { series: s, committee: committeeOf(settings, data), on, typed: number })
    enterNumber(tx, { ...book, number, recordId, on })
    markSerial(ctx, tx, book, book.serial)
  }
}

/** A number once given stays visible: its case is voided with a reason, never taken out. Throws `number-kept`. */
export function refuseNumbered(db: Db, record: { readonly id: string }): void {
  const given = statement(db, 'SELECT 1 FROM number_given WHERE record_id = ? LIMIT 1').get(record.id)
  if (given !== undefined) throw new AppError('number-kept')
}

/**
 * A save neither changes a number nor moves its case to another committee's book: only 退回, 作废 and an approved
 * 录入更正 free a case of its number. Throws `number-kept`.
 */
export function checkNumbersKept(db: Db, { old, next, door }: Change): void {
  if (old === null) return
  const live = series.flatMap((s) => liveNumber(db, old.id, s, old.data[s]) ?? [])
  const changed: string[] = live
    .filter((n) => next[n.series] !== n.number && !correctedBy(door).includes(n.series))
    .map((n) => n.series)
  const moved = old.data.committee !== next.committee && live.some((n) => n.committee !== nextCommittee(db, next))
  const fields = moved ? [...changed, 'committee'] : changed
  if (fields.length === 0) return
  const problems = fields.map((path) => ({ path, code: 'numberKept', severity: 'error' }) as const)
  throw new AppError('number-kept', { problems })
}
const nextCommittee = (db: Db, next: AnyData): string => committeeOf(readSettings(db), next)
