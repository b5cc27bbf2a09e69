import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { CasePaperInput } from '../../electron/core/papers/paperForm.ts'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { type CasePaper, casePaperRules, papersOf } from '../../shared/rules/casePapers.ts'
import { defaultSettings } from '../../shared/settings.ts'
import {
  bodyText,
  casePaperOf,
  firstOutOfOrder,
  part,
  person,
  projectRoot,
  readPdf,
  sampleDispute,
} from './papersKit.ts'

before(() => copyFonts(projectRoot))

const inOrder = (text: string, words: readonly string[]) => assert.equal(firstOutOfOrder(text, words), null, text)

const filing: readonly CasePaper[] = [
  ...(['receipt', 'followUpRecord', 'dossierNote', 'closingReport', 'cover', 'backCover'] as const),
]
/** A case performed, visited, closed and filed. */
const filed: Partial<DisputeData> = {
  ...{ typeJustice: 'neighbour', caseNo: '示例人调字〔2026〕第12号', agreementNo: '示例人调协字〔2026〕第7号' },
  ...{ acceptanceDate: '2026-05-20', source: 'police', summary: '两户因草场边界发生争议。\n协商未果。' },
  sessions: ['2026-06-02', '2026-05-25'].map((heldOn) => part(parts.session, { heldOn })),
  ...{ result: 'written', resultDate: '2026-06-20', signedByPartiesOn: '2026-06-20' },
  ...{ signedByMediatorsOn: '2026-06-20', sealedOn: '2026-06-21', performanceState: 'partly' },
  performances: [
    ...sampleDispute.performances.map((p, i) => (i === 0 ? { ...p, doneOn: '2026-07-01', receivedBy: '示例多吉' } : p)),
    part(parts.performance, {
      debtor: '示例多吉',
      manner: '交还牦牛两头',
      doneOn: '2026-07-02',
      receivedBy: '示例卓玛',
    }),
    part(parts.performance, { debtor: '示例卓玛', manner: '修复围栏', doneOn: '2026-07-03' }),
  ],
  followUps: [
    part(parts.followUp, {
      heldOn: '2026-07-20',
      by: '示例调解员甲',
      findings: '款项付清。',
      satisfaction: 'satisfied',
    }),
    part(parts.followUp, { heldOn: '2026-08-20', by: '示例调解员乙', reason: '邻里关系回访', findings: '无新争议。' }),
  ],
  ...{ closedOn: '2026-09-01', filedBy: '示例立卷人', filedOn: '2026-09-10', checkedBy: '示例检查人' },
  ...{ checkedOn: '2026-09-12', retention: 'long', pages: 28, remarks: '附光盘一张。' },
  dossierNote: '承包证原件退还当事人。\n卷内为复印件。',
}
type Change = Partial<CasePaperInput>
const pagesOf = async (paper: CasePaper, change: Change = {}, data: Partial<DisputeData> = {}) =>
  readPdf((await casePaperOf(paper, change, { ...filed, ...data })).pdf)
const textOf = async (paper: CasePaper, change: Change = {}, data: Partial<DisputeData> = {}): Promise<string> =>
  bodyText(await pagesOf(paper, change, data))

test('封面: committee, 卷名, 卷号, mediators, from the first session to the result, who filed, how long it is kept', async () => {
  const pages = await pagesOf('cover')
  assert.equal(pages.length, 1)
  assert.ok(!pages[0]?.text.includes('第1页'), 'a cover is no page of the dossier')
  const text = bodyText(pages)
  inOrder(text, [
    ...['示例乡人民调解委员会', '调解卷宗', '卷名', '示例卓玛与示例多吉的邻里纠纷'],
    ...['卷号', '示例人调字〔2026〕第12号', '人民调解员', '示例调解员甲、示例调解员乙'],
    ...['调解日期', '自2026年5月25日至2026年6月20日', '立卷人', '示例立卷人', '立卷日期', '2026年9月10日'],
    ...['保管期限', '长期', '备注', '附光盘一张。'],
  ])
  for (const word of ['签名', '印章', '指印']) assert.ok(!text.includes(word), word)
  assert.ok((await textOf('cover', {}, { sessions: [] })).includes('自2026年5月20日至'), 'from 受理 without a session')
})

