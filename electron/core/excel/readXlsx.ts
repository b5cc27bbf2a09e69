/** An .xlsx or .xlsm file, read by read-excel-file out of what was unpacked and counted; by SheetJS where that cannot. */
import readWorkbook from 'read-excel-file/node'
import type { ImportRemark } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import type { SheetCell, SheetRow } from '../../../shared/rules/sheetCell.ts'
import type { RawBook, RawSheet } from './book.ts'
import { type CellError, type XlsxParts, xlsxParts } from './xlsxParts.ts'
import { zipOf } from './zip.ts'

const minute = 60_000

/** Dates come as instants of UTC; fractions of a second are what floating point made of a minute. */
function dateCell(date: Date, epoch1904: boolean): SheetCell {
  if (Number.isNaN(date.getTime())) return { e: '#' }
  const at = new Date(Math.round(date.getTime() / minute) * minute)
  const [day = '', time = ''] = [at.toISOString().slice(0, 10), at.toISOString().slice(11, 16)]
  // Day 0 is a time alone.
  if (day < '1900-01-01' || (epoch1904 && day === '1904-01-01'))
    return day >= '1899-12-30' ? { d: `T${time}` } : { e: '#' }
  if (!epoch1904 && day < '1900-03-01') {
    const next = new Date(at.getTime() + 86_400_000)
    // 29 February 1900, which never was.
    if (day === '1900-02-28') return { e: '#' }
    return { d: next.toISOString().slice(0, 10) }
  }
  return { d: time === '00:00' ? day : `${day}T${time}` }
}

function cellOf(value: unknown, epoch1904: boolean): SheetCell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return dateCell(value, epoch1904)
  if (typeof value === 'number') return Number.isFinite(value) ? value : { e: '#NUM!' }
  return typeof value === 'boolean' ? value : String(value)
}

function withErrors(rows: SheetRow[], errors: readonly CellError[]): void {
  for (const { row, column, text } of errors) {
    const cells = [...(rows[row] ?? [])]
    while (cells.length < column) cells.push(null)
    cells[column] = { e: text }
    while (rows.length < row) rows.push([])
    rows[row] = cells
  }
}

async function byLibrary({ parts, sheets, epoch1904 }: XlsxParts): Promise<readonly RawSheet[]> {
  const read = await readWorkbook(zipOf(parts), { trim: false })
  return read.map(({ sheet, data }, i): RawSheet => {
    const { name, hidden, merges, errors } = sheets[i] ?? { name: sheet, hidden: false, merges: [], errors: [] }
    // Row by row in the place of what the library answered: a large sheet is held once.
    const rows = data as unknown[][]
    for (const row of rows) for (const [c, value] of row.entries()) row[c] = cellOf(value, epoch1904)
    withErrors(rows as SheetRow[], errors)
    return { name, hidden, rows: rows as SheetRow[], merges }
  })
}

/** Beyond this the second reader would take more memory than an office's machine has. */
const mostForSecond = 80 * 1024 * 1024

/** Throws `sheet-cut`, `sheet-hostile`, `sheet-locked`, `sheet-kind`. */
export async function readXlsx(bytes: Uint8Array): Promise<RawBook> {
  const parts = xlsxParts(bytes)
  const macros: readonly ImportRemark[] = parts.macros ? [{ code: 'macrosNotRun', params: {} }] : []
  try {
    const sheets = await byLibrary(parts)
    return { format: 'xlsx', encoding: null, epoch1904: parts.epoch1904, sheets, remarks: macros }
  } catch (e) {
    const size = [...parts.parts.values()].reduce((sum, p) => sum + p.unpacked, 0)
    if (size > mostForSecond) throw new AppError('sheet-cut', {}, { cause: e })
    const { readOld } = await import('./readXls.ts')
    const second = readOld(zipOf(parts.parts))
    return { ...second, format: 'xlsx', remarks: [...macros, { code: 'secondReader', params: {} }] }
  }
}
