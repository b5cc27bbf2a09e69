/** Letters and notices at the counter: 司法确认申请书, 终止调解通知书, 报告公安机关函, 督促履行通知书. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { type CasePaper, casePaperRules, papersOf } from '../../shared/rules/casePapers.ts'
import { undoneOn } from '../../shared/rules/urging.ts'
import { goldenInput } from './papersGoldenKit.ts'
import {
  bodyText,
  casePaperOf,
  clauses,
  firstOutOfOrder,
  part,
  person,
  projectRoot,
  readPdf,
  sampleDispute,
} from './papersKit.ts'

before(() => copyFonts(projectRoot))

const inOrder = (text: string, words: readonly string[]) => assert.equal(firstOutOfOrder(text, words), null, text)

/** A paper of the ordinary case of the golden papers, changed. */
const pagesOf = async (
  paper: CasePaper,
  data: Partial<DisputeData> = {},
  mode: 'final' | 'draft' | 'blank' = 'final',
) => {
  const input = goldenInput(paper, 'filled')
  return readPdf((await casePaperOf(paper, { ...input, mode, data: { ...input.data, ...data } })).pdf)
}
const textOf = async (...wanted: Parameters<typeof pagesOf>) => bodyText(await pagesOf(...wanted))

const lacks = (paper: CasePaper, d: Partial<DisputeData>) => casePaperRules[paper].lacks({ ...sampleDispute, ...d }, 0)
const has = (paper: CasePaper, d: Partial<DisputeData>) =>
  papersOf({ ...sampleDispute, ...d }).some((p) => p.paper === paper)

test('司法确认申请书: both applicants with number and telephone, the clauses asked for, the statement, the court, both sign', async () => {
  const text = await textOf('confirmationApplication')
  inOrder(text, [
    '司法确认申请书',
    ...['申请人一示例卓玛', '性别女', '民族藏族', '年龄34岁', '公民身份号码990031197508153020'],
    ...['职业或职务牧民', '联系电话0941-0123456', '住址示例乡示例一村'],
    ...['委托代理人示例代理人', '与申请人关系姐弟', '公民身份号码990011199001010016', '联系电话0941-0123457'],
    ...['申请人二示例多吉', '出生日期1968年12月4日', '公民身份号码990021196812040453'],
    '请求事项：',
    '请求依法确认申请人于2026年6月20日在示例乡人民调解委员会主持下达成的人民调解协议（编号：示例人调协字〔2026〕第7号）中的第一条、第二条有效。',
    '事实和理由：',
    '申请人之间因示例卓玛与示例多吉的邻里纠纷，经示例乡人民调解委员会主持调解，自愿达成协议。协议自2026年6月21日起生效。',
    ...['第一条申请人赔偿被申请人饲草损失。', '第二条申请人修复边界围栏。', '¥12,050.00'],
    '申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；所述事实和所附材料真实，协议内容不损害国家利益、社会公共利益和他人合法权益。',
    ...['附：', '1．人民调解协议书', '2．人民调解委员会主持调解的证明', '3．申请人身份证明'],
    ...['4．授权委托书和委托代理人身份证明', '5．与协议有关的财产权利证明等材料'],
    ...['此致', '示例市人民法院'],
    ...['申请人（签名盖章或按指印）：', '示例卓玛', '委托代理人（签名盖章或按指印）：', '示例代理人（代示例卓玛）'],
    ...['申请人（签名盖章或按指印）：', '示例多吉', '年月日'],
  ])
  assert.ok(!text.includes('（印章）'), 'the committee does not seal what the parties ask a court')
})

