/** Free will: a clear refusal ends a mediation, and who leaves it is told where else to turn (人民调解法 17, 26). */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { isAgreed, isOpen, type LawRule, placeIf } from './rule.ts'

/** The first day on which a party clearly refused. */
function refusedOn(d: DisputeData): string | null {
  const days = d.parties.flatMap((p) => p.refusedOn ?? [])
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}

export const freeWillRules: readonly LawRule[] = [
  {
    code: 'sessionAfterRefusal',
    severity: 'error',
    law: '人民调解法 17',
    when: (d) => {
      const on = refusedOn(d)
      return d.sessions.flatMap((s, i) =>
        placeIf(on !== null && s.heldOn !== null && s.heldOn > on, `sessions.${i}.heldOn`, {
          params: { on: on ?? '' },
        }),
      )
    },
  },
  {
    code: 'agreedAfterRefusal',
    severity: 'error',
    law: '人民调解法 17',
    when: (d) => {
      const on = refusedOn(d)
      const late = on !== null && isAgreed(d) && (d.resultDate === null || d.resultDate >= on)
      return placeIf(late, 'result', { params: { on: on ?? '' }, offers: [{ path: 'result', value: 'refused' }] })
    },
  },
  {
    code: 'refusalEnds',
    severity: 'warning',
    law: '人民调解法 17',
    when: (d) => {
      const on = refusedOn(d)
      return placeIf(on !== null && isOpen(d), 'result', {
        params: { on: on ?? '' },
        offers: [{ path: 'result', value: 'refused' }],
      })
    },
  },
  {
    // For 调解不成 and 终止 the table of states asks for it.
    code: 'otherRoutes',
    severity: 'warning',
    law: '人民调解法 26',
    when: (d) => placeIf(d.result === 'refused' && d.otherRoutesToldOn === null, 'otherRoutesToldOn'),
  },
]
