import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setAsideList } from '../../electron/core/city/pages.ts'
import type { Entry } from '../../electron/core/handover/format.ts'
import { writeFact } from '../../electron/core/register/facts.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import {
  type City,
  clerk,
  clock,
  enrol,
  fileOf,
  firstLife,
  held,
  idOf,
  makeCity,
  type OfficeLife,
  rows,
  type StateData,
  state,
  table,
  take,
  tombstone,
} from './cityKit.ts'
import { tempFolder } from './handoverKit.ts'

async function cityWithUnit(): Promise<{ city: City; life: OfficeLife }> {
  const city = await makeCity(tempFolder())
  const life = firstLife(await newStation())
  enrol(city, life.station)
  return { city, life }
}
const reasons = (city: City) =>
  table<{ ledger: string; reason: string }>(city, 'SELECT ledger, reason FROM set_aside ORDER BY k').map((r) => [
    r.ledger,
    r.reason,
  ])

test('one bad row in ten thousand never blocks the rest', async () => {
  const { city, life } = await cityWithUnit()
  function* many(): Generator<Entry> {
    for (let n = 1; n <= 10_000; n++)
      yield state(n, n, n === 5_000 ? { acceptanceDate: '2026-13' } : { acceptanceDate: '2026-01' })
  }
  const { preview, outcome } = await take(city, await fileOf(city, life, { no: 1, upTo: 10_000, entries: many() }))
  assert.deepEqual(preview.files[0]?.ledgers, [
    { ledger: 'dispute', fresh: 9_999, changed: 0, same: 0, removed: 0, bothSides: 0, setAside: 1 },
  ])
  assert.deepEqual(outcome, { files: 1, rows: 9_999, setAside: 1 })
  assert.deepEqual(reasons(city), [['dispute', 'bad-value']])
  const [aside] = table<{ handed_id: string; entry: string }>(city, 'SELECT handed_id, entry FROM set_aside')
  assert.equal(aside?.handed_id, idOf(5_000))
  assert.equal(JSON.parse(aside?.entry ?? '').data.acceptanceDate, '2026-13', 'kept as it came')
})

const bad: readonly (readonly [string, StateData, string])[] = [
  ['a column nobody knows', { mood: 'calm' }, 'newer-shape'],
  ['a field that never travels', { summary: '示例' }, 'newer-shape'],
  ['a name of a built-in', { constructor: 'x' }, 'newer-shape'],
  ['a code of a newer program', { difficulty: 'hopeless' }, 'newer-shape'],
  ['a band of a newer program', { amountPromised: 'over9000' }, 'newer-shape'],
  ['an exact day where a month travels', { acceptanceDate: '2026-01-05' }, 'bad-value'],
  ['a month that is none', { resultDate: '2026-00' }, 'bad-value'],
  ['a number where text belongs', { committee: 7 }, 'bad-value'],
  ['text where a number belongs', { parties: '2' }, 'bad-value'],
  ['half a party', { parties: 1.5 }, 'bad-value'],
  ['a list where text belongs', { committee: ['a'] }, 'bad-value'],
  ['a control character', { committee: '示例\u0007乡' }, 'bad-value'],
  ['NUL', { mediators: '张\u0000示例' }, 'bad-value'],
  ['half a surrogate pair', { committee: '示例\ud842' }, 'bad-value'],
  ['more than the field holds', { committee: '示'.repeat(61) }, 'bad-value'],
]
test('every bad value is set aside by itself with its reason, and its good neighbours are merged', async () => {
  const { city, life } = await cityWithUnit()
  const entries = [state(900, 1), ...bad.map(([, data], i) => state(i + 1, i + 2, data)), state(901, 90)]
  await take(city, await fileOf(city, life, { no: 1, upTo: 99, entries }))
  assert.equal(rows(city).length, 2)
  const found = new Map(
    table<{ handed_id: string; reason: string }>(city, 'SELECT handed_id, reason FROM set_aside').map((r) => [
      r.handed_id,
      r.reason,
    ]),
  )
  for (const [i, [what, , reason]] of bad.entries()) assert.equal(found.get(idOf(i + 1)), reason, what)
  assert.equal(found.size, bad.length)
})

test('another book’s ledger, a ledger nobody knows, a seq beyond the file: set aside, never merged', async () => {
  const { city, life } = await cityWithUnit()
  const entries = [
    state(1, 2, { topic: '示例培训' }, 'training'),
    state(2, 3, { wall: '示例' }, 'patrol'),
    state(3, 10_000),
    tombstone(4, 10_000),
    state(5, 4),
  ]
  const { preview } = await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries }))
  assert.equal(preview.files[0]?.ledgers[0]?.setAside, 4, 'what belongs to no ledger of the book is shown too')
  assert.deepEqual(reasons(city), [
    ['training', 'other-book'],
    ['patrol', 'newer-shape'],
    ['dispute', 'bad-value'],
    ['dispute', 'bad-value'],
  ])
  assert.deepEqual(rows(city, 'training'), [])
  assert.deepEqual(held(city), { 5: null })
  const shown = setAsideList(city.register.db, 'mediation')
  assert.equal(new Set(shown.map((s) => s.id)).size, 4)
})

