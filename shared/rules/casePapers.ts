import type { DisputeData } from '../ledgers/dispute.ts'

/** Papers of a case that the register prints (domain 2.3). */
export const casePapers = ['agreement'] as const
export type CasePaper = (typeof casePapers)[number]

type Path = string
interface PaperRule {
  /** How many of them the case has: one, or one for each part of a list. */
  readonly count: (d: DisputeData) => number
  /** What has to be filled in before the paper may be printed for signing, of those fields still empty. */
  readonly lacks: (d: DisputeData, part: number) => readonly Path[]
}

const empty = (d: DisputeData, fields: readonly (keyof DisputeData & string)[]): readonly Path[] =>
  fields.filter((f) => d[f] === null)

export const casePaperRules: Readonly<Record<CasePaper, PaperRule>> = {
  agreement: { count: () => 1, lacks: (d) => empty(d, ['agreementNo']) },
}

/** Name under which a paper is kept, and its copies are counted: `agreement`, `supplement.0`. */
export const paperKey = (paper: CasePaper, part: number): string => (isListed(paper) ? `${paper}.${part}` : paper)

/** One paper for each part of a list. */
const listed: readonly string[] = []
export const isListed = (paper: CasePaper): boolean => listed.includes(paper)

/** One paper of a case, with the name it is kept under. */
export interface PaperOfCase {
  readonly paper: CasePaper
  readonly part: number
  readonly key: string
}

/** The papers of a case as it stands, in the order of the work. */
export const papersOf = (d: DisputeData): readonly PaperOfCase[] =>
  casePapers.flatMap((paper) =>
    Array.from({ length: casePaperRules[paper].count(d) }, (_, part) => ({ paper, part, key: paperKey(paper, part) })),
  )
