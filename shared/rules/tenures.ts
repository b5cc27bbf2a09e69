/** Who led a group when: the tenures of one group in their order (domain 5.1, 10 point 21). */
import type { Problem } from '../errors.ts'
import type { PostData } from '../ledgers/post.ts'
import { daysAfter, daysBetween } from './dates.ts'
import { heldOn, isByDepartment } from './post.ts'

/** What of a post says which group it leads. */
export type GroupFields = Pick<
  PostData,
  | 'team'
  | 'groupNo'
  | 'groupName'
  | 'township'
  | 'village'
  | 'grid'
  | 'department'
  | 'company'
  | 'shopName'
  | 'building'
  | 'roadSection'
>

/** 7, 7组 and 第7组 are one number. */
const numberOf = (groupNo: string): string => /^第?\s*(\d{1,9})\s*[组号]?$/.exec(groupNo.trim())?.[1] ?? groupNo.trim()

/** What a group without number or name is called by. */
function ownPlace(d: GroupFields): string | null {
  switch (d.team) {
    case 'vehicle':
      return d.company
    case 'street':
      return d.roadSection
    case 'shop':
      return d.shopName
    case 'building':
      return d.building
    default:
      return null
  }
}

/**
 * Two posts with the same key lead the same group: number (or name) inside team, unit, village and grid; buildings have
 * their own numbers. Null when nothing says which group it is: such a post has no predecessor but the one it names.
 */
export function groupKey(d: GroupFields): string | null {
  const own = d.groupNo === null ? (d.groupName ?? ownPlace(d)) : numberOf(d.groupNo)
  if (d.team === null || own === null) return null
  const building = d.team === 'building' ? d.building : null
  const department = isByDepartment(d.team) ? d.department : null
  return JSON.stringify([d.team, department, d.township, d.village, d.grid, building, own])
}

/** A person's time in the post: `leftOn` is the first day it was no longer held. */
export interface Tenure {
  readonly id: string
  readonly selectedOn: string | null
  readonly leftOn: string | null
}

/** Days on which nobody led the group: the first and the last. */
export interface Gap {
  readonly from: string
  /** Null while it lasts. */
  readonly until: string | null
  /** Null while it lasts. */
  readonly days: number | null
}

export type LineItem<T> = { readonly kind: 'tenure'; readonly tenure: T } | ({ readonly kind: 'gap' } & Gap)

const early = '0000-00-00'
/** The order in which they led it. */
export const byStart = (a: Tenure, b: Tenure): number =>
  (a.selectedOn ?? early) < (b.selectedOn ?? early) || (a.selectedOn === b.selectedOn && a.id < b.id) ? -1 : 1

const gapBetween = (from: string, next: string): Gap => ({
  from,
  until: daysAfter(next, -1),
  days: daysBetween(from, next),
})

/** The line of a group, newest first, with the times in which nobody led it. */
export function lineOf<T extends Tenure>(tenures: readonly T[]): readonly LineItem<T>[] {
  const items: LineItem<T>[] = []
  let covered: string | null = early
  for (const tenure of tenures.toSorted(byStart)) {
    const start: string = tenure.selectedOn ?? early
    if (covered !== null && covered !== early && covered < start)
      items.unshift({ kind: 'gap', ...gapBetween(covered, start) })
    items.unshift({ kind: 'tenure', tenure })
    covered = covered === null || tenure.leftOn === null ? null : covered > tenure.leftOn ? covered : tenure.leftOn
  }
  if (covered !== null && covered !== early) return [{ kind: 'gap', from: covered, until: null, days: null }, ...items]
  return items
}

/** Who led the group on a day: nobody, one, or two who shared it. */
export const leadersOn = <T extends Tenure>(tenures: readonly T[], day: string): readonly T[] =>
  tenures.filter((t) => heldOn(t, day))

/** Others whose time in the same post meets this one's on at least one day. */
export const overlapping = <T extends Tenure>(one: Tenure, others: readonly T[]): readonly T[] =>
  others.filter(
    (o) =>
      o.id !== one.id &&
      (o.leftOn === null || (one.selectedOn ?? early) < o.leftOn) &&
      (one.leftOn === null || (o.selectedOn ?? early) < one.leftOn),
  )

const error = (path: string, code: string, params?: Problem['params']): Problem =>
  params === undefined ? { path, code, severity: 'error' } : { path, code, severity: 'error', params }

/** What stands against ending a tenure on a day. */
export function endProblems(d: PostData, on: string): readonly Problem[] {
  if (d.leftOn !== null) return [error('leftOn', 'alreadyLeft', { date: d.leftOn })]
  if (d.selectedOn !== null && on < d.selectedOn)
    return [error('leftOn', 'endedBeforeSelected', { date: d.selectedOn })]
  return []
}

/** The person who follows; everything else of the post is the group's. */
export type SuccessorFields = Pick<
  PostData,
  | 'name'
  | 'otherName'
  | 'tibetanName'
  | 'sex'
  | 'birthDate'
  | 'idNumber'
  | 'phone'
  | 'languages'
  | 'selectedOn'
  | 'selectionWay'
  | 'approvedBy'
>

/** A vacancy between the two is allowed; two at once by replacement is not: whoever shares a post is registered beside. */
export const succession = (on: string, selectedOn: string | null): readonly Problem[] =>
  selectedOn !== null && selectedOn < on ? [error('successor.selectedOn', 'successorTooEarly', { date: on })] : []

/** The successor's own record: group, place and managers as the predecessor had them. */
export const successorOf = (d: PostData, id: string, person: SuccessorFields): PostData => ({
  ...d,
  // The shop is its keeper's.
  shopName: null,
  creditCode: null,
  ...person,
  leftOn: null,
  leavingReason: null,
  replaces: id,
  remarks: null,
  absent: {},
})
