import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { writeReceiptFor } from '../../electron/core/city/receipt.ts'
import { openReceipt } from '../../electron/core/handover/receiptFile.ts'
import { verifyChain } from '../../electron/core/register/journal.ts'
import { newStation } from '../../electron/core/register/life.ts'
import {
  type City,
  count,
  enrol,
  fileOf,
  firstLife,
  foundCity,
  idOf,
  look,
  mergeIt,
  type OfficeLife,
  openCity,
  state,
  table,
  take,
  tombstone,
  workAt,
} from '../unit/cityKit.ts'
import { tempFolder } from '../unit/handoverKit.ts'

const child = fileURLToPath(new URL('./cityImportChild.ts', import.meta.url))
/** Runs the child; true when it was killed at the step, false when it never came to it. */
function killedAt(folder: string, step: string, times: number, station: string, ...files: string[]): boolean {
  const run = spawnSync(process.execPath, [child, folder, step, String(times), station, ...files], { encoding: 'utf8' })
  assert.ok(run.signal === 'SIGKILL' || run.status === 0, run.stderr)
  return run.signal === 'SIGKILL'
}

interface Prepared {
  readonly folder: string
  readonly life: OfficeLife
  readonly files: readonly string[]
}
/** A city that holds one handover, and two more on the stick, of which one row will be set aside. */
async function prepare(folder: string): Promise<Prepared> {
  await foundCity(folder)
  const city = await openCity(folder)
  const life = firstLife(await newStation())
  enrol(city, life.station)
  await take(
    city,
    await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3), state(2, 5), count('accepted', 2)] }),
  )
  const many = Array.from({ length: 600 }, (_, n) => state(n + 10, n + 10))
  const files = [
    await fileOf(city, life, {
      no: 2,
      base: 9,
      upTo: 700,
      entries: [...many, state(1, 699, { difficulty: 'simple' }), count('accepted', 602)],
    }),
    await fileOf(city, life, {
      no: 3,
      base: 9,
      upTo: 800,
      entries: [tombstone(2, 750), state(3, 760, { committee: 7 }), count('accepted', 601)],
    }),
  ]
  await city.register.close()
  return { folder, life, files }
}
const home = tempFolder()
let original: Prepared
before(async () => {
  original = await prepare(home)
})
function prepared(): Prepared {
  const folder = tempFolder()
  fs.cpSync(original.folder, folder, { recursive: true })
  return { ...original, folder, files: original.files.map((f) => path.join(folder, path.basename(f))) }
}
interface Seen {
  readonly rows: number
  readonly first: unknown
  readonly cells: unknown
  readonly aside: number
  readonly marks: unknown
  readonly nos: unknown
}
const seen = (city: City): Seen => ({
  rows: table<{ n: number }>(city, 'SELECT count(*) AS n FROM city_dispute')[0]?.n ?? -1,
  first: table<{ difficulty: unknown }>(city, 'SELECT difficulty FROM city_dispute WHERE handed_id = ?', idOf(1))[0]
    ?.difficulty,
  cells: table(city, 'SELECT amount FROM city_count'),
  aside: table(city, 'SELECT k FROM set_aside').length,
  marks: table(city, 'SELECT mark, no FROM unit_mark'),
  nos: table<{ no: number }>(city, 'SELECT no FROM received ORDER BY no').map((r) => r.no),
})
const nothing: Seen = { rows: 2, first: null, cells: [{ amount: 2 }], aside: 0, marks: [{ mark: 9, no: 1 }], nos: [1] }
const whole: Seen = {
  rows: 601,
  first: 'simple',
  cells: [{ amount: 601 }],
  aside: 1,
  marks: [{ mark: 800, no: 3 }],
  nos: [1, 2, 3],
}

