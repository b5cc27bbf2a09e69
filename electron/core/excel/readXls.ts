/** Old .xls files, and what web systems and WPS call so (HTML, XML), read by SheetJS. */
import * as XLSX from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { ImportRemark } from '../../../shared/contract/sheets.ts'
import { mostSheetRows } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import { type SheetCell, type SheetRow, serialCell } from '../../../shared/rules/sheetCell.ts'
import type { RawBook, RawSheet } from './book.ts'

// Without its tables it takes Chinese of the nineties for Latin.
XLSX.set_cptable(codepages)

const errorWords: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function cellOf(cell: XLSX.CellObject | undefined, epoch1904: boolean): SheetCell {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null
  switch (cell.t) {
    case 'n': {
      const isDay = typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z)
      return isDay ? (serialCell(Number(cell.v), epoch1904) ?? { e: '#' }) : Number(cell.v)
    }
    case 'b':
      return cell.v === true
    case 'e':
      return { e: errorWords[Number(cell.v)] ?? '#' }
    case 'd':
      return cell.v instanceof Date ? { d: cell.v.toISOString().slice(0, 10) } : null
    default:
      return String(cell.v)
  }
}

function rowsOf(sheet: XLSX.WorkSheet, epoch1904: boolean): SheetRow[] {
  const dense = (sheet['!data'] ?? []) as (XLSX.CellObject | undefined)[][]
  if (dense.length > mostSheetRows) throw new AppError('sheet-rows', { most: mostSheetRows })
  return Array.from(dense, (row): SheetRow => Array.from(row ?? [], (cell) => cellOf(cell, epoch1904)))
}

const isLocked = (e: unknown): boolean => e instanceof Error && /password|encrypt/i.test(e.message)

function parse(data: Uint8Array | string): XLSX.WorkBook {
  const options = { cellNF: true, cellDates: false, dense: true, codepage: 936, sheetRows: mostSheetRows + 1 } as const
  try {
    return typeof data === 'string'
      ? // As text: a number of eighteen digits in a web table is a text there.
        XLSX.read(data, { ...options, type: 'string', raw: true })
      : XLSX.read(data, { ...options, type: 'array' })
  } catch (e) {
    if (e instanceof AppError) throw e
    throw new AppError(isLocked(e) ? 'sheet-locked' : 'sheet-cut', {}, { cause: e })
  }
}

/** Bytes of a workbook, or the text of a web table. Throws `sheet-locked`, `sheet-cut`, `sheet-rows`. */
export function readOld(data: Uint8Array | string): RawBook {
  const book = parse(data)
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.map((name, i): RawSheet => {
    const sheet = book.Sheets[name] ?? {}
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    return { name, hidden, rows: rowsOf(sheet, epoch1904), merges }
  })
  const remarks: readonly ImportRemark[] = [
    ...(typeof data === 'string' ? ([{ code: 'webTable', params: {} }] as const) : []),
    ...('vbaraw' in book && book.vbaraw ? ([{ code: 'macrosNotRun', params: {} }] as const) : []),
  ]
  return { format: 'xls', encoding: null, epoch1904, sheets, remarks }
}
