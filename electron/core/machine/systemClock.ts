import type { Clock } from '../host.ts'

/** The machine's clock; "today" is the date on its own wall. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date()
    const two = (n: number) => String(n).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
}
