import type { DisputeData } from '../ledgers/dispute.ts'

type Performance = DisputeData['performances'][number]

/** What was promised and not yet done on a day, with its place in the list. */
export interface Undone {
  readonly place: number
  readonly performance: Performance
  /** The day it was promised for has passed. */
  readonly isOverdue: boolean
}

/**
 * What a 督促 of that day is about (人民调解法 31): the promises whose day had passed undone; before any has, those
 * that are still to be kept.
 */
export function undoneOn({ performances }: Pick<DisputeData, 'performances'>, day: string): readonly Undone[] {
  const undone = performances.flatMap((performance, place) => {
    const { doneOn, dueOn } = performance
    if (doneOn !== null && doneOn <= day) return []
    return [{ place, performance, isOverdue: dueOn !== null && dueOn < day }]
  })
  const overdue = undone.filter((u) => u.isOverdue)
  return overdue.length > 0 ? overdue : undone
}
