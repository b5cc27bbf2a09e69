import {
  type AnyData,
  type AnyPart,
  columnName,
  type Ledger,
  listFields,
  type Part,
  scalarColumns,
} from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Db } from '../register/open.ts'
import { fromSql } from '../register/records.ts'
import { statement } from '../register/statements.ts'

export interface ReadRecord {
  readonly id: string
  readonly seq: number
  readonly revision: number
  readonly data: AnyData
}
type Row = Record<string, string | number | null>

const pageSize = 500

/** The parts of a page of records with one query per list, by the record's key. */
function partsByParent(db: Db, part: Part, parents: string): ReadonlyMap<number, readonly AnyPart[]> {
  const fields = Object.entries(part.fields).map(([n, f]) => [n, f, columnName(n)] as const)
  const sql = `SELECT * FROM ${part.table} WHERE parent IN (SELECT value FROM json_each(?)) ORDER BY parent, position`
  const found = new Map<number, AnyPart[]>()
  for (const row of statement(db, sql).all(parents) as Row[]) {
    const values = fields.map(([n, f, column]) => [n, fromSql(f, row[column] ?? null)] as const)
    const of = found.get(row.parent as number) ?? []
    of.push({ ...Object.fromEntries(values), absent: JSON.parse(row.absent as string) })
    found.set(row.parent as number, of)
  }
  return found
}

function pageOf(db: Db, ledger: Ledger, rows: readonly Row[]): readonly ReadRecord[] {
  const keys = JSON.stringify(rows.map((r) => r.k))
  const lists = listFields(ledger).map(([n, f]) => [n, partsByParent(db, f.part, keys)] as const)
  const scalars = scalarColumns(ledger).filter(([n]) => ledger.fields[n])
  return rows.map((row) => ({
    id: row.id as string,
    seq: row.seq as number,
    revision: row.revision as number,
    data: {
      ...Object.fromEntries(scalars.map(([n, f]) => [n, fromSql(f, row[columnName(n)] ?? null)])),
      ...Object.fromEntries(lists.map(([n, byParent]) => [n, byParent.get(row.k as number) ?? []])),
      absent: JSON.parse(row.absent as string),
    },
  }))
}

/**
 * Every record of a ledger in the order of its last change, a page in memory at a time. For readings of the office
 * itself: nobody's need-to-know is asked, so nothing of it may reach a window but what may leave the office.
 */
export function* recordsBySeq(db: Db, name: LedgerName): Generator<ReadRecord> {
  const ledger = ledgerOf(name)
  const sql = `SELECT * FROM ${ledger.table} WHERE seq > ? ORDER BY seq LIMIT ${pageSize}`
  for (let after = 0; ; ) {
    const rows = statement(db, sql).all(after) as Row[]
    yield* pageOf(db, ledger, rows)
    if (rows.length < pageSize) return
    after = rows.at(-1)?.seq as number
  }
}
