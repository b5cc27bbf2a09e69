import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { papersOfCase } from '../../electron/core/papers/casePapers.ts'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { blankForms } from '../../shared/contract/blankPapers.ts'
import { type CasePaper, casePapers } from '../../shared/rules/casePapers.ts'
import { defaultReviewRows } from '../../shared/rules/dossierReview.ts'
import { paperStages, papersByStage } from '../../shared/rules/paperStages.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'
import { bodyText, readPdf, sampleInput } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
  await save(t, 'dispute', disputeOf())
})
after(() => t.dispose())

const committee = '示例乡人民调解委员会'
const set = { book: 'mediation', committee, papers: [] } as const

test('every paper of a case stands in exactly one stage of the work', () => {
  const staged = paperStages.flatMap((stage) => papersByStage[stage])
  assert.equal(new Set(staged).size, staged.length)
  for (const paper of blankForms) assert.ok(staged.includes(paper), paper)
})

/** Covers say what they are by what they cover. */
const coverWords: Partial<Record<CasePaper, string>> = { cover: '调解卷宗', backCover: '本卷共' }
const wordsOf = (paper: CasePaper): string => coverWords[paper] ?? papersOfCase[paper].title.replace(/[（(].*/, '')

test('every paper can be printed blank without a case; the set has each in its copies, in the order asked for', async () => {
  await t.call('setting.save', { committee })
  const papers = casePapers.map((paper, i) => ({ paper, copies: 1 + (i % 2) }))
  const made = await t.call('blankPapers.preview', { ...set, papers })
  const pages = await readPdf(made.pdf)
  assert.equal(pages.length, made.pages)
  let at = 0
  for (const { paper, copies } of papers) {
    const alone = await readPdf(
      (await renderPaper(papersOfCase[paper].make({ ...sampleInput, paper, mode: 'blank' }))).pdf,
    )
    for (let copy = 0; copy < copies; copy++) {
      const here = pages.slice(at, at + alone.length)
      assert.ok(bodyText(here).includes(wordsOf(paper)), paper)
      assert.equal(here.length, alone.length, paper)
      at += alone.length
    }
  }
  assert.equal(at, pages.length)
  const text = pages.map((p) => p.text).join('')
  for (const name of ['扎西', '李示例', '王示例']) assert.ok(!text.includes(name), name)
})

test('the forms of a dossier too: ruled rows of the 卷内目录, and the score sheet with the office’s items', async () => {
  const papers = [
    { paper: 'catalogue', copies: 1 },
    { paper: 'reviewSheet', copies: 1 },
  ] as const
  const text = bodyText(await readPdf((await t.call('blankPapers.preview', { ...set, papers })).pdf))
  assert.ok(text.includes('卷内目录') && text.includes('卷宗评查表'))
  assert.ok(text.includes(defaultReviewRows[0]?.text ?? 'none'))
})

test('the name on the forms is one of the office’s committees, or a line to write it on', async () => {
  const papers = [{ paper: 'agreement', copies: 1 }] as const
  const other = { ...set, committee: '别处人民调解委员会', papers: [...papers] }
  for (const name of ['blankPapers.preview', 'blankPapers.printed', 'blankPapers.savePdf'] as const)
    assert.equal((await t.refusal(name, { ...other, ...extra[name] } as never)).code, 'not-found')
  const made = await t.call('blankPapers.preview', { ...set, committee: '', papers })
  assert.ok(bodyText(await readPdf(made.pdf)).includes('＿＿人民调解委员会'))
})
const extra = {
  'blankPapers.preview': {},
  'blankPapers.printed': { copies: 1 },
  'blankPapers.savePdf': { place: null },
} as const

test('a set of nothing, of a paper twice, of none or too many copies is refused', async () => {
  const [paper] = casePapers
  const wrong = [
    [],
    [
      { paper, copies: 1 },
      { paper, copies: 1 },
    ],
    [{ paper, copies: 0 }],
    [{ paper, copies: 21 }],
    [{ paper, copies: 1.5 }],
    casePapers.map((p) => ({ paper: p, copies: 20 })),
  ]
  for (const papers of wrong)
    assert.equal((await t.refusal('blankPapers.preview', { ...set, papers })).code, 'input-invalid')
})

test('printing and saving are noted, with what the set was', async () => {
  const papers = [{ paper: 'agreement', copies: 2 }] as const
  assert.deepEqual(await t.call('blankPapers.printed', { ...set, papers, copies: 1 }), { copyNo: 1 })
  assert.deepEqual(await t.call('blankPapers.printed', { ...set, papers, copies: 1 }), { copyNo: 2 })
  const { fileName } = await t.call('blankPapers.savePdf', { ...set, papers, place: null })
  assert.match(fileName, /^空白表.*\.pdf$/)
  const db = await t.inspect()
  const rows = db.prepare("SELECT what, facts FROM access_log WHERE facts LIKE '%blanks%'").all()
  db.close()
  assert.deepEqual(
    rows.map((r) => [(r as { what: string }).what, JSON.parse((r as { facts: string }).facts).about]),
    [
      ['print', 'agreement 2'],
      ['print', 'agreement 2'],
      ['save-pdf', 'agreement 2'],
    ],
  )
})
