/** An outing: first a list of doors to go to, then what happened at each (domain 5.3). */
import type { Problem } from '../errors.ts'
import type { RuleContext } from '../ledgers/describe.ts'
import type { VisitData } from '../ledgers/visit.ts'
import { error, warning } from './problem.ts'

/** Households of one outing beyond which two outings were most likely typed as one. */
export const manyHouseholds = 30

type Household = VisitData['households'][number]

/** Something of what happened at the door is written down; its name alone is the list to go by. */
const isHouseholdVisited = (h: Household): boolean =>
  [h.peopleMet, h.leaflets, h.request, h.handledOnSpot, h.matter].some((value) => value !== null)

type What = Pick<VisitData, 'countOnly' | 'countedHouseholds' | 'households' | 'sheetFiled'>

/** Something of what happened is written: of a household, or as figures, or the signed sheet is on file. */
export const isWritten = (d: What): boolean =>
  d.sheetFiled === true ||
  (d.countOnly === true && d.countedHouseholds !== null) ||
  d.households.some(isHouseholdVisited)

/** A list of doors with nothing at any of them is a plan; an outing noted without households was made all the same. */
export const isVisited = (d: What): boolean => d.households.length === 0 || isWritten(d)

/** 计划, 已走访: worked out from the record, never chosen. */
export const visitStage = (d: What): 'planned' | 'visited' => (isVisited(d) ? 'visited' : 'planned')

function dayProblems(d: VisitData, { today }: RuleContext): readonly Problem[] {
  if (d.visitedOn === null) return []
  const ahead = d.visitedOn > today
  return [
    ...(ahead && isWritten(d) ? [error('visitedOn', 'visitedInFuture', { date: today })] : []),
    ...(ahead && d.households.length === 0 ? [warning('households', 'visitAheadNoDoors')] : []),
    ...(!ahead && !isVisited(d) ? [warning('households', 'visitNotWritten')] : []),
  ]
}

function figureProblems(d: VisitData): readonly Problem[] {
  const typed = (['countedHouseholds', 'countedPeople', 'countedLeaflets'] as const).find((f) => d[f] !== null)
  const count = d.households.length
  return [
    ...(d.countOnly === true && count > 0 ? [error('households', 'countOnlyHouseholds', { count })] : []),
    ...(d.countOnly !== true && typed !== undefined ? [warning(typed, 'figuresIdle')] : []),
    ...(count > manyHouseholds ? [warning('households', 'manyHouseholds', { count, most: manyHouseholds })] : []),
  ]
}

/** What is said of a matter although there is none. */
function matterless(h: Household, at: string): readonly Problem[] {
  if (h.matterResult !== null) return [error(`${at}.matterResult`, 'resultWithoutMatter')]
  if (h.matterDoneOn !== null) return [error(`${at}.matterDoneOn`, 'resultWithoutMatter')]
  const idle = h.matterUnit !== null ? 'matterUnit' : h.matterDueOn !== null ? 'matterDueOn' : null
  return idle === null ? [] : [warning(`${at}.${idle}`, 'matterMissing')]
}

function matterProblems(h: Household, at: string, d: VisitData, today: string): readonly Problem[] {
  if (h.matter === null) return matterless(h, at)
  const { visitedOn } = d
  const early = (day: string | null): boolean => day !== null && visitedOn !== null && day < visitedOn
  const date = visitedOn ?? ''
  const isDone = h.matterResult !== null || h.matterDoneOn !== null
  return [
    ...(h.matterUnit === null ? [warning(`${at}.matterUnit`, 'matterUnitMissing')] : []),
    ...(h.matterDueOn === null && !isDone ? [warning(`${at}.matterDueOn`, 'matterDueMissing')] : []),
    ...(early(h.matterDueOn) ? [error(`${at}.matterDueOn`, 'matterDueEarly', { date })] : []),
    ...(early(h.matterDoneOn) ? [error(`${at}.matterDoneOn`, 'matterDoneEarly', { date })] : []),
    ...(h.matterDoneOn !== null && h.matterDoneOn > today
      ? [error(`${at}.matterDoneOn`, 'matterDoneAhead', { date: today })]
      : []),
    ...(h.matterDoneOn !== null && h.matterResult === null
      ? [warning(`${at}.matterResult`, 'matterResultMissing')]
      : []),
  ]
}

/** Spaces do not tell one door from another. */
const doorKey = (door: string): string => door.replace(/\s+/g, '')

function doorsTwice(d: VisitData): readonly Problem[] {
  const seen = new Map<string, number>()
  return d.households.flatMap(({ door }, i): Problem[] => {
    if (door === null) return []
    const first = seen.get(doorKey(door))
    if (first !== undefined) return [warning(`households.${i}.door`, 'doorTwice', { row: first + 1 })]
    seen.set(doorKey(door), i)
    return []
  })
}

export const visitProblems = (d: VisitData, context: RuleContext): readonly Problem[] => [
  ...dayProblems(d, context),
  ...figureProblems(d),
  ...doorsTwice(d),
  ...d.households.flatMap((h, i) => matterProblems(h, `households.${i}`, d, context.today)),
]

/** Figures alone need their figure. */
export const visitNeeds = (d: VisitData): readonly string[] => (d.countOnly === true ? ['countedHouseholds'] : [])

/**
 * The name at the end of a door (`一组 3 户 才让·示例`), where a space tells it apart and nothing in it is of an address;
 * null leaves the name to the clerk.
 */
export function nameInDoor(door: string): string | null {
  const words = door.trim().split(/\s+/)
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const name = last.replace(/家$/, '')
  return /^[\p{Script=Han}\p{Script=Tibetan}·]{2,20}$/u.test(name) && !/[组户号楼栋院村社区室街路巷]/.test(name)
    ? name
    : null
}

/**
 * 份数 typed at one door are most often those of the next: a household at which people were met takes them over from the
 * row above, until something else is typed.
 */
export function leafletsTakenOver(next: VisitData, before: VisitData): VisitData {
  const households: Household[] = []
  for (const [i, h] of next.households.entries()) {
    const above = households[i - 1]?.leaflets ?? null
    const isNew = h.peopleMet !== null && (before.households[i]?.peopleMet ?? null) === null
    households.push(isNew && h.leaflets === null && above !== null ? { ...h, leaflets: above } : h)
  }
  return households.every((h, i) => h === next.households[i]) ? next : { ...next, households }
}
