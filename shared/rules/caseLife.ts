/**
 * The life of a case (domain 4.4): one table says how a state is told from the record, what it needs, what may follow
 * and who may bring a case there. Nothing of it is stored: the states a case has passed follow from what is written in
 * it, so that they can never disagree with its papers.
 */
import type { Role } from '../contract/call.ts'
import type { Problem } from '../errors.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import { effectiveOn } from './effect.ts'

/** In the order of the work; of the ends (`failed` … `terminated`) a case has one. */
export const caseStates = [
  'registered',
  'notAccepted',
  'calmed',
  'accepted',
  'investigating',
  'mediating',
  'agreed',
  'failed',
  'refused',
  'withdrawn',
  'transferred',
  'terminated',
  'performing',
  'followedUp',
  'closed',
  'archived',
] as const
export type CaseState = (typeof caseStates)[number]

interface StateRule {
  /** Told from the record alone. */
  readonly is: (d: DisputeData) => boolean
  /** The field that brings a case here: where a refused move is shown. */
  readonly mark: keyof DisputeData & string
  /** Further fields that have to be filled in. */
  readonly needs: (d: DisputeData) => readonly (keyof DisputeData & string)[]
  readonly next: readonly CaseState[]
  /** Who may bring a case here; another's hand needs a signed slip (审批单) whose number and date are typed. */
  readonly by: readonly Role[]
}

const anyone: readonly Role[] = ['clerk', 'mediator', 'head']
/** Decisions of the committee, not of the desk. */
const committee: readonly Role[] = ['mediator', 'head']
const ends = ['failed', 'refused', 'withdrawn', 'transferred', 'terminated'] as const
const nothing = () => []

const endedBy = (result: NonNullable<DisputeData['result']>) => (d: DisputeData) => d.result === result
const isAgreed = (d: DisputeData) => d.result === 'written' || d.result === 'oral'

export const caseLife: Readonly<Record<CaseState, StateRule>> = {
  registered: {
    is: () => true,
    mark: 'summary',
    needs: nothing,
    next: ['notAccepted', 'calmed', 'accepted', 'withdrawn', 'transferred'],
    by: anyone,
  },
  notAccepted: {
    is: (d) => d.notAcceptedOn !== null,
    mark: 'notAcceptedOn',
    needs: () => ['refusalGround', 'refusalReason'],
    next: [],
    by: committee,
  },
  // A dispute calmed on the spot ends without number and file (domain 2.3).
  calmed: { is: endedBy('calmed'), mark: 'result', needs: () => ['resultDate'], next: [], by: anyone },
  accepted: {
    is: (d) => d.acceptanceDate !== null,
    mark: 'acceptanceDate',
    needs: () => ['source'],
    next: ['investigating', 'mediating', 'refused', 'withdrawn', 'transferred', 'terminated'],
    by: anyone,
  },
  investigating: {
    is: (d) => d.inquiries.length > 0,
    mark: 'inquiries',
    needs: nothing,
    next: ['mediating', 'refused', 'withdrawn', 'transferred', 'terminated'],
    by: anyone,
  },
  mediating: {
    is: (d) => d.sessions.length > 0,
    mark: 'sessions',
    needs: () => ['mediators'],
    next: ['agreed', ...ends],
    by: anyone,
  },
  // 人民调解法 27–30: an agreement needs its record, a written one what art. 29 lists.
  agreed: {
    is: isAgreed,
    mark: 'result',
    needs: (d) =>
      d.result === 'written'
        ? ['resultDate', 'facts', 'clauses', 'performances', 'copies']
        : ['resultDate', 'clauses', 'oralAgreed'],
    next: ['performing'],
    by: anyone,
  },
  // 人民调解法 26: the other routes are told.
  failed: {
    is: endedBy('failed'),
    mark: 'result',
    needs: () => ['resultDate', 'otherRoutesToldOn'],
    next: ['closed'],
    by: anyone,
  },
  refused: { is: endedBy('refused'), mark: 'result', needs: () => ['resultDate'], next: ['closed'], by: anyone },
  withdrawn: { is: endedBy('withdrawn'), mark: 'result', needs: () => ['resultDate'], next: ['closed'], by: anyone },
  transferred: {
    is: endedBy('transferred'),
    mark: 'result',
    needs: () => ['resultDate', 'transferredTo', 'transferredLetterNo'],
    next: ['closed'],
    by: committee,
  },
  terminated: {
    is: endedBy('terminated'),
    mark: 'result',
    needs: () => ['resultDate', 'terminationReason', 'otherRoutesToldOn'],
    next: ['closed'],
    by: committee,
  },
  performing: {
    is: (d) => isAgreed(d) && effectiveOn(d) !== null,
    mark: 'sealedOn',
    needs: (d) => (d.result === 'written' ? ['agreementNo'] : []),
    next: ['followedUp', 'closed'],
    by: anyone,
  },
  followedUp: {
    is: (d) => d.followUps.length > 0 && isAgreed(d) && effectiveOn(d) !== null,
    mark: 'followUps',
    needs: nothing,
    next: ['closed'],
    by: anyone,
  },
  closed: {
    is: (d) => d.closedOn !== null,
    mark: 'closedOn',
    needs: (d) => (isAgreed(d) ? ['performanceState'] : []),
    next: ['archived'],
    by: anyone,
  },
  archived: {
    is: (d) => d.filedOn !== null,
    mark: 'filedOn',
    // What ended before 受理 has no file to put away.
    needs: () => ['acceptanceDate', 'caseNo', 'filedBy', 'retention'],
    next: [],
    by: ['clerk', 'head'],
  },
}

