import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { casePapers, statutoryPapers } from '../../shared/rules/casePapers.ts'
import { codedPapers } from '../../shared/rules/codedPapers.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { scannedPdf } from '../support/pdfs.ts'
import { disputeOf, save } from '../support/samples.ts'
import { addScan } from '../support/scans.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
  await t.call('setting.save', { footerCode: true })
})
after(() => t.dispose())

const refused = {
  notAcceptedOn: '2026-11-20',
  refusalGround: 'settled',
  refusalReason: '双方已经和好。',
} as const
const newCase = async (secrecy: 'normal' | 'domesticViolence' = 'normal', pipe?: string): Promise<string> =>
  (await save(t, 'dispute', disputeOf({ ...refused, secrecy }), pipe === undefined ? {} : { pipe })).id
const paper = (id: string) => ({ ledger: 'dispute', id, paper: 'refusalNotice', mode: 'final' }) as const
const printed = async (id: string): Promise<Uint8Array> => {
  const { pdf } = await t.call('paper.preview', paper(id))
  await t.call('paper.printed', { ...paper(id), copies: 1 })
  return pdf
}

/** A page of a PDF as a scanner of 200 dpi sees it that was fed a little askew: turned, grey noise, a JPEG. */
async function scanned(pdf: Uint8Array, degrees: number): Promise<Uint8Array> {
  const stem = path.join(t.root, 'page')
  fs.writeFileSync(`${stem}.pdf`, pdf)
  execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-singlefile', '-png', `${stem}.pdf`, stem])
  const page = await loadImage(fs.readFileSync(`${stem}.png`))
  const canvas = createCanvas(page.width, page.height)
  const c = canvas.getContext('2d')
  c.fillStyle = '#e8e8e6'
  c.fillRect(0, 0, page.width, page.height)
  c.translate(page.width / 2, page.height / 2)
  c.rotate((degrees * Math.PI) / 180)
  c.scale(0.97, 0.97)
  c.drawImage(page, -page.width / 2, -page.height / 2)
  c.resetTransform()
  const pixels = c.getImageData(0, 0, page.width, page.height)
  // The same noise every time.
  let seed = 7
  for (let i = 0; i < pixels.data.length; i += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const shift = (seed % 61) - 30
    for (const k of [0, 1, 2]) pixels.data[i + k] = Math.max(0, Math.min(255, (pixels.data[i + k] ?? 0) + shift))
  }
  c.putImageData(pixels, 0, 0)
  return new Uint8Array(await canvas.encode('jpeg', 70))
}

test('a form of the 2010 notice, an agreement, a paper for the court never carry a code', () => {
  for (const name of [...statutoryPapers, 'agreement', 'supplement', 'confirmationApplication', 'powerOfAttorney'])
    assert.equal(codedPapers.has(name), false, name)
  assert.ok(casePapers.some((name) => codedPapers.has(name)))
})

test('a scan that shows a code is proposed for its place, turned and noisy as it is, and never put there by itself', async () => {
  const id = await newCase()
  const pdf = await printed(id)
  for (const degrees of [0, 2.5, -4, 180]) {
    const row = await addScan(t, { id, bytes: await scanned(pdf, degrees), item: 'otherPapers', again: true })
    assert.deepEqual([row.item, row.proposal], ['otherPapers', { item: 'refusalNotice', other: null }], `${degrees}°`)
  }
  const [first] = (await t.call('scan.list', { ledger: 'dispute', id })).scans
  assert.ok(first)
  await t.call('scan.place', { ledger: 'dispute', id, scan: first.id, item: 'refusalNotice', position: 0 })
  const placed = (await t.call('scan.list', { ledger: 'dispute', id })).scans.find((s) => s.id === first.id)
  assert.deepEqual([placed?.item, placed?.proposal], ['refusalNotice', null])
})

test('a scanner’s PDF is read too', async () => {
  const id = await newCase()
  const pages = await scannedPdf([await scanned(await printed(id), 1)])
  const row = await addScan(t, { id, bytes: await pages.save(), item: 'identity', name: 'scan.pdf' })
  assert.deepEqual(row.proposal, { item: 'refusalNotice', other: null })
})

test('a paper dropped on another case says to which it belongs, only to who may know of that case', async () => {
  await addUser(t, '甲示例', [{ book: 'mediation', role: 'clerk' }])
  const secret = await newCase('domesticViolence')
  const [open, other] = [await newCase(), await newCase()]
  const [ofOpen, ofSecret] = [await scanned(await printed(open), 0), await scanned(await printed(secret), 0)]
  const row = await addScan(t, { id: other, bytes: ofOpen, pipe: '甲示例' })
  assert.deepEqual(row.proposal, { item: 'refusalNotice', other: { id: open, caseNo: null } })
  const hidden = await addScan(t, { id: other, bytes: ofSecret, pipe: '甲示例' })
  assert.equal(hidden.proposal, null)
  const known = (await t.call('scan.list', { ledger: 'dispute', id: other })).scans.find((s) => s.id === hidden.id)
  assert.deepEqual(known?.proposal?.other, { id: secret, caseNo: null })
})

test('looking writes nothing; what was looked at and printed is one paper; a code tells nothing of the case', async () => {
  const id = await newCase()
  const codes = async () => {
    const db = await t.inspect()
    const found = db.prepare('SELECT code FROM paper_code WHERE record_id = ?').pluck().all(id) as string[]
    db.close()
    return found
  }
  const [one, two] = [await t.call('paper.preview', paper(id)), await t.call('paper.preview', paper(id))]
  assert.deepEqual(Buffer.from(one.pdf), Buffer.from(two.pdf))
  assert.deepEqual(await codes(), [])
  await t.call('paper.printed', { ...paper(id), copies: 1 })
  await t.call('paper.printed', { ...paper(id), copies: 1 })
  const found = await codes()
  assert.match(found.join(), /^[0-9A-F]{20}$/)
  assert.deepEqual(Buffer.from((await t.call('paper.preview', paper(id))).pdf), Buffer.from(one.pdf))
})

test('with the setting off, as it comes, and on drafts and blank forms, there is no code', async () => {
  const id = await newCase()
  const sizes = async (mode: 'final' | 'draft' | 'blank') => (await t.call('paper.preview', { ...paper(id), mode })).pdf
  const on = [await sizes('final'), await sizes('draft'), await sizes('blank')]
  await t.call('setting.save', { footerCode: false })
  const off = [await sizes('final'), await sizes('draft'), await sizes('blank')]
  assert.deepEqual(
    on.map((pdf, i) => Buffer.from(pdf).equals(Buffer.from(off[i] ?? []))),
    [false, true, true],
  )
})
