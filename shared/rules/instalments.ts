/** 分期履行: a sum in parts with a due date each. */

export const intervals = { month: 1, quarter: 3, year: 12 } as const
export type Interval = keyof typeof intervals

export interface Plan {
  /** 分. */
  readonly total: number
  /** How many instalments, or the amount of each in 分. */
  readonly by: { readonly count: number } | { readonly each: number }
  readonly firstDue: string
  readonly every: Interval
}
export interface Instalment {
  /** 分. */
  readonly amount: number
  readonly dueOn: string
}

export const maxInstalments = 120

/** The day `months` later; a day the month does not have is its last one (31 January → 28 February → 31 March). */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(day, last))}`
}

/** Whole yuan stay whole: 10,000 yuan in three are 3,333, 3,333 and 3,334. */
function eachOf(total: number, count: number): number {
  const unit = total % 100 === 0 && total / 100 >= count ? 100 : 1
  return Math.floor(total / count / unit) * unit
}

/**
 * The instalments of a plan; what does not divide evenly is in the last, so that they sum to the total. Null when the
 * plan cannot be: a sum or part of nothing, a part above the total, more than {@link maxInstalments}.
 */
export function instalmentsOf({ total, by, firstDue, every }: Plan): readonly Instalment[] | null {
  if (!Number.isSafeInteger(total) || total <= 0) return null
  const each = 'each' in by ? by.each : Number.isInteger(by.count) && by.count > 0 ? eachOf(total, by.count) : 0
  if (!Number.isSafeInteger(each) || each <= 0 || each > total) return null
  const count = 'count' in by ? by.count : Math.ceil(total / each)
  if (count > maxInstalments) return null
  return Array.from({ length: count }, (_, i) => ({
    amount: i === count - 1 ? total - each * (count - 1) : each,
    dueOn: monthsLater(firstDue, i * intervals[every]),
  }))
}