test('封面: all names of twelve ordinary parties; of the longest the first of each side and how many; always one page', async () => {
  const twelve = (name: (i: number) => string) =>
    Array.from({ length: 12 }, (_, i) => person({ side: i % 2 ? 'respondent' : 'applicant', name: name(i) }))
  const ordinary = await textOf('cover', {}, { parties: twelve((i) => `示例才让卓玛${i}`) })
  for (let i = 0; i < 12; i++) assert.ok(ordinary.includes(`示例才让卓玛${i}`))
  const long = (i: number) => `示例${i}号${'长'.repeat(60)}`.slice(0, 60)
  const extreme: Partial<DisputeData> = {
    ...{ parties: twelve(long), filedBy: long(3), remarks: '备注字样。\n'.repeat(400), caseNo: '号'.repeat(60) },
    mediators: Array.from({ length: 9 }, (_, i) => part(parts.mediator, { name: long(i) })),
  }
  const settings = { ...defaultSettings, tibetanTitles: { cover: 'བོད་ཡིག་'.repeat(15) } }
  for (const committee of ['示例乡人民调解委员会', '示例'.repeat(30), '']) {
    const pages = await pagesOf('cover', { committee, settings }, extreme)
    assert.equal(pages.length, 1)
    inOrder(bodyText(pages), [
      `${long(0)}等6人与${long(1)}等6人的邻里纠纷`,
      `${long(0)}等9人`,
      long(3),
      '备注',
      '见卷宗情况说明',
    ])
  }
  assert.ok((await textOf('dossierNote', {}, extreme)).includes('封面备注：备注字样。'), 'nothing of it is lost')
})

test('封底 says how many pages; not counted yet, it is left for the pencil', async () => {
  assert.equal(await textOf('backCover'), '本卷共28页')
  assert.equal(await textOf('backCover', {}, { pages: null }), '本卷共＿＿＿＿页')
})

test('卷宗情况说明: its text, who filed and who checked with their days; no seal', async () => {
  const text = await textOf('dossierNote')
  inOrder(text, [
    ...['卷宗情况说明', '卷号：示例人调字〔2026〕第12号', '承包证原件退还当事人。', '卷内为复印件。', '（以下无正文）'],
    ...['立卷人　示例立卷人（签名）：', '检查人　示例检查人（签名）：'],
  ])
  for (const day of ['2026年9月10日', '2026年9月12日']) assert.ok(text.includes(day))
  assert.ok(!text.includes('印章'))
})

test('结案报告表: number, days, who handled it, each party, source, facts, result, performance, room to approve', async () => {
  const two = filed.performances?.slice(0, 2) ?? []
  const pages = await pagesOf('closingReport', {}, { performances: two })
  assert.equal(pages.length, 1)
  inOrder(bodyText(pages), [
    ...['人民调解结案报告表', '卷号：示例人调字〔2026〕第12号', '承办单位', '示例乡人民调解委员会'],
    ...['承办人', '示例调解员甲、示例调解员乙', '填表时间', '2026年9月10日', '案件来源', '公安机关委托移送'],
    ...['受案时间', '2026年5月20日', '结案时间', '2026年9月1日'],
    ...['申请人', '示例卓玛', '联系方式', '0941-0123456', '单位或住址', '示例乡示例一村', '被申请人', '示例多吉'],
    ...['两户因草场边界发生争议。', '调解结果', '调解成功（书面协议）。2026年6月20日，当事人自愿达成书面协议'],
    ...[
      '（协议编号：示例人调协字〔2026〕第7号）',
      '协议自2026年6月21日起生效',
      '一、申请人赔偿',
      '履行情况',
      '部分履行。',
    ],
    ...['（一）示例卓玛：现金一次性支付，¥12,050.00，应于2026年7月5日前履行，2026年7月1日已履行，由示例多吉收到。'],
    ...['（二）示例卓玛：转账', '未履行', '承办人（签名）：', '审批意见', '负责人（签名、印章）：', '年月日'],
  ])
})