test('a line that is no entry is set aside by itself, as it came', async () => {
  const { city, life } = await cityWithUnit()
  const line = { ...state(1, 2), surprise: true }
  await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [line, state(2, 3)] }))
  assert.deepEqual([held(city), reasons(city)], [{ 2: null }, [['unknown', 'bad-line']]])
  const [aside] = table<{ entry: string }>(city, 'SELECT entry FROM set_aside')
  assert.deepEqual(JSON.parse(JSON.parse(aside?.entry ?? '')), line)
})

test('a later state of the record takes the place of what was set aside; an older good one does not', async () => {
  const { city, life } = await cityWithUnit()
  await take(
    city,
    await fileOf(city, life, {
      no: 2,
      base: 4,
      upTo: 9,
      entries: [state(1, 8, { committee: 7 }), state(2, 9, { committee: 7 })],
    }),
  )
  await take(city, await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 3, { difficulty: 'simple' })] }))
  assert.deepEqual([held(city), reasons(city).length], [{ 1: 'simple' }, 2])
  await take(
    city,
    await fileOf(city, life, {
      no: 3,
      base: 9,
      upTo: 12,
      entries: [state(1, 11, { difficulty: 'complex' }), tombstone(2, 12)],
    }),
  )
  assert.deepEqual([held(city), reasons(city)], [{ 1: 'complex' }, []])
})

test('an older bad state never hides a newer good one', async () => {
  const { city, life } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 2, upTo: 9, entries: [state(1, 8, { difficulty: 'simple' })] }))
  await take(city, await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 3, { committee: 7 })] }))
  assert.deepEqual([held(city), reasons(city)], [{ 1: 'simple' }, []])
})

test('a baseline says everything again: what it does not set aside is no longer set aside', async () => {
  const { city, life } = await cityWithUnit()
  await take(
    city,
    await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 2, { committee: 7 }), state(7, 3, {}, 'patrol')] }),
  )
  await take(city, await fileOf(city, life, { no: 2, upTo: 9, entries: [state(1, 2, { committee: 7 })] }))
  assert.deepEqual(reasons(city), [['dispute', 'bad-value']])
})

test('after an update of the program, rows it could not take are tried again', async () => {
  const { city, life } = await cityWithUnit()
  await take(
    city,
    await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 2, { mood: 'calm' }), state(2, 3), state(3, 4)] }),
  )
  const taken = (n: number) => JSON.stringify({ ...state(n, 20, { difficulty: 'simple' }) })
  // What a program of the past wrote, that did not know the column yet.
  transact(city.register, clock, clerk, (tx) => {
    tx.db.prepare('UPDATE set_aside SET entry = ?, seq = 20 WHERE handed_id = ?').run(taken(1), idOf(1))
    writeFact(tx.db, 'city.shapes.mediation', { dispute: 0 })
  })
  const { outcome } = await take(city, await fileOf(city, life, { no: 2, base: 9, upTo: 12, entries: [state(3, 11)] }))
  assert.equal(outcome.rows, 2)
  assert.deepEqual([held(city), reasons(city)], [{ 1: 'simple', 2: null, 3: null }, []])
})

const hostile: readonly (readonly [string, string])[] = [
  ['Tibetan stacks', 'བོད་ཡིག་རྒྱུ་སྐྱེས་འབྲུག'],
  ['middle dot', '扎西·示例'],
  ['rare characters', '𬭎𠮷䶮示例'],
  ['NBSP', '示例\u00a0乡'],
  ['BOM', '\ufeff示例乡'],
  ['bidi override', '示例\u202e乡'],
  ['formula', "=cmd|' /C calc'!A0"],
  ['formula with plus', '+1+1'],
  ['SQL', "'; DROP TABLE city_dispute; --"],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['JSON path', '$."]}'],
  ['combining marks', 'é̂̃'],
]
test('text arrives as it was typed, whatever it looks like', async () => {
  const { city, life } = await cityWithUnit()
  const entries = hostile.map(([, text], i) => state(i + 1, i + 1, { committee: text, mediators: text }))
  await take(city, await fileOf(city, life, { no: 1, upTo: 99, entries }))
  assert.deepEqual(reasons(city), [])
  const found = new Set(rows(city).map((r) => r.committee))
  for (const [what, text] of hostile) assert.ok(found.has(text), what)
})
