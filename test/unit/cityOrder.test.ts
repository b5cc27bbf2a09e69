import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../../electron/core/handover/format.ts'
import { newStation, storeStation } from '../../electron/core/register/life.ts'
import {
  type City,
  clock,
  count,
  enrol,
  fileOf,
  firstLife,
  held,
  makeCity,
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
const codes = ['simple', 'general', 'complex'] as const

/** One change of the office's register: a record saved with a value, or taken out. */
interface Change {
  readonly record: number
  readonly value: (typeof codes)[number] | null
}
const change: fc.Arbitrary<Change> = fc.record({
  record: fc.integer({ min: 1, max: 4 }),
  value: fc.option(fc.constantFrom(...codes), { nil: null, freq: 3 }),
})
const story = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 12 }),
  /** After which changes a handover was sealed; the last one always is. */
  sealedAfter: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  /** Order of arrival by position, with repeats; what is not named never came, but the last handover always does. */
  arrivals: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
})

/** What the office holds after its first `n` changes: the latest of each record. */
function latest(
  changes: readonly Change[],
  n: number,
): ReadonlyMap<number, { readonly seq: number; readonly value: Change['value'] }> {
  return new Map(changes.slice(0, n).map((c, i) => [c.record, { seq: i + 1, value: c.value }]))
}
function entriesAfter(changes: readonly Change[], n: number): Entry[] {
  const records = [...latest(changes, n)]
  const entries = records.map(([r, { seq, value }]) =>
    value === null ? tombstone(r, seq) : state(r, seq, { difficulty: value }),
  )
  return [...entries, count('accepted', records.filter(([, x]) => x.value !== null).length)]
}

test('whatever order, repeats and losses: with the last cumulative handover the recipient holds what the office holds', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ changes, sealedAfter, arrivals }) => {
      const { city, life } = await cityWithUnit()
      const cuts = [...new Set([...sealedAfter.map((n) => Math.min(n, changes.length)), changes.length])].sort(
        (a, b) => a - b,
      )
      const files = await Promise.all(
        cuts.map((n, i) => fileOf(city, life, { no: i + 1, upTo: n, entries: entriesAfter(changes, n) })),
      )
      const last = files.length - 1
      for (const i of [
        ...arrivals.map((a) => a % files.length),
        last,
        ...arrivals.slice(0, 1).map((a) => a % files.length),
      ])
        await take(city, files[i] ?? '').catch((e: unknown) =>
          assert.equal((e as { code?: string }).code, 'import-outdated'),
        )
      const office = [...latest(changes, changes.length)].flatMap(([r, { value }]) =>
        value === null ? [] : [[String(r), value] as const],
      )
      assert.deepEqual(held(city), Object.fromEntries(office.sort()))
      assert.deepEqual(table(city, 'SELECT amount FROM city_count'), [{ amount: office.length }])
      assert.deepEqual(table(city, 'SELECT mark FROM unit_mark'), [{ mark: changes.length }])
    }),
    { numRuns: process.env.JIEFENBU_LONG === '1' ? 300 : 8, seed: 20261123 },
  )
})

test('one file that says a record twice: the newer state holds, whichever comes first', async () => {
  for (const seqs of [
    [3, 5],
    [5, 3],
  ]) {
    const { city, life } = await cityWithUnit()
    const entries = seqs.map((seq) => state(1, seq, { difficulty: seq === 5 ? 'complex' : 'simple' }))
    await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries }))
    assert.deepEqual(held(city), { 1: 'complex' })
  }
})

test('the kept files alone rebuild the lists, marks and counts on a new register with the same keys', async () => {
  const { city, life } = await cityWithUnit()
  await take(
    city,
    await fileOf(city, life, { no: 1, upTo: 4, entries: [state(1, 2), state(2, 4), count('accepted', 2)] }),
  )
  await take(
    city,
    await fileOf(city, life, {
      no: 2,
      base: 4,
      upTo: 9,
      entries: [
        state(1, 7, { difficulty: 'simple' }),
        tombstone(2, 8),
        state(3, 9, { committee: 7 }),
        count('accepted', 2),
      ],
    }),
  )
  const kept = path.join(city.register.dataDir, 'received')
  const files = fs.readdirSync(kept).map((name) => path.join(kept, name))
  const fresh = await makeCity(tempFolder())
  storeStation(fresh.register.db, city.station, clock.now())
  enrol(fresh, life.station)
  assert.equal((await take(fresh, ...files)).outcome.files, 2)
  const all = (c: City) => [
    rows(c).map(({ id: _, ...rest }) => rest),
    table(c, 'SELECT mark, no FROM unit_mark'),
    table(c, 'SELECT measure, amount FROM city_count'),
    table(c, 'SELECT handed_id, reason FROM set_aside'),
  ]
  assert.deepEqual(all(fresh), all(city))
})
