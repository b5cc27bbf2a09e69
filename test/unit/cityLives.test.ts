import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setAsideList } from '../../electron/core/city/pages.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import {
  type City,
  chainAt,
  clerk,
  clock,
  count,
  enrol,
  fileOf,
  firstLife,
  held,
  look,
  makeCity,
  mergeIt,
  type OfficeLife,
  restoredLife,
  state,
  table,
  take,
  tombstone,
} from './cityKit.ts'
import { tempFolder } from './handoverKit.ts'

const simple = { difficulty: 'simple' }
const complex = { difficulty: 'complex' }
const general = { difficulty: 'general' }

async function cityWithUnit(): Promise<{ city: City; life: OfficeLife }> {
  const city = await makeCity(tempFolder())
  const life = firstLife(await newStation())
  enrol(city, life.station)
  return { city, life }
}
interface Other {
  readonly reason: string
  readonly seq: number
  readonly entry: string
}
const otherLives = (city: City): readonly Other[] =>
  table<Other>(city, 'SELECT reason, seq, entry FROM city_other_life ORDER BY reason, seq')
const difficultyIn = (o: Other | undefined): unknown =>
  o && o.entry !== 'null' ? JSON.parse(o.entry).difficulty : null

/**
 * An office hands over, goes on to seq 20 and hands over again; then its PC is restored from a backup of seq 10.
 * Case 1 unchanged, 2 changed after the backup, 3 made after it, 4 changed before it but never again.
 */
async function beforeRestore() {
  const { city, life } = await cityWithUnit()
  await take(
    city,
    await fileOf(city, life, {
      no: 1,
      upTo: 8,
      entries: [state(1, 3, simple), state(2, 5, simple), state(4, 6, simple), count('accepted', 3)],
    }),
  )
  await take(
    city,
    await fileOf(city, life, {
      no: 2,
      upTo: 20,
      entries: [state(2, 15, complex), state(3, 18, simple), state(4, 9, general), count('accepted', 4)],
    }),
  )
  return { city, life, restored: restoredLife(life, 10) }
}

test('after a restore: a baseline, what both sides changed is listed, and nothing is silently dropped', async () => {
  const { city, restored } = await beforeRestore()
  const baseline = await fileOf(city, restored, {
    no: 1,
    upTo: 30,
    entries: [state(1, 3, simple), state(2, 25, general), state(4, 27, complex), state(5, 29), count('accepted', 3)],
  })
  const { files, batch } = await look(city, [baseline])
  const { fresh, changed, same, removed, bothSides } = files[0]?.ledgers[0] ?? {}
  assert.deepEqual(
    { fresh, changed, same, removed, bothSides },
    { fresh: 1, changed: 1, same: 1, removed: 0, bothSides: 1 },
  )
  await mergeIt(city, batch)
  assert.deepEqual(
    held(city),
    { 1: 'simple', 2: 'general', 3: 'simple', 4: 'complex', 5: null },
    'the present life speaks',
  )
  const found = otherLives(city)
  assert.deepEqual(
    found.map((o) => [o.reason, o.seq, difficultyIn(o)]),
    [
      ['both-sides', 15, 'complex'],
      ['only-here', 18, 'simple'],
    ],
  )
  assert.deepEqual(table(city, 'SELECT amount FROM city_count'), [{ amount: 3 }])
  assert.deepEqual(
    setAsideList(city.register.db, 'mediation')
      .map((s) => [s.no, s.ledger, s.reason])
      .sort(),
    [
      [1, 'dispute', 'both-sides'],
      [1, 'dispute', 'only-here'],
    ],
  )
})

test('a record that was removed in the lost life and is back after the restore is told', async () => {
  const { city, life, restored } = await beforeRestore()
  await take(city, await fileOf(city, life, { no: 3, base: 20, upTo: 24, entries: [tombstone(1, 23)] }))
  await take(
    city,
    await fileOf(city, restored, { no: 1, upTo: 12, entries: [state(1, 3, simple), state(2, 5, simple)] }),
  )
  assert.equal(held(city)[1], 'simple')
  assert.ok(otherLives(city).some((o) => o.reason === 'both-sides' && o.seq === 23 && o.entry === 'null'))
})

test('a restored office that removes a record takes it out, and what the lost life said of it is kept', async () => {
  const { city, restored } = await beforeRestore()
  const { preview } = await take(
    city,
    await fileOf(city, restored, { no: 1, upTo: 30, entries: [tombstone(1, 26), tombstone(2, 27)] }),
  )
  const { removed, bothSides } = preview.files[0]?.ledgers[0] ?? {}
  assert.deepEqual({ removed, bothSides }, { removed: 1, bothSides: 1 })
  assert.deepEqual(Object.keys(held(city)), ['3', '4'])
  assert.deepEqual(
    otherLives(city).map((o) => [o.reason, o.seq]),
    [
      ['both-sides', 15],
      ['only-here', 9],
      ['only-here', 18],
    ],
  )
})

