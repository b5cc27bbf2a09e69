/** 区划: finding a place by what people call it, and what a name meant on a day (domain 6.3). */
import type { Problem } from '../errors.ts'
import { placeLevels } from '../ledgers/codes.ts'

export type PlaceLevel = (typeof placeLevels)[number]
export interface FormerName {
  readonly name: string
  /** Its last day; null where it is not known. */
  readonly until: string | null
}
/** A place as everybody of the office may read it. */
export interface PlaceName {
  readonly id: string
  readonly level: PlaceLevel
  readonly code: string | null
  readonly name: string
  /** The {@link pathOf} of the place above. */
  readonly under: string | null
  readonly formerNames: readonly FormerName[]
  readonly validFrom: string | null
  readonly validUntil: string | null
  /** The {@link pathOf} of the place it went into. */
  readonly mergedInto: string | null
}

export const levelOrder = (level: PlaceLevel): number => placeLevels.indexOf(level)

/** What may stand under what: a township and a 行业主管部门 both stand under the city, a group under any of them. */
const ranks: Readonly<Record<PlaceLevel, number>> = {
  city: 0,
  township: 1,
  street: 1,
  department: 1,
  village: 2,
  community: 2,
  grid: 3,
  group: 4,
}
const mayStandUnder = (own: PlaceLevel, upper: PlaceLevel): boolean =>
  ranks[upper] < ranks[own] || (own === 'department' && upper === 'department')

type Named = Pick<PlaceName, 'level' | 'name' | 'under'>
/** The name with the names above it, the city's left out: what tells 那吾镇新一村 from 勒秀镇新一村. */
export const pathOf = ({ level, name, under }: Named): string =>
  ranks[level] <= 1 || under === null ? name : `${under}${name}`

interface Index {
  readonly byCode: ReadonlyMap<string, PlaceName>
  readonly byPath: ReadonlyMap<string, PlaceName>
  readonly byName: ReadonlyMap<string, readonly PlaceName[]>
  /** By a former name, with or without what stands above it now or stood there. */
  readonly byFormer: ReadonlyMap<string, readonly PlaceName[]>
}
const indexes = new WeakMap<readonly PlaceName[], Index>()

function grouped(pairs: readonly (readonly [string, PlaceName])[]): ReadonlyMap<string, readonly PlaceName[]> {
  const found = new Map<string, PlaceName[]>()
  for (const [text, place] of pairs) {
    const known = found.get(text)
    if (known === undefined) found.set(text, [place])
    else if (!known.includes(place)) known.push(place)
  }
  return found
}

/** What a place may have been written as: its names, each alone and after what stands or stood above it. */
function formsOf(p: PlaceName, byPath: Index['byPath'], depth = 0): readonly string[] {
  const names = [p.name, ...p.formerNames.map((f) => f.name)]
  const upper = p.under === null || ranks[p.level] <= 1 ? undefined : byPath.get(p.under)
  const above = upper === undefined || depth > 5 ? [] : formsOf(upper, byPath, depth + 1)
  return [
    ...names,
    ...(p.under === null ? [] : [`${p.under}${p.name}`]),
    ...above.flatMap((a) => names.map((n) => a + n)),
  ]
}

function indexOf(places: readonly PlaceName[]): Index {
  const known = indexes.get(places)
  if (known !== undefined) return known
  const byPath = new Map(places.map((p) => [pathOf(p), p]))
  const made: Index = {
    byPath,
    byCode: new Map(places.flatMap((p) => (p.code === null ? [] : [[p.code, p]]))),
    byName: grouped(places.map((p) => [p.name, p])),
    byFormer: grouped(places.flatMap((p) => formsOf(p, byPath).map((form) => [form, p] as const))),
  }
  indexes.set(places, made)
  return made
}

/** Places that a text means, the surest reading only: a code, a full name, a name of today, one of before. */
export function placesNamed(places: readonly PlaceName[], text: string): readonly PlaceName[] {
  const { byCode, byPath, byName, byFormer } = indexOf(places)
  const typed = text.replace(/[\s/／]+/g, '')
  const sure = byCode.get(typed) ?? byPath.get(typed)
  return sure !== undefined ? [sure] : (byName.get(typed) ?? byFormer.get(typed) ?? [])
}

/** The one place a text means for somebody who asks for a place above theirs; null when there is none or several. */
export function upperNamed(places: readonly PlaceName[], level: PlaceLevel, text: string): PlaceName | null {
  const fitting = placesNamed(places, text).filter((p) => mayStandUnder(level, p.level))
  const standing = fitting.filter((p) => p.validUntil === null)
  const [found, ...others] = standing.length === 1 ? standing : fitting
  return found !== undefined && others.length === 0 ? found : null
}

/** As records call a place: by its name, with what stands above it only where the name is not the only one. */
const calledIn = (places: readonly PlaceName[], p: PlaceName): string =>
  (indexOf(places).byName.get(p.name)?.length ?? 0) > 1 ? pathOf(p) : p.name

/** The place that stands today for one that was merged, however often; itself for all others. */
function standsNow(places: readonly PlaceName[], p: PlaceName): PlaceName {
  const seen = new Set<PlaceName>()
  let now = p
  while (now.mergedInto !== null && !seen.has(now)) {
    seen.add(now)
    now = indexOf(places).byPath.get(now.mergedInto) ?? now
  }
  return now
}

/**
 * What is to be said of a name in a record of this day: that the place was called otherwise by then, or was no more.
 * Null where the name was right, or where the list does not know it.
 */
