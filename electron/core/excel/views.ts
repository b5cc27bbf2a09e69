/** Imports as a window shows them. */
import type {
  ImportBatchRow,
  ImportPage,
  ImportRow,
  ImportRowState,
  ImportView,
} from '../../../shared/contract/sheets.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { cellText, columnLetter, lineText, type SheetRow } from '../../../shared/rules/sheetCell.ts'
import { targetOf } from '../../../shared/rules/sheetColumns.ts'
import type { SheetProblem } from '../../../shared/rules/sheetRecords.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import { type Batch, countsOf, earlierImports, listBatches, type Reading, readingOf, sheetRows } from './batches.ts'
import { sheetOf } from './words.ts'

const nameOf = (db: Db, user: string): string => {
  const name = statement(db, 'SELECT name FROM user WHERE id = ?').pluck().get(user)
  return typeof name === 'string' ? name : ''
}

export function viewOf(db: Db, batch: Batch): ImportView {
  const { book } = batch
  const reading = readingOf(batch)
  return {
    batch: batch.id,
    state: batch.state,
    fileName: batch.fileName,
    format: book.format,
    encoding: book.encoding,
    at: batch.at,
    by: nameOf(db, batch.by),
    sheets: book.sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })),
    sheet: reading.sheet,
    header: reading.header,
    columns: reading.columns.map((c, column) => ({ column, letter: columnLetter(column), ...c })),
    targets: sheetOf(batch.ledger).columns.map(targetOf),
    constants: reading.constants,
    lacking: reading.lacking,
    remarks: reading.remarks,
    counts: countsOf(db, batch.k),
    earlier: earlierImports(db, batch),
  }
}

export interface StoredRow {
  readonly position: number
  readonly first_row: number
  readonly last_row: number
  readonly state: ImportRowState
  readonly title: string
  readonly problems: string | null
  readonly equals: string | null
  readonly record_id: string | null
}
export const problemsIn = (row: Pick<StoredRow, 'problems'>): readonly SheetProblem[] =>
  row.problems === null ? [] : (JSON.parse(row.problems) as readonly SheetProblem[])

type StoredEqual = { readonly recordId?: string; readonly row?: number; readonly at?: string; readonly by?: string }
function equalsIn(row: StoredRow): ImportRow['equals'] {
  if (row.equals === null) return null
  const { recordId, row: earlier, at, by } = JSON.parse(row.equals) as StoredEqual
  if (recordId === undefined) return { row: earlier ?? 0 }
  return { recordId, importedAt: at ?? null, importedBy: by ?? null }
}

function cellsOf(reading: Reading, row: SheetRow | undefined): Record<string, string> {
  const cells = reading.columns.flatMap((c, i) =>
    c.path === null ? [] : [[c.path, lineText(cellText(row?.[i] ?? null))]],
  )
  const constants = reading.constants.map((c) => [c.path, c.text])
  return Object.fromEntries([...constants, ...cells]) as Record<string, string>
}

export interface RowQuery {
  readonly only: ImportRowState | 'warned' | null
  readonly offset: number
  readonly limit: number
}
function conditionOf(only: RowQuery['only']): { readonly sql: string; readonly values: readonly string[] } {
  if (only === null) return { sql: 'batch = ?', values: [] }
  if (only === 'warned') return { sql: "batch = ? AND state = 'good' AND warned = 1", values: [] }
  return { sql: 'batch = ? AND state = ?', values: [only] }
}

export function importPage(db: Db, batch: Batch, { only, offset, limit }: RowQuery): ImportPage {
  const reading = readingOf(batch)
  const { sql, values } = conditionOf(only)
  const total = Number(
    statement(db, `SELECT count(*) FROM import_row WHERE ${sql}`)
      .pluck()
      .get(batch.k, ...values),
  )
  const rows = statement(
    db,
    `SELECT position, first_row, last_row, state, title, problems, equals, record_id FROM import_row WHERE ${sql}
     ORDER BY position LIMIT ? OFFSET ?`,
  ).all(batch.k, ...values, limit, offset) as StoredRow[]
  return {
    total,
    rows: rows.map((row): ImportRow => {
      const [first] = sheetRows(db, batch.k, reading.sheet, row.first_row, 1)
      return {
        position: row.position,
        rows: { first: row.first_row, last: row.last_row },
        state: row.state,
        title: row.title,
        cells: cellsOf(reading, first),
        problems: problemsIn(row),
        recordId: row.record_id,
        equals: equalsIn(row),
      }
    }),
  }
}

export const importList = (db: Db, ledger: LedgerName): readonly ImportBatchRow[] =>
  listBatches(db, ledger).map((b) => {
    const { records, saved } = countsOf(db, b.k)
    return { batch: b.id, fileName: b.fileName, at: b.at, by: nameOf(db, b.by), state: b.state, records, saved }
  })
