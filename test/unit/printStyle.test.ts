import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { papersOfCase } from '../../electron/core/papers/casePapers.ts'
import { type PrintWay, renderPaper } from '../../electron/core/papers/render.ts'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import { darkerThan, inkOnPage, pageImages } from '../support/pageImages.ts'
import { bodyText, person, projectRoot, readPdf, sampleDispute, sampleInput } from './papersKit.ts'

before(() => copyFonts(projectRoot))

const data: DisputeData = {
  ...sampleDispute,
  agreementNo: '示例人调协字〔2026〕第7号',
  transferredTo: '示例派出所',
  summary: '双方为草场边界争执。',
}
type Change = Partial<DisputeData> & { readonly sampleOffice?: boolean }
const printed = (way: PrintWay, { sampleOffice = false, ...change }: Change = {}, paper: CasePaper = 'agreement') =>
  renderPaper(
    papersOfCase[paper].make({ ...sampleInput, paper, sample: sampleOffice, data: { ...data, ...change } }),
    undefined,
    way,
  )

test('a paper printed one way is not changed by another way of printing it before', async () => {
  const first = await printed({})
  for (const way of [{ style: 'lowInk' }, { style: 'dotMatrix' }, { valuesOnly: true }] as const) await printed(way)
  assert.deepEqual((await printed({})).pdf, first.pdf)
})

test('套打 draws what was entered, dot for dot where the whole paper has it, and no word of the form', async () => {
  const full = await printed({})
  const values = await printed({ valuesOnly: true })
  const text = bodyText(await readPdf(values.pdf))
  for (const entered of ['示例卓玛', '示例多吉', '牧民', '0941-0123456', '示例乡示例二村', '申请人的牦牛进入'])
    assert.ok(text.includes(entered), entered)
  for (const word of [
    '人民调解协议书',
    '姓名',
    '性别',
    '单位或住址',
    '纠纷主要事实',
    '签名',
    '印章',
    '年月日',
    '第1页',
  ])
    assert.ok(!text.includes(word), word)
  const [whole, part] = [await pageImages(full.pdf, 100), await pageImages(values.pdf, 100)]
  assert.equal(part.length, whole.length)
  for (const [i, page] of part.entries()) {
    const same = whole[i]
    assert.ok(same)
    assert.equal(darkerThan(page, same), null, `page ${i + 1} draws nothing the paper has not`)
    assert.notEqual(darkerThan(same, page), null, `page ${i + 1} of the paper has more`)
  }
  const [inkWhole, inkPart] = [whole, part].map((pages) => pages.reduce((sum, page) => sum + inkOnPage(page), 0))
  assert.ok((inkPart ?? 0) > 500 && (inkPart ?? 0) < 0.6 * (inkWhole ?? 0), `${inkPart} of ${inkWhole} dots`)
})

test('套打 of a sample or a draft still says what it is; rules and boxes are gone from a ruled form too', async () => {
  const sample = await readPdf((await printed({ valuesOnly: true }, { sampleOffice: true })).pdf)
  for (const page of sample) assert.match(page.text, /演示样张不得入卷/)
  const letter = await pageImages((await printed({ valuesOnly: true }, { summary: null }, 'transferLetter')).pdf, 60)
  const whole = await pageImages((await printed({}, { summary: null }, 'transferLetter')).pdf, 60)
  for (const [i, page] of letter.entries()) {
    const rows = Array.from({ length: page.height }, (_, y) => page.dark.slice(y * page.width, (y + 1) * page.width))
    const longest = Math.max(...rows.map((row) => row.filter((d) => d > 60).length))
    assert.ok(longest < page.width / 3, 'no rule across the page')
    assert.equal(darkerThan(page, whole[i] ?? page), null)
  }
})

/** Sizes of the pieces of text of a PDF in points, and the fonts they are in. */
async function sizesOf(pdf: Uint8Array): Promise<readonly number[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const sizes = new Set<number>()
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent()
    for (const item of items)
      if ('str' in item && item.str.trim() !== '') sizes.add(Math.round(10 * (item.transform[3] as number)) / 10)
  }
  await task.destroy()
  return [...sizes].sort((a, b) => a - b)
}
const fontsOf = (pdf: Uint8Array) =>
  new Set(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/BaseFont \/[\w+-]+/g),
  )