export function outdatedName(
  places: readonly PlaceName[],
  text: string,
  day: string,
): Pick<Problem, 'code' | 'params'> | null {
  const [found, ...others] = placesNamed(places, text)
  if (found === undefined || others.length > 0) return null
  const now = calledIn(places, standsNow(places, found))
  const until = found.validUntil
  if (until !== null && until < day)
    return { code: now === text ? 'placeClosed' : 'placeEnded', params: { name: text, until, now } }
  const former = found.formerNames.find((f) => text.endsWith(f.name))
  const isFormer = former !== undefined && !text.endsWith(found.name)
  return isFormer && (former.until ?? '') < day ? { code: 'placeRenamed', params: { name: text, now } } : null
}

const error = (path: string, code: string, params?: Problem['params']): Problem =>
  params === undefined ? { path, code, severity: 'error' } : { path, code, severity: 'error', params }

/** Whether a place stands under a full name, however far above. */
function standsUnder(places: readonly PlaceName[], p: PlaceName, path: string): boolean {
  const seen = new Set<PlaceName>()
  for (let at: PlaceName | undefined = p; at !== undefined && !seen.has(at); ) {
    if (at.under === path) return true
    seen.add(at)
    at = at.under === null ? undefined : indexOf(places).byPath.get(at.under)
  }
  return false
}

type Judged = Omit<PlaceName, 'id'>
function underProblems(others: readonly PlaceName[], next: Judged): readonly Problem[] {
  const { under, level } = next
  if (under === null) return []
  const upper = upperNamed(others, level, under)
  if (upper !== null) return standsUnder(others, upper, pathOf(next)) ? [error('under', 'placeUnderItself')] : []
  const found = placesNamed(others, under)
  const fitting = found.filter((p) => mayStandUnder(level, p.level))
  if (fitting.length > 1) {
    const offers = fitting.map((p) => ({ path: 'under', value: pathOf(p) }))
    return [{ ...error('under', 'placeSeveral', { names: fitting.map(pathOf).join('、') }), offers }]
  }
  if (found.length > 0) return [error('under', 'placeNotAbove', { name: under })]
  return [
    error('under', under === next.name || under === next.code ? 'placeUnderItself' : 'placeUnknown', { name: under }),
  ]
}

function mergeProblems(others: readonly PlaceName[], next: Judged): readonly Problem[] {
  const { mergedInto } = next
  if (mergedInto === null) return []
  const [into, ...more] = placesNamed(others, mergedInto)
  if (into === undefined)
    return [error('mergedInto', mergedInto === next.name ? 'placeIntoItself' : 'placeUnknown', { name: mergedInto })]
  if (more.length > 0) {
    const names = [into, ...more].map(pathOf)
    const offers = names.map((value) => ({ path: 'mergedInto', value }))
    return [{ ...error('mergedInto', 'placeSeveral', { names: names.join('、') }), offers }]
  }
  return standsNow(others, into).mergedInto === pathOf(next) ? [error('mergedInto', 'placeIntoItself')] : []
}

/** What is wrong with a place beside the others of the list: all of them errors. */
export function placeProblems(others: readonly PlaceName[], next: Judged): readonly Problem[] {
  const { byCode, byPath } = indexOf(others)
  const sameCode = next.code === null ? undefined : byCode.get(next.code)
  return [
    ...(sameCode === undefined ? [] : [error('code', 'placeCodeTaken', { name: pathOf(sameCode) })]),
    ...(byPath.has(pathOf(next)) ? [error('name', 'placeTwice', { name: pathOf(next) })] : []),
    ...underProblems(others, next),
    ...mergeProblems(others, next),
  ]
}

/** A name to choose: of a place that stands, one that was closed or merged, or a name of before. */
export interface PlaceChoice {
  readonly value: string
  readonly kind: 'standing' | 'merged' | 'closed' | 'former'
  /** What it is called now, where that differs. */
  readonly now: string
  /** The last day of the name, where it is known. */
  readonly until: string | null
  /** Former names and the code, by which it is looked for too. */
  readonly also: readonly string[]
}

function choicesFor(places: readonly PlaceName[], p: PlaceName, value: string): readonly PlaceChoice[] {
  const now = calledIn(places, standsNow(places, p))
  const kind = p.validUntil === null ? 'standing' : p.mergedInto === null ? 'closed' : 'merged'
  const also = [...p.formerNames.map((f) => f.name), ...(p.code === null ? [] : [p.code])]
  const former = p.formerNames.map(
    (f): PlaceChoice => ({ value: f.name, kind: 'former', now, until: f.until, also: [] }),
  )
  return [{ value, kind, now, until: p.validUntil, also }, ...former]
}

const choiceOrder = ['standing', 'closed', 'merged', 'former'] as const

/** What a field that names a place offers: what stands today first. `any` asks for full names. */
export function placeChoices(
  places: readonly PlaceName[],
  levels: readonly PlaceLevel[] | 'any',
): readonly PlaceChoice[] {
  const all = places
    .filter((p) => levels === 'any' || levels.includes(p.level))
    .flatMap((p) => choicesFor(places, p, levels === 'any' ? pathOf(p) : calledIn(places, p)))
    .filter((c) => levels !== 'any' || c.kind !== 'former')
  const sorted = choiceOrder.flatMap((kind) => all.filter((c) => c.kind === kind))
  const first = new Map(sorted.toReversed().map((c) => [c.value, c]))
  return sorted.filter((c) => first.get(c.value) === c)
}
