import { AppError } from '../../../shared/errors.ts'
import { type Book, columnName, isList, type ScalarField } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { cityColumns, cityTable } from '../register/schema.ts'

/** A column of the city layout. */
export interface MergedColumn {
  readonly name: string
  readonly sql: string
  /** Null for what a list travels as: its length or some of its values. */
  readonly field: ScalarField | null
  readonly kind: ScalarField['kind'] | 'values' | 'count'
}
/** A recipient's table of one ledger: the rows of every unit. */
export interface MergedTable {
  readonly ledger: LedgerName
  readonly book: Book
  readonly table: string
  readonly columns: readonly MergedColumn[]
}

const known = new Map<LedgerName, MergedTable>()
/** Throws `not-found` for a list of the office itself, which no unit hands over. */
export function mergedTable(name: LedgerName): MergedTable {
  const found = known.get(name)
  if (found) return found
  const ledger = ledgerOf(name)
  if (ledger.ofOffice === true) throw new AppError('not-found')
  const columns = cityColumns(ledger).map(([n, kind]): MergedColumn => {
    const field = ledger.fields[n] ?? ledger.derived[n]?.field
    return { name: n, sql: columnName(n), kind, field: field === undefined || isList(field) ? null : field }
  })
  const made = { ledger: name, book: ledger.book, table: cityTable(ledger).table, columns }
  known.set(name, made)
  return made
}

/** A column's value out of a staged entry `e`; SQLite gives flags as 0 and 1 and lists as JSON text, as the table holds them. */
export const stagedValue = (c: MergedColumn): string => `e.data ->> '$.${c.name}'`

/** True where row `c` of the table says the same as staged entry `e`. */
export const sameData = (t: MergedTable): string =>
  t.columns.map((c) => `c.${c.sql} IS (${stagedValue(c)})`).join(' AND ')

/** A held row `c` as the data of an entry. */
export const rowAsData = (t: MergedTable): string => `json_object(${t.columns.map((c) => `'${c.name}', c.${c.sql}`)})`
