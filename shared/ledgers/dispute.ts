import { latestDate, monthOf } from '../rules/dates.ts'
import { disputeRules } from '../rules/dispute.ts'
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
import * as p from './disputeParts.ts'

const fields = {
  committee: text({ max: 60, neededAt: 'registration', travel: 'exact', index: true }),
  village: text({ max: 60, search: 'words', index: true }),
  gridUnit: text({ max: 60 }),
  householdGroup: text({ max: 60 }),
  externalNo: text({ max: 40, search: 'number' }),
  caseNo: text({ max: 60, travel: 'exact', search: 'number', index: true }),
  applicationDate: date({ index: true }),
  applicationForm: code('applicationForm', c.applicationForms),
  acceptanceDate: date({ neededAt: 'acceptance', travel: 'month', index: true }),
  refusalReason: text({ max: 500 }),
  source: code('caseSource', c.caseSources, { neededAt: 'acceptance', travel: 'exact', index: true }),
  transferUnit: text({ max: 60 }),
  transferLetterNo: text({ max: 60 }),
  typeJustice: code('justiceType', c.justiceTypes, { neededAt: 'registration', travel: 'exact', index: true }),
  localSubtype: code('localSubtype', c.localSubtypes),
  typeSocial: code('socialType', c.socialTypes),
  scale: code('scale', c.scales),
  difficulty: code('difficulty', c.difficulties, { travel: 'exact', index: true }),
  /** 预警 of the event, never of a person. */
  warningLevel: code('warningLevel', c.warningLevels),
  warnedOn: date(),
  occurredOn: date(),
  occurredAt: text({ max: 120, search: 'words' }),
  longitude: decimal({ min: -180, max: 180 }),
  latitude: decimal({ min: -90, max: 90 }),
  peopleInvolved: integer({ max: 100000 }),
  unitsInvolved: text({ max: 200 }),
  summary: paragraph({ max: 2000, neededAt: 'registration', search: 'words' }),
  claims: list(p.claim),
  parties: list(p.party, { travel: { as: 'count' }, neededAt: 'registration' }),
  agents: list(p.agent),
  mediators: list(p.mediator, { travel: { as: 'values', field: 'name' } }),
  recorder: name({ search: 'name' }),
  participants: list(p.participant),
  noticeDate: date(),
  noticeForm: code('noticeForm', c.noticeForms),
  openness: code('openness', c.openness),
  interpreter: name(),
  interpreterLanguage: text({ max: 20 }),
  scribe: name(),
  witness: name(),
  inquiries: list(p.inquiry),
  evidence: list(p.evidence),
  sessions: list(p.session, { travel: { as: 'count' } }),
  result: code('result', c.results, { travel: 'exact', index: true }),
  resultDate: date({ travel: 'month', index: true }),
  terminationReason: text({ max: 500 }),
  otherRoutesToldOn: date(),
  agreementNo: text({ max: 60, travel: 'exact', search: 'number', index: true }),
  facts: paragraph({ max: 20000, search: 'words' }),
  responsibilities: paragraph({ max: 5000 }),
  clauses: list(p.clause, { neededAt: 'agreement' }),
  performances: list(p.performance, { neededAt: 'agreement' }),
  copies: integer({ max: 99, neededAt: 'agreement' }),
  signedByPartiesOn: date({ givenByCall: true }),
  signedByMediatorsOn: date({ givenByCall: true }),
  sealedOn: date({ givenByCall: true }),
  confirmationWanted: flag(),
  confirmationCourt: text({ max: 60 }),
  confirmationNo: text({ max: 60, search: 'number' }),
  confirmationResult: code('confirmResult', c.confirmResults),
  performanceState: code('performanceState', c.performanceStates, { travel: 'exact', index: true }),
  urgings: list(p.urging),
  followUps: list(p.followUp),
  preventedCrimeCases: integer({ max: 9999 }),
  preventedCrimePeople: integer({ max: 99999 }),
  preventedPetitionCases: integer({ max: 9999 }),
  preventedPetitionPeople: integer({ max: 99999 }),
  preventedFights: integer({ max: 9999 }),
  preventedSuicides: integer({ max: 9999 }),
  policeReportedOn: date(),
  policeReportedAt: time(),
  policeReportedTo: text({ max: 60 }),
  policeReceivedBy: name(),
  closedOn: date({ travel: 'month', index: true }),
  filedBy: name(),
  filedOn: date(),
  checkedBy: name(),
  retention: code('retention', c.retentions),
  pages: integer({ max: 9999 }),
  box: text({ max: 40, search: 'number' }),
  remarks: paragraph({ max: 2000, search: 'words' }),
  subsidyGrade: text({ max: 20 }),
  subsidyAmount: money(),
  subsidyReviewer: name(),
  subsidyBatch: text({ max: 40 }),
  secrecy: code('secrecy', c.secrecies, { neededAt: 'registration' }),
  /** 可上报标记: a clerk may hold a case back from leaving as a row; it is still counted. */
  heldBack: flag(),
}

