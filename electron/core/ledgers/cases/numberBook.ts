import { AppError } from '../../../../shared/errors.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import { readSettings } from '../../calls/settings.ts'
import type { Ctx } from '../../context.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'

export const series = ['caseNo', 'agreementNo'] as const
export type Series = (typeof series)[number]
/** What the number book looks at in a case. */
export interface CaseNumbers {
  readonly committee: string | null
  readonly caseNo: string | null
  readonly agreementNo: string | null
  readonly acceptanceDate: string | null
  readonly applicationDate: string | null
}

/** The serial restarts each year and is never used again, voided numbers included (domain 2.5). */
export function nextSerial(db: Db, s: Series, committee: string, year: number): number {
  const sql = `SELECT max(serial) FROM number_given WHERE series = ? AND committee = ? AND year = ? AND serial IS NOT NULL`
  const last = statement(db, sql).pluck().get(s, committee, year)
  return (typeof last === 'number' ? last : 0) + 1
}
export const patternOf = (ctx: Ctx, s: Series): string => {
  const { caseNoPattern, agreementNoPattern } = readSettings(ctx.register.db)
  return s === 'caseNo' ? caseNoPattern : agreementNoPattern
}
export const fill = (pattern: string, year: number, serial: number): string =>
  pattern.replace('{年}', String(year)).replace('{序号}', String(serial))

/** The serial inside a number typed from paper, when it follows the pattern: the next given number comes after it. */
export function serialIn(pattern: string, year: number, number: string): number | null {
  const [before = '', after = ''] = pattern.replace('{年}', String(year)).split('{序号}')
  const middle = number.slice(before.length, number.length - after.length)
  const fits = number.startsWith(before) && number.endsWith(after) && /^\d{1,6}$/.test(middle)
  return fits ? Number(middle) : null
}

export const committeeOf = (ctx: Ctx, data: { readonly committee?: unknown }): string =>
  typeof data.committee === 'string' ? data.committee : readSettings(ctx.register.db).committee

interface Given {
  readonly series: Series
  readonly committee: string
  readonly year: number
  readonly serial: number | null
  readonly number: string
  readonly recordId: string
}
/** Two look-ups, because an OR over both keys reads the committee's whole book. */
const holderSql = `SELECT record_id FROM number_given WHERE series = $series AND committee = $committee AND number = $number
  UNION ALL SELECT record_id FROM number_given
  WHERE series = $series AND committee = $committee AND year = $year AND serial = $serial LIMIT 1`

/** Throws `number-taken` when another case of the committee has it. */
export function enterNumber(tx: Tx, g: Given): void {
  const { series, committee, year, serial, number } = g
  const holder = statement(tx.db, holderSql).pluck().get({ series, committee, year, serial, number })
  if (holder === g.recordId) return
  if (holder !== undefined) throw new AppError('number-taken', { what: g.series })
  statement(
    tx.db,
    'INSERT INTO number_given (series, committee, year, serial, number, record_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(g.series, g.committee, g.year, g.serial, g.number, g.recordId, tx.at)
}

/** A number once given stays visible: its case is voided with a reason, never taken out. Throws `record-frozen`. */
export function refuseNumbered(db: Db, record: { readonly id: string }): void {
  const given = statement(db, 'SELECT 1 FROM number_given WHERE record_id = ? LIMIT 1').get(record.id)
  if (given !== undefined) throw new AppError('record-frozen', { why: 'numbered' })
}

/** A number typed into the form (paper came first) is entered in the number book like one that was given. */
export function claimTypedNumbers(ctx: Ctx, tx: Tx, recordId: string, data: CaseNumbers): void {
  const year = yearOf(data.acceptanceDate ?? data.applicationDate ?? tx.today) ?? 0
  for (const s of series) {
    const number = data[s]
    if (number === null) continue
    const serial = serialIn(patternOf(ctx, s), year, number)
    enterNumber(tx, { series: s, committee: committeeOf(ctx, data), year, serial, number, recordId })
  }
}
