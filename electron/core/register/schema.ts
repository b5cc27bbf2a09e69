import {
  columnName,
  isList,
  type Ledger,
  listFields,
  type ScalarField,
  scalarColumns,
} from '../../../shared/ledgers/describe.ts'

/** Chinese sorts by a stored pinyin key, not by code point; numbers like 〔2026〕第3号 keep their own order. */
export const hasPinyinKey = (field: ScalarField): boolean =>
  field.index === true && (field.kind === 'name' || field.kind === 'text') && field.search !== 'number'

export const sqlType = (field: ScalarField): 'TEXT' | 'INTEGER' | 'REAL' => {
  switch (field.kind) {
    case 'integer':
    case 'money':
    case 'flag':
      return 'INTEGER'
    case 'decimal':
      return 'REAL'
    default:
      return 'TEXT'
  }
}

/** A column of a table that a description asks for. */
export interface Column {
  readonly name: string
  readonly declaration: string
}
const column = (name: string, declaration: string): Column => ({ name, declaration: `${name} ${declaration}` })

const rootColumns: readonly Column[] = [
  column('k', 'INTEGER PRIMARY KEY'),
  column('id', 'TEXT NOT NULL UNIQUE'),
  column('revision', 'INTEGER NOT NULL'),
  column('created_at', 'TEXT NOT NULL'),
  column('updated_at', 'TEXT NOT NULL'),
  column('updated_by', 'TEXT NOT NULL'),
  column('seq', 'INTEGER NOT NULL'),
  column('stage', 'TEXT NOT NULL'),
  column('locked', 'INTEGER NOT NULL'),
  column('absent', 'TEXT NOT NULL'),
]

function scalarColumnsOf(name: string, field: ScalarField): readonly Column[] {
  const own = column(columnName(name), sqlType(field))
  return hasPinyinKey(field) ? [own, column(`${columnName(name)}_key`, 'TEXT')] : [own]
}

export interface TableSchema {
  readonly table: string
  readonly columns: readonly Column[]
  /** Index name → its columns. */
  readonly indexes: Readonly<Record<string, readonly string[]>>
}

const createTable = ({ table, columns }: TableSchema): string =>
  `CREATE TABLE ${table} (\n${columns.map((c) => `  ${c.declaration}`).join(',\n')}\n) STRICT;`

/** Root and child tables of a ledger, as its description wants them. */
export function ledgerTables(ledger: Ledger): readonly TableSchema[] {
  // What a record refers to is also asked the other way round.
  const sorted = scalarColumns(ledger).filter(([, f]) => f.index || f.kind === 'reference')
  const indexes = sorted.map(([n, f]) => {
    const by = hasPinyinKey(f) ? `${columnName(n)}_key` : columnName(n)
    return [`${ledger.table}_${columnName(n)}`, [by, 'locked']] as const
  })
  const root: TableSchema = {
    table: ledger.table,
    columns: [...rootColumns, ...scalarColumns(ledger).flatMap(([n, f]) => scalarColumnsOf(n, f))],
    indexes: {
      [`${ledger.table}_seq`]: ['seq'],
      [`${ledger.table}_updated_at`]: ['updated_at', 'locked'],
      ...(ledger.stages.length > 1 && { [`${ledger.table}_stage`]: ['stage', 'locked'] }),
      ...Object.fromEntries(indexes),
    },
  }
  const children = listFields(ledger).map(
    ([, f]): TableSchema => ({
      table: f.part.table,
      columns: [
        column('k', 'INTEGER PRIMARY KEY'),
        column('parent', `INTEGER NOT NULL REFERENCES ${ledger.table} (k) ON DELETE CASCADE`),
        column('position', 'INTEGER NOT NULL'),
        column('absent', 'TEXT NOT NULL'),
        ...Object.entries(f.part.fields).flatMap(([n, x]) => [column(columnName(n), sqlType(x))]),
      ],
      indexes: {
        [`${f.part.table}_parent`]: ['parent', 'position'],
        ...Object.fromEntries(
          Object.entries(f.part.fields).flatMap(([n, x]) =>
            x.kind === 'reference' ? [[`${f.part.table}_${columnName(n)}`, [columnName(n)]]] : [],
          ),
        ),
      },
    }),
  )
  return [root, ...children]
}

/** The columns of the city layout: described and derived fields that travel at T1, in order. */
export function cityColumns(ledger: Ledger): readonly (readonly [string, ScalarField['kind'] | 'values' | 'count'])[] {
  const described = Object.entries(ledger.fields).flatMap(([n, f]) =>
    f.travel === undefined ? [] : [[n, isList(f) ? f.travel.as : f.kind] as const],
  ) as [string, ScalarField['kind'] | 'values' | 'count'][]
  const derived = Object.entries(ledger.derived).flatMap(([n, d]) =>
    d.field.travel ? [[n, d.field.kind] as const] : [],
  )
  return [...described, ...derived]
}

function indexedAtCity(ledger: Ledger, name: string): boolean {
  const field = ledger.fields[name] ?? ledger.derived[name]?.field
  return field !== undefined && !isList(field) && field.index === true
}

/** A recipient's table for one ledger at T1. */
export function cityTable(ledger: Ledger): TableSchema {
  const typeOf = (n: string, kind: string) => {
    const field = ledger.fields[n] ?? ledger.derived[n]?.field
    if (kind === 'count') return 'INTEGER'
    if (kind === 'values' || field === undefined || isList(field)) return 'TEXT'
    return field.travel === 'band' || field.travel === 'month' ? 'TEXT' : sqlType(field)
  }
  const table = `city_${ledger.table}`
  const own = cityColumns(ledger)
  return {
    table,
    columns: [
      column('k', 'INTEGER PRIMARY KEY'),
      column('station', 'TEXT NOT NULL'),
      column('handed_id', 'TEXT NOT NULL'),
      column('epoch', 'TEXT NOT NULL'),
      column('seq', 'INTEGER NOT NULL'),
      column('revision', 'INTEGER NOT NULL'),
      column('level', 'TEXT NOT NULL'),
      column('unit_name', 'TEXT NOT NULL'),
      ...own.map(([n, kind]) => column(columnName(n), typeOf(n, kind))),
    ],
    indexes: {
      [`${table}_id`]: ['station', 'handed_id'],
      [`${table}_unit_name`]: ['unit_name'],
      ...Object.fromEntries(
        own.filter(([n]) => indexedAtCity(ledger, n)).map(([n]) => [`${table}_${columnName(n)}`, [columnName(n)]]),
      ),
    },
  }
}

/** Every table of a ledger: the office's, and a recipient's where it travels. */
export const tablesOf = (ledger: Ledger): readonly TableSchema[] => [
  ...ledgerTables(ledger),
  ...(ledger.ofOffice === true ? [] : [cityTable(ledger)]),
]

/** SQL text of a ledger's migration: written into `migrations/` once, then frozen there. */
export function migrationSql(ledger: Ledger): string {
  const tables = tablesOf(ledger)
  const search = `CREATE VIRTUAL TABLE search_${ledger.table} USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');`
  const indexSql = (t: TableSchema) =>
    Object.entries(t.indexes).map(
      ([n, cols]) =>
        `CREATE ${n.endsWith('_id') && n.startsWith('city_') ? 'UNIQUE ' : ''}INDEX ${n} ON ${t.table} (${cols.join(', ')});`,
    )
  return [...tables.flatMap((t) => [createTable(t), ...indexSql(t)]), search, ''].join('\n')
}