export type DisputeData = DataOf<typeof fields>
export type PartyData = DisputeData['parties'][number]

/** Day the agreement takes effect: the last of the three acts (人民调解法 29), or null while one is missing. */
export const effectiveOn = (d: DisputeData): string | null =>
  d.signedByPartiesOn && d.signedByMediatorsOn && d.sealedOn
    ? latestDate([d.signedByPartiesOn, d.signedByMediatorsOn, d.sealedOn])
    : null

/** Sum promised, in 分. */
export const amountPromised = (d: DisputeData): number => d.performances.reduce((sum, p) => sum + (p.amount ?? 0), 0)

const isSecret = (d: DisputeData): boolean => d.secrecy !== null && d.secrecy !== 'normal'

function stageOf(d: DisputeData): string {
  if (d.filedOn) return 'filing'
  if (d.closedOn) return 'closing'
  if (effectiveOn(d)) return 'agreement'
  return d.acceptanceDate ? 'acceptance' : 'registration'
}

function counts(d: DisputeData) {
  const accepted = { period: monthOf(d.acceptanceDate), category: d.typeJustice ?? '', amount: 1 }
  const cells = [
    { ...accepted, measure: 'accepted' },
    { ...accepted, measure: 'parties', amount: d.parties.length },
  ]
  if (d.result === null) return cells
  const closed = { period: monthOf(d.resultDate), category: d.result, amount: 1 }
  return [...cells, { ...closed, measure: 'closed' }, { ...closed, measure: 'amount', amount: amountPromised(d) }]
}

/** 纠纷. Columns of domain 2.7. */
export const dispute = defineLedger({
  name: 'dispute',
  table: 'dispute',
  book: 'mediation',
  circle: 'parties',
  shape: 1,
  stages: ['registration', 'acceptance', 'agreement', 'closing', 'filing'],
  stageOf,
  // Only a written agreement has clauses, undertakings and copies to ask for.
  skipped: (d) => (d.result === 'written' || effectiveOn(d) !== null ? [] : ['agreement']),
  fields,
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
  counts,
  countLists: { accepted: 'justiceType', parties: 'justiceType', closed: 'result', amount: 'result' },
  grid: [
    { field: 'caseNo', width: 185 },
    { field: 'partyNames', width: 200 },
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
  form: [
    {
      key: 'registration',
      fields: [
        'typeJustice',
        'applicationDate',
        'applicationForm',
        'village',
        'summary',
        'parties',
        'claims',
        'agents',
        'secrecy',
        'committee',
        'occurredOn',
        'occurredAt',
        'localSubtype',
        'typeSocial',
        'gridUnit',
        'householdGroup',
        'externalNo',
        'scale',
        'peopleInvolved',
        'unitsInvolved',
        'warningLevel',
        'warnedOn',
        'longitude',
        'latitude',
        'heldBack',
      ],
    },
    {
      key: 'acceptance',
      fields: [
        'acceptanceDate',
        'source',
        'caseNo',
        'mediators',
        'recorder',
        'difficulty',
        'transferUnit',
        'transferLetterNo',
        'refusalReason',
        'noticeDate',
        'noticeForm',
        'openness',
        'participants',
        'interpreter',
        'interpreterLanguage',
        'scribe',
        'witness',
      ],
    },
    {
      key: 'mediation',
      fields: [
        'inquiries',
        'evidence',
        'sessions',
        'policeReportedOn',
        'policeReportedAt',
        'policeReportedTo',
        'policeReceivedBy',
      ],
    },
    {
      key: 'agreement',
      fields: [
        'result',
        'resultDate',
        'facts',
        'responsibilities',
        'clauses',
        'performances',
        'copies',
        'terminationReason',
        'otherRoutesToldOn',
      ],
    },
    {
      key: 'effect',
      fields: [
        'agreementNo',
        'signedByPartiesOn',
        'signedByMediatorsOn',
        'sealedOn',
        'confirmationWanted',
        'confirmationCourt',
        'confirmationNo',
        'confirmationResult',
      ],
    },
    {
      key: 'performance',
      fields: [
        'performanceState',
        'urgings',
        'followUps',
        'preventedCrimeCases',
        'preventedCrimePeople',
        'preventedPetitionCases',
        'preventedPetitionPeople',
        'preventedFights',
        'preventedSuicides',
      ],
    },
    {
      key: 'filing',
      fields: [
        'closedOn',
        'filedBy',
        'filedOn',
        'checkedBy',
        'retention',
        'pages',
        'box',
        'subsidyGrade',
        'subsidyAmount',
        'subsidyReviewer',
        'subsidyBatch',
        'remarks',
      ],
    },
  ],
  title: 'partyNames',
  order: { field: 'updatedAt', direction: 'desc' },
})
