import type { Db } from '../../electron/core/register/open.ts'
import type { Circle, Ledger } from '../../shared/ledgers/describe.ts'
import { listFields } from '../../shared/ledgers/describe.ts'

export interface SchemaView {
  readonly tables: readonly {
    readonly name: string
    readonly columns: readonly string[]
    /** Tables its foreign keys lead to. */
    readonly leadsTo: readonly string[]
  }[]
  /** Triggers and views. */
  readonly programs: readonly { readonly name: string; readonly sql: string }[]
}

export function schemaOf(db: Db): SchemaView {
  const entries = db.prepare('SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL').all() as {
    readonly type: string
    readonly name: string
    readonly sql: string
  }[]
  const list = (sql: string, table: string) => db.prepare(sql).pluck().all(table) as string[]
  return {
    tables: entries
      .filter((e) => e.type === 'table')
      .map(({ name }) => ({
        name,
        columns: list('SELECT name FROM pragma_table_xinfo(?)', name),
        leadsTo: list('SELECT "table" FROM pragma_foreign_key_list(?)', name),
      })),
    programs: entries.filter((e) => e.type === 'trigger' || e.type === 'view'),
  }
}

/** The circle of every table that holds records, here and as the recipient holds them. */
export function tableCircles(ledgers: readonly Ledger[]): ReadonlyMap<string, Circle> {
  return new Map(
    ledgers.flatMap((ledger) => {
      const parts = listFields(ledger).map(([, { part }]) => part.table)
      const tables = [ledger.table, `city_${ledger.table}`, `search_${ledger.table}`, ...parts]
      return tables.map((table) => [table, ledger.circle] as const)
    }),
  )
}

/** A column that would say who somebody is in every table: a person of their own, or a digest of a number or name. */
const personColumn = /(^|_)(person|people|resident|citizen|individual|human|villager)_?(id|k|key|ref|uuid|no|record)s?$/
const digestColumn = /(id_number|identity|id_card|name|phone)_(hash|digest|hmac|fingerprint)$/
/** A table of persons or of households as such. */
const personTable = /^(city_)?(persons?|people|residents?|citizens?|population|households?|families|family)$/

/** What makes circles meet in a schema; none where all is well. */
export function schemaFaults(schema: SchemaView, circles: ReadonlyMap<string, Circle>): readonly string[] {
  const meeting = (tables: readonly string[]): boolean => new Set(tables.flatMap((t) => circles.get(t) ?? [])).size > 1
  /** `dispute_k`, `visit_household_id`: a column that names a row of that table. */
  const named = (column: string) =>
    [...circles.keys()].filter((table) => new RegExp(`^(${table})_(k|id|record|ref)$`).test(column))
  const ofTables = schema.tables.flatMap(({ name, columns, leadsTo }) => [
    ...(personTable.test(name) ? [`table ${name} holds persons or households as such`] : []),
    ...columns
      .filter((c) => personColumn.test(c) || digestColumn.test(c))
      .map((c) => `column ${name}.${c} says who somebody is`),
    ...(meeting([name, ...leadsTo, ...columns.flatMap(named)]) ? [`table ${name} joins circles`] : []),
  ])
  const ofPrograms = schema.programs.flatMap(({ name, sql }) => {
    const words = new Set(sql.match(/\w+/g))
    return meeting([...circles.keys()].filter((table) => words.has(table))) ? [`${name} joins circles`] : []
  })
  return [...ofTables, ...ofPrograms]
}
