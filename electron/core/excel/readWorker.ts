/** Reads one file of somebody else's, in a thread that may be ended, with memory of its own; tells it row by row. */
import { parentPort, workerData } from 'node:worker_threads'
import { mostSheetColumns, mostSheetRows } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import { isBlankCell, type SheetRow } from '../../../shared/rules/sheetCell.ts'
import type { BookFacts, RawSheet, ReadMessage, ReadOrder, SheetFacts } from './book.ts'
import { readBook } from './readBook.ts'
import { spread } from './spread.ts'

const { bytes, encoding } = workerData as ReadOrder
const tell = (message: ReadMessage): void => parentPort?.postMessage(message)

/** Rows of one message: the other side stages them in one short transaction. */
const rowsAtOnce = 1000
const isBlankRow = (row: SheetRow): boolean => row.every(isBlankCell)

/** Rows down to the last that holds anything; columns up to the limit. */
function trimmed(sheet: RawSheet): { readonly rows: readonly SheetRow[]; readonly beyond: number } {
  let last = sheet.rows.length
  while (last > 0 && isBlankRow(sheet.rows[last - 1] ?? [])) last -= 1
  if (last > mostSheetRows) throw new AppError('sheet-rows', { most: mostSheetRows })
  let beyond = 0
  const rows = sheet.rows.slice(0, last).map((row) => {
    beyond = Math.max(beyond, row.findLastIndex((c) => !isBlankCell(c)) + 1 - mostSheetColumns)
    return row.length > mostSheetColumns ? row.slice(0, mostSheetColumns) : row
  })
  return { rows, beyond }
}

function tellSheet(raw: RawSheet, index: number): SheetFacts {
  const { rows, beyond } = trimmed(raw)
  const merges = spread(rows as SheetRow[], raw.merges)
  for (let first = 0; first < rows.length; first += rowsAtOnce)
    tell({
      type: 'rows',
      sheet: index,
      first,
      rows: rows.slice(first, first + rowsAtOnce).map((r) => JSON.stringify(r)),
    })
  return { name: raw.name, hidden: raw.hidden, rows: rows.length, columnsBeyond: beyond, merges }
}

try {
  const { sheets, ...book } = await readBook(bytes, encoding)
  const facts = sheets.map(tellSheet)
  if (facts.every((s) => s.rows === 0)) throw new AppError('sheet-empty')
  tell({ type: 'book', book: { ...book, sheets: facts } satisfies BookFacts })
} catch (e) {
  // Whatever a reader stumbles over is a file that is not sound.
  const { code, details, cause } = e instanceof AppError ? e : new AppError('sheet-cut', {}, { cause: e })
  tell({ type: 'refused', code, details, cause: String(cause ?? '') })
}
