import type { DossierItem, DossierView } from '../../../shared/contract/dossier.ts'
import { type DisputeData, dispute } from '../../../shared/ledgers/dispute.ts'
import { caseLife, stateOf } from '../../../shared/rules/caseLife.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import type { Settings } from '../../../shared/settings.ts'

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
    | 'followUp'
    | 'close'
    | 'dossier'
    | 'file'
    | 'done'
  readonly section: string
  readonly path: string | null
}

const step = (key: NextStep['key'], section: string, path: string | null = null): NextStep => ({ key, section, path })

/** 口头 and 书面 agreements are performed and followed up; other results only close. */
const agreed = (d: DisputeData): boolean => d.result === 'written' || d.result === 'oral'

type CaseNoAt = Settings['caseNoAt']

function towardsResult(d: DisputeData, caseNoAt: CaseNoAt): NextStep | null {
  // An end before 受理 needs neither number nor file.
  if (d.acceptanceDate === null && (d.result !== null || d.notAcceptedOn !== null)) return null
  if (d.acceptanceDate === null) return step('accept', 'acceptance', 'acceptanceDate')
  if (d.caseNo === null && caseNoAt === 'acceptance') return step('caseNo', 'acceptance', 'caseNo')
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

/** A promise not due yet is still to be performed; 回访 comes before 结案 (domain 4.4). */
function towardsPerformance(d: DisputeData): NextStep | null {
  if (!agreed(d) || d.closedOn !== null) return null
  if (d.performanceState === null || d.performanceState === 'notDue')
    return step('performance', 'performance', 'performanceState')
  return d.followUps.length === 0 ? step('followUp', 'performance', 'followUps') : null
}

function towardsFile(d: DisputeData): NextStep {
  const { next } = caseLife[stateOf(d)]
  if (next.includes('closed')) return step('close', 'filing', 'closedOn')
  if (!next.includes('archived') || d.acceptanceDate === null) return step('done', 'filing')
  return d.caseNo === null ? step('caseNo', 'filing') : step('file', 'filing', 'filedOn')
}

/**
 * Follows the statutory order; a case calmed on the spot needs no number and no paper. The 卷号 comes at 受理 or before
 * 立卷, as the office has it.
 */
export function nextStep(d: DisputeData, saved: boolean, caseNoAt: CaseNoAt): NextStep {
  if (!saved) return step('save', 'registration')
  const earlier = towardsResult(d, caseNoAt) ?? towardsEffect(d)
  if (earlier !== null) return earlier
  return towardsPerformance(d) ?? towardsFile(d)
}

const filing: readonly string[] = dispute.form.find((s) => s.key === 'filing')?.fields ?? []
/** The cover waits for what 立卷 itself fills in. */
const waitsForFiling = ({ lacks }: Pick<DossierItem, 'lacks'>): boolean =>
  lacks.length > 0 && lacks.every((path) => filing.includes(path))

/** Before 立卷 the dossier is made complete: while a must is missing, that comes first. */
export function withDossier(next: NextStep, dossier: Pick<DossierView, 'items'> | undefined): NextStep {
  const isShort = dossier?.items.some((i) => i.need === 'must' && i.state === 'lacking' && !waitsForFiling(i)) ?? false
  return next.key === 'file' && isShort ? step('dossier', 'filing') : next
}
