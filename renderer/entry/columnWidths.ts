import type { ScalarField } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { fieldLabel } from '../text.ts'
import type { Column } from './sheet.ts'

export interface Layout {
  readonly labels: readonly string[]
  /** Columns as CSS tracks, the row number before them. */
  readonly tracks: string
  /** The column that stays in sight beside the row numbers: who or what a row is about. */
  readonly pinned: number
  /** Pixels of the row numbers, and with the pinned column. */
  readonly edge: number
  readonly pinnedEdge: number
  /** Pixels that all columns need at least. */
  readonly total: number
  /** Height of a row and of the head, in pixels. */
  readonly rowHeight: number
}

const byKind: Readonly<Partial<Record<ScalarField['kind'], number>>> = {
  name: 96,
  phone: 124,
  idNumber: 176,
  creditCode: 176,
  date: 104,
  time: 70,
  integer: 76,
  money: 104,
  decimal: 96,
  flag: 60,
  code: 92,
  codes: 150,
  paragraph: 210,
}

const ofText = (max: number): number => (max <= 20 ? 80 : max <= 40 ? 104 : max <= 60 ? 124 : 170)
const widthOf = (field: ScalarField): number => byKind[field.kind] ?? ('max' in field ? ofText(field.max ?? 60) : 100)

/** What takes the room that is left over: words, not numbers. */
const grows = (field: ScalarField): boolean => field.kind === 'paragraph' || (field.kind === 'text' && field.max > 40)

const rowNumber = 44

/** A label is never cut: 14 pixels a character, and room for the sides. */
export function columnWidths(
  ledger: LedgerName,
  list: string | undefined,
  columns: readonly Column[],
  large: boolean,
): Layout {
  const scale = large ? 16 / 14 : 1
  const labels = columns.map(({ name }) => fieldLabel(ledger, list === undefined ? name : `${list}.${name}`))
  const labelWidth = (label: string) => [...label].reduce((sum, c) => sum + (c > '\u2e00' ? 14 : 8), 20)
  const widths = columns.map(({ field }, i) =>
    Math.round(Math.max(widthOf(field), labelWidth(labels[i] ?? '')) * scale),
  )
  const anyGrows = columns.some(({ field }) => grows(field))
  const tracks = columns.map(({ field }, i) => {
    const width = widths[i] ?? 0
    return anyGrows && !grows(field) ? `${width}px` : `minmax(${width}px, ${width}fr)`
  })
  const first = Math.round(rowNumber * scale)
  const title = list === undefined ? ledgerOf(ledger).title : ''
  const pinned = Math.max(
    0,
    columns.findIndex(({ name }) => name === title),
  )
  return {
    labels,
    pinned,
    edge: first,
    pinnedEdge: first + (widths[pinned] ?? 0),
    tracks: [`${first}px`, ...tracks].join(' '),
    total: widths.reduce((sum, w) => sum + w, first),
    rowHeight: large ? 36 : 30,
  }
}
