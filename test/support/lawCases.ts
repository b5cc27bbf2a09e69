import * as p from '../../shared/ledgers/disputeParts.ts'
import { dateCases, partyCases, typeCases, wordingCases } from './lawDateCases.ts'
import {
  agreed,
  clause,
  clauses,
  fresh,
  held,
  type LawCase,
  lawCase,
  listed,
  mediators,
  oral,
  participant,
  sides,
  units,
  type Values,
} from './lawKit.ts'
import { agreedDispute, disputeOf, partOf } from './samples.ts'

const formCases: readonly LawCase[] = [
  agreed(
    'labourNeedsWriting',
    { ...oral, typeJustice: 'migrantWages' },
    ['result'],
    [oral, { typeJustice: 'otherLabour' }],
  ),
  agreed(
    'landNeedsWriting',
    { ...oral, typeJustice: 'landAndForest' },
    ['oralReason'],
    [
      oral,
      { ...oral, typeJustice: 'landAndForest', oralReason: '双方在牧场，没有纸笔' },
      { typeJustice: 'landAndForest' },
    ],
  ),
  agreed(
    'medicalNeedsWriting',
    { ...oral, typeJustice: 'medical', oralReason: '当场退费' },
    ['result'],
    [oral, { typeJustice: 'medical' }],
  ),
  agreed(
    'noAgreement',
    { result: 'failed', agreementNo: '示例1' },
    ['agreementNo'],
    [{ agreementNo: '示例1' }, { ...oral, agreementNo: '示例1' }],
  ),
  agreed('copiesShort', { copies: 2 }, ['copies'], [{ copies: 3 }, { copies: null }]),
  agreed(
    'copiesForCourt',
    { confirmationWanted: true, copies: 3 },
    ['copies'],
    [{ confirmationWanted: true, copies: 4 }, { copies: 3 }],
  ),
  fresh(
    'medicalCommittee',
    { typeJustice: 'medical' },
    ['committee'],
    [
      { typeJustice: 'medical', committee: '示例市医疗纠纷人民调解委员会' },
      { typeJustice: 'medical', result: 'transferred' },
      { typeJustice: 'medical', lateEntry: true },
    ],
  ),
  agreed(
    'medicalClosed',
    { typeJustice: 'medical', openness: 'open' },
    ['openness'],
    [{ typeJustice: 'medical', openness: 'closed' }, { openness: 'open' }],
  ),
]

const ownershipCases: readonly LawCase[] = [
  fresh(
    'ownershipOfPersons',
    { ownershipDispute: true, ...sides({ kind: 'company' }) },
    ['ownershipDispute'],
    [
      { ownershipDispute: true, ...units },
      { ownershipDispute: true, result: 'transferred' },
    ],
  ),
  fresh(
    'ownershipOfUnits',
    { ownershipDispute: true, ...units },
    ['ownershipDispute'],
    [{ ownershipDispute: true }, units],
  ),
  agreed(
    'clauseDecidesOwnership',
    { ownershipDispute: true, ...clauses('以旧桩基为界。', '{处}草场归扎西·示例所有。', '双方确认草原使用权归甲。') },
    ['clauses.1.text', 'clauses.2.text'],
    [
      { ownershipDispute: true, ...clauses('甲在争议地段暂停放牧，乙赔偿牧草损失500元。') },
      { typeJustice: 'neighbour', ...clause('该牛归李示例所有。') },
    ],
  ),
  agreed(
    'confirmationAlone',
    { confirmationAppliedOn: '2026-11-22' },
    ['confirmationJoint'],
    [{ confirmationAppliedOn: '2026-11-22', confirmationJoint: true }, { confirmationWanted: true }],
  ),
  agreed(
    'confirmationTogether',
    { confirmationWanted: true },
    ['confirmationJoint'],
    [
      { confirmationWanted: true, confirmationJoint: true },
      { confirmationWanted: true, confirmationAppliedOn: '2026-11-22' },
    ],
  ),
  agreed(
    'confirmNoClause',
    { confirmationWanted: true },
    ['clauses'],
    [{ confirmationWanted: true, ...clause('乙付给甲500元。', { confirmable: true }) }],
  ),
  agreed(
    'confirmIdentity',
    clause('双方自愿离婚，孩子的抚养权归女方。', { confirmable: true }),
    ['clauses.0.confirmable'],
    [
      clause('双方自愿离婚。'),
      clause('乙每月支付抚养费600元，返还彩礼20000元。', { confirmable: true }),
      clause('乙补付变更后的抚养费600元。', { confirmable: true }),
    ],
  ),
  agreed(
    'confirmOwnership',
    clause('该房屋归甲所有。', { confirmable: true }),
    ['clauses.0.confirmable'],
    [clause('该房屋归甲所有。'), clause('乙赔偿草场损失500元。', { confirmable: true })],
  ),
  agreed(
    'confirmBarred',
    clause('乙付给甲500元。', { confirmable: true, confirmBar: 'unclear' }),
    ['clauses.0.confirmBar'],
    [clause('乙付给甲500元。', { confirmable: true }), clause('以后再说。', { confirmBar: 'unclear' })],
  ),
]

