import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { caseLife, stateOf } from '../../../shared/rules/caseLife.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'

/** The one thing to do next in a case, and the field where it is done. */
export interface NextStep {
  /** Key of the button's words in the text file, under `pages.case.next`. */
  readonly key:
    | 'save'
    | 'accept'
    | 'caseNo'
    | 'session'
    | 'result'
    | 'clauses'
    | 'agreementNo'
    | 'effect'
    | 'performance'
    | 'close'
    | 'file'
    | 'done'
  readonly section: string
  readonly path: string | null
}

const step = (key: NextStep['key'], section: string, path: string | null = null): NextStep => ({ key, section, path })

/** 口头 and 书面 agreements are performed and followed up; other results only close. */
const agreed = (d: DisputeData): boolean => d.result === 'written' || d.result === 'oral'

function towardsResult(d: DisputeData): NextStep | null {
  // An end before 受理 needs neither number nor file.
  if (d.acceptanceDate === null && (d.result !== null || d.notAcceptedOn !== null)) return null
  if (d.acceptanceDate === null) return step('accept', 'acceptance', 'acceptanceDate')
  if (d.caseNo === null) return step('caseNo', 'acceptance', 'caseNo')
  if (d.result !== null) return null
  return d.sessions.length === 0 ? step('session', 'mediation', 'sessions') : step('result', 'agreement', 'result')
}

function towardsEffect(d: DisputeData): NextStep | null {
  if (d.result !== 'written' || effectiveOn(d) !== null) return null
  if (d.clauses.length === 0 || d.performances.length === 0 || d.copies === null)
    return step('clauses', 'agreement', 'clauses')
  return d.agreementNo === null
    ? step('agreementNo', 'effect', 'agreementNo')
    : step('effect', 'effect', 'signedByPartiesOn')
}

/** Follows the statutory order; a case calmed on the spot needs no number and no paper. */
export function nextStep(d: DisputeData, saved: boolean): NextStep {
  if (!saved) return step('save', 'registration')
  const earlier = towardsResult(d) ?? towardsEffect(d)
  if (earlier !== null) return earlier
  if (agreed(d) && d.performanceState === null) return step('performance', 'performance', 'performanceState')
  const { next } = caseLife[stateOf(d)]
  if (next.includes('closed')) return step('close', 'filing', 'closedOn')
  return next.includes('archived') && d.acceptanceDate !== null
    ? step('file', 'filing', 'filedOn')
    : step('done', 'filing')
}
