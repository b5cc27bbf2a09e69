/** Lists of the office on paper: a title, tables with ruled rows, a line of signatures. */
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { PaperDefinition } from './pdfmake.ts'
import { plainOf, sheet, smallSize, textOf, type Words } from './sheet.ts'

export interface ListColumn<R> {
  readonly title: string
  /** Points, or `*` for what is left. */
  readonly width: number | '*'
  /** What the office entered is marked as {@link entered}; the empty string leaves room to write by hand. */
  readonly value: (row: R) => Words
  readonly alignment?: 'center'
}

export interface ListStyle {
  /** In points. */
  readonly fontSize?: number
  /** Least height of a row, in points: rows that are written on by hand. */
  readonly height?: number
  /** Stands over the head, on every page: a part's name that cannot stay behind at the foot of a page. */
  readonly heading?: string
  /** Rows that stay on one page with the head. */
  readonly together?: number
}

const cellSize = 10.5
const ruled = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

/** The name of a part has no rule above it. */
const underHeading = { ...ruled, hLineWidth: (i: number) => (i === 0 ? 0 : ruled.hLineWidth()) }

function listCell<R>({ value, alignment }: ListColumn<R>, row: R): TableCell {
  const words = value(row)
  return { text: plainOf(words) === '' ? ' ' : textOf(words), ...(alignment ? { alignment } : {}) }
}

const underlined: [boolean, boolean, boolean, boolean] = [false, false, false, true]
const headingRow = (text: string, colSpan: number): TableCell[] => [
  { text, bold: true, fontSize: 13, colSpan, border: underlined },
  ...Array.from({ length: colSpan - 1 }, () => ({})),
]

/** A ruled table; its head stands on every page. An empty one says so in words. */
export function listTable<R>(
  columns: readonly ListColumn<R>[],
  rows: readonly R[],
  empty: string,
  { fontSize = cellSize, height = 0, heading, together = heading === undefined ? 0 : 1 }: ListStyle = {},
): Content {
  if (rows.length === 0) return { text: empty, fontSize: smallSize, margin: [0, 2, 0, 6] }
  const head: TableCell[] = columns.map((c) => ({ text: c.title, bold: true, alignment: 'center' }))
  const body: TableCell[][] = rows.map((row) => columns.map((c) => listCell(c, row)))
  return {
    table: {
      headerRows: heading === undefined ? 1 : 2,
      dontBreakRows: true,
      keepWithHeaderRows: Math.min(together, rows.length),
      widths: columns.map((c) => c.width),
      heights: height,
      body: [...(heading === undefined ? [] : [headingRow(heading, columns.length)]), head, ...body],
    },
    layout: heading === undefined ? ruled : underHeading,
    fontSize,
    margin: [0, 2, 0, 8],
  }
}

/** Room for a name and a day by hand, side by side. */
export const signatureLines = (labels: readonly string[]): Content => ({
  columns: labels.map((label) => ({
    stack: [{ text: `${label}：＿＿＿＿＿＿`, margin: [0, 0, 0, 14] }, { text: '　　　　年　　月　　日' }],
    fontSize: smallSize,
  })),
  columnGap: 12,
  unbreakable: true,
  margin: [0, 24, 0, 0],
})

export const note = (text: string): Content => ({ text, fontSize: smallSize, margin: [0, 2, 0, 4] })
export const part = (text: string): Content => ({
  text,
  bold: true,
  fontSize: 13,
  margin: [0, 8, 0, 2],
  headlineLevel: 1,
})

export interface ListSheet {
  readonly title: string
  /** Under the title: whose list it is, of when. */
  readonly subtitle: string
  /** The paper's date, YYYY-MM-DD. */
  readonly on: string
  readonly sample: boolean
  readonly content: readonly Content[]
}
export const listSheet = ({ title, subtitle, on, sample, content }: ListSheet): PaperDefinition =>
  sheet({
    title,
    on,
    headRight: subtitle,
    mark: sample ? '演示样张　不得入卷' : null,
    content: [
      { text: title, font: 'title', fontSize: 20, bold: true, alignment: 'center' },
      { text: subtitle, fontSize: smallSize, alignment: 'center', margin: [0, 4, 0, 8] },
      ...content,
    ],
  })