const refusing = (refusedOn: string): Values => sides({}, { refusedOn })
const freeWillCases: readonly LawCase[] = [
  fresh(
    'sessionAfterRefusal',
    { ...refusing('2026-11-10'), ...held('2026-11-09', '2026-11-10', '2026-11-11') },
    ['sessions.2.heldOn'],
    [{ ...refusing('2026-11-10'), ...held('2026-11-10') }, held('2026-11-11')],
  ),
  agreed(
    'agreedAfterRefusal',
    refusing('2026-11-20'),
    ['result'],
    [refusing('2026-11-21'), { ...refusing('2026-11-10'), result: 'refused' }],
  ),
  fresh('refusalEnds', refusing('2026-11-20'), ['result'], [{ ...refusing('2026-11-20'), result: 'refused' }]),
  fresh(
    'otherRoutes',
    { result: 'refused' },
    ['otherRoutesToldOn'],
    [{ result: 'refused', otherRoutesToldOn: '2026-11-20' }, { result: 'withdrawn' }],
  ),
]

const reported = { policeReportedOn: '2026-11-20' }
const reportingCases: readonly LawCase[] = [
  fresh('reportEscalation', { mayEscalate: true }, ['policeReportedOn'], [{ mayEscalate: true, ...reported }]),
  fresh('reportAbuse', { abuseSuspected: true }, ['policeReportedOn'], [{ abuseSuspected: true, ...reported }]),
  fresh(
    'lockAbuse',
    { abuseSuspected: true },
    ['secrecy'],
    [{ abuseSuspected: true, secrecy: 'minor' }, { mayEscalate: true }],
  ),
  fresh(
    'lockViolence',
    { typeJustice: 'family', summary: '称婚后多次被打。' },
    ['secrecy'],
    [
      { typeJustice: 'family', summary: '称婚后多次被打。', secrecy: 'domesticViolence' },
      { typeJustice: 'family', summary: '因家庭开支争吵。' },
      { summary: '邻居之间互相殴打。' },
    ],
  ),
  fresh(
    'secretInOpen',
    { secrecy: 'private', openness: 'open' },
    ['openness'],
    [{ secrecy: 'private', openness: 'closed' }, { openness: 'open' }],
  ),
]

const peopleCases: readonly LawCase[] = [
  lawCase(
    'mediatorUnknown',
    disputeOf(mediators('李未示例')),
    ['mediators.0.name'],
    [disputeOf(mediators('王示例'))],
    listed(null, null),
  ),
  lawCase(
    'mediatorTermEnded',
    agreedDispute(),
    ['mediators.0.name'],
    [agreedDispute({ ...held('2026-11-18'), resultDate: '2026-11-18' })],
    listed('2023-01-01', '2026-11-18'),
  ),
  lawCase(
    'mediatorTermJustEnded',
    disputeOf(mediators('王示例')),
    ['mediators.0.name'],
    [agreedDispute({ resultDate: '2026-11-22' }), disputeOf(mediators('李示例'))],
    listed(null, '2026-11-22'),
  ),
  lawCase(
    'mediatorNotYet',
    agreedDispute(),
    ['mediators.0.name'],
    [agreedDispute({ ...held('2026-11-21'), resultDate: '2026-11-21' })],
    listed('2026-11-21', null),
  ),
  fresh(
    'nobodyPresides',
    mediators('王示例', '张示例'),
    ['mediators.0.presiding'],
    [
      mediators('王示例'),
      { mediators: [partOf(p.mediator, { name: '王示例' }), partOf(p.mediator, { name: '张示例', presiding: true })] },
    ],
  ),
  agreed(
    'recorderPresides',
    { recorder: '王示例' },
    ['recorder'],
    [
      { recorder: '张示例' },
      {
        recorder: '张示例',
        mediators: [partOf(p.mediator, { name: '王示例', presiding: true }), partOf(p.mediator, { name: '张示例' })],
      },
    ],
  ),
  fresh('participantConsent', participant({ consented: null }), ['participants.0.consented'], [participant({})]),
  agreed('participantNotHelper', participant({ name: '王示例' }), ['participants.0.name'], [participant({})]),
  agreed('noticeMissing', { noticeDate: null }, ['noticeDate'], [{ noticeDate: null, lateEntry: true }]),
  fresh(
    'sourceIsTransfer',
    { source: 'application', transferUnit: '示例派出所' },
    ['source'],
    [{ source: 'police', transferUnit: '示例派出所' }, { source: 'committee' }],
  ),
  fresh(
    'senderMissing',
    { source: 'court' },
    ['transferUnit'],
    [{ source: 'court', transferUnit: '示例法院' }, { source: 'application' }],
  ),
]

export const lawCases: readonly LawCase[] = [
  ...formCases,
  ...ownershipCases,
  ...freeWillCases,
  ...reportingCases,
  ...peopleCases,
  ...dateCases,
  ...partyCases,
  ...typeCases,
  ...wordingCases,
]
