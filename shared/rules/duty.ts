import type { Problem } from '../errors.ts'
import type { DutyData } from '../ledgers/duty.ts'
import { daysBetween } from './dates.ts'
import { error, warning } from './problem.ts'

/** Days of one record; a festival of more is several shifts. */
const longest = 31

/** What is wrong with a record of duty (domain 5.6). A shift may end on the next morning: times are not compared. */
export function dutyProblems(d: DutyData): readonly Problem[] {
  const { dutyOn, until } = d
  const span = dutyOn === null || until === null ? 0 : daysBetween(dutyOn, until)
  const after = dutyOn ?? ''
  return [
    ...(span < 0 ? [error('until', 'dateOrder', { step: 'dutyOn', after })] : []),
    ...(span >= longest ? [warning('until', 'dutyLong', { days: span + 1 })] : []),
    ...(d.people.length > 0 && d.countedTimes !== null ? [warning('countedTimes', 'countedIdle')] : []),
  ]
}
