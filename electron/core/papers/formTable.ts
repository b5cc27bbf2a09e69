/** The ruled tables of 登记表 and 审批表: labels, and beside each what was entered. */
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { bodySize, entered, mm, textOf, type Words } from './sheet.ts'

export interface FormField {
  readonly label: string
  /** Null leaves room to write by hand. */
  readonly value: Words | null
  /** Least height of its row in points. */
  readonly height?: number
}

const labelWidth = mm(26)
const padding = 5
const lines = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => padding,
  paddingBottom: () => padding,
}
const rowHeight = mm(8)

const labelCell = (label: string): TableCell => ({ text: label, bold: true, alignment: 'center' })
const valueCell = (value: Words | null): TableCell => ({
  text: textOf(typeof value === 'string' ? entered(value === '' ? ' ' : value) : (value ?? ' ')),
})

/** The last value of a row with fewer fields takes what is left of the width. */
function rowCells(fields: readonly FormField[], columns: number): TableCell[] {
  const cells = fields.flatMap(({ label, value }) => [labelCell(label), valueCell(value)])
  const free = columns - cells.length
  const last = cells.at(-1)
  if (free === 0 || last === undefined) return cells
  return [...cells.slice(0, -1), { ...(last as object), colSpan: free + 1 } as TableCell, ...Array(free).fill({})]
}

/** Rows of fields side by side; a long value goes on over the page. A plain string is taken as entered. */
export function formTable(rows: readonly (readonly FormField[])[]): Content {
  const columns = 2 * Math.max(...rows.map((r) => r.length))
  return {
    table: {
      widths: Array.from({ length: columns }, (_, i) => (i % 2 === 0 ? labelWidth : '*')),
      heights: (i: number) => Math.max(rowHeight, ...(rows[i] ?? []).map((f) => f.height ?? 0)),
      body: rows.map((fields) => rowCells(fields, columns)),
    },
    layout: lines,
    fontSize: bodySize - 1,
  }
}
