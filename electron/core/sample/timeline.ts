import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import type { Random } from './random.ts'

export type Result = NonNullable<DisputeData['result']>

/** The days of one case. What lies after today has not happened: cases are found in every state. */
export interface Timeline {
  readonly applied: string
  readonly accepted: string | null
  readonly sessions: readonly string[]
  /** Whether the last session of the plan has been held. */
  readonly ended: string | null
  readonly effective: string | null
  /** Day the undertaking is due, future or not. */
  readonly due: string
  readonly followedUp: string | null
  readonly closed: string | null
  readonly filed: string | null
}

/** Days between the applications of the first and the last case of a sample. */
export const sampleSpan = 300

export function timelineOf(random: Random, applied: string, result: Result, today: string): Timeline {
  const happened = (day: string) => (day <= today ? day : null)
  const accepted = daysAfter(applied, random.int(1, 3))
  const sessions: string[] = []
  for (let day = accepted, left = random.int(1, 3); left > 0; left -= 1) {
    day = daysAfter(day, random.int(2, 8))
    sessions.push(day)
  }
  const ended = sessions.at(-1) ?? accepted
  const effective = daysAfter(ended, random.int(0, 2))
  const due = daysAfter(effective, random.int(8, 45))
  const followedUp = daysAfter(due, random.int(1, 7))
  const promised = result === 'written' || result === 'oral'
  const closed = daysAfter(promised ? followedUp : ended, random.int(1, 8))
  return {
    applied,
    accepted: happened(accepted),
    sessions: sessions.filter((day) => day <= today),
    ended: happened(ended),
    effective: result === 'written' ? happened(effective) : null,
    due,
    followedUp: promised ? happened(followedUp) : null,
    closed: happened(closed),
    filed: happened(daysAfter(closed, random.int(8, 50))),
  }
}
