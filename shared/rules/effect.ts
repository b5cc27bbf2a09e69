import type { DisputeData } from '../ledgers/dispute.ts'
import { latestDate } from './dates.ts'

type Acts = Pick<DisputeData, 'result' | 'resultDate' | 'signedByPartiesOn' | 'signedByMediatorsOn' | 'sealedOn'>

/**
 * Day the agreement takes effect, or null while it has not: a written one with the last of its three acts
 * (人民调解法 29), an oral one on the day the parties agree (人民调解法 30).
 */
export function effectiveOn(d: Acts): string | null {
  if (d.result === 'oral') return d.resultDate
  return d.signedByPartiesOn && d.signedByMediatorsOn && d.sealedOn
    ? latestDate([d.signedByPartiesOn, d.signedByMediatorsOn, d.sealedOn])
    : null
}
