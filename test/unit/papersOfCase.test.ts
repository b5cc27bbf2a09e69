import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { type CasePaper, casePaperRules, paperKey, papersOf } from '../../shared/rules/casePapers.ts'
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

/** A case that has something for every paper; no real one has them all. */
const everything: Partial<DisputeData> = {
  ...{ typeJustice: 'neighbour', caseNo: '示例人调字〔2026〕第12号', agreementNo: '示例人调协字〔2026〕第7号' },
  ...{ applicationDate: '2026-05-18', applicationForm: 'oral', acceptanceDate: '2026-05-20', result: 'written' },
  ...{ resultDate: '2026-06-20', signedByPartiesOn: '2026-06-20', signedByMediatorsOn: '2026-06-20' },
  ...{ sealedOn: '2026-06-21', notAcceptedOn: '2026-05-21', refusalGround: 'takenElsewhere' },
  refusalReason: '申请人已就同一边界起诉，法院已经立案。',
  ...{ transferredTo: '示例乡人民政府', transferredLetterNo: '示例人调函〔2026〕3号' },
  transferReason: '因争议涉及草场使用权归属。',
  summary: '两户因草场边界发生争议，涉及草场使用权归属。',
  sessions: [part(parts.session, { heldOn: '2026-05-25' }), part(parts.session, { heldOn: '2026-06-02' })],
  extensions: [part(parts.extension, { agreedOn: '2026-06-15', until: '2026-07-20', reason: '因需要现场踏勘。' })],
  supplements: [
    part(parts.supplement, { reason: '转场时间提前', text: '一、第一笔改为九月底前付清。\n二、围栏共同修复。' }),
  ],
}
const textOf = async (paper: CasePaper, change: Parameters<typeof casePaperOf>[1], data: Partial<DisputeData> = {}) =>
  bodyText(await readPdf((await casePaperOf(paper, change, { ...everything, ...data })).pdf))

/** Two lines to a party, on papers that share one page with their signatures. */
const shortBlocks = [
  ...['申请人示例卓玛', '性别女', '民族藏族', '年龄34岁', '联系方式0941-0123456', '单位或住址示例乡示例一村'],
  '被申请人示例多吉',
]

test('不予受理告知书: who asked, ground, reason, other routes, receipt, the committee’s seal with its day', async () => {
  const text = await textOf('refusalNotice', {})
  inOrder(text, [
    '不予受理告知书',
    ...shortBlocks,
    '2026年5月18日，当事人就示例卓玛与示例多吉的邻里纠纷向人民调解委员会口头申请调解。',
    '属于“法院、公安或其他部门已经受理”的情形，人民调解委员会决定不予受理。',
    '不予受理的理由：',
    '申请人已就同一边界起诉，法院已经立案。',
    '当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。',
    '特此告知。',
    '本告知书已收到：',
    '申请人（签名盖章或按指印）：',
    '示例卓玛',
    '经办人（签名）：',
    '示例乡人民调解委员会',
    '（印章）',
    '2026年5月21日',
  ])
  assert.ok(!text.includes('示例多吉（签名'), 'the other side asked for nothing')
  const other = await textOf('refusalNotice', {}, { refusalGround: 'other', applicationDate: null })
  assert.ok(other.includes('示例卓玛与示例多吉的邻里纠纷，经审查，人民调解委员会决定不予受理。'))
})

test('延长调解期限同意书: why, until when, of free will; both sides and the mediators sign, the committee seals', async () => {
  inOrder(await textOf('extensionConsent', {}), [
    '延长调解期限同意书',
    '卷号：示例人调字〔2026〕第12号',
    ...shortBlocks,
    '人民调解委员会于2026年5月20日受理的示例卓玛与示例多吉的邻里纠纷，因需要现场踏勘，尚未达成协议。',
    '当事人同意调解期限延长至2026年7月20日（含当日）。',
    '本同意书由当事人自愿签署，期限内仍可以随时要求终止调解。',
    '届满仍未达成协议的，人民调解委员会终止调解，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。',
    '（以下无正文）',
    '当事人（签名盖章或按指印）：',
    '示例卓玛',
    '当事人（签名盖章或按指印）：',
    '示例多吉',
    '人民调解员　示例调解员甲（签名）：',
    '记录人　示例记录员（签名）：',
    '示例乡人民调解委员会',
    '（印章）',
  ])
})

