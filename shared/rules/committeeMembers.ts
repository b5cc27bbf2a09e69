/** How a committee is made up (人民调解法 8, 9, 13): what is asked of it, as sentences, never as a bar. */
import type { Settings } from '../settings.ts'
import { committeesOn } from './committees.ts'
import { daysAfter, daysBetween } from './dates.ts'

export type Mediator = Settings['mediators'][number]

/** Years of a term (人民调解法 9). */
const termYears = 3
/** Days before the end of a term from which 今日 reminds. */
const termWarningDays = 90

/** Rows with no committee written belong to the office's own. */
export const membersOf = (settings: Settings, committee: string): readonly Mediator[] =>
  settings.mediators.filter((m) => (m.committee === '' ? settings.committee : m.committee) === committee)

export const inOffice = ({ from, until }: Pick<Mediator, 'from' | 'until'>, on: string): boolean =>
  (from === null || from <= on) && (until === null || on <= until)

/** The last day of a term that began on a day: three years, less a day. */
export function termEnd(from: string): string {
  const [year = 0, rest = ''] = [Number(from.slice(0, 4)), from.slice(4)]
  const day = rest === '-02-29' ? '-03-01' : rest
  return daysAfter(`${year + termYears}${day}`, -1)
}

const compositionCodes = [
  'fewMembers',
  'manyMembers',
  'noChair',
  'severalChairs',
  'noWoman',
  'sexNotWritten',
  'peoplesNotAsked',
  'peoplesMissing',
] as const
const termCodes = ['termEnded', 'termEnding', 'termLong', 'termNotWritten'] as const
export type CommitteeCode = (typeof compositionCodes)[number] | (typeof termCodes)[number]

export interface CommitteeCheck {
  readonly committee: string
  readonly code: CommitteeCode
  readonly params: Readonly<Record<string, string | number>>
}

type Found = Omit<CommitteeCheck, 'committee'>
const found = (isSo: boolean, code: CommitteeCode, params: Found['params'] = {}): readonly Found[] =>
  isSo ? [{ code, params }] : []

/** 3–9 members, one 主任, women among them, and members of the smaller peoples where several live (art. 8). */
function composition(
  members: readonly Mediator[],
  peoples: Settings['smallerPeoples'][string] | null,
): readonly Found[] {
  const chairs = members.filter((m) => m.duty === 'chair').length
  const women = members.some((m) => m.sex === '2')
  const isUnknown = members.some((m) => m.sex === null)
  return [
    ...found(members.length < 3, 'fewMembers', { count: members.length }),
    ...found(members.length > 9, 'manyMembers', { count: members.length }),
    ...found(chairs === 0, 'noChair'),
    ...found(chairs > 1, 'severalChairs', { count: chairs }),
    ...found(!women, isUnknown ? 'sexNotWritten' : 'noWoman'),
    ...found(peoples === null, 'peoplesNotAsked'),
    ...found(peoples === 'missing', 'peoplesMissing'),
  ]
}

/** Whoever has a row that reaches further, or begins after this one ends, is re-elected. */
const isFollowed = (m: Mediator, all: readonly Mediator[]): boolean =>
  all.some((o) => o !== m && o.name === m.name && (o.until === null || o.until > (m.until ?? '')))

function terms(all: readonly Mediator[], today: string): readonly Found[] {
  return all.flatMap((m) => {
    const { name, from, until } = m
    if (until === null) return found(m.post === 'member', 'termNotWritten', { name })
    if (isFollowed(m, all)) return []
    const days = daysBetween(today, until)
    return [
      ...found(days < 0, 'termEnded', { name, until }),
      ...found(days >= 0 && days <= termWarningDays, 'termEnding', { name, until, days }),
      ...found(from !== null && until > termEnd(from), 'termLong', { name, until: from === null ? '' : termEnd(from) }),
    ]
  })
}

/** What a committee's list has to say for itself; nothing while it has no list. */
export function committeeChecks(settings: Settings, today: string): readonly CommitteeCheck[] {
  return committeesOn(settings, today).flatMap(({ name }) => {
    const all = membersOf(settings, name)
    if (all.length === 0) return []
    const members = all.filter((m) => m.post === 'member' && inOffice(m, today))
    const own = [...composition(members, settings.smallerPeoples[name] ?? null), ...terms(all, today)]
    return own.map((f) => ({ committee: name, ...f }))
  })
}

/** Terms that have ended or end within {@link termWarningDays} days, and the nearest end. */
export function termsDue(settings: Settings, today: string): { readonly count: number; readonly until: string } | null {
  const due = committeeChecks(settings, today).filter((c) => c.code === 'termEnded' || c.code === 'termEnding')
  const [first] = due.map((c) => String(c.params.until)).sort()
  return first === undefined ? null : { count: due.length, until: first }
}
