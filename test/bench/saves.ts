import type { Statement } from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../electron/core/register/open.ts'
import { searchText } from '../../electron/core/register/search.ts'
import { sampleCases } from '../../electron/core/sample/cases.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { listFields } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { Line } from './line.ts'
import { once, timedOf } from './measure.ts'
import { type Bench, benchToday } from './registers.ts'

type Values = Record<string, unknown>
/** The rows one save has written, table by table, with the keys that must be new in a copy. */
interface Written {
  readonly root: Values
  readonly journal: Values
  readonly parts: readonly (readonly [string, readonly Values[]])[]
  readonly text: string
}

const ledger = ledgerOf('dispute')
const marks = (row: Values) =>
  Object.keys(row)
    .map(() => '?')
    .join(', ')

function readBack(db: Db, id: string, data: AnyData): Written {
  const root = db.prepare('SELECT * FROM dispute WHERE id = ?').get(id) as Values
  const parts = listFields(ledger).map(([, f]): Written['parts'][number] => [
    f.part.table,
    db.prepare(`SELECT * FROM ${f.part.table} WHERE parent = ? ORDER BY position`).all(root.k) as Values[],
  ])
  const journal = db.prepare('SELECT * FROM journal WHERE seq = ?').get(root.seq) as Values
  return { root, journal, parts, text: searchText(ledger, data) }
}

/** Prepared once: the other side pays for nothing but its inserts. */
function inserter(db: Db): (table: string, row: Values) => Statement {
  const known = new Map<string, Statement>()
  return (table, row) => {
    const found = known.get(table)
    if (found) return found
    const columns = Object.keys(row).map((c) => `"${c}"`)
    const made = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks(row)})`)
    known.set(table, made)
    return made
  }
}

/** The same rows again under new keys, in one transaction with its own commit. */
function copyIn(db: Db, insert: ReturnType<typeof inserter>, written: Written, key: { k: number; seq: number }): void {
  const { root, journal, parts, text } = written
  db.exec('BEGIN IMMEDIATE')
  const newRoot = { ...root, k: key.k, id: uuid(), seq: key.seq }
  insert('journal', journal).run(...Object.values({ ...journal, seq: key.seq, record_id: newRoot.id }))
  insert('dispute', root).run(...Object.values(newRoot))
  for (const [table, rows] of parts) {
    for (const row of rows) insert(table, row).run(...Object.values({ ...row, k: null, parent: key.k }))
  }
  insert('search_dispute', { rowid: 0, text }).run(key.k, text)
  db.exec('COMMIT')
}

const rounds = 40
async function measured(bench: Bench): Promise<Line> {
  const { db } = bench.register
  const insert = inserter(db)
  const next = (table: string, column: string) =>
    db.prepare(`SELECT max(${column}) + 1 FROM ${table}`).pluck().get() as number
  const samples = { ours: [] as number[], bare: [] as number[] }
  let round = -5
  for (const { data } of sampleCases({ seed: 77, count: rounds + 5, today: benchToday })) {
    const input = { ledger: 'dispute', id: null, revision: 0, data: data as unknown as AnyData } as const
    let id = ''
    const ours = await once(async () => {
      id = (await bench.call('record.save', input)).id
    })
    const written = readBack(db, id, input.data)
    const key = { k: next('dispute', 'k'), seq: next('journal', 'seq') }
    const bare = await once(() => copyIn(db, insert, written, key))
    round += 1
    if (round <= 0) continue
    samples.ours.push(ours)
    samples.bare.push(bare)
  }
  return {
    area: 'save',
    name: 'one new case',
    cases: bench.cases,
    unit: 'ms',
    ours: timedOf(samples.ours).median,
    bare: timedOf(samples.bare).median,
    target: 3,
  }
}

/** One save with its journal row and search text, against prepared inserts of the same rows into the same tables. */
export async function saves(benches: readonly Bench[]): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const bench of benches) lines.push(await measured(bench))
  return lines
}
