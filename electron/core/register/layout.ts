import {
  type AnyData,
  type AnyPart,
  type AnyValue,
  columnName,
  type Ledger,
  listFields,
  type ScalarField,
  scalarColumns,
} from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { pinyinKey } from './pinyin.ts'
import { hasPinyinKey } from './schema.ts'
import { fromSql, type Sql, toSql } from './sqlValue.ts'

export { fromSql, type Sql, toSql } from './sqlValue.ts'

/** A field and its column. */
export interface Placed {
  readonly name: string
  readonly field: ScalarField
  readonly column: string
}
export interface PartLayout {
  /** The list's field in the record. */
  readonly name: string
  readonly fields: readonly Placed[]
  readonly insert: string
  readonly select: string
  readonly clear: string
}
/** How a ledger's records lie in their tables: columns and statements, worked out once, since a save asks for each. */
export interface Layout {
  readonly ledger: Ledger
  /** Described scalars: what a record is read from. */
  readonly read: readonly Placed[]
  /** Values of `insert` and `update` after the head's, in order. */
  readonly values: (data: AnyData) => readonly Sql[]
  readonly insert: string
  readonly update: string
  readonly byId: string
  readonly parts: readonly PartLayout[]
  readonly newText: string
  readonly changeText: string
}

const headColumns = ['revision', 'updated_at', 'updated_by', 'seq', 'stage', 'locked', 'absent'] as const
const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ')

function partLayouts(ledger: Ledger): readonly PartLayout[] {
  return listFields(ledger).map(([name, { part }]) => {
    const fields = Object.entries(part.fields).map(([n, field]) => ({ name: n, field, column: columnName(n) }))
    const columns = ['parent', 'position', 'absent', ...fields.map((f) => f.column)]
    return {
      name,
      fields,
      insert: `INSERT INTO ${part.table} (${columns}) VALUES (${marks(columns)})`,
      select: `SELECT * FROM ${part.table} WHERE parent = ? ORDER BY position`,
      clear: `DELETE FROM ${part.table} WHERE parent = ?`,
    }
  })
}

/** The written columns of a ledger, derived ones and pinyin keys included, and their values. */
function written(ledger: Ledger): { readonly columns: readonly string[]; readonly values: Layout['values'] } {
  const fields = scalarColumns(ledger).map(([name, field]) => ({
    name,
    field,
    from: ledger.derived[name]?.from,
    column: columnName(name),
    isKeyed: hasPinyinKey(field),
  }))
  return {
    columns: fields.flatMap((f) => (f.isKeyed ? [f.column, `${f.column}_key`] : [f.column])),
    values: (data) => {
      const values: Sql[] = []
      for (const { name, field, from, isKeyed } of fields) {
        const value = (from ? from(data as never) : (data[name] ?? null)) as AnyValue
        values.push(toSql(field, value))
        if (isKeyed) values.push(typeof value === 'string' ? pinyinKey(value) : null)
      }
      return values
    },
  }
}

function layOut(ledger: Ledger): Layout {
  const { table } = ledger
  const { columns, values } = written(ledger)
  const changed = [...headColumns, ...columns]
  const all = ['id', 'created_at', ...changed]
  return {
    ledger,
    read: scalarColumns(ledger)
      .filter(([n]) => ledger.fields[n])
      .map(([name, field]) => ({ name, field, column: columnName(name) })),
    values,
    insert: `INSERT INTO ${table} (${all}) VALUES (${marks(all)})`,
    update: `UPDATE ${table} SET ${changed.map((n) => `${n} = ?`)} WHERE k = ?`,
    byId: `SELECT * FROM ${table} WHERE id = ?`,
    parts: partLayouts(ledger),
    newText: `INSERT INTO search_${table} (rowid, text) VALUES (?, ?)`,
    changeText: `UPDATE search_${table} SET text = ? WHERE rowid = ?`,
  }
}

const layouts = new Map<LedgerName, Layout>()
export function layoutOf(name: LedgerName): Layout {
  const known = layouts.get(name)
  if (known) return known
  const made = layOut(ledgerOf(name))
  layouts.set(name, made)
  return made
}

/** A row's described values, by field. */
export function placedValues(fields: readonly Placed[], row: Readonly<Record<string, Sql>>): Record<string, AnyValue> {
  const values: Record<string, AnyValue> = {}
  for (const { name, field, column } of fields) values[name] = fromSql(field, row[column] ?? null)
  return values
}

export const partFrom = (layout: PartLayout, row: Readonly<Record<string, Sql>>): AnyPart => ({
  ...placedValues(layout.fields, row),
  absent: JSON.parse(row.absent as string),
})
