import * as c from './codes.ts'
import {
  code,
  creditCode,
  date,
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
  side: code('side', c.sides, { neededAt: 'registration' }),
  kind: code('partyKind', c.partyKinds),
  name: name({ neededAt: 'registration', search: 'name' }),
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
  needsInterpreter: flag(),
})

export const agent = part('agent', 'dispute_agent', {
  kind: code('agentKind', c.agentKinds),
  name: name({ neededAt: 'registration', search: 'name' }),
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
  name: name({ neededAt: 'registration', search: 'name' }),
  presiding: flag(),
})

export const participant = part('participant', 'dispute_participant', {
  name: name({ neededAt: 'registration' }),
  relation: text({ max: 60 }),
  consented: flag(),
})

export const claim = part('claim', 'dispute_claim', {
  text: paragraph({ max: 1000, neededAt: 'registration', search: 'words' }),
})

export const inquiry = part('inquiry', 'dispute_inquiry', {
  heldOn: date(),
  place: text({ max: 120 }),
  asked: name(),
  investigators: text({ max: 120 }),
  recorder: name(),
  record: paragraph({ max: 20000, search: 'words' }),
})

export const evidence = part('evidence', 'dispute_evidence', {
  name: text({ max: 120, neededAt: 'registration' }),
  provider: name(),
  form: code('copyKind', c.copyKinds),
  pages: integer({ max: 9999 }),
  receivedOn: date(),
})

/** 第×次调解 (domain 2.3 (8)). */
export const session = part('session', 'dispute_session', {
  heldOn: date({ neededAt: 'registration' }),
  startTime: time(),
  endTime: time(),
  place: text({ max: 120 }),
  record: paragraph({ max: 20000, search: 'words' }),
  result: code('sessionResult', c.sessionResults),
})

export const clause = part('clause', 'dispute_clause', {
  text: paragraph({ max: 5000, neededAt: 'registration', search: 'words' }),
  /** 可对本条申请司法确认: ticked by the clerk, clause by clause (domain 1). */
  confirmable: flag(),
})

/** 履行方式、时限 n× (domain 2.7). */
export const performance = part('performance', 'dispute_performance', {
  debtor: name(),
  manner: text({ max: 200, neededAt: 'registration' }),
  place: text({ max: 120 }),
  amount: money(),
  dueOn: date(),
  doneOn: date(),
  voucherPage: text({ max: 20 }),
})

export const urging = part('urging', 'dispute_urging', {
  urgedOn: date({ neededAt: 'registration' }),
  by: name(),
  note: paragraph({ max: 1000 }),
})

/** 回访: the mediation follow-up, not the household visit (domain 11). */
export const followUp = part('followUp', 'dispute_follow_up', {
  heldOn: date({ neededAt: 'registration' }),
  by: name(),
  reason: text({ max: 120 }),
  findings: paragraph({ max: 2000 }),
  satisfaction: code('satisfaction', c.satisfactions),
})
