/** Imports as the register keeps them: what was read, what it is taken to mean, what became of it. */
import { v7 as uuid } from 'uuid'
import type {
  ImportConstant,
  ImportCounts,
  ImportRemark,
  ImportState,
  MatchedBy,
} from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import type { SheetRow } from '../../../shared/rules/sheetCell.ts'
import { breathe } from '../longWork.ts'
import type { Db } from '../register/open.ts'
import { shortly } from '../register/scratch.ts'
import { statement } from '../register/statements.ts'
import type { BookFacts } from './book.ts'

/** What the clerk said of the file; the rest is found. */
export interface Choices {
  readonly sheet: number | null
  readonly header: { readonly first: number; readonly last: number } | null
  /** Path by column; null for a column not to be read. */
  readonly columns: Readonly<Record<number, string | null>>
  /** Text by path; empty to take away what the title says. */
  readonly constants: Readonly<Record<string, string>>
}
export const noChoices: Choices = { sheet: null, header: null, columns: {}, constants: {} }

export interface ReadColumn {
  readonly header: string
  readonly examples: readonly string[]
  readonly path: string | null
  readonly by: MatchedBy | null
  readonly role: 'field' | 'ordinal' | 'record'
}
/** What the chosen sheet is taken to say. Rows as Excel numbers them. */
export interface Reading {
  readonly choices: Choices
  readonly sheet: number
  readonly header: { readonly first: number; readonly last: number } | null
  readonly columns: readonly ReadColumn[]
  readonly constants: readonly ImportConstant[]
  readonly lacking: readonly string[]
  readonly remarks: readonly ImportRemark[]
  /** The year of dates written without one, where the sheet says it. */
  readonly year: string | null
}

export interface Batch {
  readonly k: number
  readonly id: string
  readonly ledger: LedgerName
  readonly fileName: string
  readonly fileHash: Uint8Array
  readonly at: string
  readonly by: string
  readonly state: ImportState
  readonly book: BookFacts
  readonly reading: Reading | null
}
type StoredBatch = Omit<Batch, 'book' | 'reading'> & { readonly book: string; readonly reading: string }

const columns = 'k, id, ledger, file_name AS fileName, file_hash AS fileHash, at, "by", state, book, reading'
const batchFrom = (row: StoredBatch): Batch => ({
  ...row,
  book: JSON.parse(row.book) as BookFacts,
  reading: JSON.parse(row.reading) as Reading | null,
})

/** Throws `not-found`. */
export function batchOf(db: Db, ledger: LedgerName, id: string): Batch {
  const row = statement(db, `SELECT ${columns} FROM import_batch WHERE ledger = ? AND id = ?`).get(ledger, id)
  if (row === undefined) throw new AppError('not-found')
  return batchFrom(row as StoredBatch)
}

export interface NewBatch {
  readonly ledger: LedgerName
  readonly fileName: string
  readonly fileHash: Uint8Array
  readonly at: string
  readonly by: string
}
/** A batch whose file is being read: it has no book yet, and is in no list. */
export function beginBatch(db: Db, b: NewBatch): number {
  const sql = `INSERT INTO import_batch (id, ledger, file_name, file_hash, at, "by", state, book, reading) VALUES (?, ?, ?, ?, ?, ?, 'staged', '', 'null')`
  return shortly(db, () =>
    Number(statement(db, sql).run(uuid(), b.ledger, b.fileName, b.fileHash, b.at, b.by).lastInsertRowid),
  )
}
export function stageRows(db: Db, batch: number, sheet: number, first: number, rows: readonly string[]): void {
  const insert = statement(db, 'INSERT INTO import_sheet_row (batch, sheet, row, cells) VALUES (?, ?, ?, ?)')
  // Rows as Excel numbers them.
  shortly(db, () => {
    for (const [i, cells] of rows.entries()) insert.run(batch, sheet, first + i + 1, cells)
  })
}
export function keepBook(db: Db, batch: number, book: BookFacts): string {
  return shortly(db, () => {
    statement(db, 'UPDATE import_batch SET book = ? WHERE k = ?').run(JSON.stringify(book), batch)
    return String(statement(db, 'SELECT id FROM import_batch WHERE k = ?').pluck().get(batch))
  })
}
export const keepReading = (db: Db, batch: number, reading: Reading | null): void =>
  shortly(
    db,
    () => void statement(db, 'UPDATE import_batch SET reading = ? WHERE k = ?').run(JSON.stringify(reading), batch),
  )

/** The sheet's rows from one of Excel's numbers on, as many as asked for. */
export function sheetRows(db: Db, batch: number, sheet: number, first: number, most: number): readonly SheetRow[] {
  const sql = 'SELECT cells FROM import_sheet_row WHERE batch = ? AND sheet = ? AND row >= ? ORDER BY row LIMIT ?'
  const rows = statement(db, sql).pluck().all(batch, sheet, first, most) as string[]
  return rows.map((cells) => JSON.parse(cells) as SheetRow)
}

