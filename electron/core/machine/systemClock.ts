import { wallDay } from '../../../shared/rules/dates.ts'
import type { Clock } from '../host.ts'

const now = () => new Date().toISOString()

/** The machine's clock; "today" is the date on its own wall. */
export const systemClock: Clock = {
  now,
  today: () => wallDay(now()),
  startOf: (day) => new Date(`${day}T00:00:00`).toISOString(),
}