test('司法确认申请书: a unit applies with its code and its head; what a court would refuse is not asked for', async () => {
  const unit = part(parts.party, {
    ...{ side: 'respondent', kind: 'company', name: '示例牧业公司', creditCode: '11623001000000019W' },
    ...{ address: '示例乡', legalRepresentative: '示例经理', legalRepresentativePost: '经理' },
  })
  const some = clauses('双方同意离婚。', '返还彩礼五千元。', '草场归示例卓玛所有。').map((c, i) =>
    i === 1
      ? { ...c, confirmable: true }
      : { ...c, confirmable: i === 2, confirmBar: i === 2 ? 'ownership' : 'identity' },
  ) as DisputeData['clauses']
  const parties = [sampleDispute.parties[0] ?? person({}), unit]
  const text = await textOf('confirmationApplication', { parties, clauses: some, agents: [] })
  inOrder(text, [
    ...['申请人二示例牧业公司', '统一社会信用代码11623001000000019W', '住所示例乡'],
    '法定代表人姓名和职务示例经理经理',
    '中的第二条有效。',
    '第二条返还彩礼五千元。',
    '3．申请人身份、主体资格和法定代表人身份的证明',
    '示例牧业公司（单位盖章，代表人签名）',
  ])
  for (const word of ['离婚', '所有', '¥12,050', '委托代理人身份证明']) assert.ok(!text.includes(word), word)
  const blank = await textOf('confirmationApplication', { parties, agents: [] }, 'blank')
  inOrder(blank, ['申请人一', '公民身份号码', '申请人二', '统一社会信用代码', '请求事项：'])
})

test('司法确认申请书: only of a written agreement in effect, by both together, for a clause that may be confirmed', () => {
  const ready = goldenInput('confirmationApplication', 'filled').data
  assert.ok(has('confirmationApplication', ready))
  assert.ok(!has('confirmationApplication', { ...ready, result: 'oral' }))
  assert.ok(!has('confirmationApplication', { ...ready, confirmationWanted: null }))
  assert.deepEqual(lacks('confirmationApplication', ready), [])
  assert.deepEqual(lacks('confirmationApplication', { ...ready, confirmationJoint: null }), ['confirmationJoint'])
  assert.deepEqual(lacks('confirmationApplication', { ...ready, sealedOn: null }), ['sealedOn'])
  const barred = ready.clauses.map((c) => ({ ...c, confirmBar: 'unclear' as const }))
  assert.deepEqual(lacks('confirmationApplication', { ...ready, clauses: barred }), ['clauses'])
})

test('终止调解通知书: the reason ticked, why, the other routes, who received it, mediators and seal', async () => {
  inOrder(await textOf('terminationNotice'), [
    ...['终止调解通知书', '卷号：示例人调字〔2026〕第12号', '申请人示例卓玛', '被申请人示例多吉'],
    '人民调解委员会于2026年5月20日受理的示例卓玛与示例多吉的邻里纠纷，已调解两次，因下列原因，自2026年6月20日起终止调解：',
    ...['□当事人明确拒绝调解', '□当事人撤回申请或者要求终止调解'],
    ...['√经调解不能达成协议', '□出现不能继续调解的事由或其他情形'],
    '具体情况：双方对边界走向各执一词，多次调解未能达成一致。',
    '当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。特此通知。',
    '本通知书已收到：',
    ...[
      '当事人（签名盖章或按指印）：',
      '人民调解员示例调解员甲（签名）：',
      '示例乡人民调解委员会',
      '（印章）',
      '2026年6月20日',
    ],
  ])
  for (const [result, reason] of [
    ['refused', '√当事人明确拒绝调解'],
    ['withdrawn', '√当事人撤回申请'],
    ['terminated', '√出现不能继续调解的事由'],
  ] as const) {
    const text = await textOf('terminationNotice', { result })
    assert.ok(text.includes(reason), result)
    assert.equal(text.split('√').length - 1, 1, 'one reason')
  }
})

