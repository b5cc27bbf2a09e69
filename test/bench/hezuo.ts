import * as fs from 'node:fs'
import * as path from 'node:path'
import Database from 'better-sqlite3'
import { type CityStep, playCity, recipientFolder, unitFolder } from '../../electron/cli/sample/city.ts'
import { type Db, openReadOnly } from '../../electron/core/register/connection.ts'
import { readKeyFile, unwrapKey } from '../../electron/core/register/keys.ts'
import { hezuoSizes } from '../../electron/core/sample/hezuo/plan.ts'
import { hezuoUnits } from '../../electron/core/sample/hezuo/units.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import { listFields } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { Line } from './line.ts'
import { once } from './measure.ts'
import { type Bench, benchClock, kdfCost } from './registers.ts'

const filled = ['post', 'training', 'visit'] as const
const ownTables = [
  'journal',
  ...filled.flatMap((name) => [name, ...listFields(ledgerOf(name)).map(([, { part }]) => part.table)]),
]
const cityTables = filled.map((name) => `city_${name}`)

async function opened(dir: string, station: string): Promise<Db> {
  const folder = path.join(dir, station, 'register')
  const file = readKeyFile(folder)
  const user = file.wraps.find((w) => w.kind === 'user')
  const key = user ? await unwrapKey(file, 'user', user.id, sampleUser.password) : null
  if (!key) throw new Error(`${station} does not open`)
  return openReadOnly(folder, key)
}

/** Tables read whole and written into one plain file: as rows, without keys, indexes, checks or cipher; then one sync. */
function copyInto(file: Database.Database, from: Db, tables: readonly string[]): number {
  let rows = 0
  file.exec('BEGIN')
  for (const table of tables) {
    const all = from.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]
    const columns = from.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    const names = columns.map((c) => `"${c}"`)
    file.exec(`CREATE TABLE IF NOT EXISTS ${table} (${names})`)
    const insert = file.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?')})`)
    for (const row of all) insert.run(...row)
    rows += all.length
  }
  file.exec('COMMIT')
  return rows
}

interface Copied {
  readonly ms: number
  readonly rows: number
}
async function copied(dir: string, stations: readonly string[], tables: readonly string[]): Promise<Copied> {
  const sources: Db[] = []
  for (const station of stations) sources.push(await opened(dir, station))
  const target = path.join(dir, `copy-${tables.length}.db`)
  const file = new Database(target)
  file.pragma('journal_mode=WAL')
  file.pragma('synchronous=FULL')
  let rows = 0
  const ms = await once(() => {
    for (const source of sources) rows += copyInto(file, source, tables)
  })
  for (const db of [file, ...sources]) db.close()
  fs.rmSync(target)
  return { ms, rows }
}

/**
 * The parts of `sample --profile hezuo`, one unit after the other, each against copying the rows it leaves behind into
 * one plain SQLite file. Only told: twelve registers, 24 threads and as many checks of what was sealed are no copy.
 */
export async function hezuo([bench]: readonly Bench[]): Promise<readonly Line[]> {
  if (!bench) return []
  const dir = path.join(bench.dir, 'hezuo')
  fs.mkdirSync(dir)
  const spent: Partial<Record<CityStep, number>> = {}
  const told = (step: CityStep, _who: string, seconds: number): void => {
    spent[step] = (spent[step] ?? 0) + seconds * 1000
  }
  const ms = (step: CityStep): number => spent[step] ?? Number.NaN
  await playCity({ dir, seed: 1, sizes: hezuoSizes, clock: benchClock, kdfCost, atOnce: 1, told })
  const units = hezuoUnits.map((u) => unitFolder(u.code))
  const own = await copied(dir, units, ownTables)
  const held = await copied(dir, [recipientFolder], cityTables)
  fs.rmSync(dir, { recursive: true })
  const common = { area: 'hezuo', cases: null, unit: 'ms', target: null } as const
  return [
    { ...common, name: 'enter twelve units', rows: own.rows, ours: ms('enter'), bare: own.ms },
    { ...common, name: 'cards, seal and verify twelve', rows: held.rows, ours: ms('seal'), bare: held.ms },
    { ...common, name: 'inspect and merge twelve', rows: held.rows, ours: ms('merge'), bare: held.ms },
    { ...common, name: 'seal and merge all', rows: held.rows, ours: ms('seal') + ms('merge'), bare: held.ms },
  ]
}
