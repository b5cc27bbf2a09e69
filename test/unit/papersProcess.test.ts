/** The papers of the mediation itself: records of inquiries and sessions, evidence, the oral agreement, the one sheet. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { type CasePaper, casePaperRules, papersOf } from '../../shared/rules/casePapers.ts'
import { bodyText, clauses, firstOutOfOrder, part, projectRoot, sampleDispute } from './papersKit.ts'
import {
  countOf,
  evidence,
  inquiry,
  mediated,
  ofProcess,
  pagesOf,
  record,
  session,
  textOf,
  unstruck,
} from './papersProcessKit.ts'

before(() => copyFonts(projectRoot))

const inOrder = (text: string, words: readonly string[]) => assert.equal(firstOutOfOrder(text, words), null, text)
const applicant = ['姓名示例卓玛', '性别女', '民族藏族', '年龄34岁', '职业或职务牧民', '联系方式', '单位或住址']
const signed = '（签名盖章或按指印）：'

test('人民调解记录: which session, when, where, who; the rules told; what was said; its result; everyone signs, no seal', async () => {
  const text = await textOf('mediationRecord', {})
  inOrder(text, [
    ...['人民调解记录', '第一次', '时间2026年5月25日9时30分至11时', '地点示例乡调解室'],
    ...['当事人（申请人）', ...applicant, '当事人（被申请人）', '姓名示例多吉', '参加人示例才让（邻居，经当事人同意）'],
    '人民调解委员会已于2026年5月20日将人民调解的相关规定告知各方当事人。',
    '调解方式：□公开调解√不公开调解',
    ...['调解记录：', '问：围栏是谁修的？', '答：是我和邻居一起修的。'],
    '调解结果：□调解成功□调解不成√有待继续调解',
    ...['以上记录经当事人阅看或者听读，确认与所述一致。', '（以下无正文）'],
    ...[`当事人${signed}`, '示例卓玛', `当事人${signed}`, '示例多吉'],
    ...['人民调解员　示例调解员甲（签名）：', '人民调解员　示例调解员乙（签名）：', '记录人　示例记录员（签名）：'],
    '2026年5月25日',
  ])
  assert.ok(!text.includes('印章'))
  assert.equal(countOf(text, '示例调解员甲'), 1, 'a mediator among the helpers is none of them')
})

test('人民调解记录: the second of two, an hour nobody noted, nobody invited, and a failed one with the routes told', async () => {
  const second = await textOf('mediationRecord', { part: 1 }, { participants: [], noticeDate: null, openness: null })
  inOrder(second, [
    ...['第二次', '时间2026年6月2日14时至时分', '参加人无'],
    ...[
      '已于＿＿＿＿年＿＿月＿＿日将',
      '调解方式：□公开调解□不公开调解',
      '√调解成功□调解不成□有待继续调解',
      '2026年6月2日',
    ],
  ])
  const sessions = [session({ result: 'failed' })]
  const failed = await textOf('mediationRecord', {}, { sessions, otherRoutesToldOn: '2026-05-25' })
  inOrder(failed, [
    '√调解不成',
    '人民调解委员会已于2026年5月25日告知当事人：可以依法通过仲裁、行政、司法等途径维护自己的权利。',
  ])
  assert.ok(!failed.includes('第一次'), 'a single session has no number')
  const later = await textOf('mediationRecord', {}, { sessions, otherRoutesToldOn: '2026-05-26' })
  assert.ok(!later.includes('仲裁'), 'a record says nothing of later days')
})

test('a record of several pages has room to sign at the foot of each but the last, clear of the page number', async () => {
  for (const [paper, who] of [
    ['mediationRecord', '当事人'],
    ['inquiryRecord', '被调查人'],
  ] as const) {
    const long = record.repeat(20)
    const pages = await pagesOf(
      paper,
      {},
      { sessions: [session({ record: long })], inquiries: [inquiry({ record: long })] },
    )
    assert.ok(pages.length > 1)
    for (const [i, page] of pages.entries()) {
      assert.equal(page.text.includes(`${who}签名或按指印：`), i < pages.length - 1, `${paper} ${i + 1}`)
      assert.ok(page.text.includes(`第${i + 1}页共${pages.length}页`))
    }
    const [short] = await pagesOf(paper, { mode: 'blank' })
    assert.ok(short?.text.includes(`${who}签名或按指印：`))
  }
})

test('问 and 答 hang: what follows on further lines stands clear of the speaker', async () => {
  const answer = `答：${'我家的牛进了他家的草场。'.repeat(6)}`
  const [page] = await pagesOf(
    'mediationRecord',
    {},
    { sessions: [session({ record: `${answer}\n问：还有吗？\n答：没有。` })] },
  )
  const said = page?.body.filter((p) => /我家的牛|进了|草场/.test(p.text)) ?? []
  const first = page?.body.find((p) => p.text.startsWith('答'))
  assert.ok(first)
  const lines = [...new Set(said.map((p) => p.y))].sort((a, b) => a - b)
  assert.ok(lines.length >= 3)
  const startOf = (y: number) => Math.min(...(page?.body ?? []).filter((p) => p.y === y).map((p) => p.x))
  for (const y of lines.slice(1)) assert.ok(Math.abs(startOf(y) - first.x - 28) < 1, `${startOf(y)} beside ${first.x}`)
})

test('人民调解调查记录: a party’s basics come from the case, another’s from the inquiry; two ask, one writes; no seal', async () => {
  const party = await textOf('inquiryRecord', {})
  inOrder(party, [
    ...['人民调解调查记录', '时间2026年5月22日', '地点示例一村', '参加人示例才让', '被调查人', ...applicant],
    ...['调查记录：', '问：围栏是谁修的？', '以上记录经被调查人阅看或者听读，确认与所述一致。', '（以下无正文）'],
    ...['被调查人（签名或按指印）：', '示例卓玛', '调查人　示例调解员甲（签名）：', '调查人　示例调解员乙（签名）：'],
    ...['记录人　示例记录员（签名）：', '2026年5月22日'],
  ])
  assert.ok(!party.includes('印章') && !party.includes('示例多吉'))
  const other = await textOf('inquiryRecord', { part: 1 })
  inOrder(other, [
    '参加人无',
    '被调查人示例才让',
    '基本情况男，藏族，51岁，双方的邻居',
    '调查人　示例调解员甲（签名）：',
    '调查人（签名）：',
  ])
})

test('reading aloud: the session’s record for who needs it, an inquiry only for the one who was asked', async () => {
  const attendants = [
    part(parts.attendant, { kind: 'interpreter', name: '示例译员', language: '藏语', forParty: '示例卓玛' }),
  ]
  const aloud = '本记录已用藏语宣读，当事人确认无误。'
  assert.ok((await textOf('mediationRecord', {}, { attendants })).includes(aloud))
  const asked = await textOf('inquiryRecord', {}, { attendants })
  inOrder(asked, ['本记录已用藏语宣读，被调查人确认无误。', '翻译人（藏语）　示例译员（签名）：'])
  const other = await textOf('inquiryRecord', { part: 1 }, { attendants })
  assert.ok(!other.includes('宣读') && !other.includes('示例译员'))
})

test('人民调解证据材料: what was handed in, by whom, as what; added up; who compared it with the originals signs', async () => {
  inOrder(await textOf('evidenceList', {}), [
    ...['人民调解证据材料', '卷号：示例人调字〔2026〕第12号', '纠纷名称示例卓玛与示例多吉的邻里纠纷'],
    ...['序号', '证据名称', '提供人', '原件/复印件', '页数', '收取日期', '提供人签名'],
    ...[
      '1',
      '草场承包经营权证',
      '示例多吉',
      '复印件',
      '4',
      '2026年',
      '5月20日',
      '2',
      '现场照片',
      '原件',
      '6',
      '（以下空白）',
    ],
    ...['以上材料共2份，10页。', '与原件核对无误', '核对人（签名）：', '年月日'],
  ])
  const unknown = await textOf('evidenceList', {}, { evidence: [evidence({ pages: null, form: null })] })
  inOrder(unknown, ['□原件', '□复印件', '以上材料共1份，＿＿＿＿页。'])
})

test('a long list of evidence has its head on every page; each row has room to write and to sign', async () => {
  const pages = await pagesOf(
    'evidenceList',
    {},
    { evidence: Array.from({ length: 60 }, (_, i) => evidence({ name: `材料${i + 1}` })) },
  )
  assert.ok(pages.length > 2)
  for (const page of pages)
    assert.ok(!page.body.some((p) => p.text === '现场') && (page === pages.at(-1) || page.text.includes('证据名称')))
  assert.equal(
    firstOutOfOrder(
      bodyText(pages),
      Array.from({ length: 60 }, (_, i) => `材料${i + 1}`),
    ),
    null,
  )
  const blank = await pagesOf('evidenceList', { mode: 'blank' })
  assert.equal(blank.length, 1)
  const rows = (blank[0]?.body ?? []).filter((p) => /^[1-8]$/.test(p.text)).map((p) => p.y)
  assert.equal(rows.length, 8)
  for (const [i, y] of rows.slice(1).entries()) assert.ok(y - (rows[i] ?? 0) >= (9 * 72) / 25.4)
})

test('人民调解口头协议登记表: what was agreed as in an agreement; the committee fills, signs, seals it, on the day of the agreement', async () => {
  const text = await textOf('oralAgreement', {})
  inOrder(text, [
    ...['人民调解口头协议登记表', '编号：示例人调协字〔2026〕第7号', '当事人（申请人）', ...applicant],
    ...['纠纷主要事实、争议事项：', '申请人的牦牛', '各方责任：', '协议内容：', '一、申请人赔偿', '二、申请人修复'],
    ...['履行方式、时限：', '（一）履行人：示例卓玛', '以上金额合计：¥12,050.50'],
    '当事人认为无需制作书面调解协议，经调解，于2026年6月2日自愿达成以上口头协议，协议自当日起生效。',
    ...[
      '当事人（自愿签名或按指印，不签名不影响协议效力）：',
      '人民调解员　示例调解员甲（签名）：',
      '记录人　示例记录员（签名）：',
    ],
    ...['示例乡人民调解委员会', '（印章）', '2026年6月2日', '备注：此表由人民调解委员会填写。'],
  ])
  assert.ok(!text.includes('一式') && !text.includes(signed), 'no copies, no hand of a party is asked for')
  const reasoned = await textOf('oralAgreement', {}, { oralReason: '双方系近亲属。' })
  assert.ok(reasoned.includes('书面调解协议（理由：双方系近亲属），经调解'))
})

test('an oral agreement and a written one say what was agreed in the same words', async () => {
  const between = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to))
  const words = ['一、申请人赔偿', '伍角整）。'] as const
  const written = await textOf('agreement', {}, { result: 'written' })
  const oral = await textOf('oralAgreement', {})
  const sheet = await textOf('simpleForm', {})
  const labels = /履行方式、时限：?|√?未到期.*$/g
  const plain = (text: string) => unstruck(between(text, ...words).replace(labels, ''))
  assert.ok(plain(written).length > 80)
  assert.equal(plain(oral), plain(written))
  assert.equal(plain(sheet), plain(written))
})

test('简易纠纷调解登记表: registration, notice, mediation, result, performance, all signatures and the seal on one sheet', async () => {
  const pages = await pagesOf('simpleForm', {}, { sessions: mediated.sessions?.slice(1) ?? [] })
  assert.equal(pages.length, 2, 'front and back')
  inOrder(bodyText(pages), [
    ...[
      '简易纠纷调解登记表（一案一表）',
      '卷号：示例人调字〔2026〕第12号',
      '受理日期2026年5月20日',
      '纠纷类型邻里纠纷',
    ],
    ...['案件来源√当事人申请□主动调解', '申请人', '姓名：示例卓玛', '性别：女', '民族：藏族', '年龄：34岁'],
    ...['职业或职务：牧民', '联系方式：', '单位或住址：', '被申请人', '姓名：示例多吉'],
    ...[
      '告知已于2026年5月20日将',
      '√书面□口头',
      '两户因饲草损失',
      '2026年6月2日14时至',
      '问：围栏是谁修的？',
      '参加人：示例才让（邻居）',
    ],
    ...[
      '√达成口头协议□达成书面协议□调解不成□其他',
      '日期：2026年6月2日',
      '协议内容一、申请人赔偿',
      '（一）履行人：示例卓玛',
    ],
    ...['□未到期□已履行√部分履行□未履行', '确认无误', `当事人${signed}`, '示例卓玛', `当事人${signed}`, '示例多吉'],
    ...[
      '人民调解员　示例调解员甲（签名）：',
      '记录人　示例记录员（签名）：',
      '示例乡人民调解委员会',
      '（印章）',
      '2026年6月2日',
    ],
    '备注：此表由人民调解委员会填写，一案一表。',
  ])
})

test('the one sheet refers to a written agreement, names another ending, and tells the routes of a failed mediation', async () => {
  const written = await textOf('simpleForm', {}, { result: 'written' })
  inOrder(written, ['√达成书面协议', '协议内容见人民调解协议书，编号：示例人调协字〔2026〕第7号'])
  assert.ok(!written.includes('赔偿'))
  const ended = { clauses: [], performances: [], agreementNo: null, otherRoutesToldOn: '2026-06-02' }
  const withdrawn = await textOf('simpleForm', {}, { ...ended, result: 'withdrawn' })
  inOrder(withdrawn, [
    '√其他：当事人撤回申请',
    '日期：2026年6月2日',
    '已于2026年6月2日告知可以依法通过仲裁、行政、司法等途径',
  ])
  const own = await textOf('simpleForm', {}, { source: 'committee' })
  assert.ok(own.includes('□当事人申请√主动调解'))
})

test('a draft says so on every page and has no number; a sample is marked; a blank form shows nobody’s data', async () => {
  for (const paper of ofProcess) {
    for (const page of await pagesOf(paper, { mode: 'draft' })) {
      assert.ok(page.text.includes('草稿') && page.across.includes('草稿'), paper)
      assert.ok(!page.text.includes('〔2026〕'), paper)
    }
    for (const page of await pagesOf(paper, { sample: true })) assert.ok(page.text.includes('演示样张不得入卷'), paper)
    for (const page of await pagesOf(paper, {})) assert.ok(!page.text.includes('草稿') && !page.text.includes('样张'))
    const blank = await pagesOf(paper, { mode: 'blank' })
    assert.ok(blank.length <= 2, `${paper}: one sheet, front and back`)
    const text = blank.map((p) => p.text).join('')
    assert.doesNotMatch(
      text,
      /卓玛|多吉|才让|牧民|0941|牦牛|围栏|饲草|调解员[甲乙]|记录员|藏族|邻里|第7号|2026|√/,
      paper,
    )
    assert.match(text, /年月日/)
  }
})

test('values as long as the register takes them: evidence, helpers, place and basics are all printed', async () => {
  const max = (char: string, length: number) => char.repeat(length)
  const rows = [evidence({ name: max('名', 120), provider: max('提', 60), pages: 9999, receivedOn: '2026-12-31' })]
  const list = await textOf('evidenceList', {}, { evidence: rows })
  assert.ok(countOf(list, '名') >= 120 && countOf(list, '提') >= 60)
  const participants = Array.from({ length: 9 }, () =>
    part(parts.participant, { name: max('参', 60), relation: max('系', 60) }),
  )
  const held = await textOf('mediationRecord', {}, { participants, sessions: [session({ place: max('处', 120) })] })
  assert.ok(countOf(held, '系') >= 540 && countOf(held, '处') >= 120)
  const asked = await textOf(
    'inquiryRecord',
    {},
    {
      inquiries: [
        inquiry({
          asked: max('被', 60),
          askedAbout: max('况', 200),
          present: max('在', 200),
          investigators: max('查', 120),
        }),
      ],
    },
  )
  assert.ok(countOf(asked, '况') >= 200 && countOf(asked, '在') >= 200 && countOf(asked, '查') >= 120)
})

test('which of these papers a case has, and what each still lacks', () => {
  const keys = (d: Partial<DisputeData>) =>
    papersOf({ ...sampleDispute, ...d }).flatMap((p) => (ofProcess.some((x) => x === p.paper) ? [p.key] : []))
  assert.deepEqual(keys({}), [])
  assert.deepEqual(keys(mediated), [
    ...['inquiryRecord.0', 'inquiryRecord.1', 'evidenceList', 'mediationRecord.0', 'mediationRecord.1'],
    ...['oralAgreement', 'simpleForm'],
  ])
  const oral = (d: Partial<DisputeData>) =>
    casePaperRules.oralAgreement.count({ ...sampleDispute, result: 'oral', ...d })
  assert.equal(oral({ typeJustice: 'neighbour' }), 1)
  for (const typeJustice of ['migrantWages', 'otherLabour', 'medical', 'landAndForest'] as const)
    assert.equal(oral({ typeJustice }), 0, typeJustice)
  assert.equal(oral({ typeJustice: 'landAndForest', oralReason: '双方系近亲属' }), 1)
  const written = (d: Partial<DisputeData>) => casePaperRules.agreement.count({ ...sampleDispute, ...d })
  assert.equal(written({ result: 'oral', agreementNo: '示例1号' }), 0, 'an oral agreement has no 协议书')
  assert.equal(written({ result: null, agreementNo: '示例1号' }), 1)
  const simple = (d: Partial<DisputeData>) => casePaperRules.simpleForm.count({ ...sampleDispute, ...mediated, ...d })
  assert.equal(simple({ difficulty: 'complex' }), 0)
  assert.equal(simple({ result: 'calmed' }), 0)
  const lacks = (paper: CasePaper, d: Partial<DisputeData>) =>
    casePaperRules[paper].lacks({ ...sampleDispute, ...d }, 0)
  assert.deepEqual(lacks('mediationRecord', { sessions: [part(parts.session, {})] }), [
    ...['sessions.0.heldOn', 'sessions.0.record', 'sessions.0.result'],
  ])
  assert.deepEqual(lacks('inquiryRecord', { inquiries: [part(parts.inquiry, {})] }), [
    ...['inquiries.0.heldOn', 'inquiries.0.asked', 'inquiries.0.record'],
  ])
  assert.deepEqual(lacks('oralAgreement', {}), ['agreementNo', 'resultDate'])
  assert.deepEqual(lacks('simpleForm', {}), ['acceptanceDate', 'summary', 'result', 'resultDate'])
})

test('a clause of several lines keeps its number in the oral form', async () => {
  inOrder(await textOf('oralAgreement', {}, { clauses: clauses('甲\n乙', '丙') }), ['一、甲', '乙', '二、丙'])
})
