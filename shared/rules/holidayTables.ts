import type { HolidayTable } from './calendar.ts'
import { daysAfter } from './dates.ts'

/** Days of a year, `MM-DD` or a run `MM-DD..MM-DD`, both ends included. */
function daysIn(year: number, runs: string): readonly string[] {
  return runs
    .split(' ')
    .filter(Boolean)
    .flatMap((run) => {
      const [first = '', last = first] = run.split('..').map((day) => `${year}-${day}`)
      const days = [first]
      while ((days.at(-1) ?? last) < last) days.push(daysAfter(days.at(-1) ?? last, 1))
      return days
    })
}

const table = (of: Pick<HolidayTable, 'layer' | 'year' | 'source'>, off: string, work = ''): HolidayTable => ({
  ...of,
  off: daysIn(of.year, off),
  work: daysIn(of.year, work),
})

const national = (year: number) =>
  ({ layer: 'national', year, source: `国务院办公厅关于${year}年部分节假日安排的通知` }) as const
/** The day off after the National Day holiday, which 甘南 has of its own since 2025. */
const gannan = (year: number) => ({ layer: 'prefecture', year, source: '甘南藏族自治州放假安排' }) as const

/** Tables that come with the program; an office replaces or removes them, and takes in later years by file. */
export const builtInHolidays: readonly HolidayTable[] = [
  table(
    national(2024),
    '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ),
  table(
    national(2025),
    '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ),
  table(
    national(2026),
    '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ),
  table(gannan(2025), '10-09'),
  table(gannan(2026), '10-08'),
]
