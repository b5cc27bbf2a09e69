/** Text with signs between its columns. Everything in it is text: what it means is found out later. */
import { parse } from 'csv-parse/sync'
import { mostSheetRows, type SheetEncoding } from '../../../shared/contract/sheets.ts'
import { AppError } from '../../../shared/errors.ts'
import type { SheetRow } from '../../../shared/rules/sheetCell.ts'
import type { RawBook } from './book.ts'
import { unguarded } from './csv.ts'
import { decode, detectEncoding } from './encoding.ts'

const delimiters = [',', '\t', ';', '，', '|'] as const

/** The sign that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .split('\n', 30)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const counts = delimiters.map((d) => head.split(d).length - 1)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Throws `sheet-kind` for bytes that are no text, `sheet-rows`, `sheet-cut`. */
export function readCsv(bytes: Uint8Array, wanted: SheetEncoding | null): RawBook {
  const encoding = wanted ?? detectEncoding(bytes)
  const text = decode(bytes, encoding)
  if (text.slice(0, 4000).includes('\u0000')) throw new AppError('sheet-kind')
  let records: string[][]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      to: mostSheetRows + 1,
    })
  } catch (e) {
    throw new AppError('sheet-cut', {}, { cause: e })
  }
  if (records.length > mostSheetRows) throw new AppError('sheet-rows', { most: mostSheetRows })
  const rows = records.map((r): SheetRow => r.map((s) => (s === '' ? null : unguarded(s))))
  return {
    format: 'csv',
    encoding,
    epoch1904: false,
    sheets: [{ name: '', hidden: false, rows, merges: [] }],
    remarks: [],
  }
}
