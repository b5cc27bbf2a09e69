import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import { keep, refuseInvalid, viewOf } from '../../calls/records.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
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
function nextSerial(db: Db, s: Series, committee: string, year: number): number {
  const last = statement(db, 'SELECT max(serial) FROM number_given WHERE series = ? AND committee = ? AND year = ?')
    .pluck()
    .get(s, committee, year)
  return (typeof last === 'number' ? last : 0) + 1
}
const patternOf = (ctx: Ctx, s: Series): string => {
  const { caseNoPattern, agreementNoPattern } = readSettings(ctx.register.db)
  return s === 'caseNo' ? caseNoPattern : agreementNoPattern
}
const fill = (pattern: string, year: number, serial: number): string =>
  pattern.replace('{年}', String(year)).replace('{序号}', String(serial))

/** The serial inside a number typed from paper, when it follows the pattern: the next given number comes after it. */
function serialIn(pattern: string, year: number, number: string): number | null {
  const [before = '', after = ''] = pattern.replace('{年}', String(year)).split('{序号}')
  const middle = number.slice(before.length, number.length - after.length)
  const fits = number.startsWith(before) && number.endsWith(after) && /^\d{1,6}$/.test(middle)
  return fits ? Number(middle) : null
}

const committeeOf = (ctx: Ctx, data: { readonly committee?: unknown }): string =>
  typeof data.committee === 'string' ? data.committee : readSettings(ctx.register.db).committee

interface Given {
  readonly series: Series
  readonly committee: string
  readonly year: number
  readonly serial: number | null
  readonly number: string
  readonly recordId: string
}
/** Throws `number-taken` when another case of the committee has it. */
function enterNumber(tx: Tx, g: Given): void {
  const holder = statement(
    tx.db,
    'SELECT record_id FROM number_given WHERE series = ? AND committee = ? AND (number = ? OR (year = ? AND serial = ?))',
  )
    .pluck()
    .get(g.series, g.committee, g.number, g.year, g.serial)
  if (holder === g.recordId) return
  if (holder !== undefined) throw new AppError('number-taken', { what: g.series })
  statement(
    tx.db,
    'INSERT INTO number_given (series, committee, year, serial, number, record_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(g.series, g.committee, g.year, g.serial, g.number, g.recordId, tx.at)
}

/** A number typed into the form (paper came first) is entered in the number book like one that was given. */
export function claimTypedNumbers(ctx: Ctx, tx: Tx, recordId: string, data: CaseNumbers): void {
  const year = yearOf(data.acceptanceDate ?? data.applicationDate ?? tx.today) ?? 0
  for (const s of series) {
    const number = data[s]
    if (number === null) continue
    const serial = serialIn(patternOf(ctx, s), year, number)
    enterNumber(tx, { series: s, committee: data.committee ?? '', year, serial, number, recordId })
  }
}

export const numberHandlers = {
  'dispute.nextNumber': (ctx, input) => {
    const year = yearOf(input.on) ?? 0
    const serial = nextSerial(ctx.register.db, input.series, committeeOf(ctx, {}), year)
    return { number: fill(patternOf(ctx, input.series), year, serial) }
  },
  'dispute.giveNumber': (ctx, input) => {
    const saved = write(ctx, (tx) => {
      const old = readRecord(tx.db, 'dispute', input.id, ctx.session)
      if (old.data[input.series] !== null) throw new AppError('record-frozen', { why: 'numbered' })
      const committee = committeeOf(ctx, old.data)
      const year = yearOf(input.on) ?? 0
      const next = nextSerial(tx.db, input.series, committee, year)
      const number = input.typed ?? fill(patternOf(ctx, input.series), year, next)
      const serial = input.typed === null ? next : serialIn(patternOf(ctx, input.series), year, input.typed)
      const data: AnyData = { ...old.data, [input.series]: number }
      refuseInvalid(ctx, 'dispute', data)
      enterNumber(tx, { series: input.series, committee, year, serial, number, recordId: input.id })
      return keep(ctx, tx, { ledger: 'dispute', id: input.id, revision: input.revision, data })
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
} satisfies Partial<Handlers>
