import type { DisputeData } from '../ledgers/dispute.ts'
import { monthOf } from './dates.ts'

interface Cell {
  readonly period: string
  readonly measure: string
  readonly category: string
  readonly amount: number
}

/** Sum promised, in 分. */
export const amountPromised = (d: DisputeData): number => d.performances.reduce((sum, p) => sum + (p.amount ?? 0), 0)

const isAgreed = (d: DisputeData): boolean => d.result === 'written' || d.result === 'oral'

/**
 * A case in the sense of the tables (domain 3.4): one that was accepted. A paper of before the register may leave the
 * day of 受理 open, and is a case all the same; it is counted without a month.
 */
const isCase = (d: DisputeData): boolean => d.acceptanceDate !== null || d.lateEntry === true

/**
 * What a dispute adds to the sums: its intake in the month of 受理, its result in the month of the result, so that types
 * add up to the intake and 书面 and 口头 to the successes. What was turned away or calmed on the spot is counted apart.
 */
export function caseCounts(d: DisputeData): readonly Cell[] {
  const type = d.typeJustice ?? ''
  if (d.notAcceptedOn !== null)
    return [{ period: monthOf(d.notAcceptedOn), measure: 'notAccepted', category: d.refusalGround ?? '', amount: 1 }]
  if (d.result === 'calmed') return [{ period: monthOf(d.resultDate), measure: 'calmed', category: type, amount: 1 }]
  if (!isCase(d)) return []
  const accepted = { period: monthOf(d.acceptanceDate), category: type }
  const intake = [
    { ...accepted, measure: 'accepted', amount: 1 },
    { ...accepted, measure: 'parties', amount: d.parties.length },
  ]
  if (d.result === null) return intake
  const closed = { period: monthOf(d.resultDate), category: d.result }
  const sum = isAgreed(d) ? [{ ...closed, measure: 'amount', amount: amountPromised(d) }] : []
  return [...intake, { ...closed, measure: 'closed', amount: 1 }, ...sum]
}
