/**
 * Records read in bulk, column by column as they are asked for: what leaves is a small part of a record, and long texts
 * that stay at home are not even read.
 */
import {
  type AnyData,
  type AnyPart,
  columnName,
  listFields,
  type ScalarField,
  scalarColumns,
} from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Db } from '../register/open.ts'
import { fromSql } from '../register/sqlValue.ts'
import { statement } from '../register/statements.ts'

export interface ReadRecord {
  readonly id: string
  readonly seq: number
  readonly revision: number
  readonly data: AnyData
}
type Row = Record<string, string | number | null>

/** Rows of one table and one page. A column nobody asked for before is read for all of them, and from then on at once. */
interface Sheet {
  readonly rows: readonly Row[]
  readonly fetch: (column: string) => void
}
interface Source {
  readonly row: Row
  readonly sheet: Sheet
  readonly lists: Readonly<Record<string, () => ReadonlyMap<number, readonly AnyPart[]>>>
}
const source = Symbol('source')
/** A row seen as a record or a part: its fields are read when they are looked at. */
interface Lazy {
  readonly [source]: Source
}

function valueIn({ row, sheet }: Source, column: string): Row[string] {
  if (row[column] === undefined) sheet.fetch(column)
  return row[column] ?? null
}
const getter = (read: (from: Source) => unknown): PropertyDescriptor => ({
  enumerable: true,
  get(this: Lazy) {
    return read(this[source])
  },
})
const absentOf = getter((from) => JSON.parse(valueIn(from, 'absent') as string))
const scalarGetter = (name: string, field: ScalarField): PropertyDescriptor => {
  const column = columnName(name)
  return getter((from) => fromSql(field, valueIn(from, column)))
}

/** One table as it is read: the fields its rows show, and the columns asked for so far. */
interface Shape {
  readonly table: string
  readonly prototype: object
  readonly asked: Set<string>
}
interface Layout extends Shape {
  readonly lists: readonly (readonly [name: string, shape: Shape])[]
}
const shapeOf = (table: string, getters: Record<string, PropertyDescriptor>): Shape => ({
  table,
  prototype: Object.create(null, { ...getters, absent: absentOf }),
  asked: new Set(),
})
const scalarGetters = (fields: Iterable<readonly [string, ScalarField]>): Record<string, PropertyDescriptor> =>
  Object.fromEntries([...fields].map(([n, f]) => [n, scalarGetter(n, f)]))

const layouts = new Map<LedgerName, Layout>()
function layoutOf(name: LedgerName): Layout {
  const known = layouts.get(name)
  if (known) return known
  const ledger = ledgerOf(name)
  const lists = listFields(ledger)
  const listGetters = lists.map(
    ([n]) => [n, getter(({ row, lists: l }) => l[n]?.().get(row.k as number) ?? [])] as const,
  )
  const own = scalarColumns(ledger).filter(([n]) => ledger.fields[n])
  const layout: Layout = {
    ...shapeOf(ledger.table, { ...scalarGetters(own), ...Object.fromEntries(listGetters) }),
    lists: lists.map(([n, { part }]) => [n, shapeOf(part.table, scalarGetters(Object.entries(part.fields)))]),
  }
  layouts.set(name, layout)
  return layout
}

/** The keys as a condition: a range where they lie close together, as most lists of most records are empty. */
function among(
  column: string,
  keys: readonly number[],
): { readonly sql: string; readonly values: readonly (number | string)[] } {
  const [low, high] = [Math.min(...keys), Math.max(...keys)]
  if (high - low < 2 * keys.length) return { sql: `${column} BETWEEN ? AND ?`, values: [low, high] }
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(keys)] }
}

function sheetOf(db: Db, { table, asked }: Shape, rows: readonly Row[]): Sheet {
  return {
    rows,
    fetch: (column) => {
      asked.add(column)
      const where = among(
        'k',
        rows.map((r) => r.k as number),
      )
      const found = statement(db, `SELECT k, ${column} FROM ${table} WHERE ${where.sql}`)
        .raw()
        .all(...where.values) as [number, Row[string]][]
      const values = new Map(found)
      for (const row of rows) row[column] = values.get(row.k as number) ?? null
    },
  }
}
const lazy = (shape: Shape, sheet: Sheet, row: Row, lists: Source['lists'] = {}): Lazy =>
  Object.assign(Object.create(shape.prototype) as object, { [source]: { row, sheet, lists } })

/** A list's parts for a page of records, read when the first record is asked for them. */
function partsOf(db: Db, shape: Shape, parents: readonly number[]): () => ReadonlyMap<number, readonly AnyPart[]> {
  let found: Map<number, AnyPart[]> | null = null
  return () => {
    if (found) return found
    found = new Map()
    const where = among('parent', parents)
    const columns = ['k', 'parent', ...shape.asked].join(', ')
    const sql = `SELECT ${columns} FROM ${shape.table} WHERE ${where.sql} ORDER BY parent, position`
    const sheet = sheetOf(db, shape, statement(db, sql).all(...where.values) as Row[])
    for (const row of sheet.rows) {
      const part = lazy(shape, sheet, row) as unknown as AnyPart
      const of = found.get(row.parent as number)
      if (of) of.push(part)
      else found.set(row.parent as number, [part])
    }
    return found
  }
}

const pageSize = 40

/**
 * Every record of a ledger in the order of its last change, a page in memory at a time. A record's fields are there to
 * be read by name, while its page is the present one; they cannot be listed. For readings of the office itself: nobody's
 * need-to-know is asked, so nothing of it may reach a window but what may leave the office.
 */
export function* recordsBySeq(db: Db, name: LedgerName): Generator<ReadRecord> {
  const layout = layoutOf(name)
  for (let after = 0; ; ) {
    const columns = ['k', 'id', 'seq', 'revision', ...layout.asked].join(', ')
    const sql = `SELECT ${columns} FROM ${layout.table} WHERE seq > ? ORDER BY seq LIMIT ${pageSize}`
    const sheet = sheetOf(db, layout, statement(db, sql).all(after) as Row[])
    const parents = sheet.rows.map((r) => r.k as number)
    const lists = Object.fromEntries(layout.lists.map(([n, shape]) => [n, partsOf(db, shape, parents)]))
    for (const row of sheet.rows) {
      const data = lazy(layout, sheet, row, lists) as unknown as AnyData
      yield { id: row.id as string, seq: row.seq as number, revision: row.revision as number, data }
    }
    if (sheet.rows.length < pageSize) return
    after = sheet.rows.at(-1)?.seq as number
  }
}
