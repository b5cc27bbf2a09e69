import { patternOf } from '../../../../shared/rules/committees.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import { fillNumber, readNumber, type Series } from '../../../../shared/rules/numbers.ts'
import type { Settings } from '../../../../shared/settings.ts'
import { mayKnow, type Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

/** One run of serials: they restart each year, for each committee and series, and are never used again (domain 2.5). */
export interface Book {
  readonly series: Series
  readonly committee: string
  readonly year: number
}
export const bookKey = ({ series, committee, year }: Book): string => JSON.stringify([series, committee, year])

/** The book's committee: the case's own, else the office's. */
export const committeeOf = (settings: Settings, data: { readonly committee?: unknown }): string =>
  typeof data.committee === 'string' ? data.committee : settings.committee

/** A typed number that follows the pattern belongs to the book of the year it names; any other to the day's year. */
export function bookOfNumber(
  settings: Settings,
  wanted: { readonly series: Series; readonly committee: string; readonly on: string; readonly typed: string | null },
): Book & { readonly serial: number | null } {
  const { series, committee, on, typed } = wanted
  const read = typed === null ? null : readNumber(patternOf(settings, committee, series), typed)
  return { series, committee, year: read?.year ?? yearOf(on) ?? 0, serial: read?.serial ?? null }
}

const maxSql =
  'SELECT max(serial) FROM number_given WHERE series = ? AND committee = ? AND year = ? AND serial IS NOT NULL'
/** The highest serial given in the book; 0 while there is none. */
export const lastGiven = (db: Db, { series, committee, year }: Book): number =>
  Number(statement(db, maxSql).pluck().get(series, committee, year) ?? 0)

/** What somebody said was the last number on paper. */
export interface PaperAnswer {
  readonly epoch: string
  readonly last: number
  readonly known: number
  readonly proposed: number
}
export const paperAnswers = (db: Db, { series, committee, year }: Book): readonly PaperAnswer[] =>
  statement(
    db,
    'SELECT epoch, last, known, proposed FROM number_on_paper WHERE series = ? AND committee = ? AND year = ?',
  ).all(series, committee, year) as PaperAnswer[]

/** The highest serial known of the book, given here or said to be on paper. */
export const lastKnown = (db: Db, book: Book): number =>
  Math.max(lastGiven(db, book), ...paperAnswers(db, book).map((a) => a.last))

/** The first serial of the book that counts: the one after what was on paper when the office began here. */
export const firstSerial = (db: Db, book: Book): number =>
  (paperAnswers(db, book).find((a) => a.epoch === '')?.last ?? 0) + 1

export interface Holder {
  readonly recordId: string
  readonly number: string
  readonly voided: boolean
}
/** Two look-ups, because an OR over both keys reads the committee's whole book. */
const holderSql = `SELECT record_id, number, void_reason FROM number_given
    WHERE series = $series AND committee = $committee AND number = $number
  UNION ALL SELECT record_id, number, void_reason FROM number_given
    WHERE series = $series AND committee = $committee AND year = $year AND serial = $serial LIMIT 1`
/** Who has this number, voided or not: by its text, or by its serial in the book. */
export function holderOf(db: Db, book: Book, number: string, serial: number | null): Holder | null {
  const { series, committee, year } = book
  const row = statement(db, holderSql).get({ series, committee, year, serial, number }) as
    | { readonly record_id: string; readonly number: string; readonly void_reason: string | null }
    | undefined
  return row === undefined ? null : { recordId: row.record_id, number: row.number, voided: row.void_reason !== null }
}

/** The next number of the book. A text that stands there already, in an older style, is passed over. */
export function nextNumber(
  db: Db,
  settings: Settings,
  book: Book,
): { readonly number: string; readonly serial: number } {
  const pattern = patternOf(settings, book.committee, book.series)
  for (let serial = lastKnown(db, book) + 1; ; serial++) {
    const number = fillNumber(pattern, book.year, serial)
    if (holderOf(db, book, number, serial) === null) return { number, serial }
  }
}

/** Day of the book's first number of a case the reader may know of; null while there is none. */
export function firstDay(db: Db, { series, committee, year }: Book, { userId }: Reader): string | null {
  const sql = `SELECT g.given_on FROM number_given g JOIN dispute r ON r.id = g.record_id
    WHERE g.series = ? AND g.committee = ? AND g.year = ? AND g.serial IS NOT NULL AND ${mayKnow('dispute', 'r')}
    ORDER BY g.serial LIMIT 1`
  const day = statement(db, sql).pluck().get(series, committee, year, userId)
  return typeof day === 'string' ? day : null
}

/** A number a case has now. */
export interface LiveNumber extends Book {
  readonly number: string
  readonly serial: number | null
  readonly at: string
}
const liveSql = `SELECT series, committee, year, number, serial, at FROM number_given
  WHERE record_id = ? AND series = ? AND number = ? AND void_reason IS NULL LIMIT 1`
export const liveNumber = (db: Db, recordId: string, s: Series, number: unknown): LiveNumber | null =>
  typeof number === 'string'
    ? ((statement(db, liveSql).get(recordId, s, number) as LiveNumber | undefined) ?? null)
    : null
