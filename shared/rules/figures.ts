/**
 * 统计 of the teams' book (domain 5): what each figure counts, described once. The same filters count it in the core and
 * open its rows in the list, so that a number and what stands behind it never differ.
 */
import type { Filter } from '../contract/records.ts'
import { teams } from '../ledgers/codes.ts'
import type { LedgerName } from '../ledgers/index.ts'
import { daysAfter, isRealDate, monthsAfter } from './dates.ts'

export type Team = (typeof teams)[number]

/** What figures are told apart by; `village` only where the office's own records are, `unit` only at a recipient. */
export const figureGroups = ['team', 'village', 'department', 'unit', 'event', 'month', 'quarter', 'year'] as const
export type FigureGroup = (typeof figureGroups)[number]
const timeGroups = ['month', 'quarter', 'year'] as const
export type TimeGroup = (typeof timeGroups)[number]
export const isTimeGroup = (by: FigureGroup): by is TimeGroup => timeGroups.some((t) => t === by)

export interface Measure {
  readonly ledger: LedgerName
  /** The day that places a record in a period; null for who serves on the last day of it. */
  readonly day: string | null
  /** The number field added up, which may be another one for each team; null counts records. */
  readonly sum: string | ((team: Team | null) => string) | null
  /** What a record must be beside being of the period. */
  readonly only: readonly Filter[]
  /** Stages an office's record must be in: a plan is nobody's figure, and is not handed over either. */
  readonly stages?: readonly string[]
  /** The field of each way to tell it apart; days serve for the times. */
  readonly by: Readonly<Partial<Record<Exclude<FigureGroup, TimeGroup>, string>>>
}

const posts = {
  ledger: 'post',
  day: null,
  by: { team: 'team', village: 'village', department: 'department', unit: 'unitName' },
} as const
const trainings = {
  ledger: 'training',
  day: 'heldOn',
  only: [],
  stages: ['held', 'filed'],
  by: { team: 'teams', unit: 'unitName' },
} as const
const visits = {
  ledger: 'visit',
  day: 'visitedOn',
  stages: ['visited'],
  by: { team: 'team', village: 'village', unit: 'unitName' },
} as const
const matters: readonly Filter[] = [{ field: 'matterCount', op: 'from', value: 1 }]
const meetings = { ledger: 'meeting', day: 'heldOn', only: [], by: { unit: 'unitName' } } as const

const presentFields = {
  household: 'householdPresent',
  vehicle: 'vehiclePresent',
  street: 'streetPresent',
  building: 'buildingPresent',
  shop: 'shopPresent',
} as const satisfies Record<Team, string>

export const measures = {
  /** Who serves on the last day: 人员. */
  serving: { ...posts, sum: null, only: [] },
  /** 组: the groups they lead, each once however many lead it. Its rows are these people. */
  groups: { ...posts, sum: null, only: [{ field: 'groupCount', op: 'equals', value: 1 }] },
  /** 培训场次: a joint session is one, and one of each of its teams. */
  sessions: { ...trainings, sum: null },
  /** 参训人次, guests and 替会 among them. */
  attendances: { ...trainings, sum: (team) => (team === null ? 'presentCount' : presentFields[team]) },
  /** 参训人次 of joint sessions that nobody can divide: in the total, in no team's figure. */
  undivided: {
    ...trainings,
    sum: 'undividedPresent',
    only: [{ field: 'undividedPresent', op: 'notBlank' }],
  },
  outings: { ...visits, sum: null, only: [] },
  households: { ...visits, sum: 'householdCount', only: [] },
  people: { ...visits, sum: 'peopleCount', only: [] },
  leaflets: { ...visits, sum: 'leafletCount', only: [] },
  matters: { ...visits, sum: 'matterCount', only: matters },
  mattersDone: { ...visits, sum: 'doneMatterCount', only: matters },
  duties: {
    ledger: 'duty',
    day: 'dutyOn',
    sum: null,
    only: [],
    by: { team: 'teams', unit: 'unitName', event: 'event' },
  },
  /** 人次 of duty; one shift of several teams has one figure, so that it is not told by team. */
  dutyTimes: {
    ledger: 'duty',
    day: 'dutyOn',
    sum: 'personTimes',
    only: [],
    by: { unit: 'unitName', event: 'event' },
  },
  meetings: { ...meetings, sum: null },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as MeasureName[]
export const measureOf = (name: MeasureName): Measure => measures[name]

/** Whose records are read: the office's own, or the merged rows of a recipient. */
export type FigureHome = 'unit' | 'recipient'

export interface FigureScope {
  readonly home: FigureHome
  /** First and last day, both counted; null for since ever or until now. */
  readonly from: string | null
  readonly until: string | null
  /** The day of the roster. */
  readonly asOf: string
}

/** The day of the roster: the last of the period, and never one still to come. */
export const rosterDay = (until: string | null, today: string): string =>
  until === null || until > today ? today : until

/** A group of a figure: which way, and its name; the empty string is what has none. */
export interface InGroup {
  readonly by: FigureGroup
  readonly key: string
}

/** First and last day of `2026`, `2026-Q3` or `2026-09`. */
function daysOfTime(key: string): { readonly from: string; readonly until: string } {
  const year = key.slice(0, 4)
  const quarter = /Q([1-4])$/.exec(key)?.[1]
  const [month, length] =
    key.length === 4 ? ['01', 12] : quarter ? [String(Number(quarter) * 3 - 2).padStart(2, '0'), 3] : [key.slice(5), 1]
  const from = `${year}-${month}-01`
  return { from, until: daysAfter(monthsAfter(from, length), -1) }
}

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b)
const earlier = (a: string | null, b: string): string => (a !== null && a < b ? a : b)

