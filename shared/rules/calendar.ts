/**
 * Counting of periods (民法典 201–203): the first day is not counted, a month ends on the corresponding day or at its
 * own end, and a period that would end on a day off ends on the next working day instead.
 */
import { daysAfter, lastDay, weekdayOf, yearOf } from './dates.ts'

/** Each is a table of its own: the prefecture adds days of its own to the national ones. */
export const holidayLayers = ['national', 'prefecture'] as const
export type HolidayLayer = (typeof holidayLayers)[number]

/** One year's arrangement (放假安排) of one layer. */
export interface HolidayTable {
  readonly layer: HolidayLayer
  readonly year: number
  /** Days off, weekends among them or not. */
  readonly off: readonly string[]
  /** Days of weekends that are worked in exchange (调休上班). */
  readonly work: readonly string[]
  /** The notice it was taken from. */
  readonly source: string
}

export interface Calendar {
  /** Days that a table names, and whether they are off. */
  readonly named: ReadonlyMap<string, boolean>
  /** Years with a national table. */
  readonly years: ReadonlySet<number>
}

/** Where both layers name a day, the prefecture's word stands. */
export function calendarOf(tables: readonly HolidayTable[]): Calendar {
  const inOrder = holidayLayers.flatMap((layer) => tables.filter((t) => t.layer === layer))
  const days = inOrder.flatMap((t) => [
    ...t.off.map((day) => [day, true] as const),
    ...t.work.map((day) => [day, false] as const),
  ])
  return { named: new Map(days), years: new Set(tables.filter((t) => t.layer === 'national').map((t) => t.year)) }
}

/** Rest days are weekends and holidays, without the weekend days that are worked. */
export const isRestDay = (calendar: Calendar, day: string): boolean => calendar.named.get(day) ?? weekdayOf(day) > 5

const isKnown = (calendar: Calendar, day: string): boolean => calendar.years.has(yearOf(day) ?? 0)

/** Where a period ends. */
export interface PeriodEnd {
  readonly dueOn: string
  /** 放假安排未导入: a year it was counted through has no table. */
  readonly tableMissing: boolean
}

/** The next working day when a period would end on a rest day (民法典 203); unshifted where a year has no table. */
export function shifted(calendar: Calendar, unshiftedOn: string): PeriodEnd {
  let day = unshiftedOn
  while (isKnown(calendar, day) && isRestDay(calendar, day) && day < lastDay) day = daysAfter(day, 1)
  return isKnown(calendar, day) ? { dueOn: day, tableMissing: false } : { dueOn: unshiftedOn, tableMissing: true }
}

/** Days that are not counted, both ends included. */
export interface Pause {
  readonly from: string
  readonly until: string
}

/** The last of so many working days after a day. In a year without a table every Monday to Friday counts. */
export function workingDaysAfter(calendar: Calendar, start: string, days: number, pause?: Pause): PeriodEnd {
  let [day, left, tableMissing] = [start, days, false]
  while (left > 0 && day < lastDay) {
    day = daysAfter(day, 1)
    if (pause !== undefined && day >= pause.from && day <= pause.until) {
      day = pause.until
      continue
    }
    tableMissing ||= !isKnown(calendar, day)
    if (!isRestDay(calendar, day)) left -= 1
  }
  return { dueOn: day, tableMissing }
}
