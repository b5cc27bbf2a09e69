/** Makes one workbook. Text is a text cell whatever it begins with: Excel never takes it for a formula. */
import { parentPort, workerData } from 'node:worker_threads'
import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node'

/** Text, a number, a day, or an amount in yuan; null is a blank cell. */
export type CellOut = string | number | null | { readonly d: string } | { readonly yuan: number }
export interface SheetOut {
  readonly name: string
  readonly widths: readonly number[]
  readonly headerRows: number
  readonly rows: readonly string[]
}

/** Before this day Excel's calendar is one day off: such days go out as text. */
const firstDay = '1900-03-01'

function cell(value: CellOut): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') return { value, type: String, format: '@' }
  if (typeof value === 'number') return { value, type: Number }
  if ('yuan' in value) return { value: value.yuan, type: Number, format: '#,##0.00' }
  if (value.d < firstDay) return { value: value.d, type: String, format: '@' }
  return { value: new Date(`${value.d}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
}
const bold = (made: CellObject | null): CellObject | null =>
  made === null
    ? null
    : { ...made, fontWeight: 'bold', backgroundColor: '#f0f0f0', wrap: true, alignVertical: 'center' }

const sheets = (workerData as readonly SheetOut[]).map(({ name, widths, headerRows, rows }) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: headerRows,
  data: rows.map((text, i): Row => {
    const cells = (JSON.parse(text) as readonly CellOut[]).map(cell)
    return i < headerRows ? cells.map(bold) : cells
  }),
}))
parentPort?.postMessage(new Uint8Array(await writeWorkbook(sheets).toBuffer()))
