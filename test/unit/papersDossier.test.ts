import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type CatalogueEntry, catalogue } from '../../electron/core/papers/catalogue.ts'
import type { CasePaperInput } from '../../electron/core/papers/paperForm.ts'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { type ReviewRow, reviewSheet } from '../../electron/core/papers/reviewSheet.ts'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import {
  bodyText,
  firstOutOfOrder,
  type PdfPage,
  projectRoot,
  readPdf,
  sampleDispute,
  sampleInput,
} from './papersKit.ts'

before(() => copyFonts(projectRoot))

const inOrder = (text: string, words: readonly string[]) => assert.equal(firstOutOfOrder(text, words), null, text)
const caseNo = '示例人调字〔2026〕第12号'
const input = (change: Partial<CasePaperInput> = {}): CasePaperInput => ({
  ...sampleInput,
  ...change,
  data: { ...sampleDispute, typeJustice: 'neighbour', caseNo },
})
const entry = (title: string, from: number | null, to: number | null = null, note = ''): CatalogueEntry => ({
  ...{ title, from, to, note },
})
const entries = [
  entry('人民调解申请书', 1, 2),
  entry('人民调解受理登记表', 3, 3),
  entry('当事人身份证明', 4, null, '复印件'),
  entry('人民调解协议书', null, null),
]
const pagesOf = async (change: Partial<CasePaperInput>, some: readonly CatalogueEntry[]): Promise<readonly PdfPage[]> =>
  readPdf((await renderPaper(catalogue(input(change), some))).pdf)
/** Everything on the line of this text, without it. */
const besides = (page: PdfPage | undefined, text: string): readonly string[] => {
  const piece = page?.body.find((p) => p.text === text)
  return page?.body.filter((p) => p !== piece && p.y === piece?.y).map((p) => p.text) ?? []
}

test('卷内目录: the papers in their order with first page or range; a page not known is left for the pencil', async () => {
  const pages = await pagesOf({}, entries)
  assert.equal(pages.length, 1)
  inOrder(bodyText(pages), [
    ...['卷内目录', `卷号：${caseNo}`, '序号', '文书名称', '页号', '备注'],
    ...['1', '人民调解申请书', '1-2', '2', '人民调解受理登记表', '3', '3', '当事人身份证明', '4', '复印件'],
    ...['4', '人民调解协议书'],
  ])
  assert.deepEqual(besides(pages[0], '人民调解受理登记表'), ['2', '3'])
  assert.deepEqual(besides(pages[0], '人民调解协议书'), ['4'], 'no page is invented')
})

test('a blank 卷内目录 is ruled to the foot of one page and shows nothing of the case; a draft has no number', async () => {
  const blank = await pagesOf({ mode: 'blank' }, entries)
  assert.equal(blank.length, 1)
  const text = bodyText(blank)
  inOrder(text, ['卷内目录', '卷号：＿', '序号', '文书名称', '页号', '备注'])
  for (const secret of [caseNo, '申请书', '复印件']) assert.ok(!text.includes(secret))
  const draft = await pagesOf({ mode: 'draft' }, entries)
  assert.ok(draft[0]?.text.includes('草稿') && !draft[0].text.includes(caseNo))
})

test('a long 卷内目录 goes on with its head on every page; a long title and note wrap and lose nothing', async () => {
  const long = '示例补充材料'.repeat(20)
  const many = Array.from({ length: 90 }, (_, i) => entry(`第${i + 1}份材料`, i + 1))
  const pages = await pagesOf({}, [...many, entry(long, 91, 140, long)])
  assert.ok(pages.length > 2)
  for (const page of pages) inOrder(page.text, ['序号', '文书名称', '页号', '备注'])
  inOrder(bodyText(pages), [...many.flatMap((e) => [e.title, String(e.from)]), '91'])
  assert.ok(bodyText(pages).includes('91-140'))
  for (let n = 1; n <= 40; n++) {
    const some = await pagesOf({}, many.slice(0, n))
    const filled = some.filter((p) => p.body.some((piece) => piece.text.includes('份材料')))
    assert.equal(filled.length, some.length, `${n} papers leave a page of ruled rows alone`)
  }
})

const row = (text: string, points: number, scored: number | null = null, reason = ''): ReviewRow => ({
  ...{ text, points, scored, reason },
})
const rows = [
  row('封面项目填写齐全', 10, 10),
  row('目录与卷内页号一致', 0.1, 0.1),
  row('回访记录', 0.2, 0.1, '未写满意度'),
]
const sheetOf = async (change: Partial<CasePaperInput>, some: readonly ReviewRow[]): Promise<readonly PdfPage[]> =>
  readPdf((await renderPaper(reviewSheet(input(change), some))).pdf)

test('卷宗评查表: items, points, score and reason, a total that is exact, room to sign', async () => {
  const text = bodyText(await sheetOf({}, rows))
  inOrder(text, [
    ...['卷宗评查表', `卷号：${caseNo}`, '案由', '示例卓玛与示例多吉的邻里纠纷', '示例乡人民调解委员会'],
    ...['示例调解员甲、示例调解员乙', '序号', '评查项目', '分值', '得分', '扣分理由'],
    ...['1', '封面项目填写齐全', '10', '10', '2', '目录与卷内页号一致', '0.1', '0.1'],
    ...['3', '回访记录', '0.2', '0.1', '未写满意度', '合计', '10.3', '10.2', '总分（满分10.3分）', '10.2'],
    ...['评查人（签名）', '年月日'],
  ])
})

test('what was not scored is left open in the total too; a blank one keeps the items and shows nothing of the case', async () => {
  const open = bodyText(await sheetOf({}, [...rows, row('装订', 5)]))
  inOrder(open, ['4', '装订', '5', '合计', '15.3', '总分（满分15.3分）评查意见'])
  const blank = bodyText(await sheetOf({ mode: 'blank' }, rows))
  inOrder(blank, ['封面项目填写齐全', '10', '合计', '10.3', '评查人（签名）'])
  for (const secret of [caseNo, '示例卓玛', '示例调解员', '示例乡', '未写满意度', '10.2'])
    assert.ok(!blank.includes(secret), secret)
})

test('a score sheet of any length is never signed on a page without the total', async () => {
  for (const n of [1, 15, 20, 24, 25, 26, 27, 28, 29, 30, 60]) {
    const pages = await sheetOf(
      {},
      Array.from({ length: n }, (_, i) => row(`第${i + 1}项检查内容`, 1, 1)),
    )
    const signed = pages.filter((p) => p.text.includes('评查人（签名）'))
    assert.equal(signed.length, 1)
    assert.ok(signed[0]?.text.includes(`总分（满分${n}分）${n}`))
  }
})
