import type { Offer, Problem } from '../../errors.ts'
import type { RuleContext } from '../../ledgers/describe.ts'
import type { DisputeData } from '../../ledgers/dispute.ts'

/** Where a rule is broken, with the facts its sentence needs and what could be chosen instead. */
export interface Place {
  readonly path: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly offers?: readonly Offer[]
}

/** One sentence of the law or of the file reviewers, asked of every case. */
export interface LawRule {
  /** The problem's code; its sentence says the reason, and the law by name and article. */
  readonly code: string
  /** An error refuses the save, a warning is shown and may stand. */
  readonly severity: Problem['severity']
  /** Law and article; null where domain.md names none: a rule of the forms, of reviewers or of good practice. */
  readonly law: string | null
  /** Refused even where the paper came first; otherwise 补录 takes what the paper says and only remarks on it. */
  readonly alsoLate?: true
  /** Where it is broken; none where all is well. */
  readonly when: (d: DisputeData, context: RuleContext) => readonly Place[]
}

/** One place, or none. */
export const placeIf = (broken: boolean, path: string, more: Omit<Place, 'path'> = {}): readonly Place[] =>
  broken ? [{ path, ...more }] : []

type ListName = { [K in keyof DisputeData]: DisputeData[K] extends readonly object[] ? K : never }[keyof DisputeData] &
  string

/** The parts of a list for which something holds, each at one of its fields. */
export function partsWhere<L extends ListName>(
  d: DisputeData,
  list: L,
  field: keyof DisputeData[L][number] & string,
  broken: (part: DisputeData[L][number]) => boolean,
): readonly Place[] {
  const parts = d[list] as readonly DisputeData[L][number][]
  return parts.flatMap((part, i) => placeIf(broken(part), `${list}.${i}.${field}`))
}

/** What the rules find in a case. */
export function judged(rules: readonly LawRule[], d: DisputeData, context: RuleContext): readonly Problem[] {
  return rules.flatMap(({ code, severity, alsoLate, when }) => {
    const weight = d.lateEntry === true && alsoLate !== true ? 'warning' : severity
    return when(d, context).map((place): Problem => ({ ...place, code, severity: weight }))
  })
}

export const isAgreed = (d: DisputeData): boolean => d.result === 'written' || d.result === 'oral'

/** Neither ended nor turned away. */
export const isOpen = (d: DisputeData): boolean => d.result === null && d.notAcceptedOn === null
