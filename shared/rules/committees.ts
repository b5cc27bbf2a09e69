import type { Problem } from '../errors.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import type { Committee, Settings } from '../settings.ts'
import type { Series } from './numbers.ts'

const unlisted = (name: string): Committee => ({
  name,
  kind: null,
  validFrom: null,
  validUntil: null,
  caseNoPattern: null,
  agreementNoPattern: null,
})

/** Every committee of the office, its own first, also while it is not described in the list. */
export function committeesOf({ committee, committees }: Settings): readonly Committee[] {
  if (committee === '') return committees
  const own = committees.find((c) => c.name === committee) ?? unlisted(committee)
  return [own, ...committees.filter((c) => c.name !== committee)]
}

/** The pattern of a committee's numbers: its own, else the office's; a name only typed has the office's. */
export function patternOf(settings: Settings, committee: string, series: Series): string {
  const field = series === 'caseNo' ? 'caseNoPattern' : 'agreementNoPattern'
  return settings.committees.find((c) => c.name === committee)?.[field] ?? settings[field]
}

/** Whether a name was on the seal that day; with a day not known every name was. */
const isValidOn = ({ validFrom, validUntil }: Committee, on: string | null): boolean =>
  on === null || ((validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil))

/** Committees whose name was on the seal that day: what a case of that day chooses from. */
export const committeesOn = (settings: Settings, on: string | null): readonly Committee[] =>
  committeesOf(settings).filter((c) => isValidOn(c, on))

/** A paper carries the name that was on the seal on its day (domain 2.3): after a renaming the old one is no mistake before. */
export function committeeProblems(d: DisputeData, settings: Settings): readonly Problem[] {
  const listed = settings.committees.find((c) => c.name === d.committee)
  const on = d.acceptanceDate ?? d.applicationDate
  if (listed === undefined || isValidOn(listed, on)) return []
  return [{ path: 'committee', code: 'committeeNotOnSeal', severity: 'warning', params: { date: on ?? '' } }]
}
