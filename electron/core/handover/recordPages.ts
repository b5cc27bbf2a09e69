import {
  type AnyData,
  type AnyPart,
  type AnyValue,
  columnName,
  listFields,
  type ScalarField,
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
type Columns = readonly (readonly [name: string, column: string, field: ScalarField])[]

interface Layout {
  readonly table: string
  readonly columns: Columns
  readonly lists: readonly { readonly name: string; readonly table: string; readonly columns: Columns }[]
}
const layouts = new Map<LedgerName, Layout>()
const columnsOf = (fields: Iterable<readonly [string, ScalarField]>): Columns =>
  [...fields].map(([name, field]) => [name, columnName(name), field] as const)

function layoutOf(name: LedgerName): Layout {
  const known = layouts.get(name)
  if (known) return known
  const ledger = ledgerOf(name)
  const layout: Layout = {
    table: ledger.table,
    columns: columnsOf(scalarColumns(ledger).filter(([n]) => ledger.fields[n])),
    lists: listFields(ledger).map(([n, { part }]) => ({
      name: n,
      table: part.table,
      columns: columnsOf(Object.entries(part.fields)),
    })),
  }
  layouts.set(name, layout)
  return layout
}

function valuesOf(columns: Columns, row: Row): Record<string, AnyValue | AnyData['absent'] | AnyPart[]> {
  const values: Record<string, AnyValue | AnyData['absent'] | AnyPart[]> = {}
  for (const [name, column, field] of columns) values[name] = fromSql(field, row[column] ?? null)
  values.absent = row.absent === '{}' ? {} : JSON.parse(row.absent as string)
  return values
}

/** Parts of a page's records: by a range where the records lie close together, as most lists of most records are empty. */
function partRows(db: Db, table: string, keys: readonly number[]): readonly Row[] {
  const [low, high] = [Math.min(...keys), Math.max(...keys)]
  const order = 'ORDER BY parent, position'
  if (high - low < 2 * keys.length) {
    return statement(db, `SELECT * FROM ${table} WHERE parent BETWEEN ? AND ? ${order}`).all(low, high) as Row[]
  }
  const sql = `SELECT * FROM ${table} WHERE parent IN (SELECT value FROM json_each(?)) ${order}`
  return statement(db, sql).all(JSON.stringify(keys)) as Row[]
}

/** Records of a page, their parts read with one query per list. */
function* recordsOf(db: Db, layout: Layout, rows: readonly Row[]): Generator<ReadRecord> {
  if (rows.length === 0) return
  const keys = rows.map((r) => r.k as number)
  const parts = layout.lists.map((list) => {
    const byParent = new Map<number, AnyPart[]>()
    for (const row of partRows(db, list.table, keys)) {
      const of = byParent.get(row.parent as number)
      const part = valuesOf(list.columns, row) as AnyPart
      if (of) of.push(part)
      else byParent.set(row.parent as number, [part])
    }
    return [list.name, byParent] as const
  })
  for (const row of rows) {
    const data = valuesOf(layout.columns, row)
    for (const [name, byParent] of parts) data[name] = byParent.get(row.k as number) ?? []
    yield { id: row.id as string, seq: row.seq as number, revision: row.revision as number, data: data as AnyData }
  }
}

const pageSize = 40

/**
 * Every record of a ledger in the order of its last change, a page in memory at a time. For readings of the office
 * itself: nobody's need-to-know is asked, so nothing of it may reach a window but what may leave the office.
 */
export function* recordsBySeq(db: Db, name: LedgerName): Generator<ReadRecord> {
  const layout = layoutOf(name)
  const sql = `SELECT * FROM ${layout.table} WHERE seq > ? ORDER BY seq LIMIT ${pageSize}`
  for (let after = 0; ; ) {
    const rows = statement(db, sql).all(after) as Row[]
    yield* recordsOf(db, layout, rows)
    if (rows.length < pageSize) return
    after = rows.at(-1)?.seq as number
  }
}
