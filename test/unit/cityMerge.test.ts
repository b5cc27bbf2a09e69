import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { mergedSource } from '../../electron/core/city/pages.ts'
import { unitStates } from '../../electron/core/city/units.ts'
import { verifyChain } from '../../electron/core/register/journal.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { pageSql } from '../../electron/core/register/query.ts'
import { AppError } from '../../shared/errors.ts'
import {
  type City,
  count,
  enrol,
  fileOf,
  firstLife,
  held,
  look,
  makeCity,
  mergeIt,
  type OfficeLife,
  rows,
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
const unit = (city: City) => {
  const [found] = unitStates(city.register.db, 'mediation')
  assert.ok(found)
  return found
}
const mark = (city: City) => table<{ mark: number; no: number }>(city, 'SELECT mark, no FROM unit_mark')[0]
const keptFiles = (city: City) => fs.readdirSync(path.join(city.register.dataDir, 'received'))
const simple = { difficulty: 'simple' }
const complex = { difficulty: 'complex' }

test('a handover is looked at, merged, kept, and noted in the journal', async () => {
  const { city, life } = await cityWithUnit()
  const file = await fileOf(city, life, {
    no: 1,
    upTo: 9,
    entries: [state(1, 3, simple), state(2, 5), count('accepted', 2)],
  })
  const preview = await look(city, [file])
  assert.deepEqual(
    preview.files.map(({ verdict, unitName, no, ledgers, missingNos }) => ({
      verdict,
      unitName,
      no,
      ledgers,
      missingNos,
    })),
    [
      {
        verdict: 'ready',
        unitName: '示例乡',
        no: 1,
        missingNos: [],
        ledgers: [{ ledger: 'dispute', fresh: 2, changed: 0, same: 0, removed: 0, bothSides: 0, setAside: 0 }],
      },
    ],
  )
  assert.deepEqual(rows(city), [], 'nothing is visible before it was merged')
  assert.deepEqual(await mergeIt(city, preview.batch), { files: 1, rows: 2, setAside: 0 })
  assert.deepEqual(held(city), { 1: 'simple', 2: null })
  assert.deepEqual(mark(city), { mark: 9, no: 1 })
  assert.deepEqual(table(city, 'SELECT measure, amount FROM city_count'), [{ measure: 'accepted', amount: 2 }])
  const [kept] = table<{ kept_as: string }>(city, 'SELECT kept_as FROM received')
  assert.deepEqual(keptFiles(city), [kept?.kept_as])
  assert.deepEqual(
    fs.readFileSync(path.join(city.register.dataDir, 'received', kept?.kept_as ?? '')),
    fs.readFileSync(file),
  )
  assert.equal(table<{ n: number }>(city, "SELECT count(*) AS n FROM journal WHERE kind = 'event'")[0]?.n, 2)
  assert.equal(verifyChain(city.register.db).brokenAt, null)
  assert.deepEqual(table(city, 'SELECT k FROM staged_entry UNION ALL SELECT k FROM staged_file'), [])
})

test('the same file twice changes nothing and says already held', async () => {
  const { city, life } = await cityWithUnit()
  const file = await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3, simple)] })
  await take(city, file)
  const before = table(city, 'SELECT * FROM city_dispute')
  const again = await look(city, [file, file])
  assert.deepEqual(
    again.files.map((f) => [f.verdict, f.reason]),
    [
      ['alreadyHeld', 'file-already-held'],
      ['alreadyHeld', 'file-already-held'],
    ],
  )
  await assert.rejects(mergeIt(city, again.batch), (e) => e instanceof AppError && e.code === 'import-outdated')
  assert.deepEqual(table(city, 'SELECT * FROM city_dispute'), before)
  assert.equal(keptFiles(city).length, 1)
})

test('one file picked twice in one batch is merged once', async () => {
  const { city, life } = await cityWithUnit()
  const file = await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3)] })
  const { preview, outcome } = await take(city, file, file)
  assert.deepEqual(
    preview.files.map((f) => f.verdict),
    ['ready', 'alreadyHeld'],
  )
  assert.equal(outcome.rows, 1)
})

test('sealed twice, in any order and with one lost: the cumulative files end the same', async () => {
  const all = (city: City, life: OfficeLife) =>
    Promise.all([
      fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 2, simple), state(2, 4), count('accepted', 2)] }),
      fileOf(city, life, {
        no: 2,
        upTo: 7,
        entries: [state(1, 6, complex), state(2, 4), state(3, 7), count('accepted', 3)],
      }),
      fileOf(city, life, {
        no: 3,
        upTo: 9,
        entries: [state(1, 6, complex), tombstone(2, 9), state(3, 7), count('accepted', 2)],
      }),
    ])
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ]) {
    for (const together of [true, false]) {
      const { city, life } = await cityWithUnit()
      const files = await all(city, life)
      const picked = order.map((i) => files[i] ?? '')
      if (together) await take(city, ...picked)
      else for (const f of picked) await take(city, f)
      const about = `${order} ${together}`
      assert.deepEqual(held(city), { 1: 'complex', 3: null }, about)
      assert.deepEqual(mark(city), { mark: 9, no: 3 }, about)
      assert.deepEqual(table(city, 'SELECT amount FROM city_count'), [{ amount: 2 }], about)
      assert.deepEqual(unit(city).missingNos, [], about)
    }
  }
  const { city, life } = await cityWithUnit()
  const files = await all(city, life)
  const { preview } = await take(city, files[0] ?? '', files[2] ?? '')
  assert.deepEqual(
    preview.files.map((f) => f.missingNos),
    [[2], [2]],
  )
  assert.deepEqual(held(city), { 1: 'complex', 3: null })
  assert.deepEqual([unit(city).missingNos, mark(city)], [[2], { mark: 9, no: 3 }], 'a lost file heals and stays named')
})

