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
import { peakMemory } from './memory.ts'
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

async function importInto(recipient: Recipient, fileName: string): Promise<void> {
  const files = [await fileOn(recipient.office, fileName)]
  const { batch } = await finish(recipient.office, 'city.inspect', { book: 'mediation', files })
  await finish(recipient.office, 'city.merge', { book: 'mediation', batch })
}

type Values = Record<string, string | number | null>
async function withTables<T>(recipient: Recipient, work: (db: Db) => T): Promise<T> {
  const { key } = await keyOf(recipient.dir)
  const register = await openRegister(path.join(recipient.dir, 'data', 'register'), key, { create: false })
  try {
    return work(register.db)
  } finally {
    await register.close()
  }
}
function insertAll(db: Db, rows: readonly Values[]): void {
  const names = Object.keys(rows[0] ?? {})
  const insert = db.prepare(`INSERT INTO city_dispute (${names}) VALUES (${names.map(() => '?')})`)
  db.transaction(() => {
    for (const row of rows) insert.run(...Object.values(row))
  })()
}

const importRounds = 3
/** A new recipient for each round: what is held already is not merged again. */
async function importing(bench: Bench): Promise<Line> {
  const samples = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < importRounds; round += 1) {
    const ours = await newRecipient(bench, `recipient-${round}`)
    const { fileName } = await sealNow(bench)
    samples.ours.push(await once(() => importInto(ours, fileName)))
    const rows = await withTables(ours, (db) => db.prepare('SELECT * FROM city_dispute').all() as Values[])
    const bare = await newRecipient(bench, `bare-${round}`)
    samples.bare.push(await withTables(bare, (db) => once(() => insertAll(db, rows))))
    await ours.office.close()
    await bare.office.close()
  }
  return {
    area: 'handover',
    name: 'inspect and merge',
    cases: bench.cases,
    unit: 'ms',
    ours: timedOf(samples.ours).median,
    bare: timedOf(samples.bare).median,
    target: 2,
  }
}

async function memoryOf(bench: Bench): Promise<{ readonly seal: number; readonly import: number }> {
  const recipient = await newRecipient(bench, 'recipient-memory')
  let fileName = ''
  const seal = await peakMemory(async () => {
    fileName = (await sealNow(bench)).fileName
  })
  const imported = await peakMemory(() => importInto(recipient, fileName))
  await recipient.office.close()
  return { seal, import: imported }
}

/** Sealing and importing against the bare work, and the memory they take of a small and a large register. */
export async function handovers(benches: readonly Bench[]): Promise<readonly Line[]> {
  const [small, large] = [benches[0], benches.at(-1)]
  if (!small || !large) return []
  await newRecipient(small, 'first')
  const lines = [await sealing(small), await importing(small)]
  const [few, many] = [await memoryOf(small), await memoryOf(large)]
  const common = { area: 'handover', cases: large.cases, unit: 'MB', target: 1.25 } as const
  return [
    ...lines,
    { ...common, name: 'peak memory of a seal, largest against smallest', ours: many.seal, bare: few.seal },
    { ...common, name: 'peak memory of an import, largest against smallest', ours: many.import, bare: few.import },
  ]
}
