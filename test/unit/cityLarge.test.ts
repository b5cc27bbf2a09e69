import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Entry } from '../../electron/core/handover/format.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { type City, enrol, fileOf, firstLife, look, makeCity, mergeIt, state, table, workAt } from './cityKit.ts'
import { tempFolder } from './handoverKit.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** What JavaScript really holds: collected first, buffers counted. SQLite's own cache has a fixed size. */
function heldBytes(): number {
  // Twice: buffers of the first collection are given back while the program goes on, at the latest with the next one.
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const sampleEvery = 5

/** Imports so many rows and answers the most that was held at any piece of staging, and while pages were read between. */
async function peakOf(rows: number): Promise<{ readonly peak: number; readonly turns: number; readonly city: City }> {
  const city = await makeCity(tempFolder())
  const life = firstLife(await newStation())
  enrol(city, life.station)
  function* many(): Generator<Entry> {
    for (let n = 1; n <= rows; n++) yield state(n, n, { committee: '示例乡人民调解委员会', acceptanceDate: '2026-01' })
  }
  const file = await fileOf(city, life, { no: 1, upTo: rows, entries: many() })
  let [peak, pieces] = [0, 0]
  const step = () => {
    if (pieces++ % sampleEvery === 0) peak = Math.max(peak, heldBytes())
  }
  let [turns, looking] = [0, true]
  const turn = () => {
    turns++
    if (looking) setImmediate(turn)
  }
  turn()
  const { batch, files } = await look(city, [file], 'mediation', workAt(city, { step }))
  looking = false
  assert.equal(files[0]?.ledgers[0]?.fresh, rows)
  assert.equal((await mergeIt(city, batch)).rows, rows)
  peak = Math.max(peak, heldBytes())
  return { peak, turns, city }
}

const [few, many] = [20_000, 100_000]
test(`memory does not grow with the file: ${many} rows hold no more than ${few}`, async () => {
  const small = await peakOf(few)
  const large = await peakOf(many)
  const grown = (large.peak - small.peak) / 1024 ** 2
  assert.ok(grown < 12, `${grown.toFixed(1)} MB more for ${many - few} rows more`)
  assert.ok(large.turns > many / 1000, 'other work had its turn between the pieces')
  assert.deepEqual(table(large.city, 'SELECT count(*) AS n FROM city_dispute'), [{ n: many }])
})
