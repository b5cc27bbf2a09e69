/** What is still owed when a case is closed. */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { isAgreed, type LawRule, placeIf } from './rule.ts'

const left = (d: DisputeData): number => d.performances.filter((p) => p.doneOn === null).length

export const performanceRules: readonly LawRule[] = [
  {
    // The clocks of a case end with it (人民调解法 31: the committee urges performance).
    code: 'promisesLeft',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(isAgreed(d) && d.closedOn !== null && d.performanceState !== 'done' && left(d) > 0, 'closedOn', {
        params: { count: left(d) },
      }),
  },
]