/** Takes the records out that an earlier look at the sheet made. */
export async function forgetRecords(db: Db, batch: number): Promise<void> {
  const some = statement(db, 'DELETE FROM import_row WHERE k IN (SELECT k FROM import_row WHERE batch = ? LIMIT 5000)')
  while (shortly(db, () => some.run(batch).changes) > 0) await breathe()
}
const someSheetRows = `DELETE FROM import_sheet_row WHERE batch = ? AND (sheet, row) IN
  (SELECT sheet, row FROM import_sheet_row WHERE batch = ? LIMIT 5000)`

/** Forgets a batch with everything that was read, in pieces. */
export async function forgetBatch(db: Db, batch: number): Promise<void> {
  await forgetRecords(db, batch)
  const some = statement(db, someSheetRows)
  while (shortly(db, () => some.run(batch, batch).changes) > 0) await breathe()
  shortly(db, () => statement(db, 'DELETE FROM import_batch WHERE k = ?').run(batch))
}

/** Scratch is forgotten after 30 days: files that were looked at and never saved, and rows of saved ones that were not. */
export function forgetOldImports(db: Db, before: string, yesterday: string): void {
  statement(db, "DELETE FROM import_batch WHERE at < ? AND state = 'staged'").run(before)
  // Cut off while their file was read.
  statement(db, "DELETE FROM import_batch WHERE at < ? AND book = ''").run(yesterday)
  const ended = "SELECT k FROM import_batch WHERE at < ? AND state IN ('saved', 'undone')"
  statement(db, `DELETE FROM import_sheet_row WHERE batch IN (${ended})`).run(before)
  statement(db, `DELETE FROM import_row WHERE batch IN (${ended}) AND record_id IS NULL`).run(before)
}

export function countsOf(db: Db, batch: number): ImportCounts {
  const rows = statement(
    db,
    'SELECT state, count(*) AS n, sum(warned) AS warned FROM import_row WHERE batch = ? GROUP BY state',
  ).all(batch) as { readonly state: string; readonly n: number; readonly warned: number }[]
  const of = (state: string) => rows.find((r) => r.state === state)
  const n = (state: string) => of(state)?.n ?? 0
  return {
    records: rows.reduce((sum, r) => sum + r.n, 0),
    good: n('good'),
    bad: n('bad'),
    equal: n('equal'),
    saved: n('saved'),
    left: n('left'),
    warned: of('good')?.warned ?? 0,
  }
}

/** What the batch is taken to say. Throws `import-outdated` where looking at it was given up in the middle. */
export function readingOf(batch: Batch): Reading {
  if (batch.reading === null) throw new AppError('import-outdated')
  return batch.reading
}

/** Throws `import-begun` once anything of the batch was saved. */
export function refuseBegun(batch: Batch): void {
  if (batch.state !== 'staged') throw new AppError('import-begun')
}

export const listBatches = (db: Db, ledger: LedgerName): readonly Batch[] =>
  (
    statement(db, `SELECT ${columns} FROM import_batch WHERE ledger = ? AND book <> '' ORDER BY k DESC LIMIT 200`).all(
      ledger,
    ) as StoredBatch[]
  ).map(batchFrom)

export interface EarlierImport {
  readonly at: string
  readonly by: string
  readonly saved: number
}
/** Other imports of the same bytes into this ledger, of which records are still in. */
export const earlierImports = (db: Db, batch: Batch): readonly EarlierImport[] =>
  statement(
    db,
    `SELECT b.at, coalesce(u.name, '') AS "by", count(*) AS saved
     FROM import_batch b JOIN import_row r ON r.batch = b.k AND r.state = 'saved' LEFT JOIN user u ON u.id = b."by"
     WHERE b.ledger = ? AND b.file_hash = ? AND b.k <> ? GROUP BY b.k ORDER BY b.k DESC LIMIT 20`,
  ).all(batch.ledger, batch.fileHash, batch.k) as EarlierImport[]

/** A meaning of columns that somebody chose for this header before. */
export function rememberedMeaning(db: Db, ledger: LedgerName, header: string): Readonly<Record<number, string | null>> {
  const found = statement(db, 'SELECT meaning FROM import_meaning WHERE ledger = ? AND header = ?')
    .pluck()
    .get(ledger, header)
  return typeof found === 'string' ? (JSON.parse(found) as Record<number, string | null>) : {}
}
export function rememberMeaning(
  db: Db,
  ledger: LedgerName,
  header: string,
  meaning: Readonly<Record<number, string | null>>,
  at: string,
): void {
  const sql = 'INSERT OR REPLACE INTO import_meaning (ledger, header, meaning, at) VALUES (?, ?, ?, ?)'
  shortly(db, () => statement(db, sql).run(ledger, header, JSON.stringify(meaning), at))
}
