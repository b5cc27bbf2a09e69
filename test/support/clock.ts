import type { Clock } from '../../electron/core/host.ts'

/** A clock that goes on by one second with every question, so that no two instants of a test are the same. */
export interface TestClock extends Clock {
  /** Sets it to an instant; it goes on from there. */
  readonly set: (at: string) => void
  readonly skip: (ms: number) => void
}

export function testClock(start = '2026-11-23T01:00:00.000Z'): TestClock {
  let at = Date.parse(start)
  return {
    now: () => {
      at += 1000
      return new Date(at).toISOString()
    },
    today: () => new Date(at).toISOString().slice(0, 10),
    startOf: (day) => `${day}T00:00:00.000Z`,
    set: (next) => {
      at = Date.parse(next)
    },
    skip: (ms) => {
      at += ms
    },
  }
}
