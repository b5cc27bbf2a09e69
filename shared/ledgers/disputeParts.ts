import * as c from './codes.ts'
import {
  code,
  creditCode,
  date,
  decimal,
  flag,
  idNumber,
  integer,
  money,
  name,
  paragraph,
  part,
  phone,
  text,
  time,
} from './describe.ts'

/** 当事人: a snapshot inside one case, never a link to a person (domain 8.2). */
export const party = part('party', 'dispute_party', {
  side: code('side', c.sides, { needed: true }),
  kind: code('partyKind', c.partyKinds),
  name: name({ needed: true, search: 'name' }),
  otherName: name({ search: 'name' }),
  tibetanName: name({ search: 'words' }),
  sex: code('sex', c.sexes),
  ethnicity: code('ethnicity', c.ethnicities),
  birthDate: date(),
  /** Full years, fixed at 受理 so that one dossier shows one age. */
  age: integer({ max: 130 }),
  certificateKind: code('certificateKind', c.certificateKinds),
  idNumber: idNumber({ search: 'number' }),
  creditCode: creditCode(),
  legalRepresentative: name({ search: 'name' }),
  legalRepresentativePost: text({ max: 40 }),
  occupation: text({ max: 60 }),
  phone: phone({ search: 'number' }),
  address: text({ max: 120, search: 'words' }),
  householdAddress: text({ max: 120 }),
  capacity: code('capacity', c.capacities),
  capacityReason: text({ max: 120 }),
  /** 以自己的劳动收入为主要生活来源: from sixteen such a person has full capacity (民法典 18). */
  ownLabour: flag(),
  needsInterpreter: flag(),
  /** One party's clear refusal ends the mediation (人民调解法 17). */
  refusedOn: date(),
})

export const agent = part('agent', 'dispute_agent', {
  kind: code('agentKind', c.agentKinds),
  name: name({ needed: true, search: 'name' }),
  /** Which party, by its name as written in this case. */
  forParty: name(),
  relation: text({ max: 40 }),
  certificateKind: code('certificateKind', c.certificateKinds),
  idNumber: idNumber(),
  phone: phone(),
  address: text({ max: 120 }),
  powers: text({ max: 200 }),
  powerPage: text({ max: 20 }),
})

export const mediator = part('mediator', 'dispute_mediator', {
  name: name({ needed: true, search: 'name' }),
  presiding: flag(),
})

export const participant = part('participant', 'dispute_participant', {
  name: name({ needed: true }),
  relation: text({ max: 60 }),
  consented: flag(),
})

/** 翻译人、代书人、见证人: who helps a party to understand, write or attest, and signs for it. */
export const attendant = part('attendant', 'dispute_attendant', {
  kind: code('attendantKind', c.attendantKinds, { needed: true }),
  name: name({ needed: true }),
  language: text({ max: 20 }),
  relation: text({ max: 40 }),
  /** Which party, by its name as written in this case. */
  forParty: name(),
})

export const claim = part('claim', 'dispute_claim', {
  text: paragraph({ max: 1000, needed: true, search: 'words' }),
})

export const inquiry = part('inquiry', 'dispute_inquiry', {
  heldOn: date(),
  place: text({ max: 120 }),
  asked: name(),
  /** 被调查人基本情况, where the asked person is none of the parties. */
  askedAbout: text({ max: 200 }),
  investigators: text({ max: 120 }),
  /** 参加人 of this inquiry, beside those who ask and write. */
  present: text({ max: 200 }),
  recorder: name(),
  record: paragraph({ max: 20000, search: 'words', dialogue: true }),
})

export const evidence = part('evidence', 'dispute_evidence', {
  name: text({ max: 120, needed: true }),
  provider: name(),
  form: code('copyKind', c.copyKinds),
  pages: integer({ max: 9999 }),
  receivedOn: date(),
})

/** 第×次调解 (domain 2.3 (8)). */
export const session = part('session', 'dispute_session', {
  heldOn: date({ needed: true }),
  startTime: time(),
  endTime: time(),
  place: text({ max: 120 }),
  record: paragraph({ max: 20000, search: 'words', dialogue: true }),
  result: code('sessionResult', c.sessionResults),
})

/** 延期 by consent of the parties, with its paper (domain 1: the one-month rule). */
export const extension = part('extension', 'dispute_extension', {
  agreedOn: date({ needed: true }),
  until: date({ needed: true }),
  reason: text({ max: 200 }),
  /** Both sides signed the 延期同意书. */
  signed: flag(),
})

/** One level of the office's escalation chain (四级化解) that the case went through. */
export const escalation = part('escalation', 'dispute_escalation', {
  level: text({ max: 40, needed: true }),
  enteredOn: date({ needed: true }),
  leftOn: date(),
  outcome: text({ max: 200 }),
})

export const clause = part('clause', 'dispute_clause', {
  text: paragraph({ max: 5000, needed: true, search: 'words' }),
  /** 可对本条申请司法确认: ticked by the clerk, clause by clause (domain 1). */
  confirmable: flag(),
  /** Why a court would refuse it (司法解释: identity, ownership, outside its scope, not concrete). */
  confirmBar: code('confirmBar', c.confirmBars),
})

/** 界桩: what a grassland agreement fixes on the ground. */
export const boundaryMark = part('boundaryMark', 'dispute_boundary_mark', {
  name: text({ max: 40, needed: true }),
  place: text({ max: 120 }),
  longitude: decimal({ min: -180, max: 180, degrees: 'longitude' }),
  latitude: decimal({ min: -90, max: 90, degrees: 'latitude' }),
  witness: name(),
})

/** 补充协议 to an agreement in effect: a new paper with all signatures. */
export const supplement = part('supplement', 'dispute_supplement', {
  reason: text({ max: 200 }),
  text: paragraph({ max: 5000, needed: true, search: 'words' }),
  signedByPartiesOn: date({ givenByCall: true }),
  signedByMediatorsOn: date({ givenByCall: true }),
  sealedOn: date({ givenByCall: true }),
})

/** 借阅 of the bound dossier. */
export const loan = part('loan', 'dispute_loan', {
  borrower: name({ needed: true }),
  unit: text({ max: 60 }),
  purpose: text({ max: 120 }),
  lentOn: date({ needed: true }),
  dueOn: date(),
  returnedOn: date(),
})

/** 履行方式、时限 n× (domain 2.7). */
export const performance = part('performance', 'dispute_performance', {
  debtor: name(),
  manner: text({ max: 200, needed: true }),
  place: text({ max: 120 }),
  amount: money(),
  dueOn: date(),
  doneOn: date(),
  /** Who took what was handed over; the 收条 is theirs. */
  receivedBy: name(),
  voucherPage: text({ max: 20 }),
})

export const urging = part('urging', 'dispute_urging', {
  urgedOn: date({ needed: true }),
  by: name(),
  /** By when performance is urged. */
  dueOn: date(),
  note: paragraph({ max: 1000 }),
})

/** 回访: the mediation follow-up, not the household visit (domain 11). */
export const followUp = part('followUp', 'dispute_follow_up', {
  heldOn: date({ needed: true }),
  by: name(),
  reason: text({ max: 120 }),
  findings: paragraph({ max: 2000 }),
  satisfaction: code('satisfaction', c.satisfactions),
})
