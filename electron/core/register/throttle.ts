import { AppError } from '../../../shared/errors.ts'

/** Free tries before waiting begins; then the wait doubles from two seconds to two minutes. */
const freeTries = 5

/** Slows down guessing of passwords; a restart of the program starts anew, since scrypt is the real brake. */
export function createThrottle() {
  let failures = { count: 0, at: 0 }
  const waitMs = (count: number) => (count < freeTries ? 0 : Math.min(120_000, 1000 * 2 ** (count - freeTries + 1)))
  return {
    /** Throws `too-many-attempts` with the seconds still to wait. */
    check(now: string): void {
      const left = failures.at + waitMs(failures.count) - Date.parse(now)
      // A clock set back must not lock anyone out for a year.
      if (left > 0 && left <= 120_000) throw new AppError('too-many-attempts', { seconds: Math.ceil(left / 1000) })
    },
    failed(now: string): void {
      failures = { count: failures.count + 1, at: Date.parse(now) }
    },
    forget(): void {
      failures = { count: 0, at: 0 }
    },
  }
}
