/** What a paper of the rosters is about, written as one line: it stands in the notes of its prints. */
import { teams } from '../ledgers/codes.ts'
import { isRealDate } from './dates.ts'

type Team = (typeof teams)[number]
export interface RosterScope {
  readonly team: Team | null
  readonly village: string | null
  readonly department: string | null
}
export const wholeRoster: RosterScope = { team: null, village: null, department: null }

export interface RosterAbout extends RosterScope {
  readonly on: string
  /** The clerk asked for phones on the paper. */
  readonly phones: boolean
}
export interface ChangesAbout extends RosterScope {
  readonly from: string
  readonly until: string
}

const parted = '|'
const scopeParts = ({ team, village, department }: RosterScope): readonly string[] =>
  [team, village, department].map((v) => (v ?? '').replaceAll(parted, ' '))

export const rosterAbout = (a: RosterAbout): string =>
  [a.on, ...scopeParts(a), ...(a.phones ? ['phones'] : [])].join(parted)
export const changesAbout = (a: ChangesAbout): string => [a.from, a.until, ...scopeParts(a)].join(parted)

function scopeOf([team = '', village = '', department = '']: readonly string[]): RosterScope | null {
  const known = teams.find((one) => one === team) ?? null
  if (known === null && team !== '') return null
  return { team: known, village: village === '' ? null : village, department: department === '' ? null : department }
}

/** Null for what no roster is about. */
export function parsedRoster(about: string | null): RosterAbout | null {
  const [on = '', ...rest] = (about ?? '').split(parted)
  const scope = scopeOf(rest)
  const phones = rest[3]
  if (scope === null || !isRealDate(on) || rest.length > 4 || (phones !== undefined && phones !== 'phones')) return null
  return { on, ...scope, phones: phones !== undefined }
}

/** Null for what no table of changes is about, days in the wrong order among it. */
export function parsedChanges(about: string | null): ChangesAbout | null {
  const [from = '', until = '', ...rest] = (about ?? '').split(parted)
  const scope = scopeOf(rest)
  if (scope === null || rest.length > 3 || !isRealDate(from) || !isRealDate(until) || until < from) return null
  return { from, until, ...scope }
}
