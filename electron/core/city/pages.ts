import type { SetAsideView } from '../../../shared/contract/handover.ts'
import type { Row } from '../../../shared/contract/records.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AnyValue, Book } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Db } from '../register/open.ts'
import type { ListColumn, ListSource } from '../register/query.ts'
import { fromSql } from '../register/records.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { type MergedTable, mergedTable } from './mergedTable.ts'

/** Newest first: the ledger's own order where its field travels, else its first date. */
function orderOf(t: MergedTable): ListSource['order'] {
  const own = ledgerOf(t.ledger).order
  if (t.columns.some((c) => c.name === own.field)) return own
  const day = t.columns.find((c) => c.field?.kind === 'date' && c.field.index)
  return day ? { field: day.name, direction: 'desc' } : { field: 'unitName', direction: 'asc' }
}

function shownRow(t: MergedTable, raw: Parameters<ListSource['row']>[0]): Row {
  const values = t.columns.map((c): [string, AnyValue] => {
    const value = raw[c.name] ?? null
    return [c.name, c.field ? fromSql(c.field, value) : value]
  })
  const { k, revision, unit_name, mark, note } = raw
  return {
    id: String(k),
    revision: Number(revision),
    unitName: unit_name ?? '',
    decisionMark: mark ?? 'none',
    decisionNote: note ?? null,
    ...Object.fromEntries(values),
  } as Row
}

const sources = new Map<LedgerName, ListSource>()
/** A merged list: the rows of all units, with the recipient's own word joined to the rows of the page. */
export function mergedSource(name: LedgerName): ListSource {
  const known = sources.get(name)
  if (known) return known
  const t = mergedTable(name)
  const indexed = (column: string) => ({ index: `${t.table}_${column}` })
  const own = t.columns.map((c): [string, ListColumn] => [
    c.name,
    {
      ...{ sql: c.sql, sortSql: c.sql, field: c.field, ...(c.field?.index ? indexed(c.sql) : {}) },
      isCoarse: c.field !== null && c.field.travel !== 'exact',
    },
  ])
  const made: ListSource = {
    table: t.table,
    columns: new Map([
      ['unitName', { sql: 'unit_name', sortSql: 'unit_name', field: null, ...indexed('unit_name') }],
      ...own,
    ]),
    predicate: 'true',
    parameters: [],
    order: orderOf(t),
    select: [
      'r.k',
      'r.revision',
      'r.unit_name',
      'd.mark',
      'd.note',
      ...t.columns.map((c) => `r.${c.sql} AS "${c.name}"`),
    ].join(', '),
    join: `LEFT JOIN city_decision d ON d.station = r.station AND d.ledger = '${name}' AND d.handed_id = r.handed_id`,
    row: (raw) => shownRow(t, raw),
  }
  sources.set(name, made)
  return made
}

/** Cells of the T0 counts of every unit. */
export function countCells(db: Db, book: Book) {
  const rows = statement(
    db,
    `SELECT u.name AS unitName, c.ledger, c.period, c.measure, c.category, c.amount FROM city_count c JOIN unit u ON u.station = c.station
     ORDER BY u.code, u.name, c.ledger, c.period, c.measure, c.category`,
  ).all() as {
    unitName: string
    ledger: LedgerName
    period: string
    measure: string
    category: string
    amount: number
  }[]
  return rows.filter((r) => ledgerOf(r.ledger).book === book)
}

const shownAtMost = 2000
/** What waits, newest first: rows, whole files (no ledger), and what another life of a station said. */
export function setAsideList(db: Db, book: Book): readonly SetAsideView[] {
  const one = (table: string, ledger: string, order: number) =>
    `SELECT a.k * 3 + ${order} AS id, u.name AS unitName, a.no, ${ledger} AS ledger, a.reason, a.at FROM ${table} a
     JOIN unit u ON u.station = a.station WHERE a.book = $book`
  const sql = [one('set_aside', 'a.ledger', 0), one('set_aside_file', "''", 1), one('city_other_life', 'a.ledger', 2)]
  return statement(db, `${sql.join(' UNION ALL ')} ORDER BY at DESC, id LIMIT ${shownAtMost}`).all({
    book,
  }) as SetAsideView[]
}

export interface Decision {
  readonly ledger: LedgerName
  readonly rowId: number
  readonly mark: 'none' | 'checked' | 'query'
  readonly note: string
}
/** The recipient's own word on a row, known by the record and not by the row (H11). Throws `not-found`. */
export function decide(tx: Tx, { ledger, rowId, mark, note }: Decision): void {
  const t = mergedTable(ledger)
  const row = statement(tx.db, `SELECT station, handed_id FROM ${t.table} WHERE k = ?`).get(rowId) as
    | { station: string; handed_id: string }
    | undefined
  if (!row) throw new AppError('not-found')
  statement(
    tx.db,
    `INSERT INTO city_decision (station, ledger, handed_id, mark, note, "by", at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET mark = excluded.mark, note = excluded.note, "by" = excluded."by", at = excluded.at`,
  ).run(row.station, ledger, row.handed_id, mark, note, tx.by, tx.at)
  tx.event('city.decided', { station: row.station, handed: row.handed_id, mark, note }, { book: t.book, ledger })
}
