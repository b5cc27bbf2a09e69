import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { loadImage } from '@napi-rs/canvas'
import { scanTitle } from '../../electron/core/scans/title.ts'
import type { ScanRow } from '../../shared/contract/scans.ts'
import { isDossierItem } from '../../shared/rules/scanItems.ts'
import { addUser, password, signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { asFromPhone, cameraWords, jpegOf, pngOf } from '../support/pictures.ts'
import { disputeOf, save } from '../support/samples.ts'
import { addScan, refusedScan, sendFile } from '../support/scans.ts'
import { assertWhole } from '../support/whole.ts'

let t: TestOffice
let id: string
before(async () => {
  t = await unitOffice()
  id = (await save(t, 'dispute', disputeOf())).id
})
after(() => t.dispose())

const photo = { width: 4000, height: 3000, seal: true } as const
const inItem = async (item: string, of = id): Promise<readonly ScanRow[]> =>
  (await t.call('scan.list', { ledger: 'dispute', id: of })).scans.filter((s) => s.item === item)
const titles = async (item: string, of = id) => (await inItem(item, of)).map((s) => s.title)
const kept = async (row: ScanRow, of = id) =>
  (await t.call('scan.read', { ledger: 'dispute', id: of, scan: row.id })).bytes

test('a photo is reduced to an A4 page at 200 dpi, and nothing but its picture is kept', async () => {
  const given = asFromPhone(await jpegOf(photo))
  assert.ok(Buffer.from(given).includes(cameraWords.maker) && Buffer.from(given).includes('ICC_PROFILE'))
  const row = await addScan(t, { id, bytes: given, name: '李示例身份证 正面.JPG' })
  assert.deepEqual([row.title, row.kind, row.pages, row.item], ['李示例身份证 正面', 'image', 1, 'identity'])
  assert.equal(row.addedBy, '张示例')
  const bytes = Buffer.from(await kept(row))
  assert.equal(bytes.length, row.bytes)
  const image = await loadImage(bytes)
  assert.deepEqual([image.width, image.height], [2205, 1654])
  for (const word of ['Exif', 'ICC_PROFILE', ...Object.values(cameraWords)])
    for (const part of [bytes, Buffer.from(row.thumb ?? [])]) assert.equal(part.includes(word), false, word)
  const thumb = await loadImage(Buffer.from(row.thumb ?? []))
  assert.deepEqual([thumb.width, thumb.height], [200, 150])
})

test('a photo taken sideways stands upright', async () => {
  const row = await addScan(t, { id, bytes: asFromPhone(await jpegOf({ width: 400, height: 300 }), 6) })
  const image = await loadImage(Buffer.from(await kept(row)))
  assert.deepEqual([image.width, image.height], [300, 400])
})

test('a small picture keeps its size; a PNG with transparency stands on white', async () => {
  const row = await addScan(t, { id, bytes: await pngOf({ width: 300, height: 200 }), name: '截图.png' })
  const image = await loadImage(Buffer.from(await kept(row)))
  assert.deepEqual([image.width, image.height], [300, 200])
})

test('what is written encrypted holds neither picture nor name', async () => {
  const folder = path.join(t.dataDir, 'register', 'attachments')
  const files = fs.readdirSync(folder)
  assert.ok(files.length >= 3)
  for (const name of files) {
    assert.match(name, /^[0-9a-f]{64}$/)
    assert.equal(fs.readFileSync(path.join(folder, name)).includes('JFIF'), false)
  }
})

test('the same file twice in a case is noticed; by will it is added again, and in another case it is no question', async () => {
  const bytes = await jpegOf({ width: 500, height: 300, text: 'twice' })
  const first = await addScan(t, { id, bytes })
  const refused = await refusedScan(t, { id, bytes, item: 'vouchers' })
  assert.deepEqual([refused.code, refused.details], ['scan-twice', { scan: first.id, item: 'identity' }])
  assert.deepEqual(await titles('vouchers'), [])
  await addScan(t, { id, bytes, item: 'vouchers', again: true })
  const other = (await save(t, 'dispute', disputeOf())).id
  await addScan(t, { id: other, bytes })
  assert.equal((await inItem('identity', other)).length, 1)
})

test('scans are moved within an item and to another, renamed, taken out and put back where they were', async () => {
  const of = (await save(t, 'dispute', disputeOf())).id
  const rows: ScanRow[] = []
  for (const name of ['甲', '乙', '丙'])
    rows.push(
      await addScan(t, { id: of, bytes: await jpegOf({ width: 200, height: 100, text: name }), name: `${name}.jpg` }),
    )
  const [first, second, third] = rows.map((r) => ({ ledger: 'dispute', id: of, scan: r.id }) as const)
  assert.ok(first && second && third)
  await t.call('scan.place', { ...third, item: 'identity', position: 0 })
  assert.deepEqual(await titles('identity', of), ['丙', '甲', '乙'])
  await t.call('scan.place', { ...first, item: 'evidenceList', position: 9999 })
  assert.deepEqual([await titles('identity', of), await titles('evidenceList', of)], [['丙', '乙'], ['甲']])
  await t.call('scan.place', { ...first, item: 'identity', position: 1 })
  await t.call('scan.rename', { ...first, title: '户口簿' })
  await t.call('scan.remove', first)
  assert.deepEqual(await titles('identity', of), ['丙', '乙'])
  const { removed } = await t.call('scan.list', { ledger: 'dispute', id: of })
  assert.deepEqual(
    removed.map((s) => s.title),
    ['户口簿'],
  )
  assert.equal((await t.refusal('scan.rename', { ...first, title: '改' })).code, 'not-found')
  assert.equal((await t.refusal('scan.place', { ...first, item: 'identity', position: 0 })).code, 'not-found')
  await t.call('scan.restore', first)
  assert.deepEqual(await titles('identity', of), ['丙', '户口簿', '乙'])
  const { rows: history } = await historyOf(of)
  assert.deepEqual(history, [
    'scan.restored',
    'scan.removed',
    'scan.renamed',
    'scan.placed',
    'scan.placed',
    'scan.placed',
    ...Array(3).fill('scan.added'),
  ])
})
const historyOf = async (of: string) => {
  const db = await t.inspect()
  const rows = db
    .prepare("SELECT payload FROM journal WHERE record_id = ? AND kind = 'event' ORDER BY seq DESC")
    .pluck()
    .all(of) as Uint8Array[]
  db.close()
  const { inflateRawSync } = await import('node:zlib')
  return { rows: rows.map((p) => (JSON.parse(inflateRawSync(p).toString()) as { event: string }).event) }
}

test('after 30 days what was taken out is erased with its file; one file of two scans stays until both are', async () => {
  const of = (await save(t, 'dispute', disputeOf())).id
  const bytes = await jpegOf({ width: 210, height: 110, text: 'erase' })
  const [one, two] = [await addScan(t, { id: of, bytes }), await addScan(t, { id: of, bytes, again: true })]
  const before = new Set(fs.readdirSync(path.join(t.dataDir, 'register', 'attachments')))
  const restartAfter = async (days: number) => {
    t.clock.set(new Date(Date.parse(t.clock.now()) + days * 86_400_000).toISOString())
    await t.restart()
    await signInFounder(t)
  }
  const gone = () => {
    const now = new Set(fs.readdirSync(path.join(t.dataDir, 'register', 'attachments')))
    return [...before].filter((name) => !now.has(name)).length
  }
  await t.call('scan.remove', { ledger: 'dispute', id: of, scan: one.id })
  await restartAfter(29)
  assert.equal((await t.call('scan.list', { ledger: 'dispute', id: of })).removed.length, 1)
  await restartAfter(2)
  assert.equal((await t.call('scan.list', { ledger: 'dispute', id: of })).removed.length, 0)
  assert.equal((await t.refusal('scan.restore', { ledger: 'dispute', id: of, scan: one.id })).code, 'not-found')
  assert.equal(gone(), 0)
  assert.ok((await kept(two, of)).length > 0)
  await t.call('scan.remove', { ledger: 'dispute', id: of, scan: two.id })
  await restartAfter(31)
  assert.equal(gone(), 1)
  const db = await t.inspect()
  assertWhole(db)
  db.close()
})

test('the scans of a case that was taken out go with the next opening', async () => {
  const of = await save(t, 'dispute', disputeOf())
  const row = await addScan(t, { id: of.id, bytes: await jpegOf({ width: 220, height: 110, text: 'gone' }) })
  await t.call('record.remove', { ledger: 'dispute', id: of.id, revision: of.revision, reason: '重复登记' })
  assert.equal((await t.refusal('scan.read', { ledger: 'dispute', id: of.id, scan: row.id })).code, 'not-found')
  await t.restart()
  await signInFounder(t)
  const db = await t.inspect()
  assert.equal(db.prepare('SELECT count(*) FROM scan WHERE record_id = ?').pluck().get(of.id), 0)
  db.close()
})

test('who may not know of a case finds none of its scans; opening them in a locked case is noted', async () => {
  const of = (await save(t, 'dispute', disputeOf({ secrecy: 'domesticViolence' }))).id
  const row = await addScan(t, { id: of, bytes: await jpegOf({ width: 230, height: 110, text: 'locked' }) })
  await addUser(t, '外人', [{ book: 'mediation', role: 'head' }])
  const ref = { ledger: 'dispute', id: of, scan: row.id } as const
  for (const [name, input] of [
    ['scan.list', { ledger: 'dispute', id: of }],
    ['scan.read', ref],
    ['scan.place', { ...ref, item: 'identity', position: 0 }],
    ['scan.rename', { ...ref, title: '改' }],
    ['scan.remove', ref],
    ['scan.restore', ref],
  ] as const)
    assert.equal((await t.refusal(name, input, '外人')).code, 'not-found', name)
  const bytes = await jpegOf({ width: 240, height: 110 })
  assert.equal((await refusedScan(t, { id: of, bytes, pipe: '外人' })).code, 'not-found')
  // By way of a case he may know, another's scan is still not his.
  assert.equal((await t.refusal('scan.read', { ...ref, id }, '外人')).code, 'not-found')
  const opened = async () => {
    const month = t.clock.today().slice(0, 7)
    const { rows } = await t.call('access.month', { book: 'mediation', month, what: 'open-locked' })
    return rows.length
  }
  const before = await opened()
  await t.call('scan.read', ref)
  await new Promise(setImmediate)
  assert.equal(await opened(), before + 1)
})

test('the page of a locked case asks for its scans at every change: one note of the look, and one again later', async () => {
  const { id: of } = await save(t, 'dispute', disputeOf({ secrecy: 'private' }))
  const notes = async () => {
    await new Promise(setImmediate)
    const db = await t.inspect()
    const count = db.prepare("SELECT count(*) FROM access_log WHERE record_id = ? AND what = 'open-locked'")
    const found = count.pluck().get(of)
    db.close()
    return found
  }
  const key = { ledger: 'dispute', id: of } as const
  for (let i = 0; i < 3; i++) await Promise.all([t.call('scan.list', key), t.call('dossier.view', key)])
  assert.equal(await notes(), 1)
  await t.call('dossier.review', key)
  assert.equal(await notes(), 1)
  t.clock.skip(11 * 60_000)
  await t.call('dossier.view', key)
  assert.equal(await notes(), 2)
  t.clock.skip(-11 * 60_000)
})

test('a file on its way belongs to who sends it, comes once and without gaps', async () => {
  const upload = await sendFile(t, await jpegOf({ width: 250, height: 110 }))
  const input = { ledger: 'dispute', id, item: 'identity', name: 'a.jpg', from: { upload } } as const
  await addUser(t, '旁人', [{ book: 'mediation', role: 'clerk' }])
  assert.equal((await t.refusal('scan.add', input, '旁人')).code, 'scan-upload-gone')
  await t.call('scan.add', input)
  assert.equal((await t.refusal('scan.add', input)).code, 'scan-upload-gone')
  const locked = await sendFile(t, await jpegOf({ width: 260, height: 110 }), '旁人')
  await t.call('session.lock', {}, '旁人')
  const { users } = await t.call('register.status', {})
  const userId = users.find((u) => u.name === '旁人')?.id ?? ''
  await t.call('session.signIn', { userId, password }, '旁人')
  assert.equal((await t.refusal('scan.add', { ...input, from: { upload: locked } }, '旁人')).code, 'scan-upload-gone')
  const part = { ledger: 'dispute', upload, bytes: new Uint8Array(10) } as const
  assert.equal((await t.refusal('scan.send', { ...part, at: 5 })).code, 'scan-upload-gone')
})

test('a title is the file’s name without folders, ending and what is not seen', () => {
  assert.equal(scanTitle('C:\\扫描\\2026\\身份证.jpg'), '身份证')
  assert.equal(scanTitle('../../etc/passwd'), 'passwd')
  assert.equal(scanTitle('协议\u202egpj.exe\u0000\n.pdf'), '协议gpj.exe')
  assert.equal([...scanTitle(`${'𠮷'.repeat(200)}.png`)].length, 80)
  assert.equal(scanTitle('\u200f\u202e.jpg'), '扫描件')
  assert.equal(scanTitle('བོད་ཡིག.jpeg'), 'བོད་ཡིག')
})

test('items of a dossier are known by name, parts by number', () => {
  for (const good of ['identity', 'vouchers', 'inquiryRecord.0', 'receipt.12', 'agreement', 'supplement.0'])
    assert.ok(isDossierItem(good), good)
  for (const bad of ['', 'other', 'receipt.', 'receipt.01', 'receipt.1.2', 'receipt.x', 'toString', '__proto__'])
    assert.equal(isDossierItem(bad), false, bad)
})