/** The states a case has passed, in order; the last is where it stands. */
export const pathOf = (d: DisputeData): readonly CaseState[] => caseStates.filter((s) => caseLife[s].is(d))

export const stateOf = (d: DisputeData): CaseState => pathOf(d).at(-1) ?? 'registered'

/** 补录 begins in any state at once: of the paper's needs only the numbers stay (domain 2.3, "Paper often comes first"). */
const lateNeeds: Readonly<Partial<Record<CaseState, readonly (keyof DisputeData & string)[]>>> = {
  agreed: ['resultDate'],
  archived: ['caseNo'],
}

/** Fields that the states a case has passed need. */
export function neededBy(d: DisputeData): readonly string[] {
  const path = pathOf(d)
  const needs = d.lateEntry === true ? (s: CaseState) => lateNeeds[s] ?? [] : (s: CaseState) => caseLife[s].needs(d)
  return [...new Set(path.flatMap(needs))]
}

/** The shortest lawful way from one state to another, both left out; null when there is none. */
export function wayBetween(from: CaseState, to: CaseState): readonly CaseState[] | null {
  let ways: readonly (readonly CaseState[])[] = [[from]]
  const seen = new Set<CaseState>([from])
  while (ways.length > 0) {
    const longer: (readonly CaseState[])[] = []
    for (const way of ways) {
      for (const next of caseLife[way.at(-1) ?? from].next) {
        if (next === to) return way.slice(1)
        if (seen.has(next)) continue
        seen.add(next)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return null
}

/** Of 补录 too: what was turned away, or calmed on the spot, was not mediated. */
function contradiction(path: readonly CaseState[]): readonly Problem[] {
  const from = (['notAccepted', 'calmed'] as const).find((s) => path.includes(s))
  const to = path.find((s) => s !== 'registered' && s !== from)
  if (from === undefined || to === undefined) return []
  return [{ path: caseLife[from].mark, code: 'moveClosed', severity: 'error', params: { from, to, via: '' } }]
}

/** Steps of a case's path that the table does not know: each is shown at the field that made it. */
export function lifeProblems(d: DisputeData): readonly Problem[] {
  const path = pathOf(d)
  if (d.lateEntry === true) return contradiction(path)
  return path.flatMap((to, i): readonly Problem[] => {
    const from = path[i - 1]
    if (from === undefined || caseLife[from].next.includes(to)) return []
    const way = wayBetween(from, to)
    const [code, via] = way === null ? ['moveClosed', ''] : ['moveTooFar', way.join(' ')]
    return [{ path: caseLife[to].mark, code, severity: 'error', params: { from, to, via } }]
  })
}

/** Left only by reopening, with a reason. */
const finished: readonly CaseState[] = ['closed', 'archived']

/** States entered by a change, and finished ones that it would quietly leave. */
export function movesOf(
  old: DisputeData | null,
  next: DisputeData,
): { readonly entered: readonly CaseState[]; readonly left: readonly CaseState[] } {
  const [before, after] = [old === null ? [] : pathOf(old), pathOf(next)]
  return {
    entered: after.filter((s) => !before.includes(s)),
    left: finished.filter((s) => before.includes(s) && !after.includes(s)),
  }
}