test('移送函: number, to whom, the dispute and what was done, room for who receives it; no party signs', async () => {
  const text = await textOf('transferLetter', {})
  inOrder(text, [
    '移送函',
    '函号：示例人调函〔2026〕3号',
    '示例乡人民政府：',
    '示例卓玛与示例多吉的邻里纠纷（卷号：示例人调字〔2026〕第12号），于2026年5月20日受理，已调解两次，未达成协议。因争议涉及草场使用权归属，现移送你单位处理。',
    ...shortBlocks,
    '纠纷简要情况：',
    '两户因草场边界发生争议',
    '请予办理，并将办理结果函告人民调解委员会。',
    '附：有关材料',
    '经办人（签名）：',
    '收件单位（印章）、收件人（签名）：',
    '示例乡人民调解委员会',
    '（印章）',
    '2026年6月20日',
  ])
  assert.ok(!text.includes('按指印'))
})

test('补充协议书: the agreement it adds to, its words, its force, all signatures and the seal', async () => {
  inOrder(await textOf('supplement', {}), [
    '人民调解补充协议书',
    '原协议编号：示例人调协字〔2026〕第7号',
    ...shortBlocks,
    '当事人的人民调解协议已于2026年6月21日生效。因转场时间提前，经人民调解委员会调解，当事人自愿达成如下补充协议：',
    '一、第一笔改为九月底前付清。',
    '二、围栏共同修复。',
    '人民调解员签名并加盖人民调解委员会印章之日起生效，与原协议不一致的以本补充协议为准，原协议其他内容不变。',
    '本补充协议一式叁份，当事人、人民调解委员会各持一份。',
    '（以下无正文）',
    '当事人（签名盖章或按指印）：',
    '示例卓玛',
    '示例多吉',
    '人民调解员　示例调解员甲（签名）：',
    '人民调解员　示例调解员乙（签名）：',
    '记录人　示例记录员（签名）：',
    '示例乡人民调解委员会',
    '（印章）',
    '年月日',
  ])
})

/** The others have tests of their own. */
const papers = ['refusalNotice', 'extensionConsent', 'transferLetter', 'supplement'] as const
const numbers = ['示例人调字〔2026〕第12号', '示例人调函〔2026〕3号']

test('every paper: a draft says so on every page and carries no number of its own; a sample is marked', async () => {
  for (const paper of papers) {
    const draft = await readPdf((await casePaperOf(paper, { mode: 'draft' }, everything)).pdf)
    for (const page of draft) assert.ok(page.text.includes('草稿') && page.across.includes('草稿'), paper)
    assert.ok(!bodyText(draft).includes(`函号：${numbers[1]}`))
    const sample = await readPdf((await casePaperOf(paper, { sample: true }, everything)).pdf)
    for (const page of sample) assert.ok(page.text.includes('演示样张不得入卷'), paper)
    const final = await readPdf((await casePaperOf(paper, {}, everything)).pdf)
    for (const page of final) assert.ok(!page.text.includes('草稿') && !page.text.includes('样张'), paper)
  }
})

test('a blank form shows nobody’s data and has the same title, blocks and signatures', async () => {
  for (const paper of papers) {
    const text = await textOf(paper, { mode: 'blank' })
    for (const secret of ['示例卓玛', '示例多吉', '0941', '草场', '示例人调', '2026', '示例乡人民政府'])
      assert.ok(!text.includes(secret), `${paper} shows ${secret}`)
    inOrder(text, ['当事人', '性别', '民族', '年龄', '单位或住址', '示例乡人民调解委员会', '（印章）', '年月日'])
  }
})

