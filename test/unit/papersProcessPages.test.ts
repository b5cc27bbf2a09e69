/** Signatures of the papers of the mediation, wherever their texts end. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import { bodyText, firstOutOfOrder, type PdfPage, person, projectRoot, textBottom } from './papersKit.ts'
import { countOf, inquiry, pagesOf, session, unstruck } from './papersProcessKit.ts'

before(() => copyFonts(projectRoot))

/** The head of a further page of signatures says what they belong to; it is none itself. */
const isSignature = (text: string) =>
  !text.includes('接上：') && (text.includes('（签名') || text.includes('（自愿签名') || text === '（印章）')

/** Signatures are all there, inside the page, on no other text, and never without text above them. */
function assertSigned(pages: readonly PdfPage[], count: number, what: string) {
  let found = 0
  for (const [i, page] of pages.entries()) {
    const at = `${what}, page ${i + 1}`
    const signs = page.body.filter((p) => isSignature(p.text))
    found += signs.length
    assert.equal(
      countOf(page.text.replaceAll('（签名，接上：', ''), '（签名'),
      signs.filter((p) => p.text.includes('（签名')).length,
      `${at}: in the margin`,
    )
    const top = Math.min(...signs.map((p) => p.y))
    if (signs.length > 0)
      assert.ok(
        page.body.some((p) => p.y < top - 5),
        `${at}: signatures alone`,
      )
    for (const sign of signs) {
      assert.ok(sign.y < textBottom && sign.x + sign.width < 595 - (26 * 72) / 25.4 + 1, `${at}: ${sign.text} outside`)
      const over = page.body.find(
        (p) => p !== sign && Math.abs(p.y - sign.y) < 9 && p.x < sign.x + sign.width - 1 && sign.x < p.x + p.width - 1,
      )
      assert.equal(over, undefined, `${at}: ${over?.text} over ${sign.text}`)
    }
  }
  assert.equal(found, count, what)
}

/** What is written into the long texts of a paper, and how many signatures and seals it then has. */
const sweeps: readonly (readonly [CasePaper, number, (text: string) => Partial<DisputeData>])[] = [
  ['mediationRecord', 5, (text) => ({ sessions: [session({ record: text })] })],
  ['inquiryRecord', 4, (text) => ({ inquiries: [inquiry({ record: text })] })],
  ['oralAgreement', 5, (text) => ({ facts: text })],
  ['simpleForm', 6, (text) => ({ sessions: [session({ record: text })] })],
]
/** Every place a page can end in, then further on. */
const lengths = [...Array.from({ length: 30 }, (_, i) => i + 1), 48, 86, 124, 162, 200]

for (const [paper, count, data] of sweeps)
  test(`${paper}: wherever the text ends, the signatures stay together, inside the page, with text`, async () => {
    for (const length of lengths) {
      const lines = Array.from({ length }, (_, i) => (i % 2 === 0 ? `问：第${i + 1}行？` : `答：第${i + 1}行。`))
      const pages = await pagesOf(paper, {}, data(lines.join('\n')))
      assertSigned(pages, count, `${paper}, ${length} lines`)
      assert.equal(pages.filter((p) => p.body.some((piece) => isSignature(piece.text))).length, 1)
      assert.equal(firstOutOfOrder(bodyText(pages), lines), null)
    }
  })

test('20,000 characters, a page of one-character lines and twelve parties: all printed, all signed', async () => {
  const long = Array.from({ length: 20000 }, (_, i) => '双方就草场边界与围栏修复反复协商调解员说明道理'[i % 23]).join(
    '',
  )
  const short = Array.from({ length: 200 }, (_, i) => '东南西北'[i % 4]).join('\n')
  for (const [paper, count, data] of sweeps) {
    const pages = await pagesOf(paper, {}, data(`${long}\n${short}`))
    assert.ok(unstruck(bodyText(pages)).includes(long + short.replaceAll('\n', '')), paper)
    assertSigned(pages, count, paper)
  }
  const parties = Array.from({ length: 12 }, (_, i) =>
    person({ side: i < 6 ? 'applicant' : 'respondent', name: `示例${'子丑寅卯辰巳午未申酉戌亥'[i]}人` }),
  )
  for (const paper of ['mediationRecord', 'oralAgreement', 'simpleForm'] as const) {
    const pages = await pagesOf(paper, {}, { parties })
    const text = bodyText(pages)
    for (const { name } of parties) assert.ok(text.includes(name ?? ''), `${paper}: ${name}`)
    assertSigned(pages, paper === 'mediationRecord' ? 15 : paper === 'simpleForm' ? 16 : 5, paper)
  }
})
