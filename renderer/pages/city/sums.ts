import type { Output } from '../../../shared/contract.ts'

export type Count = Output<'city.counts'>[number]

/** `2026`, or the empty string for sums of records without a date. */
export const yearOf = (count: Count): string => count.period.slice(0, 4)

/** Years that have sums, newest first. */
export const yearsOf = (counts: readonly Count[]): readonly string[] =>
  [...new Set(counts.map(yearOf))].toSorted().reverse()

const byMonth = (a: Count, b: Count): number =>
  b.period.localeCompare(a.period) ||
  a.ledger.localeCompare(b.ledger) ||
  a.measure.localeCompare(b.measure) ||
  a.category.localeCompare(b.category)

interface Shown {
  /** A unit's name; null adds all units up, under an empty name. */
  readonly unit: string | null
  readonly year: string
}

/** The sums of one unit, or of all units together, in one year; newest month first. */
export function sumsOf(counts: readonly Count[], { unit, year }: Shown): readonly Count[] {
  const sums = new Map<string, Count>()
  for (const c of counts) {
    if (yearOf(c) !== year || (unit !== null && c.unitName !== unit)) continue
    const key = JSON.stringify([c.ledger, c.period, c.measure, c.category])
    const amount = (sums.get(key)?.amount ?? 0) + c.amount
    sums.set(key, { ...c, amount, unitName: unit ?? '' })
  }
  return [...sums.values()].toSorted(byMonth)
}
