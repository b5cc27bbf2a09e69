/** The bad rows of an import as a workbook, each with what is wrong: mended there and imported again. */
import { cellText, type SheetCell } from '../../../shared/rules/sheetCell.ts'
import { problemColumn } from '../../../shared/rules/sheetSynonyms.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import { type Batch, readingOf, sheetRows } from './batches.ts'
import { problemsIn, type StoredRow } from './views.ts'
import { problemSentence, sheetOf } from './words.ts'
import { type CellOut, workbookBytes } from './writeSheet.ts'

const outOf = (cell: SheetCell): CellOut => {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) || !Number.isInteger(cell) ? cell : cellText(cell)
  if (cell !== null && typeof cell === 'object' && 'd' in cell && /^\d{4}-\d{2}-\d{2}$/.test(cell.d))
    return { d: cell.d }
  return cell === null ? null : cellText(cell)
}

const rowOfAddress = (cell: string | null): number | null => {
  const digits = cell === null ? null : /\d+$/.exec(cell)
  return digits === null ? null : Number(digits[0])
}

/** What is wrong in one row; what belongs to no row stands in the record's first. */
function sentences(row: StoredRow, at: number): string {
  const own = problemsIn(row).filter((p) => {
    const where = rowOfAddress(p.cell)
    const isInRecord = where !== null && where >= row.first_row && where <= row.last_row
    return isInRecord ? where === at : at === row.first_row
  })
  return own.map((p) => problemSentence(p.code, { label: p.label, ...p.params })).join('\n')
}

export interface ProblemsFile {
  readonly bytes: Uint8Array
  readonly records: number
}
export async function problemsFile(db: Db, batch: Batch, signal: AbortSignal): Promise<ProblemsFile> {
  const reading = readingOf(batch)
  const labels = new Map(sheetOf(batch.ledger).columns.map((c) => [c.path, c.label]))
  const constants = reading.constants.filter((c) => !reading.columns.some((r) => r.path === c.path))
  const header = [
    ...reading.columns.map((c) => c.header),
    ...constants.map((c) => labels.get(c.path) ?? ''),
    problemColumn,
  ]
  const bad = statement(
    db,
    "SELECT position, first_row, last_row, state, title, problems, equals, record_id FROM import_row WHERE batch = ? AND state = 'bad' ORDER BY position",
  ).all(batch.k) as StoredRow[]
  const rows: (readonly CellOut[])[] = [header]
  for (const row of bad) {
    const cells = sheetRows(db, batch.k, reading.sheet, row.first_row, row.last_row - row.first_row + 1)
    cells.forEach((own, i) => {
      const filled = header.slice(0, reading.columns.length).map((_, c) => outOf(own[c] ?? null))
      rows.push([...filled, ...constants.map((c) => c.text), sentences(row, row.first_row + i)])
    })
  }
  const name = zhCN.ledgers[batch.ledger].name
  const widths = header.map((_, i) => (i === header.length - 1 ? 60 : 16))
  return { bytes: await workbookBytes([{ name, widths, headerRows: 1, rows }], signal), records: bad.length }
}