test('the preview of several numbers counts each against the ones before it', async () => {
  const { city, life } = await cityWithUnit()
  const first = await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 2), state(2, 4)] })
  const second = await fileOf(city, life, {
    no: 2,
    upTo: 9,
    entries: [state(1, 2), state(2, 8), state(3, 6), tombstone(9, 9)],
  })
  const third = await fileOf(city, life, { no: 3, upTo: 12, entries: [tombstone(1, 12), state(2, 8)] })
  const { files } = await look(city, [third, second, first])
  const counts = files.map(
    (f) => f.ledgers.map(({ fresh, changed, same, removed }) => [fresh, changed, same, removed])[0],
  )
  assert.deepEqual(counts, [
    [0, 0, 1, 1],
    [1, 1, 2, 0],
    [2, 0, 0, 0],
  ])
})

test('a file with a gap before it is held, but the mark waits until the gap is filled', async () => {
  const { city, life } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 2)] }))
  await take(city, await fileOf(city, life, { no: 3, base: 7, upTo: 9, entries: [state(3, 8)] }))
  assert.deepEqual(held(city), { 1: null, 3: null })
  assert.deepEqual([mark(city), unit(city).missingNos, unit(city).lastNo], [{ mark: 4, no: 1 }, [2], 3])
  await take(city, await fileOf(city, life, { no: 2, base: 4, upTo: 7, entries: [state(2, 6)] }))
  assert.deepEqual([mark(city), unit(city).missingNos], [{ mark: 9, no: 3 }, []])
})

test('a tombstone that came first is not undone by an older state, and is by a newer one', async () => {
  const { city, life } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 2, upTo: 9, entries: [tombstone(1, 9)] }))
  await take(city, await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 3)] }))
  assert.deepEqual(held(city), {}, 'the row does not come back')
  await take(city, await fileOf(city, life, { no: 3, base: 9, upTo: 12, entries: [state(1, 11, simple)] }))
  assert.deepEqual(held(city), { 1: 'simple' }, 'the office let it leave again')
  await take(city, await fileOf(city, life, { no: 4, base: 12, upTo: 14, entries: [tombstone(1, 14)] }))
  assert.deepEqual(held(city), {})
})

test('files of several units in one batch do not touch each other', async () => {
  const { city, life } = await cityWithUnit()
  const other = firstLife(await newStation())
  enrol(city, other.station, { name: '示例二乡', code: '990002' })
  const { outcome } = await take(
    city,
    await fileOf(city, other, { no: 1, upTo: 9, entries: [state(1, 3, complex)] }),
    await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 5, simple)] }),
  )
  assert.equal(outcome.rows, 2)
  assert.deepEqual(
    rows(city)
      .map((r) => [r.unitName, r.difficulty])
      .sort(),
    [
      ['示例二乡', 'complex'],
      ['示例乡', 'simple'],
    ].sort(),
  )
})

test('a batch that was discarded, or overtaken by another inspection, cannot be merged', async () => {
  const { city, life } = await cityWithUnit()
  const file = await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3)] })
  const first = await look(city, [file])
  const second = await look(city, [file])
  await assert.rejects(mergeIt(city, first.batch), (e) => e instanceof AppError && e.code === 'import-outdated')
  assert.deepEqual(await mergeIt(city, second.batch), { files: 1, rows: 1, setAside: 0 })
})

test('a unit that was renamed has its present name on all its rows, and a unit nobody asked keeps its own', async () => {
  const { city, life } = await cityWithUnit()
  const other = firstLife(await newStation())
  enrol(city, other.station, { name: '示例二乡', code: '990002' })
  await take(
    city,
    await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3)] }),
    await fileOf(city, other, { no: 1, upTo: 9, entries: [state(2, 3)] }),
  )
  enrol(city, life.station, { name: '示例镇' })
  assert.deepEqual(
    rows(city)
      .map((r) => r.unitName)
      .sort(),
    ['示例二乡', '示例镇'],
  )
})

test('the lists of a recipient are read by their indexes: a page never sorts or scans the table', async () => {
  const { city } = await cityWithUnit()
  const source = mergedSource('dispute')
  const indexed = [...source.columns].filter(([, c]) => c.index !== undefined).map(([name]) => name)
  assert.ok(indexed.includes('unitName') && indexed.includes('caseNo') && indexed.includes('acceptanceDate'))
  for (const field of indexed) {
    const query = { sort: { field, direction: 'desc' }, filters: [], offset: 0, limit: 100 } as const
    const { sql, values } = pageSql(source, query, 'walk')
    const plan = table<{ detail: string }>(city, `EXPLAIN QUERY PLAN ${sql}`, ...values).map((r) => r.detail)
    assert.ok(
      plan.some((d) => d.includes(`INDEX ${source.columns.get(field)?.index}`)),
      `${field}: ${plan}`,
    )
    assert.ok(!plan.some((d) => d.includes('TEMP B-TREE')), `${field}: ${plan}`)
  }
})