test('a stick of the lost life that comes late changes nothing the present life said, and is told', async () => {
  const { city, life, restored } = await beforeRestore()
  await take(
    city,
    await fileOf(city, restored, {
      no: 1,
      upTo: 30,
      entries: [state(1, 3, simple), state(2, 25, general), state(4, 27, complex), count('accepted', 3)],
    }),
  )
  const late = await fileOf(city, life, {
    no: 3,
    base: 8,
    upTo: 26,
    entries: [state(1, 24, complex), state(2, 5, simple), state(6, 26, simple), tombstone(4, 25), count('accepted', 9)],
  })
  const { preview } = await take(city, late)
  const { fresh, same, bothSides } = preview.files[0]?.ledgers[0] ?? {}
  assert.deepEqual({ fresh, same, bothSides }, { fresh: 1, same: 1, bothSides: 2 })
  assert.deepEqual(held(city), { 1: 'simple', 2: 'general', 3: 'simple', 4: 'complex', 6: 'simple' })
  assert.deepEqual(table(city, 'SELECT amount FROM city_count'), [{ amount: 3 }])
  const told = otherLives(city).map((o) => [o.reason, o.seq])
  for (const expected of [
    ['both-sides', 24],
    ['both-sides', 25],
    ['only-here', 26],
  ])
    assert.ok(
      told.some((o) => JSON.stringify(o) === JSON.stringify(expected)),
      `${expected}`,
    )
})

test('two lives in one batch are merged in their order', async () => {
  const { city, life } = await cityWithUnit()
  const restored = restoredLife(life, 10)
  const late = await fileOf(city, restored, { no: 1, upTo: 30, entries: [state(1, 3, simple), state(2, 25, general)] })
  const early = await fileOf(city, life, { no: 1, upTo: 8, entries: [state(1, 3, simple), state(2, 5, simple)] })
  await take(city, late, early)
  assert.deepEqual(held(city), { 1: 'simple', 2: 'general' })
  assert.deepEqual(otherLives(city), [])
})

test('after the office was told and has saved the record again, the other life’s word is settled', async () => {
  const { city, restored } = await beforeRestore()
  await take(
    city,
    await fileOf(city, restored, {
      no: 1,
      upTo: 30,
      entries: [state(1, 3, simple), state(2, 25, general), state(4, 27)],
    }),
  )
  const again = (no: number, seq: number) =>
    fileOf(city, restored, { no, base: 30, upTo: seq, entries: [state(2, seq, complex)] })
  await take(city, await again(2, 35))
  assert.equal(
    otherLives(city).filter((o) => o.reason === 'both-sides').length,
    1,
    'the office does not know of it yet',
  )
  transact(city.register, clock, clerk, (tx) => tx.db.prepare('UPDATE city_other_life SET told_at = ?').run(tx.at))
  await take(city, await again(3, 40))
  assert.equal(otherLives(city).filter((o) => o.reason === 'both-sides').length, 0)
})

test('a fork inside one epoch is set aside whole: the file is kept, shown, and merged nowhere', async () => {
  const { city, life } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3, simple)] }))
  const twin = await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 4, complex), state(2, 5)] })
  const { preview, outcome } = await take(city, twin)
  assert.deepEqual(
    preview.files.map((f) => [f.verdict, f.reason, f.ledgers]),
    [['setAside', 'fork', []]],
  )
  assert.deepEqual(outcome, { files: 0, rows: 0, setAside: 1 })
  assert.deepEqual(held(city), { 1: 'simple' })
  assert.deepEqual(
    setAsideList(city.register.db, 'mediation').map((s) => [s.no, s.ledger, s.reason]),
    [[1, '', 'fork']],
  )
  assert.equal((await look(city, [twin])).files[0]?.verdict, 'alreadyHeld')
})

test('both halves of a fork in one batch are set aside', async () => {
  const { city, life } = await cityWithUnit()
  const one = await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3, simple)] })
  const two = await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 4, complex)] })
  const { outcome } = await take(city, one, two)
  assert.deepEqual([outcome, held(city)], [{ files: 0, rows: 0, setAside: 2 }, {}])
})

const forked = [
  ['another chain at its base', { no: 2, base: 9, upTo: 12, changes: { base: { seq: 9, chain: 'cd'.repeat(32) } } }],
  ['another chain at the same end', { no: 2, upTo: 9, changes: { upTo: { seq: 9, chain: 'cd'.repeat(32) } } }],
  ['a later number of an earlier journal', { no: 2, upTo: 7 }],
] as const
for (const [what, handover] of forked) {
  test(`a journal set back unnoticed shows: ${what}`, async () => {
    const { city, life } = await cityWithUnit()
    await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3, simple)] }))
    const { preview } = await take(city, await fileOf(city, life, { ...handover, entries: [state(1, 6, complex)] }))
    assert.deepEqual(
      preview.files.map((f) => f.verdict),
      ['setAside'],
    )
    assert.deepEqual(held(city), { 1: 'simple' })
  })
}

test('the chains a life tells of itself are one chain', async () => {
  const { city, life } = await cityWithUnit()
  assert.notEqual(chainAt(life, 9), chainAt(restoredLife(life, 9), 9))
  await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3)] }))
  const { preview } = await take(city, await fileOf(city, life, { no: 2, base: 9, upTo: 9 }))
  assert.equal(preview.files[0]?.verdict, 'ready', 'nothing new is no fork')
  assert.deepEqual(table(city, 'SELECT mark, no FROM unit_mark'), [{ mark: 9, no: 2 }])
})
