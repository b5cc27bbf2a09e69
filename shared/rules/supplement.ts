import type { Problem } from '../errors.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import { latestDate } from './dates.ts'
import { effectiveOn } from './effect.ts'

type Supplement = DisputeData['supplements'][number]

const actsOf = (s: Supplement): readonly string[] =>
  [s.signedByPartiesOn, s.signedByMediatorsOn, s.sealedOn].filter((d) => d !== null)

/** A 补充协议 takes effect like the agreement it adds to: with the last of its three acts (人民调解法 29). */
export function supplementEffectiveOn(s: Supplement): string | null {
  const acts = actsOf(s)
  return acts.length === 3 ? latestDate(acts) : null
}

const error = (path: string, code: string): Problem => ({ path, code, severity: 'error' })

/** There is something to add to only once the agreement is in effect; nothing of an addition is older than it. */
export function supplementProblems(d: DisputeData): readonly Problem[] {
  // Entered from paper it may stand anywhere.
  if (d.supplements.length === 0 || d.lateEntry === true) return []
  const on = effectiveOn(d)
  if (on === null) return [error('supplements', 'supplementEarly')]
  return d.supplements.flatMap((s, i) =>
    actsOf(s).some((act) => act < on) ? [error(`supplements.${i}.sealedOn`, 'supplementBefore')] : [],
  )
}