test('for pins: nothing under 12 points, all bold, the same words; saving ink: no bold, no tone, less ink', async () => {
  const plain = await printed({}, { sampleOffice: true })
  const [low, dot] = [
    await printed({ style: 'lowInk' }, { sampleOffice: true }),
    await printed({ style: 'dotMatrix' }, { sampleOffice: true }),
  ]
  assert.ok((await sizesOf(plain.pdf)).some((s) => s < 12))
  assert.ok((await sizesOf(dot.pdf)).every((s) => s >= 12))
  // Drawn larger or smaller, another page may have open space that is struck.
  const wordsOf = async (pdf: Uint8Array) => bodyText(await readPdf(pdf)).replaceAll('（以下空白）', '')
  const words = await wordsOf(plain.pdf)
  assert.equal(await wordsOf(low.pdf), words)
  assert.equal(await wordsOf(dot.pdf), words)
  for (const [made, all, none] of [
    [dot, /Bold/, /Regular/],
    [low, /Regular/, /Bold/],
  ] as const) {
    const fonts = [...fontsOf(made.pdf)].join(' ')
    assert.match(fonts, all)
    assert.doesNotMatch(fonts, none)
  }
  for (const made of [low, dot])
    for (const page of await readPdf(made.pdf)) {
      assert.equal(page.across, '', 'no pale word across the page')
      assert.match(page.text, /演示样张不得入卷/)
    }
  const ink = async (pdf: Uint8Array) => (await pageImages(pdf, 80)).reduce((sum, page) => sum + inkOnPage(page), 0)
  const [most, middle, least] = [await ink(dot.pdf), await ink(plain.pdf), await ink(low.pdf)]
  assert.ok(most > middle && middle > 1.3 * least, `${most} > ${middle} > ${least}`)
})

const signs = (text: string) => text.includes('（签名') || text.includes('（印章）')

test('drawn anew, a paper still breaks so that signatures have text above them and open space is struck', async () => {
  let struck = 0
  for (const style of ['lowInk', 'dotMatrix'] as const) {
    for (const length of [2, 6, 10, 11, 12, 14, 18, 23, 30]) {
      const facts = Array.from({ length }, (_, i) => `事实第${i + 1}行。`).join('\n')
      const pages = await readPdf((await printed({ style }, { facts })).pdf)
      const at = `${style}, ${length} lines`
      assert.equal(pages.filter((p) => p.body.some((b) => signs(b.text))).length, 1, `${at}: signatures on one page`)
      for (const [i, page] of pages.entries()) {
        const lines = [...new Set(page.body.map((b) => b.y))]
        const first = page.body.find((b) => signs(b.text))
        if (first) assert.ok(lines.filter((y) => y < first.y).length >= 2, `${at}: text above the signatures`)
        const last = page.body.toSorted((a, b) => a.y - b.y).at(-1)
        const isStruck = last?.text.includes('以下空白') === true
        if (i < pages.length - 1) assert.ok(isStruck || (last?.y ?? 0) > 700, `${at}: page ${i + 1} ends open`)
        if (isStruck) struck += 1
      }
    }
  }
  assert.ok(struck > 2, `${struck} pages were struck`)
})

test('twelve parties in bold 12 points: every one signs once, nothing runs over the edge', async () => {
  const parties = Array.from({ length: 12 }, (_, i) =>
    person({ side: i === 0 ? 'applicant' : 'respondent', name: `示例${i + 1}号` }),
  )
  const pages = await readPdf((await printed({ style: 'dotMatrix' }, { parties, copies: 13 })).pdf)
  assert.equal(bodyText(pages).split('当事人（签名盖章或按指印）：').length - 1, 12)
  for (const piece of pages.flatMap((p) => p.body))
    assert.ok(piece.x + piece.width < 595 - (26 * 72) / 25.4 + 1, piece.text)
})
