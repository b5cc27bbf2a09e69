import * as p from '../../shared/ledgers/disputeParts.ts'
import { agent, agreed, child, clauses, fresh, held, type LawCase, sides } from './lawKit.ts'
import { partOf, partyOf } from './samples.ts'

export const dateCases: readonly LawCase[] = [
  agreed(
    'dateOrder',
    {
      applicationDate: '2026-11-03',
      inquiries: [partOf(p.inquiry, { heldOn: '2026-11-01' }), partOf(p.inquiry, { heldOn: '2026-11-05' })],
      ...held('2026-11-20', '2026-11-21'),
      filedOn: '2026-11-19',
    },
    ['acceptanceDate', 'inquiries.0.heldOn', 'resultDate', 'filedOn'],
    [
      { applicationDate: '2026-11-02', closedOn: '2026-11-20', filedOn: '2026-11-20' },
      { inquiries: [partOf(p.inquiry, { heldOn: '2026-11-20' })], ...held('2026-11-10', '2026-11-20') },
      { signedByPartiesOn: '2026-11-20', signedByMediatorsOn: '2026-11-21', sealedOn: '2026-11-20' },
    ],
  ),
  agreed(
    'dateOrderLoose',
    {
      noticeDate: '2026-11-01',
      performances: [partOf(p.performance, { manner: '现金', doneOn: '2026-11-19' })],
      followUps: [partOf(p.followUp, { heldOn: '2026-11-23' })],
      closedOn: '2026-11-22',
    },
    ['noticeDate', 'performances.0.doneOn', 'closedOn'],
    [{ performances: [partOf(p.performance, { manner: '现金', doneOn: '2026-11-20' })] }],
  ),
  agreed(
    'promisesLeft',
    { performanceState: 'partly', closedOn: '2026-11-22' },
    ['closedOn'],
    [
      { performanceState: 'done', closedOn: '2026-11-22' },
      { performanceState: 'partly' },
      {
        performanceState: 'partly',
        performances: [partOf(p.performance, { manner: '现金', doneOn: '2026-11-21' })],
        closedOn: '2026-11-22',
      },
    ],
  ),
  agreed(
    'inquiryAfterSession',
    { inquiries: [partOf(p.inquiry, { heldOn: '2026-11-21' })], resultDate: '2026-11-22' },
    ['inquiries.0.heldOn'],
    [
      { inquiries: [partOf(p.inquiry, { heldOn: '2026-11-19' })] },
      { inquiries: [partOf(p.inquiry, { heldOn: '2026-11-21' })], result: null },
    ],
  ),
  agreed(
    'dateFuture',
    { ...held('2026-11-24'), resultDate: '2026-11-25' },
    ['sessions.0.heldOn', 'resultDate'],
    [{ ...held('2026-11-23'), resultDate: '2026-11-23' }],
  ),
]

const number = { idNumber: '990011199001010016' }
export const partyCases: readonly LawCase[] = [
  fresh(
    'creditCode',
    sides({}, { kind: 'company', creditCode: '11623001000000019A' }),
    ['parties.1.creditCode'],
    [sides({}, { kind: 'company', creditCode: '11623001000000019W' })],
  ),
  fresh(
    'unitWithId',
    sides({ kind: 'organisation', ...number }),
    ['parties.0.idNumber'],
    [sides({ kind: 'person', ...number })],
  ),
  fresh(
    'personWithCredit',
    sides({ kind: 'person', creditCode: '11623001000000019W' }),
    ['parties.0.creditCode'],
    [sides({ kind: 'company', creditCode: '11623001000000019W' })],
  ),
  agreed(
    'sidesMissing',
    { parties: [partyOf({ side: 'applicant', name: '扎西·示例' })] },
    ['parties'],
    [
      sides({}, { side: 'thirdParty' }),
      { parties: [partyOf({ side: 'applicant', name: '甲' })], result: null, sessions: [] },
    ],
  ),
  fresh(
    'idBothSides',
    sides(number, number),
    ['parties.1.idNumber'],
    [sides(number, { idNumber: '990021196812040453' }), sides(number, {}, number)],
  ),
  fresh('idTwice', sides(number, {}, number), ['parties.2.idNumber'], [sides(number, number)]),
  fresh(
    'nameBothSides',
    sides({ name: '扎西·示例' }, { name: '扎西·示例' }),
    ['parties.1.name'],
    [
      sides({ name: '扎西·示例', ...number }, { name: '扎西·示例', idNumber: '990021196812040453' }),
      sides({ name: '示例商店' }, { name: '示例商店', kind: 'company' }),
    ],
  ),
  fresh(
    'ageDiffers',
    { acceptanceDate: '2026-11-02', ...sides({ birthDate: '1990-11-02', age: 35 }) },
    ['parties.0.age'],
    [
      { acceptanceDate: '2026-11-02', ...sides({ birthDate: '1990-11-02', age: 36 }) },
      { applicationDate: '2026-11-01', ...sides({ birthDate: '1990-11-02', age: 35 }) },
      sides({ age: 35 }),
    ],
  ),
  fresh(
    'ownLabourAge',
    sides({ age: 15, ownLabour: true }),
    ['parties.0.ownLabour'],
    [sides({ age: 16, ownLabour: true }), sides({ ownLabour: true })],
  ),
  fresh(
    'capacityReason',
    sides({ age: 40, capacity: 'limited' }),
    ['parties.0.capacityReason'],
    [
      sides({ age: 40, capacity: 'limited', capacityReason: '鉴定意见' }),
      sides({ age: 17, ownLabour: true, capacity: 'full' }),
      sides({ capacity: 'limited' }),
    ],
  ),
  fresh(
    'guardianMissing',
    sides({ age: 17 }),
    ['parties.0.capacity'],
    [
      { ...sides({ age: 17 }), ...agent({}) },
      { ...sides({ age: 17 }), ...agent({ forParty: null }) },
      sides({ age: 17, ownLabour: true }),
      sides({ age: 18 }),
      sides({ kind: 'company', age: 3 }),
    ],
  ),
  agreed(
    'guardianNeeded',
    sides(child),
    ['parties.0.capacity'],
    [{ ...sides(child), ...agent({}) }, { ...sides(child), result: null }, sides({ age: 17 })],
  ),
  fresh(
    'guardianFacts',
    agent({ phone: null }),
    ['agents.0.phone'],
    [agent({}), agent({ phone: null, absent: { phone: 'refused' } }), agent({ kind: 'entrusted', relation: null })],
  ),
  fresh(
    'guardianOpposes',
    { ...sides(child, { name: '卓玛·示例', idNumber: '990031197508153020' }), ...agent({}) },
    ['agents.0.name'],
    [
      { ...sides(child, { name: '卓玛·示例', ...number }), ...agent({}) },
      { ...sides(child), ...agent({}) },
    ],
  ),
  fresh(
    'agentForNobody',
    agent({ forParty: '没有此人' }),
    ['agents.0.forParty'],
    [agent({}), agent({ forParty: null })],
  ),
]

