import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import { defaultPrinter } from '../../shared/settingsPrinters.ts'
import { inEffect, keyOf } from '../support/caseActs.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'
import { bodyText, projectRoot, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  copyFonts(projectRoot)
  t = await unitOffice()
  await addUser(t, 'clerk', [{ book: 'mediation', role: 'clerk' }])
})
after(() => t.dispose())

const week = { book: 'mediation', paper: 'weekDue', about: '2026-11-23' } as const
const draftOf = async () =>
  ({ ...keyOf(await save(t, 'dispute', disputeOf())), paper: 'agreement', mode: 'draft' }) as const

test('a print that did not come out is taken back: the next one has its number, and both are noted', async () => {
  const paper = await draftOf()
  assert.deepEqual(await t.call('paper.printed', { ...paper, copies: 2 }), { copyNo: 1 })
  assert.deepEqual(await t.call('paper.printed', { ...paper, copies: 3, pages: '1-2', style: 'lowInk' }), { copyNo: 3 })
  await t.call('paper.printUndone', { ...paper, copyNo: 3 })
  assert.deepEqual(await t.call('paper.printed', { ...paper, copies: 1 }), { copyNo: 3 })
  const db = await t.inspect()
  const rows = db.prepare('SELECT what, facts FROM access_log WHERE record_id = ? ORDER BY k').all(paper.id) as {
    what: string
    facts: string
  }[]
  const events = db.prepare("SELECT count(*) FROM journal WHERE record_id = ? AND kind = 'event'").pluck().get(paper.id)
  db.close()
  const usual = { paper: 'agreement', mode: 'draft' }
  const odd = { ...usual, copyNo: 3, style: 'lowInk', pages: '1-2' }
  assert.deepEqual(
    rows.map((r) => [r.what, JSON.parse(r.facts)]),
    [
      ['print', { ...usual, copies: 2, copyNo: 1 }],
      ['print', { ...odd, copies: 3 }],
      ['print-undone', { ...odd, copies: -3 }],
      ['print', { ...usual, copies: 1, copyNo: 3 }],
    ],
  )
  assert.equal(events, 4)
})

test('only the last print is taken back, once, and only by who may know of the case', async () => {
  const paper = await draftOf()
  const undo = (copyNo: number, pipe?: string) => t.refusal('paper.printUndone', { ...paper, copyNo }, pipe)
  assert.equal((await undo(1)).code, 'print-not-last', 'nothing was printed')
  await t.call('paper.printed', { ...paper, copies: 2 })
  await t.call('paper.printed', { ...paper, copies: 1 })
  assert.equal((await undo(1)).code, 'print-not-last', 'another came after it')
  assert.equal((await undo(3, 'clerk')).code, 'print-not-last', 'somebody else printed it')
  await t.call('paper.printUndone', { ...paper, copyNo: 3 })
  assert.equal((await undo(3)).code, 'print-not-last', 'taken back before')
  const locked = {
    ...keyOf(await save(t, 'dispute', disputeOf({ secrecy: 'private' }))),
    paper: 'agreement',
    mode: 'draft',
  } as const
  await t.call('paper.printed', { ...locked, copies: 1 })
  assert.equal((await t.refusal('paper.printUndone', { ...locked, copyNo: 1 }, 'clerk')).code, 'not-found')
})

test('papers of the office: the same, each list by itself', async () => {
  const other = { ...week, about: '2026-11-30' } as const
  for (const list of [week, other])
    assert.deepEqual(await t.call('officePaper.printed', { ...list, copies: 2 }), { copyNo: 1 })
  await t.call('officePaper.printUndone', { ...week, copyNo: 1 })
  assert.deepEqual(await t.call('officePaper.printed', { ...week, copies: 1 }), { copyNo: 1 })
  assert.deepEqual(await t.call('officePaper.printed', { ...other, copies: 1 }), { copyNo: 3 })
  assert.equal((await t.refusal('officePaper.printUndone', { ...week, paper: 'none', copyNo: 1 })).code, 'not-found')
})

test('pages of a print are a list of numbers and nothing else', async () => {
  const paper = await draftOf()
  for (const pages of ['1-', 'a', '1;2', '1 2', ',1'])
    assert.equal((await t.refusal('paper.printed', { ...paper, copies: 1, pages })).code, 'input-invalid', pages)
})

test('a style draws a draft anew; what is kept is printed as it was kept, and never its values alone', async () => {
  const paper = await draftOf()
  const [plain, low] = [
    await t.call('paper.preview', paper),
    await t.call('paper.preview', { ...paper, style: 'lowInk' }),
  ]
  assert.notDeepEqual(low.pdf, plain.pdf)
  const values = bodyText(await readPdf((await t.call('paper.preview', { ...paper, valuesOnly: true })).pdf))
  assert.ok(values.includes('示例') && !values.includes('姓名'))
  const kept = { ...keyOf(await inEffect(t)), paper: 'agreement', mode: 'final' } as const
  const copy = await t.call('paper.preview', kept)
  assert.ok(copy.frozen)
  assert.deepEqual((await t.call('paper.preview', { ...kept, style: 'dotMatrix' })).pdf, copy.pdf)
  assert.equal((await t.refusal('paper.preview', { ...kept, valuesOnly: true })).code, 'paper-kept')
})

test('the test page says whose offset it is printed with, for the users of either book; an unknown printer is refused', async () => {
  const printers = [{ ...defaultPrinter, name: '示例针式机', offsetX: 15, offsetY: -8 }]
  await t.call('setting.save', { printers })
  const page = async (about: string, book: 'mediation' | 'teams' = 'mediation') => {
    const view = await t.call('officePaper.preview', { book, paper: 'printerTrial', about })
    return { pages: view.pages, text: (await readPdf(view.pdf)).map((p) => p.text).join('') }
  }
  const off = await page('off:示例针式机')
  assert.equal(off.pages, 1)
  assert.ok(off.text.includes('示例针式机。本页没有加偏移（设置里现在是：横向1.5毫米，纵向-0.8毫米）'))
  assert.ok(off.text.includes('横向偏移填：20－量得的数'))
  assert.ok((await page('on:示例针式机', 'teams')).text.includes('纵向偏移填：-0.8＋20－量得的数'))
  assert.ok((await page('off:')).text.includes('没有设置的打印机'))
  for (const about of ['off:别的', 'x', null])
    assert.equal(
      (await t.refusal('officePaper.preview', { book: 'mediation', paper: 'printerTrial', about })).code,
      'input-invalid',
    )
})

test('blank forms: a print taken back is no printing, and they are drawn for the printer too', async () => {
  const set = { book: 'mediation', committee: '', papers: [{ paper: 'agreement', copies: 2 }] } as const
  assert.deepEqual(await t.call('blankPapers.printed', { ...set, copies: 1 }), { copyNo: 1 })
  assert.deepEqual(await t.call('blankPapers.printed', { ...set, copies: 2, style: 'dotMatrix' }), { copyNo: 2 })
  await t.call('blankPapers.printUndone', { ...set, copyNo: 2 })
  assert.equal((await t.refusal('blankPapers.printUndone', { ...set, copyNo: 2 })).code, 'print-not-last')
  assert.deepEqual(await t.call('blankPapers.printed', { ...set, copies: 1 }), { copyNo: 2 })
  const [plain, dot] = [
    await t.call('blankPapers.preview', set),
    await t.call('blankPapers.preview', { ...set, style: 'dotMatrix' }),
  ]
  assert.notDeepEqual(dot.pdf, plain.pdf)
})