test('结案报告表 tells every end of a case in its own words', async () => {
  const ends: readonly (readonly [Partial<DisputeData>, string])[] = [
    [{ result: 'oral' }, '当事人自愿达成口头协议'],
    [{ result: 'failed', otherRoutesToldOn: '2026-06-21' }, '未能达成协议。2026年6月21日已告知当事人可以依法通过仲裁'],
    [{ result: 'refused' }, '当事人明确拒绝调解'],
    [{ result: 'withdrawn' }, '申请人撤回申请'],
    [
      { result: 'transferred', transferredTo: '示例乡政府', transferredLetterNo: '3号' },
      '移送示例乡政府处理（函号：3号）。',
    ],
    [{ result: 'terminated', terminationReason: '各执一词' }, '调解终止。理由：各执一词。'],
  ]
  for (const [data, words] of ends) {
    const text = await textOf('closingReport', {}, data)
    assert.ok(text.includes(words), text)
    assert.equal(text.includes('未达成协议，无履行事项。'), data.result !== 'oral', words)
  }
  const clauses = Array.from({ length: 40 }, () => part(parts.clause, { text: '条款内容文字。'.repeat(4) }))
  assert.ok((await textOf('closingReport', {}, { clauses })).includes('协议共四十条，全文见卷内协议。'))
})

test('回访记录: the agreement’s number, why, when, what was found, who went; the committee and the day', async () => {
  inOrder(await textOf('followUpRecord'), [
    ...['人民调解回访记录', '第1次', '当事人', '示例卓玛、示例多吉', '调解协议编号', '示例人调协字〔2026〕第7号'],
    ...['回访事由', '示例卓玛与示例多吉的邻里纠纷', '回访时间', '2026年7月20日', '回访情况：', '款项付清。'],
    ...[
      '满意度：满意',
      '（以下无正文）',
      '回访人',
      '示例调解员甲',
      '（签名）：',
      '示例乡人民调解委员会',
      '（印章）',
      '2026年7月20日',
    ],
  ])
  const second = await textOf('followUpRecord', { part: 1 })
  inOrder(second, ['第2次', '邻里关系回访', '2026年8月20日', '无新争议。', '满意度：＿', '示例调解员乙'])
  assert.ok(!second.includes('款项付清'))
  const failed = await textOf('followUpRecord', {}, { result: 'failed', agreementNo: null })
  inOrder(failed, ['调解协议编号', '未达成协议', '回访事由'])
})

test('收条: from whom, by which agreement, the money in figures and 大写; who took it signs; no fee', async () => {
  inOrder(await textOf('receipt'), [
    ...['收条', '案由：示例卓玛与示例多吉的邻里纠纷', '今收到示例卓玛', '（编号：示例人调协字〔2026〕第7号）'],
    ...[
      '在示例乡人民调解委员会交付的款项¥12,050.00（大写：人民币壹万贰仟零伍拾元整）',
      '现金一次性支付',
      '已当面点清。',
    ],
    ...['不收取任何费用（《中华人民共和国人民调解法》第四条）', '收到人（签名盖章或按指印）：', '示例多吉'],
    ...['在场见证人（人民调解员）（签名）：', '2026年7月1日'],
  ])
  const thing = await textOf('receipt', { part: 2 })
  inOrder(thing, ['今收到示例多吉', '交付的财物（交还牦牛两头），已当面查收。', '收到人', '示例卓玛', '2026年7月2日'])
  assert.ok(!thing.includes('¥'))
  const oral = await textOf('receipt', {}, { result: 'oral', agreementNo: null })
  assert.ok(oral.includes('依据人民调解口头协议在'), oral)
})

