/** The ruled tables of 登记表 and 审批表: labels, and beside each what was entered. */
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { bodySize, entered, mm, plainOf, smallSize, textOf, type Words } from './sheet.ts'

export interface FormField {
  readonly label: string
  /** Null leaves room to write by hand. */
  readonly value: Words | null
  /** Least height of its row in points, in a table without long values. */
  readonly height?: number
  /** Who signs below the value, on a line at its right, with so many points free above to sign in. */
  readonly signed?: { readonly words: string; readonly room: number }
}

const labelWidth = mm(26)
const lines = (padding: number) => ({
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => padding,
  paddingBottom: () => padding,
})
const roomy = { padding: 5, rowHeight: mm(8), fontSize: bodySize - 1, lineHeight: 1 } as const
/** For a form with so many rows that it would not stay on one page. */
const dense = { padding: 3, rowHeight: mm(6), fontSize: smallSize, lineHeight: 1 } as const
/** Lines far enough apart to write on. */
const byHand = { padding: 4, rowHeight: mm(9), fontSize: smallSize, lineHeight: 1.4 } as const
const densities = { roomy, dense, byHand } as const

const labelCell = (label: string): TableCell => ({ text: label, bold: true, alignment: 'center' })
function valueCell({ value, signed }: FormField): TableCell {
  const text = textOf(typeof value === 'string' ? entered(value === '' ? ' ' : value) : (value ?? ' '))
  if (signed === undefined) return { text }
  return { stack: [{ text }, { text: signed.words, alignment: 'right', margin: [0, signed.room, 0, 0] }] }
}

/** The last value of a row with fewer fields takes what is left of the width. */
function rowCells(fields: readonly FormField[], columns: number): TableCell[] {
  const cells = fields.flatMap((field) => [labelCell(field.label), valueCell(field)])
  const free = columns - cells.length
  const last = cells.at(-1)
  if (free === 0 || last === undefined) return cells
  return [...cells.slice(0, -1), { ...(last as object), colSpan: free + 1 } as TableCell, ...Array(free).fill({})]
}

/** Lower than a page whatever its width: such a row moves on whole. */
const isLow = (fields: readonly FormField[]): boolean =>
  fields.every(({ value }) => {
    const text = value === null ? '' : plainOf(value)
    return [...text].length <= 200 && text.split('\n').length <= 12
  })

/**
 * Rows of fields side by side; a long value goes on over the page. A plain string is taken as entered. pdfmake counts a
 * least height from the page on which a row began, so that only rows that move on whole have one.
 */
export function formTable(rows: readonly (readonly FormField[])[], density: keyof typeof densities = 'roomy'): Content {
  const { padding, rowHeight, fontSize, lineHeight } = densities[density]
  const moveWhole = rows.every(isLow)
  const columns = 2 * Math.max(...rows.map((r) => r.length))
  return {
    table: {
      widths: Array.from({ length: columns }, (_, i) => (i % 2 === 0 ? labelWidth : '*')),
      dontBreakRows: moveWhole,
      heights: (i: number) => (moveWhole ? Math.max(rowHeight, ...(rows[i] ?? []).map((f) => f.height ?? 0)) : 'auto'),
      body: rows.map((fields) => rowCells(fields, columns)),
    },
    layout: lines(padding),
    fontSize,
    ...(lineHeight === 1 ? {} : { lineHeight }),
  }
}