function assertKept(city: City): void {
  for (const { kept_as } of table<{ kept_as: string }>(city, 'SELECT kept_as FROM received'))
    assert.ok(
      fs.statSync(path.join(city.register.dataDir, 'received', kept_as)).size > 0,
      'a row names a file that is there',
    )
  assert.equal(verifyChain(city.register.db).brokenAt, null)
}

const importSteps: readonly (readonly [step: string, times: number, after: Seen])[] = [
  ['import:staged', 1, nothing],
  ['import:staged', 2, nothing],
  ['import:kept', 1, nothing],
  ['import:kept', 2, nothing],
  ['import:rows', 1, nothing],
  ['import:rows', 2, nothing],
  ['import:set-aside', 2, nothing],
  ['import:mark', 1, nothing],
  ['import:before-commit', 1, nothing],
  ['write:before-commit', 1, nothing],
  ['write:after-commit', 1, whole],
  ['import:done', 1, whole],
]
for (const [step, times, expected] of importSteps) {
  test(`power fails at ${step} (${times}): all of the batch or nothing, and the next import ends it`, async () => {
    const { folder, files } = prepared()
    assert.ok(killedAt(folder, step, times, '-', ...files), 'the step was never reached')
    const city = await openCity(folder)
    assert.deepEqual(seen(city), expected)
    assertKept(city)
    const { files: again, batch } = await look(city, files)
    const held = expected === whole ? 'alreadyHeld' : 'ready'
    assert.deepEqual(
      again.map((f) => f.verdict),
      [held, held],
    )
    if (expected === nothing) await mergeIt(city, batch)
    assert.deepEqual(seen(city), whole)
    assert.deepEqual(table(city, 'SELECT k FROM staged_entry UNION ALL SELECT k FROM staged_file'), [])
    const copies = fs.readdirSync(path.join(city.register.dataDir, 'received'))
    assert.equal(copies.length, 3, 'no copy is left over and none is missing')
    assertKept(city)
    await city.register.close()
  })
}

const receiptSteps: readonly (readonly [step: string, published: boolean, noted: boolean])[] = [
  ['receipt:written', false, false],
  ['receipt:published', true, false],
  ['write:before-commit', true, false],
  ['write:after-commit', true, true],
  ['receipt:noted', true, true],
]
for (const [step, published, noted] of receiptSteps) {
  test(`power fails at ${step}: no half receipt under its name, and the next one is right`, async () => {
    const { folder, life } = prepared()
    assert.ok(killedAt(folder, step, 1, life.station.id), 'the step was never reached')
    const city = await openCity(folder)
    const receipts = () => fs.readdirSync(folder).filter((n) => n.endsWith('.jfr'))
    assert.equal(receipts().length, published ? 1 : 0)
    assert.deepEqual(table(city, 'SELECT receipt_pending AS pending FROM unit'), [{ pending: noted ? 0 : 1 }])
    await writeReceiptFor(workAt(city), {
      book: 'mediation',
      station: life.station.id,
      folder,
      recipientName: '示例市司法局',
      sample: true,
    })
    for (const name of receipts()) {
      const { receipt } = await openReceipt(
        path.join(folder, name),
        life.station.age_identity,
        city.station.sign_public,
      )
      assert.deepEqual([receipt.no, receipt.mark], [1, 9])
    }
    assert.deepEqual(table(city, 'SELECT receipt_pending AS pending FROM unit'), [{ pending: 0 }])
    await city.register.close()
  })
}

test('every named step of import and receipt has its power failure above', async () => {
  const { folder, files, life } = prepared()
  const passed = new Set<string>()
  const city = await openCity(folder, (name) => passed.add(name))
  await take(city, ...files)
  await writeReceiptFor(workAt(city), {
    book: 'mediation',
    station: life.station.id,
    folder,
    recipientName: '示例市司法局',
    sample: true,
  })
  await city.register.close()
  const tried = new Set([...importSteps, ...receiptSteps].map(([step]) => step))
  assert.deepEqual(
    [...passed].filter((s) => !tried.has(s)),
    [],
  )
})
