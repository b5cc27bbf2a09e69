import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { payloadOf } from '../../electron/core/register/journal.ts'
import { backUp, goBackTo } from '../support/backups.ts'
import { signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

const on = '2026-11-23'
const book = { book: 'mediation', series: 'caseNo', year: 2026 } as const

async function give(t: TestOffice, committee?: string): Promise<string> {
  const { id } = await save(t, 'dispute', disputeOf(committee === undefined ? {} : { committee }))
  const input = { ledger: 'dispute', id, revision: 1, series: 'caseNo', on, typed: null }
  const answer = await t.answer('dispute.giveNumber', input)
  if (!answer.ok) return answer.error.code
  return String((await t.call('record.get', { ledger: 'dispute', id })).data.caseNo)
}
const markFiles = (t: TestOffice): readonly string[] => fs.readdirSync(t.dataDir).filter((n) => n.endsWith('.mark'))
const question = async (t: TestOffice) => (await t.call('dispute.numberBook', book)).question

test('an office that begins in the middle of the year says what stands last on paper', async () => {
  const t = await unitOffice()
  const before = await t.call('dispute.nextNumber', { book: 'mediation', series: 'caseNo', on })
  assert.deepEqual([before.untouched, before.question], [true, null])
  assert.deepEqual(await t.call('dispute.lastOnPaper', { ...book, last: 190 }), { next: '人调字〔2026〕第191号' })
  assert.deepEqual(
    await t.call('dispute.lastOnPaper', { ...book, last: 19 }),
    { next: '人调字〔2026〕第20号' },
    'mended',
  )
  assert.equal(await give(t), '人调字〔2026〕第20号')
  const { first, gaps, next } = await t.call('dispute.numberBook', book)
  assert.deepEqual([first, gaps, next.serial], [20, [], 21], 'what was on paper before is no gap')
  const low = await t.refusal('dispute.lastOnPaper', { ...book, last: 5 })
  assert.deepEqual([low.code, low.details.proposed], ['number-below-mark', 20])
  assert.equal(await give(t, '示例一村人民调解委员会'), '人调字〔2026〕第1号', 'another committee’s book is its own')
  await t.dispose()
})

test('after a restore the book asks before it goes on, and proposes what the side file remembers', async () => {
  const t = await unitOffice()
  for (let i = 0; i < 2; i++) await give(t)
  const older = await backUp(t)
  for (let i = 0; i < 3; i++) await give(t)
  await goBackTo(t, older)
  const { details, code } = await t.refusal('dispute.giveNumber', {
    ...{ ledger: 'dispute', id: (await save(t, 'dispute', disputeOf())).id, revision: 1 },
    ...{ series: 'caseNo', on, typed: null },
  })
  assert.deepEqual([code, details.known, details.proposed], ['number-ask-paper', 2, 5])
  const low = await t.refusal('dispute.lastOnPaper', { ...book, last: 4 })
  assert.deepEqual([low.code, low.details], ['number-below-mark', { last: 4, proposed: 5 }])
  await t.call('dispute.lastOnPaper', { ...book, last: 6 })
  assert.equal(await give(t), '人调字〔2026〕第7号')
  const { gaps } = await t.call('dispute.numberBook', book)
  assert.deepEqual(gaps, [{ from: 3, to: 6, cause: 'paper' }])
  assert.equal(await give(t, '示例一村人民调解委员会'), 'number-ask-paper', 'each book is asked for itself')
  const db = await t.inspect()
  const payloads = db
    .prepare("SELECT payload FROM journal WHERE kind = 'event' ORDER BY seq")
    .pluck()
    .all() as Uint8Array[]
  const told = payloads
    .map((p) => payloadOf(p) as { event: string; last?: number })
    .filter((p) => p.event === 'number.lastOnPaper')
  assert.deepEqual(
    told.map((p) => p.last),
    [6],
  )
  db.close()
  await t.dispose()
})

test('a number of a life before is not taken back: its paper may have been printed after the backup', async () => {
  const t = await unitOffice()
  await give(t)
  const older = await backUp(t)
  await goBackTo(t, older)
  const { rows } = await t.call('dispute.numberBook', book)
  const at = { ledger: 'dispute', id: rows[0]?.recordId ?? '', series: 'caseNo' } as const
  assert.equal((await t.call('dispute.numberStanding', at))?.may, 'void')
  assert.equal((await t.refusal('dispute.takeBackNumber', { ...at, revision: 2 })).code, 'number-printed')
  await t.dispose()
})

test('a copy on another machine asks too; a move does not', async () => {
  const t = await unitOffice()
  await give(t)
  await t.restart('machine two')
  await signInFounder(t)
  await t.call('register.settleMachine', { choice: 'moved' })
  assert.equal(await give(t), '人调字〔2026〕第2号')
  await t.restart('machine three')
  await signInFounder(t)
  await t.call('register.settleMachine', { choice: 'copied' })
  assert.equal(await give(t), 'number-ask-paper')
  assert.deepEqual(await question(t), { known: 2, proposed: 2 })
  await t.call('dispute.lastOnPaper', { ...book, last: 2 })
  assert.equal(await give(t), '人调字〔2026〕第3号')
  await t.dispose()
})

test('the new year after a restore has nothing to ask', async () => {
  const t = await unitOffice()
  await give(t)
  await goBackTo(t, await backUp(t))
  t.clock.set('2027-01-04T02:00:00.000Z')
  const next = await t.call('dispute.nextNumber', { book: 'mediation', series: 'caseNo', on: '2027-01-04' })
  assert.deepEqual([next.number, next.question], ['人调字〔2027〕第1号', null])
  await t.dispose()
})

test('the side file says nothing of any case, and one that is damaged or gone never stops the work', async () => {
  const t = await unitOffice()
  await give(t)
  const [name = ''] = markFiles(t)
  const file = path.join(t.dataDir, name)
  const text = fs.readFileSync(file).toString('latin1')
  for (const word of ['caseNo', '2026', Buffer.from('示例乡').toString('latin1')]) assert.ok(!text.includes(word), word)
  for (const harm of [
    () => fs.writeFileSync(file, 'damaged'),
    () => fs.rmSync(file),
    () => fs.writeFileSync(file, ''),
  ]) {
    harm()
    assert.equal(await question(t), null)
    const given = await give(t)
    assert.match(given, /^人调字〔2026〕第\d+号$/)
  }
  const older = await backUp(t)
  await give(t)
  fs.rmSync(file)
  await goBackTo(t, older)
  assert.deepEqual(await question(t), { known: 4, proposed: 4 }, 'without it the paper alone knows')
  fs.rmSync(file, { force: true })
  // A folder in its place: nothing can be written there.
  fs.mkdirSync(file)
  await t.call('dispute.lastOnPaper', { ...book, last: 5 })
  assert.equal(await give(t), '人调字〔2026〕第6号')
  assert.ok(t.log.some((l) => l.message === 'number mark not written'))
  await t.dispose()
})

test('a register put back by hand, without a restore, is noticed by the side file', async () => {
  const t = await unitOffice()
  await give(t)
  await t.stop()
  const folder = path.join(t.dataDir, 'register')
  fs.cpSync(folder, `${folder}-copy`, { recursive: true })
  await t.restart()
  await signInFounder(t)
  for (let i = 0; i < 2; i++) await give(t)
  await t.stop()
  fs.rmSync(folder, { recursive: true })
  fs.renameSync(`${folder}-copy`, folder)
  await t.restart()
  await signInFounder(t)
  assert.equal(await give(t), 'number-ask-paper')
  assert.deepEqual(await question(t), { known: 1, proposed: 3 })
  await t.call('dispute.lastOnPaper', { ...book, last: 3 })
  assert.equal(await give(t), '人调字〔2026〕第4号')
  await t.dispose()
})
