import type { DisputeData } from '../ledgers/dispute.ts'
import type { CasePaper, DossierPaper } from './casePapers.ts'

/** Stages of the work that the papers of a case are grouped by, for the desk. */
export const paperStages = ['acceptance', 'mediation', 'agreement', 'filing'] as const
export type PaperStage = (typeof paperStages)[number]

/** In the order of the work (domain 2.1, 2.3); each paper in one stage. */
export const papersByStage: Readonly<Record<PaperStage, readonly string[]>> = {
  acceptance: ['application', 'acceptanceForm', 'rightsNotice', 'powerOfAttorney', 'refusalNotice'],
  mediation: [
    ...['inquiryRecord', 'evidenceList', 'mediationRecord', 'extensionConsent', 'policeReport', 'transferLetter'],
    'terminationNotice',
  ],
  agreement: [
    ...['agreement', 'oralAgreement', 'simpleForm', 'supplement', 'receipt', 'urgingNotice', 'followUpRecord'],
    'confirmationApplication',
  ],
  filing: ['dossierNote', 'closingReport', 'cover', 'catalogue', 'backCover', 'reviewSheet'],
}

export const stageOfPaper = (paper: CasePaper | DossierPaper): PaperStage =>
  paperStages.find((stage) => papersByStage[stage].includes(paper)) ?? 'filing'

const isAgreed = (d: DisputeData): boolean => d.result === 'written' || d.result === 'oral' || d.clauses.length > 0

/** Where the case stands at the desk: the papers of this stage are wanted now. */
export function paperStageOf(d: DisputeData): PaperStage {
  if (d.closedOn !== null || d.filedOn !== null) return 'filing'
  if (isAgreed(d)) return 'agreement'
  const isHeard = d.inquiries.length > 0 || d.sessions.length > 0
  return isHeard || (d.acceptanceDate !== null && d.result !== null) ? 'mediation' : 'acceptance'
}
