import { amountPromised, caseCounts } from '../rules/caseCounts.ts'
import { caseStates, neededBy, stateOf } from '../rules/caseLife.ts'
import { disputeRules, filledDispute } from '../rules/dispute.ts'
import { effectiveOn } from '../rules/effect.ts'
import * as c from './codes.ts'
import type { DataOf } from './describe.ts'
import {
  code,
  date,
  decimal,
  defineLedger,
  flag,
  integer,
  list,
  money,
  name,
  paragraph,
  text,
  time,
} from './describe.ts'
import { disputeForm } from './disputeForm.ts'
import * as p from './disputeParts.ts'

const fields = {
  committee: text({ max: 60, needed: true, travel: 'exact', index: true }),
  village: text({ max: 60, search: 'words', index: true, place: ['village', 'community'] }),
  gridUnit: text({ max: 60, place: ['grid'] }),
  householdGroup: text({ max: 60 }),
  externalNo: text({ max: 40, search: 'number' }),
  /** 补录: the paper came first; its own numbers and dates are typed, in whatever state it is. */
  lateEntry: flag(),
  /** 重新调解 of an earlier agreement (人民调解法 33): that case's number, as text. */
  continuesCaseNo: text({ max: 60, search: 'number' }),
  caseNo: text({ max: 60, travel: 'exact', search: 'number', index: true }),
  applicationDate: date({ index: true }),
  applicationForm: code('applicationForm', c.applicationForms),
  acceptanceDate: date({ travel: 'month', index: true }),
  notAcceptedOn: date(),
  refusalGround: code('refusalGround', c.refusalGrounds),
  refusalReason: text({ max: 500 }),
  source: code('caseSource', c.caseSources, { travel: 'exact', index: true }),
  transferUnit: text({ max: 60 }),
  transferLetterNo: text({ max: 60 }),
  typeJustice: code('justiceType', c.justiceTypes, { needed: true, travel: 'exact', index: true }),
  /** A name of the office's own list (settings), summed in one national type. */
  localSubtype: text({ max: 40 }),
  /** The older table of 15 (domain 3.1), as it stands on a paper of that time. */
  typeOlder: code('olderType', c.olderTypes),
  /** 涉及权属: government decides ownership (土地管理法 14, 草原法 16), mediation only use and damage. */
  ownershipDispute: flag(),
  typeSocial: code('socialType', c.socialTypes),
  scale: code('scale', c.scales),
  difficulty: code('difficulty', c.difficulties, { travel: 'exact', index: true }),
  /** 预警 of the event, never of a person. */
  warningLevel: code('warningLevel', c.warningLevels),
  warnedOn: date(),
  occurredOn: date(),
  occurredAt: text({ max: 120, search: 'words' }),
  longitude: decimal({ min: -180, max: 180, degrees: 'longitude' }),
  latitude: decimal({ min: -90, max: 90, degrees: 'latitude' }),
  peopleInvolved: integer({ max: 100000 }),
  unitsInvolved: text({ max: 200 }),
  summary: paragraph({ max: 2000, needed: true, search: 'words' }),
  claims: list(p.claim),
  parties: list(p.party, { travel: { as: 'count' }, needed: true }),
  agents: list(p.agent),
  mediators: list(p.mediator, { travel: { as: 'values', field: 'name' } }),
  recorder: name({ search: 'name' }),
  participants: list(p.participant),
  attendants: list(p.attendant),
  noticeDate: date(),
  noticeForm: code('noticeForm', c.noticeForms),
  openness: code('openness', c.openness),
  inquiries: list(p.inquiry),
  evidence: list(p.evidence),
  sessions: list(p.session, { travel: { as: 'count' } }),
  extensions: list(p.extension),
  escalations: list(p.escalation),
  /** Time a medical appraisal takes is not counted (医疗纠纷预防和处理条例 38). */
  appraisalFrom: date(),
  appraisalUntil: date(),
  result: code('result', c.results, { travel: 'exact', index: true }),
  resultDate: date({ travel: 'month', index: true }),
  terminationReason: text({ max: 500 }),
  transferredTo: text({ max: 60 }),
  transferredLetterNo: text({ max: 60 }),
  transferReason: text({ max: 500 }),
  /** The parties find writing unnecessary (人民调解法 28). */
  oralAgreed: flag(),
  oralReason: text({ max: 200 }),
  otherRoutesToldOn: date(),
  agreementNo: text({ max: 60, travel: 'exact', search: 'number', index: true }),
  facts: paragraph({ max: 20000, search: 'words' }),
  responsibilities: paragraph({ max: 5000 }),
  clauses: list(p.clause),
  /** 四至 of the land an agreement is about. */
  bounds: paragraph({ max: 1000 }),
  boundaryMarks: list(p.boundaryMark),
  performances: list(p.performance),
  copies: integer({ max: 99 }),
  signedByPartiesOn: date({ givenByCall: true }),
  signedByMediatorsOn: date({ givenByCall: true }),
  sealedOn: date({ givenByCall: true }),
  confirmationWanted: flag(),
  /** Both parties together (人民调解法 33). */
  confirmationJoint: flag(),
  confirmationAppliedOn: date(),
  confirmationCourt: text({ max: 60 }),
  confirmationNo: text({ max: 60, search: 'number' }),
  confirmationResult: code('confirmResult', c.confirmResults),
  performanceState: code('performanceState', c.performanceStates, { travel: 'exact', index: true }),
  supplements: list(p.supplement),
  urgings: list(p.urging),
  followUps: list(p.followUp),
  preventedCrimeCases: integer({ max: 9999 }),
  preventedCrimePeople: integer({ max: 99999 }),
  preventedPetitionCases: integer({ max: 9999 }),
  preventedPetitionPeople: integer({ max: 99999 }),
  preventedFights: integer({ max: 9999 }),
  preventedSuicides: integer({ max: 9999 }),
  /** 可能激化 (人民调解法 25). */
  mayEscalate: flag(),
  /** Abuse of a minor or of a person without capacity is suspected: it must be reported. */
  abuseSuspected: flag(),
  policeReportedOn: date(),
  policeReportedAt: time(),
  policeReportedTo: text({ max: 60 }),
  policeReceivedBy: name(),
  policeLetterNo: text({ max: 60 }),
  /** What may happen and what was done at once: about the event (人民调解法 25). */
  policeReportReason: paragraph({ max: 1000 }),
  closedOn: date({ travel: 'month', index: true }),
  filedBy: name(),
  filedOn: date(),
  checkedBy: name(),
  checkedOn: date(),
  /** 卷宗情况说明: missing papers, copies, special points. */
  dossierNote: paragraph({ max: 2000 }),
  retention: code('retention', c.retentions),
  pages: integer({ max: 9999 }),
  box: text({ max: 40, search: 'number' }),
  loans: list(p.loan),
  remarks: paragraph({ max: 2000, search: 'words' }),
  /** 审批单 on paper, where a step was decided by someone who does not sit at this register. */
  slipNo: text({ max: 60 }),
  slipOn: date(),
  subsidyGrade: text({ max: 20 }),
  subsidyAmount: money(),
  subsidyReviewer: name(),
  subsidyBatch: text({ max: 40 }),
  secrecy: code('secrecy', c.secrecies, { needed: true }),
  /** 可上报标记: a clerk may hold a case back from leaving as a row; it is still counted. */
  heldBack: flag(),
}

