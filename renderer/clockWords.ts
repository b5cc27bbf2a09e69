import type { Clock } from '../shared/rules/clocks.ts'
import { daysBetween } from '../shared/rules/dates.ts'
import { fill, t } from './text.ts'

/** `履行：李示例 付款`. */
export const clockName = ({ kind, what }: Pick<Clock, 'kind' | 'what'>): string => {
  const { name } = t.clocks.kinds[kind]
  return what === '' ? name : fill(t.clocks.withWhat, { name, what })
}

type Ends = Pick<Clock, 'unshiftedOn' | 'dueOn'>

/** Where the end in law lies, when it is not the counted one. */
export const endWords = ({ unshiftedOn, dueOn }: Ends): string =>
  dueOn === unshiftedOn ? '' : fill(t.clocks.shiftedTo, { day: dueOn })

/** How far it is to the counted day; after it, to the end in law. */
export function daysWords({ unshiftedOn, dueOn }: Ends, today: string): string {
  if (today < unshiftedOn) return fill(t.clocks.daysLeft, { days: daysBetween(today, unshiftedOn) })
  if (today > dueOn) return fill(t.clocks.daysOver, { days: daysBetween(dueOn, today) })
  return today === dueOn ? t.clocks.endsToday : fill(t.clocks.inGrace, { day: dueOn })
}