export const typeCases: readonly LawCase[] = [
  fresh(
    'olderSplit',
    { typeOlder: 'labour', typeJustice: null },
    ['typeJustice'],
    [{ typeOlder: 'labour', typeJustice: 'migrantWages' }, { typeJustice: null }],
  ),
  fresh(
    'olderDiffers',
    { typeOlder: 'consumer', typeJustice: 'neighbour' },
    ['typeJustice'],
    [
      { typeOlder: 'consumer', typeJustice: 'tourism' },
      { typeOlder: 'neighbour' },
      { typeOlder: 'consumer', typeJustice: null },
    ],
  ),
  fresh(
    'socialOpen',
    { typeJustice: 'contract' },
    ['typeSocial'],
    [
      { typeJustice: 'contract', typeSocial: 'lending' },
      { typeJustice: 'contract', localSubtype: '民间借贷' },
      { typeJustice: 'family' },
    ],
  ),
  fresh('subtypeUnknown', { localSubtype: '没有这一类' }, ['localSubtype'], [{ localSubtype: '越界放牧' }]),
  fresh(
    'subtypeDiffers',
    { localSubtype: '越界放牧', typeJustice: 'neighbour' },
    ['localSubtype'],
    [
      { localSubtype: '越界放牧', typeJustice: 'landAndForest' },
      { localSubtype: '自定', typeJustice: 'neighbour' },
    ],
  ),
  fresh(
    'subtypeSocialDiffers',
    { localSubtype: '牲畜损害', typeSocial: 'personality' },
    ['typeSocial'],
    [{ localSubtype: '牲畜损害', typeSocial: 'tort' }, { localSubtype: '牲畜损害' }],
  ),
]

const done = { signedByPartiesOn: '2026-11-20', signedByMediatorsOn: '2026-11-20', sealedOn: '2026-11-20' }
export const wordingCases: readonly LawCase[] = [
  agreed(
    'wordDeposit',
    clauses('乙已付订金1000元。'),
    ['clauses.0.text'],
    [
      clauses('乙已付定金1000元。'),
      { ...clauses('乙已付订金1000元。'), ...done },
      { ...clauses('乙已付订金1000元。'), lateEntry: true },
    ],
  ),
  agreed('wordForParents', { facts: '乙长期不抚养老人。' }, ['facts'], [{ facts: '父亲应支付抚养费，乙赡养老人。' }]),
  agreed('wordForChildren', clauses('甲赡养子女。'), ['clauses.0.text'], [clauses('甲抚养子女，子女赡养父母。')]),
  agreed(
    'wordForSpouses',
    clauses('甲每月支付妻子的抚养费500元。'),
    ['clauses.0.text'],
    [clauses('甲每月支付孩子的抚养费500元。'), clauses('夫妻有相互扶养的义务。')],
  ),
  agreed(
    'wordBothKinds',
    clauses('乙赔偿甲牧草损失1,500元。', '前条补偿款即补偿1500元，一次付清。'),
    ['clauses.1.text'],
    [clauses('乙赔偿甲1500元。', '丙补偿甲500元。')],
  ),
  agreed(
    'wordVague',
    { ...clauses('乙尽快修好围栏，酌情补偿。'), performances: [partOf(p.performance, { manner: '适当时候付清' })] },
    ['clauses.0.text', 'performances.0.manner'],
    [{ facts: '乙未尽快修好围栏。' }, clauses('乙于2026年12月1日前修好围栏。')],
  ),
]