test('which papers of closing and filing a case has, and what each lacks', () => {
  const d = { ...sampleDispute, ...filed }
  const keys = (change: Partial<DisputeData>) =>
    papersOf({ ...d, ...change }).flatMap((p) => (filing.includes(p.paper) ? [p.key] : []))
  assert.deepEqual(keys({}), [
    ...['receipt.0', 'receipt.2', 'followUpRecord.0', 'followUpRecord.1'],
    ...['dossierNote', 'closingReport', 'cover', 'backCover'],
  ])
  assert.deepEqual(keys({ performances: [], followUps: [], dossierNote: null, result: null }), ['cover', 'backCover'])
  assert.deepEqual(keys({ performances: [], followUps: [], dossierNote: null, result: 'calmed' }), [])
  const lacks = (paper: CasePaper, change: Partial<DisputeData>, index = 0) =>
    casePaperRules[paper].lacks({ ...d, ...change }, index)
  for (const paper of filing) assert.deepEqual(lacks(paper, {}), [], paper)
  assert.deepEqual(lacks('cover', { filedBy: null, filedOn: null, retention: null, mediators: [] }), [
    ...['filedBy', 'filedOn', 'retention', 'mediators'],
  ])
  assert.deepEqual(lacks('closingReport', { closedOn: null, source: null }), ['source', 'closedOn'])
  assert.deepEqual(lacks('followUpRecord', { agreementNo: null, followUps: [part(parts.followUp, {})] }), [
    ...['agreementNo', 'followUps.0.by', 'followUps.0.findings'],
  ])
  assert.deepEqual(lacks('receipt', {}, 1), ['performances.1.receivedBy'])
})

test('a draft says so on every page and carries no number of its own; a sample is marked; a final paper has neither', async () => {
  for (const paper of filing) {
    for (const page of await pagesOf(paper, { mode: 'draft' })) {
      assert.ok(page.text.includes('草稿') && page.across.includes('草稿'), paper)
      assert.ok(!page.text.includes('示例人调字〔2026〕第12号'), paper)
    }
    for (const page of await pagesOf(paper, { sample: true })) assert.ok(page.text.includes('演示样张不得入卷'), paper)
    for (const page of await pagesOf(paper)) assert.ok(!/草稿|样张/.test(page.text), paper)
  }
})

test('a blank form is one page, shows nobody’s data and has the same fields', async () => {
  const fields: Readonly<Partial<Record<CasePaper, readonly string[]>>> = {
    cover: ['示例乡人民调解委员会', '调解卷宗', '卷名', '卷号', '人民调解员', '调解日期', '□短期□长期□永久', '备注'],
    backCover: ['本卷共＿＿＿＿页'],
    dossierNote: ['卷宗情况说明', '卷号：＿', '立卷人（签名）：', '年月日', '检查人（签名）：', '年月日'],
    closingReport: [
      ...['卷号：＿', '承办单位', '示例乡人民调解委员会', '承办人', '填表时间', '受案时间', '结案时间', '申请人'],
      ...['□当事人申请', '□公安移交', '纠纷简要', '调解结果', '履行情况', '承办人（签名）', '负责人（签名、印章）'],
    ],
    followUpRecord: [
      '当事人',
      '调解协议编号',
      '回访事由',
      '回访时间',
      '回访情况',
      '□满意',
      '回访人（签名）',
      '（印章）',
    ],
    receipt: ['今收到', '编号', '人民币（大写）', '¥', '财物', '不收取任何费用', '收到人', '交付人', '年月日'],
  }
  for (const paper of filing) {
    const pages = await pagesOf(paper, { mode: 'blank' })
    assert.equal(pages.length, 1, paper)
    inOrder(bodyText(pages), fields[paper] ?? [])
    for (const secret of ['示例卓玛', '示例多吉', '示例调解员', '示例立卷人', '0941', '2026', '示例人调', '光盘', '28'])
      assert.ok(!bodyText(pages).includes(secret), `${paper} shows ${secret}`)
  }
})

test('nobody signs on a page without text, whatever the length; nothing of a long text is lost', async () => {
  for (const n of [1, 8, 14, 17, 18, 19, 20, 21, 22, 23, 24, 25, 40, 120]) {
    const lines = Array.from({ length: n }, (_, i) => `第${i + 1}行说明。`).join('\n')
    const data = {
      ...{ dossierNote: lines, summary: lines },
      followUps: [part(parts.followUp, { heldOn: '2026-07-20', by: '示例调解员甲', findings: lines })],
    }
    for (const paper of ['dossierNote', 'closingReport', 'followUpRecord'] as const) {
      const pages = await pagesOf(paper, {}, data)
      inOrder(bodyText(pages), lines.split('\n'))
      for (const page of pages) {
        const sign = page.body.filter((p) => p.text.includes('（签名')).map((p) => p.y)
        const above = page.body.filter((p) => p.y < Math.min(...sign) - 1)
        assert.ok(sign.length === 0 || above.length > 0, `${paper}, ${n} lines: signatures without text`)
      }
    }
  }
})