test('signatures never stand alone: above them is what they sign, in every length of text and number of parties', async () => {
  const long = '双方就草场边界与围栏修复反复协商。'.repeat(20)
  const lengths: readonly Partial<DisputeData>[] = [1, 4, 8, 12, 16, 20, 24].map((n) => {
    const lines = Array.from({ length: n }, (_, i) => `第${i + 1}行说明。`).join('\n')
    return { summary: lines, refusalReason: lines, supplements: [part(parts.supplement, { text: lines })] }
  })
  const many = { parties: Array.from({ length: 7 }, (_, i) => person({ side: 'applicant', name: `示例${i}户` })) }
  for (const paper of papers)
    for (const data of [...lengths, many, { summary: long, refusalReason: long }]) {
      const pages = await readPdf((await casePaperOf(paper, {}, { ...everything, ...data })).pdf)
      for (const page of pages) {
        const lines = [...new Set(page.body.map((p) => p.y))].sort((a, b) => a - b)
        const signs = page.body.filter((p) => p.text.includes('（签名')).map((p) => p.y)
        if (signs.length === 0) continue
        assert.ok(lines.filter((y) => y < Math.min(...signs)).length >= 1, `${paper}: signatures without text`)
      }
      const sealed = pages.filter((p) => p.body.some((piece) => piece.text === '（印章）'))
      assert.equal(sealed.length, 1, paper)
    }
})

test('seven who asked each have room to sign for the notice', async () => {
  const parties = Array.from({ length: 7 }, (_, i) => person({ side: 'applicant', name: `示例${i}户` }))
  const text = await textOf('refusalNotice', {}, { parties })
  assert.equal(text.split('申请人（签名盖章或按指印）：').length - 1, 7)
})

test('a case offers the papers of where it stands, and each says what it lacks', () => {
  const plain = sampleDispute
  const keys = (d: Partial<DisputeData>) => papersOf({ ...plain, ...d }).map((p) => p.key)
  const opening = ['application', 'acceptanceForm', 'rightsNotice']
  assert.deepEqual(keys({}), [...opening, 'agreement'])
  assert.deepEqual(keys({ applicationForm: 'oral' }), ['acceptanceForm', 'rightsNotice', 'agreement'])
  assert.deepEqual(keys({ source: 'committee' }), ['acceptanceForm', 'rightsNotice', 'agreement'])
  assert.deepEqual(keys({ result: 'calmed' }), [])
  assert.deepEqual(keys({ refusalGround: 'settled', notAcceptedOn: '2026-05-21' }), ['application', 'refusalNotice'])
  assert.deepEqual(keys({ result: 'transferred' }), [...opening, 'transferLetter'])
  assert.deepEqual(keys({ result: 'failed' }), [...opening, 'terminationNotice'])
  assert.deepEqual(keys({ ...everything, sessions: [], notAcceptedOn: null }).slice(0, 4), [
    ...['refusalNotice', 'extensionConsent.0', 'agreement', 'supplement.0'],
  ])
  const agents = [part(parts.agent, { kind: 'legal' }), part(parts.agent, { kind: 'entrusted' })]
  assert.deepEqual(keys({ result: 'failed', agents }), [...opening, 'powerOfAttorney.0', 'terminationNotice'])
  const lacks = (paper: CasePaper, d: Partial<DisputeData>) => casePaperRules[paper].lacks({ ...plain, ...d }, 0)
  assert.deepEqual(lacks('application', { parties: [] }), ['summary', 'parties'])
  assert.deepEqual(lacks('acceptanceForm', {}), ['acceptanceDate', 'source', 'typeJustice', 'summary'])
  assert.deepEqual(lacks('rightsNotice', {}), [])
  assert.deepEqual(lacks('powerOfAttorney', { agents }), ['agents.1.name'])
  assert.deepEqual(lacks('refusalNotice', { refusalGround: 'settled' }), ['notAcceptedOn', 'refusalReason'])
  assert.deepEqual(lacks('transferLetter', {}), ['transferredTo', 'transferredLetterNo', 'resultDate'])
  assert.deepEqual(lacks('extensionConsent', { extensions: [part(parts.extension, {})] }), ['extensions.0.until'])
  assert.deepEqual(lacks('supplement', { supplements: [part(parts.supplement, {})] }), ['supplements.0.text'])
  assert.equal(paperKey('agreement', 0), 'agreement')
})
