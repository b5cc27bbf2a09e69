/** Numbers of cases and agreements (domain 2.5): patterns, what a typed number means, and what is wrong with it. */
import type { Problem } from '../errors.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import type { Settings } from '../settings.ts'
import { yearOf } from './dates.ts'

export const series = ['caseNo', 'agreementNo'] as const
export type Series = (typeof series)[number]

const serialPlace = /\{序号([1-6])?\}/

/** The number a pattern makes of a year and a serial. */
export const fillNumber = (pattern: string, year: number, serial: number): string =>
  pattern
    .replace('{年}', String(year))
    .replace(serialPlace, (_place, digits?: string) => String(serial).padStart(Number(digits ?? 1), '0'))

/**
 * How a number reads whatever the typist's habits: one kind of bracket, no spaces, ordinary digits. Two numbers of one
 * book that read the same are the same number.
 */
const plainReading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[({【〖「『<《]/g, '〔')
    .replace(/[\])}】〗」』>》]/g, '〕')

export interface NumberRead {
  readonly year: number
  readonly serial: number
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Year and serial of a number typed from paper; null when it does not follow the pattern (an older style). */
export function readNumber(pattern: string, number: string): NumberRead | null {
  const places: Readonly<Record<string, string>> = { '{年}': '(?<year>\\d{4})' }
  const expression = pattern
    .split(/(\{年\}|\{序号[1-6]?\})/)
    .map((p) => places[p] ?? (serialPlace.test(p) ? '(?<serial>\\d{1,6})' : escaped(plainReading(p))))
    .join('')
  const found = new RegExp(`^${expression}$`).exec(plainReading(number))?.groups
  if (found === undefined) return null
  const [year, serial] = [Number(found.year), Number(found.serial)]
  return serial === 0 ? null : { year, serial }
}

/** The year a number of any style names, in brackets or not; null when there is none. */
const yearNamed = (number: string): number | null => {
  const found = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(number.normalize('NFKC'))
  return found === null ? null : Number(found[0])
}

/** The day a number is given for: it names the year of the book. */
export function numberDate(s: Series, d: DisputeData, caseNoAt: Settings['caseNoAt'], today: string): string {
  if (s === 'agreementNo') return d.signedByPartiesOn ?? d.resultDate ?? today
  return (caseNoAt === 'filing' ? d.filedOn : d.acceptanceDate) ?? today
}

/** Serials from `from` to `to` that nobody has. */
export interface Gap {
  readonly from: number
  readonly to: number
}
/** Every gap between the first serial of the year and the last one known, in order. */
export function gapsOf(serials: readonly number[], first: number, last: number): readonly Gap[] {
  const used = [...new Set(serials)].filter((s) => s >= first && s <= last).sort((a, b) => a - b)
  const edges = [first - 1, ...used, last + 1]
  return edges.slice(1).flatMap((edge, i) => {
    const from = (edges[i] ?? 0) + 1
    return from < edge ? [{ from, to: edge - 1 }] : []
  })
}

/** What a number typed from paper is compared with. */
export interface TypedNumber {
  readonly series: Series
  readonly typed: string
  readonly pattern: string
  /** Day it is given for. */
  readonly on: string
  /** Next serial of the book the number belongs to. */
  readonly next: number
  /** The number that has its place already, of whatever case. */
  readonly holder: { readonly number: string; readonly voided: boolean } | null
}

/** What is wrong with a number typed from paper: only a number that is taken stands in the way. */
export function typedProblems(n: TypedNumber): readonly Problem[] {
  const { series: path, holder, pattern, typed } = n
  const read = readNumber(pattern, typed)
  const year = read?.year ?? yearNamed(typed)
  const dateYear = yearOf(n.on)
  const right = read === null ? null : fillNumber(pattern, read.year, read.serial)
  const found: Problem[] = []
  if (holder !== null)
    return [
      {
        path,
        code: holder.voided ? 'numberVoided' : 'numberTaken',
        severity: 'error',
        params: { number: holder.number },
      },
    ]
  if (year !== null && dateYear !== null && year !== dateYear)
    found.push({ path, code: 'numberYear', severity: 'warning', params: { year, date: n.on } })
  if (read !== null && read.serial > n.next)
    found.push({ path, code: 'numberGap', severity: 'warning', params: { first: n.next, count: read.serial - n.next } })
  const example = right ?? fillNumber(pattern, year ?? dateYear ?? 0, n.next)
  if (right === null) found.push({ path, code: 'numberStyle', severity: 'warning', params: { right: example } })
  else if (plainSerial(right) !== plainSerial(typed))
    found.push({ path, code: 'numberBrackets', severity: 'warning', params: { right: example } })
  return found
}
/** Leading zeros are no difference of style. */
const plainSerial = (number: string): string => number.replace(/(?<!\d)0+(?=\d)/g, '')

/** A day before the one of the year's first number: one of the two is wrong (domain 2.3, dates in order). */
export const earlyProblems = (s: Series, on: string, firstOn: string | null): readonly Problem[] =>
  firstOn !== null && on < firstOn
    ? [{ path: s, code: 'numberEarly', severity: 'warning', params: { date: on, first: firstOn } }]
    : []

/** What a case of this kind has no number for (domain 2.3, 2.5). */
export function numberProblems(d: DisputeData): readonly Problem[] {
  const error = (path: Series, code: string): Problem => ({ path, code, severity: 'error' })
  return [
    // A dispute calmed on the spot ends without number and file.
    ...(d.result === 'calmed' && d.caseNo !== null ? [error('caseNo', 'calmedNumber')] : []),
    ...(d.notAcceptedOn !== null && d.agreementNo !== null ? [error('agreementNo', 'notAcceptedNumber')] : []),
  ]
}