test('终止调解通知书: routes of their own kind are told; no paper forbids any', async () => {
  const routed = (d: Partial<DisputeData>) => textOf('terminationNotice', d)
  assert.match(await routed({ typeJustice: 'migrantWages' }), /向劳动争议仲裁委员会申请仲裁/)
  assert.match(await routed({ typeJustice: 'traffic' }), /三日内共同书面申请公安机关交通管理部门调解/)
  assert.match(await routed({ ownershipDispute: true }), /由人民政府依法处理/)
  assert.ok(!has('terminationNotice', { result: 'written' }) && !has('terminationNotice', { result: 'transferred' }))
  assert.ok(has('terminationNotice', { result: 'withdrawn' }))
  assert.deepEqual(lacks('terminationNotice', { result: 'failed' }), ['resultDate'])
  assert.deepEqual(lacks('terminationNotice', { result: 'terminated' }), ['resultDate', 'terminationReason'])
})

test('报告公安机关函: to whom, on what ground, the event, how the parties are found, danger and measures, who received it', async () => {
  const text = await textOf('policeReport')
  inOrder(text, [
    ...['报告公安机关函', '函号：示例人调函〔2026〕1号', '示例派出所：'],
    '人民调解委员会在调解中发现下列纠纷可能引起治安案件或者刑事案件，依照《中华人民共和国人民调解法》第二十五条报告如下：',
    ...['纠纷类型邻里纠纷', '涉及人数6人', '发生时间2026年5月12日', '发生地点示例一村东沟草场'],
    ...['事件简要情况：', '两户因草场边界发生争议', '当事人示例卓玛', '联系方式0941-0123456', '当事人示例多吉'],
    ...['可能发生的情况和已经采取的措施：', '双方约人到场，可能发生冲突。'],
    '以上情况已于2026年5月24日10时20分先行报告（接报人：示例民警），现书面补报。',
    ...[
      '请予处置',
      '经办人（签名）：',
      '接收单位（印章）、接收人（签名）：',
      '示例乡人民调解委员会',
      '（印章）',
      '2026年5月24日',
    ],
  ])
  // On the event, never a profile of persons.
  for (const word of ['藏族', '34岁', '9900', '牧民', '性别', '民族']) assert.ok(!text.includes(word), word)
  assert.ok(!(await textOf('policeReport', {}, 'draft')).includes('示例人调函'), 'a draft has no number')
})

test('报告公安机关函: suspected abuse is reported by its own laws, and alone where nothing else threatens', async () => {
  const abuse = '依照《中华人民共和国未成年人保护法》第十一条、《中华人民共和国反家庭暴力法》第十四条报告如下'
  const both = await textOf('policeReport', { abuseSuspected: true })
  inOrder(both, ['《中华人民共和国人民调解法》第二十五条', abuse, '报告人的信息请予保密'])
  const alone = await textOf('policeReport', { abuseSuspected: true, mayEscalate: null })
  assert.ok(alone.includes(abuse) && !alone.includes('第二十五条'))
  assert.ok(has('policeReport', { abuseSuspected: true }) && has('policeReport', { policeReportedOn: '2026-05-24' }))
  assert.ok(!has('policeReport', {}))
  assert.deepEqual(lacks('policeReport', {}), ['policeReportedTo', 'policeReportedOn', 'policeReportReason'])
})

const promise = (given: Parameters<typeof part<typeof parts.performance>>[1]) => part(parts.performance, given)

test('督促履行通知书: what is overdue, by when, what the law gives the other side and nothing more, who received it', async () => {
  const text = await textOf('urgingNotice')
  inOrder(text, [
    ...['督促履行通知书', '协议编号：示例人调协字〔2026〕第7号', '示例卓玛：'],
    '示例卓玛与示例多吉的邻里纠纷，经示例乡人民调解委员会调解达成的协议已于2026年6月21日生效。',
    ...['尚未履行的义务：', '履行人：示例卓玛；履行方式：转账；金额：¥0.50', '2026年12月31日前（含当日），期限已过。'],
    '请于2027年1月20日前（含当日）履行。履行确有困难，或者对协议的履行、内容有争议的，请在上述期限内与人民调解委员会联系。',
    '逾期仍不履行的，对方当事人可以依照《中华人民共和国人民调解法》第三十二条的规定，向人民法院提起诉讼。',
    ...['本通知书已收到：', '被督促人（签名盖章或按指印）：', '示例卓玛', '督促人示例调解员甲（签名）：'],
    ...['示例乡人民调解委员会', '（印章）', '2027年1月5日'],
  ])
  assert.ok(!text.includes('现金一次性支付'), 'what was done is not urged')
  assert.ok(!text.includes('电话督促一次'), 'the note of the office stays in the office')
  for (const threat of ['强制执行', '处罚', '罚款', '责任', '失信', '拘留']) assert.ok(!text.includes(threat), threat)
})

