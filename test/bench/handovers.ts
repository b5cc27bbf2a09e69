import * as fs from 'node:fs'
import * as path from 'node:path'
import { gzipSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { currentStation } from '../../electron/core/register/life.ts'
import { type Db, openRegister } from '../../electron/core/register/open.ts'
import { cityColumns } from '../../electron/core/register/schema.ts'
import { columnName } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { Line } from './line.ts'
import { interleaved, once, timedOf } from './measure.ts'
import { peakOf } from './memory.ts'
import { fileOn, finish, newRecipient, type Recipient, stickOf } from './recipients.ts'
import { type Bench, keyOf } from './registers.ts'

/** The columns that leave, read by hand-written SQL: lists as the number or names they travel as. */
function leavingSql(): string {
  const lists: Readonly<Record<string, string>> = {
    parties: '(SELECT count(*) FROM dispute_party p WHERE p.parent = r.k)',
    sessions: '(SELECT count(*) FROM dispute_session s WHERE s.parent = r.k)',
    mediators: "(SELECT group_concat(m.name, '、') FROM dispute_mediator m WHERE m.parent = r.k)",
  }
  const columns = cityColumns(ledgerOf('dispute')).map(([n]) => `${lists[n] ?? `r.${columnName(n)}`} AS "${n}"`)
  return `SELECT r.id, r.seq, r.revision, ${columns.join(', ')} FROM dispute r WHERE r.locked = 0 AND coalesce(r.held_back, 0) = 0 ORDER BY r.seq`
}

/** Reading, JSON, gzip, age, one write and one sync of the same rows. */
async function sealBare(db: Db, recipient: string, file: string): Promise<void> {
  const lines: string[] = []
  for (const row of db.prepare(leavingSql()).iterate()) lines.push(JSON.stringify(row))
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt(gzipSync(`${lines.join('\n')}\n`))
  const handle = fs.openSync(file, 'w')
  fs.writeSync(handle, sealed)
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

const sealNow = async (bench: Bench) =>
  finish(bench.office, 'handover.seal', { book: 'mediation', place: await stickOf(bench.office), baseline: true })

const sealRounds = 5
async function sealing(bench: Bench): Promise<Line> {
  const recipient = currentStation(bench.register.db).age_recipient
  const file = path.join(bench.dir, 'bare.age')
  const both = await interleaved(
    sealRounds,
    () => sealNow(bench),
    () => sealBare(bench.register.db, recipient, file),
  )
  const { cases } = bench
  return {
    area: 'handover',
    name: 'seal everything',
    cases,
    unit: 'ms',
    ours: both.ours.median,
    bare: both.bare.median,
    target: 2,
  }
}

type Values = Record<string, unknown>
interface Rows {
  readonly staged: readonly Values[]
  readonly merged: readonly Values[]
}
async function withTables<T>(recipient: Recipient, work: (db: Db) => T): Promise<T> {
  const { key } = await keyOf(recipient.dir)
  const register = await openRegister(path.join(recipient.dir, 'data', 'register'), key, { create: false })
  try {
    return work(register.db)
  } finally {
    await register.close()
  }
}
const rowsOf = (recipient: Recipient, table: string): Promise<Values[]> =>
  withTables(recipient, (db) => db.prepare(`SELECT * FROM ${table}`).all() as Values[])

function insertAll(db: Db, table: string, rows: readonly Values[]): void {
  const names = Object.keys(rows[0] ?? {})
  const insert = db.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`)
  db.transaction(() => {
    for (const row of rows) insert.run(...Object.values(row))
  })()
}

interface Imported {
  readonly rows: Rows
  readonly inspect: number
  /** The verified backup before the batch, which the other side does not make. */
  readonly backup: number
  readonly merge: number
}
async function importInto(recipient: Recipient, fileName: string): Promise<Imported> {
  const { office } = recipient
  const files = [await fileOn(office, fileName)]
  const from = performance.now()
  const { batch } = await finish(office, 'city.inspect', { book: 'mediation', files })
  const inspected = performance.now()
  const staged = await rowsOf(recipient, 'staged_entry')
  const began = performance.now()
  let backedUp = began
  const stop = office.on((_, event) => {
    if (event.type === 'job' && event.job.step === 'merging' && backedUp === began) backedUp = performance.now()
  })
  await finish(office, 'city.merge', { book: 'mediation', batch })
  const merge = performance.now() - backedUp
  stop()
  const rows = { staged, merged: await rowsOf(recipient, 'city_dispute') }
  return { rows, inspect: inspected - from, backup: backedUp - began, merge }
}

const importRounds = 3
/** A new recipient for each round: what is held already is not merged again. */
async function importing(bench: Bench): Promise<readonly Line[]> {
  const samples = { ours: [] as number[], bare: [] as number[], backup: [] as number[] }
  for (let round = 0; round < importRounds; round += 1) {
    const ours = await newRecipient(bench, `recipient-${round}`)
    const { fileName } = await sealNow(bench)
    const { rows, inspect, backup, merge } = await importInto(ours, fileName)
    samples.ours.push(inspect + merge)
    samples.backup.push(backup)
    const bare = await newRecipient(bench, `bare-${round}`)
    const inserted = await withTables(bare, (db) =>
      once(() => {
        insertAll(db, 'staged_entry', rows.staged)
        insertAll(db, 'city_dispute', rows.merged)
      }),
    )
    samples.bare.push(inserted)
    await ours.office.close()
    await bare.office.close()
  }
  const [ours, bare, backup] = [samples.ours, samples.bare, samples.backup].map((list) => timedOf(list).median)
  const common = { area: 'handover', cases: bench.cases, unit: 'ms', bare: bare ?? Number.NaN } as const
  return [
    { ...common, name: 'inspect and merge', ours: ours ?? Number.NaN, target: 2 },
    { ...common, name: 'the backup before the merge', ours: backup ?? Number.NaN, target: null },
  ]
}

/** Sealing and importing against the bare work: prepared inserts into the staging and the merged table. */
export async function handovers(benches: readonly Bench[]): Promise<readonly Line[]> {
  const [small] = benches
  if (!small) return []
  await (await newRecipient(small, 'first')).office.close()
  return [await sealing(small), ...(await importing(small))]
}

interface Peaks {
  readonly cases: number
  readonly seal: number
  readonly import: number
}
async function peaksOf(bench: Bench): Promise<Peaks> {
  const recipient = await newRecipient(bench, 'recipient-memory')
  const { fileName } = await sealNow(bench)
  await recipient.office.close()
  // One program per folder: the children open them next.
  await bench.close()
  const of = (dir: string, name: string | null) =>
    peakOf({ dataDir: path.join(dir, 'data'), stickDir: bench.dir, fileName: name })
  return { cases: bench.cases, seal: of(bench.dir, null), import: of(recipient.dir, fileName) }
}

/** The memory a handover takes of the smallest and of the largest register. Closes both. */
export async function memories(benches: readonly Bench[]): Promise<readonly Line[]> {
  const [small, large] = [benches[0], benches.at(-1)]
  if (!small || !large) return []
  const [few, many] = [await peaksOf(small), await peaksOf(large)]
  const common = { area: 'memory', cases: many.cases, unit: 'MB', target: 1.25 } as const
  return [
    { ...common, name: 'program with a seal, growth', ours: many.seal, bare: few.seal },
    { ...common, name: 'program with an import, growth', ours: many.import, bare: few.import },
  ]
}