export type DisputeData = DataOf<typeof fields>
export type PartyData = DisputeData['parties'][number]

const isSecret = (d: DisputeData): boolean => d.secrecy !== null && d.secrecy !== 'normal'

/** 纠纷. Columns of domain 2.7. */
export const dispute = defineLedger({
  name: 'dispute',
  table: 'dispute',
  book: 'mediation',
  circle: 'parties',
  shape: 3,
  stages: caseStates,
  stageOf: stateOf,
  needs: neededBy,
  fields,
  dayOf: (d) => d.acceptanceDate ?? d.applicationDate,
  derived: {
    partyNames: {
      field: { kind: 'name', max: 4000, index: true },
      from: (d) =>
        d.parties
          .map((x) => x.name ?? '')
          .filter(Boolean)
          .join('、') || null,
    },
    effectiveOn: { field: { kind: 'date', travel: 'month', index: true }, from: effectiveOn },
    amountPromised: { field: { kind: 'money', travel: 'band' }, from: amountPromised },
  },
  leaves: (d) => !isSecret(d) && d.heldBack !== true,
  locked: isSecret,
  rules: disputeRules,
  fill: filledDispute,
  counts: caseCounts,
  countLists: {
    ...{ accepted: 'justiceType', parties: 'justiceType', closed: 'result', amount: 'result' },
    ...{ calmed: 'justiceType', notAccepted: 'refusalGround' },
  },
  grid: [
    { field: 'caseNo', width: 185 },
    { field: 'partyNames', width: 200 },
    { field: 'stage', width: 90 },
    { field: 'typeJustice', width: 130 },
    { field: 'acceptanceDate', width: 110 },
    { field: 'result', width: 165 },
    { field: 'agreementNo', width: 195 },
    { field: 'effectiveOn', width: 110 },
    { field: 'performanceState', width: 90 },
    { field: 'village', width: 110 },
    { field: 'committee', width: 180 },
    { field: 'source', width: 120 },
    { field: 'applicationDate', width: 110 },
    { field: 'resultDate', width: 110 },
    { field: 'closedOn', width: 110 },
    { field: 'updatedAt', width: 140 },
  ],
  form: disputeForm,
  title: 'partyNames',
  order: { field: 'updatedAt', direction: 'desc' },
})