test('督促履行通知书: a confirmed agreement may be enforced; an addition in effect is named', async () => {
  const supplements = [
    part(parts.supplement, {
      ...{ text: '补充。', signedByPartiesOn: '2026-08-01', signedByMediatorsOn: '2026-08-01', sealedOn: '2026-08-01' },
    }),
  ]
  const text = await textOf('urgingNotice', { confirmationResult: 'confirmed', supplements })
  inOrder(text, [
    '协议另有补充协议一份，与原协议不一致的，以补充协议为准。',
    '协议已经人民法院依法确认有效。逾期仍不履行的，对方当事人可以依照《中华人民共和国人民调解法》第三十三条的规定，向人民法院申请强制执行。',
  ])
  assert.ok(!text.includes('第三十二条'))
})

test('督促履行通知书: each who owes is named once and signs; a promise without a name leaves room for one', async () => {
  const performances = [
    promise({ debtor: '示例卓玛', manner: '修围栏', dueOn: '2026-09-01' }),
    promise({ debtor: '示例多吉', manner: '付款', dueOn: '2026-09-01' }),
    promise({ debtor: '示例卓玛', manner: '付款', dueOn: '2026-10-01' }),
  ]
  const text = await textOf('urgingNotice', { performances })
  inOrder(text, [
    '示例卓玛、示例多吉：',
    '（一）',
    '（二）',
    '（三）',
    '被督促人（',
    '示例卓玛',
    '被督促人（',
    '示例多吉',
  ])
  const nobody = await textOf('urgingNotice', { performances: [promise({ manner: '付款', dueOn: '2026-09-01' })] })
  assert.match(nobody, /＿＿：/)
  assert.equal(nobody.split('被督促人（').length - 1, 1)
})

test('what an urging is about: promises past their day; before any is past, those still to be kept', () => {
  const performances = [
    promise({ manner: '甲', dueOn: '2026-07-05', doneOn: '2026-07-01' }),
    promise({ manner: '乙', dueOn: '2026-08-05' }),
    promise({ manner: '丙', dueOn: '2026-09-05', doneOn: '2026-09-20' }),
    promise({ manner: '丁' }),
  ]
  const about = (day: string) =>
    undoneOn({ performances }, day).map((u) => `${u.performance.manner}${u.isOverdue ? '过' : ''}`)
  assert.deepEqual(about('2026-06-30'), ['甲', '乙', '丙', '丁'])
  assert.deepEqual(about('2026-08-05'), ['乙', '丙', '丁'], 'the day itself still counts')
  assert.deepEqual(about('2026-08-06'), ['乙过'])
  assert.deepEqual(about('2026-09-10'), ['乙过', '丙过'], 'done only later')
  assert.deepEqual(about('2026-10-01'), ['乙过'])
})

test('two ordinary parties: the paper that both sign is one page, with the room to sign unchanged', async () => {
  const one = { agents: [] }
  for (const paper of [
    ...(['extensionConsent', 'supplement', 'terminationNotice', 'refusalNotice', 'transferLetter'] as const),
    ...(['policeReport', 'urgingNotice'] as const),
  ])
    assert.equal((await pagesOf(paper, one)).length, 1, paper)
  for (const paper of [
    'extensionConsent',
    'terminationNotice',
    'refusalNotice',
    'transferLetter',
    'urgingNotice',
  ] as const)
    assert.equal((await pagesOf(paper, one, 'blank')).length, 1, `${paper} blank`)
})