function dayFilters(day: string, scope: FigureScope, time: InGroup | undefined): readonly Filter[] {
  const between = (from: string | null, until: string | null): readonly Filter[] => [
    ...(from === null ? [] : [{ field: day, op: 'from' as const, value: from }]),
    ...(until === null ? [] : [{ field: day, op: 'to' as const, value: until }]),
  ]
  if (time === undefined) return between(scope.from, scope.until)
  if (time.key === '') return [{ field: day, op: 'blank' }]
  const own = daysOfTime(time.key)
  return between(later(scope.from, own.from), earlier(scope.until, own.until))
}

const serving = (asOf: string): readonly Filter[] => [
  { field: 'selectedOn', op: 'toOrBlank', value: asOf },
  { field: 'leftOn', op: 'fromOrBlank', value: daysAfter(asOf, 1) },
]

/** The records of a measure's period, before they are told apart. */
export const recordsOf = (measure: Measure, scope: FigureScope, time?: InGroup): readonly Filter[] => [
  ...(measure.day === null ? serving(scope.asOf) : dayFilters(measure.day, scope, time)),
  ...(measure.stages !== undefined && scope.home === 'unit'
    ? [{ field: 'stage', op: 'in' as const, value: [...measure.stages] }]
    : []),
]

/** A field that holds several codes: a record belongs to each of them. */
const holdsSeveral = (field: string): boolean => field === 'teams'

/** The list behind a number: exactly its records. Null where the measure is not told apart that way. */
export function filtersOf(name: MeasureName, scope: FigureScope, groups: readonly InGroup[]): readonly Filter[] | null {
  const measure = measureOf(name)
  const time = groups.find((g) => isTimeGroup(g.by))
  if (time !== undefined && measure.day === null) return null
  const filters: Filter[] = [...recordsOf(measure, scope, time), ...measure.only]
  for (const { by, key } of groups) {
    if (isTimeGroup(by)) continue
    const field = measure.by[by]
    if (field === undefined) return null
    if (key === '') filters.push({ field, op: 'blank' })
    else filters.push({ field, op: holdsSeveral(field) ? 'has' : 'equals', value: key })
  }
  return filters
}

/** The field a number adds up, for a team, for those of none (''), or for all; null where it counts records. */
export const summedBy = (name: MeasureName, team: Team | '' | null): string | null => {
  const { sum } = measureOf(name)
  return typeof sum === 'function' ? sum(team || null) : sum
}

export type FigureValues = Readonly<Partial<Record<MeasureName, number>>>
export interface FigureRow {
  /** A team's code, a place's name, `2026-Q3`; the empty string for records that have none. */
  readonly key: string
  readonly values: FigureValues
}
export interface FiguresView {
  readonly home: FigureHome
  readonly asOf: string
  readonly rows: readonly FigureRow[]
  /** Each record once, so that rows of joint sessions need not add up to it. */
  readonly total: FigureValues
}

export const teamCodes: readonly Team[] = teams

/** The periods an office asks for by name. */
export const namedPeriods = ['thisQuarter', 'lastQuarter', 'thisYear', 'lastYear', 'ever'] as const
export type NamedPeriod = (typeof namedPeriods)[number]
export interface Period {
  readonly from: string | null
  readonly until: string | null
}

export function namedPeriod(name: NamedPeriod, today: string): Period {
  const year = Number(today.slice(0, 4))
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3)
  switch (name) {
    case 'thisQuarter':
      return daysOfTime(`${year}-Q${quarter}`)
    case 'lastQuarter':
      return daysOfTime(quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`)
    case 'thisYear':
      return daysOfTime(String(year))
    case 'lastYear':
      return daysOfTime(String(year - 1))
    case 'ever':
      return { from: null, until: null }
  }
}

/** A period as an address and a paper's note carry it: `2026-07-01..2026-09-30`, `..` for all. */
export const writtenPeriod = ({ from, until }: Period): string => `${from ?? ''}..${until ?? ''}`

/** Null for what names no period. */
export function readPeriod(written: string): Period | null {
  const parts = written.split('..')
  if (parts.length !== 2 || parts.some((p) => p !== '' && !isRealDate(p))) return null
  const [from = '', until = ''] = parts
  return from !== '' && until !== '' && until < from ? null : { from: from || null, until: until || null }
}

/** By what a longer or a shorter period is drawn: a curve of two bars says nothing, one of two hundred neither. */
export function timeGroupOf({ from, until }: Period): TimeGroup {
  if (from === null || until === null) return 'year'
  const months =
    (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7))
  return months < 18 ? 'month' : months < 60 ? 'quarter' : 'year'
}
