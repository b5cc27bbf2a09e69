/** Pure changes of a grid's rows; each is one step of undo. */
import type { AbsentReason, AnyPart, ScalarField } from '../../shared/ledgers/describe.ts'
import type { Block } from './block.ts'
import { type CellWords, readCell, readReason, shownCell } from './cellText.ts'
import type { Cell, Range } from './places.ts'
import { unreadOf, withUnread } from './unread.ts'

export type Rows = readonly AnyPart[]

export interface Column {
  readonly name: string
  readonly field: ScalarField
  /** May be answered with 暂缺 or 拒绝提供. */
  readonly mayBeAbsent: boolean
  /** Stays as it is. */
  readonly fixed: boolean
}

/** What the rows are, and how they are read; the same for as long as the grid is open. */
export interface Sheet {
  readonly columns: readonly Column[]
  /** A row nothing was typed into yet. */
  readonly fresh: AnyPart
  readonly maxRows: number
  /** Nothing can be written. */
  readonly frozen: boolean
  readonly words: CellWords
  /** What follows from a change: a sex out of an ID number, a copied person no longer meant. */
  readonly settle: (next: AnyPart, before: AnyPart, field: string) => AnyPart
}

function without(reasons: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  const { [name]: _gone, ...rest } = reasons
  return rest
}

const reasonsOf = (row: AnyPart) => row.absent as Readonly<Record<string, AbsentReason>>

function typedInto(row: AnyPart, { name, field, mayBeAbsent }: Column, typed: string, words: CellWords): AnyPart {
  const reason = mayBeAbsent ? readReason(typed, words) : null
  const reading = reason === null ? readCell(field, typed, words) : ({ kind: 'absent', reason } as const)
  const absent = without(reasonsOf(row), name)
  switch (reading.kind) {
    case 'value':
      return withUnread({ ...row, [name]: reading.value, absent }, name, null)
    case 'absent':
      return withUnread({ ...row, [name]: null, absent: { ...absent, [name]: reading.reason } }, name, null)
    case 'unread':
      return withUnread({ ...row, [name]: null, absent }, name, typed)
  }
}

/** A row after text was typed into one cell; a fixed cell, and one that already shows this text, stay as they are. */
function withTyped(sheet: Sheet, row: AnyPart, column: Column, typed: string): AnyPart {
  if (column.fixed || typed === shownCell(column.name, column.field, row, sheet.words)) return row
  return sheet.settle(typedInto(row, column, typed, sheet.words), row, column.name)
}

/** A row that holds no more than a fresh one. */
export const isBlankRow = (sheet: Sheet, row: AnyPart): boolean =>
  row.unread === undefined &&
  Object.keys(reasonsOf(row)).length === 0 &&
  sheet.columns.every(({ name }) => {
    const value = row[name] ?? null
    return value === null || value === (sheet.fresh[name] ?? null) || (Array.isArray(value) && value.length === 0)
  })

/** Blank rows at the end are none. */
export function trimmed(sheet: Sheet, rows: Rows): Rows {
  const last = rows.findLastIndex((row) => !isBlankRow(sheet, row))
  return last === rows.length - 1 ? rows : rows.slice(0, last + 1)
}

export interface Written {
  readonly rows: Rows
  /** The cells written. */
  readonly range: Range
  /** Columns and rows of the block that found no place. */
  readonly columnsLeft: number
  readonly rowsLeft: number
}

/** In a new row a blank cell leaves what is usual there: who signs in is present. */
const withCell = (sheet: Sheet, row: AnyPart, column: Column, text: string, isNew: boolean): AnyPart =>
  isNew && text.trim() === '' ? row : withTyped(sheet, row, column, text)

/** Writes a block from a cell on; rows that are not there yet are added. */
export function withBlock(sheet: Sheet, rows: Rows, from: Cell, block: Block): Written {
  const wide = Math.max(1, ...block.map((cells) => cells.length))
  const width = Math.min(wide, sheet.columns.length - from.column)
  const height = Math.min(block.length, sheet.maxRows - from.row)
  const next = [...rows]
  while (next.length < from.row) next.push(sheet.fresh)
  for (let r = 0; r < height; r++) {
    const cells = block[r] ?? []
    const old = rows[from.row + r]
    next[from.row + r] = sheet.columns
      .slice(from.column, from.column + Math.min(width, cells.length))
      .reduce((made, column, c) => withCell(sheet, made, column, cells[c] ?? '', old === undefined), old ?? sheet.fresh)
  }
  return {
    rows: trimmed(sheet, next),
    range: { top: from.row, left: from.column, bottom: from.row + height - 1, right: from.column + width - 1 },
    columnsLeft: wide - width,
    rowsLeft: block.length - height,
  }
}

/** The block again and again, where a range of whole blocks was chosen for it; one cell fills any range. */
export function tiled(block: Block, range: Range): Block {
  const tall = range.bottom - range.top + 1
  const wide = range.right - range.left + 1
  const width = block[0]?.length ?? 0
  const even = block.length > 0 && width > 0 && block.every((cells) => cells.length === width)
  if (!even || tall % block.length !== 0 || wide % width !== 0) return block
  return Array.from({ length: tall }, (_, r) =>
    Array.from({ length: wide }, (__, c) => block[r % block.length]?.[c % width] ?? ''),
  )
}

/** A range as its cells show it; of a row that is not there, blanks. */
export const blockOf = (sheet: Sheet, rows: Rows, { top, bottom, left, right }: Range): Block =>
  Array.from({ length: bottom - top + 1 }, (_, r) =>
    sheet.columns.slice(left, right + 1).map(({ name, field }) => {
      const row = rows[top + r]
      return row === undefined ? '' : shownCell(name, field, row, sheet.words)
    }),
  )

const blanks = ({ top, bottom, left, right }: Range): Block =>
  Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => ''))

export const cleared = (sheet: Sheet, rows: Rows, range: Range): Rows => {
  const there = { ...range, bottom: Math.min(range.bottom, rows.length - 1) }
  return there.bottom < there.top
    ? rows
    : withBlock(sheet, rows, { row: there.top, column: there.left }, blanks(there)).rows
}

/** The same value, taken over without being read again: what one cell holds another of its column holds. */
function copied(sheet: Sheet, from: AnyPart, into: AnyPart, column: Column): AnyPart {
  if (column.fixed) return into
  const { name } = column
  const reason = reasonsOf(from)[name]
  const absent = without(reasonsOf(into), name)
  const next = {
    ...into,
    [name]: from[name] ?? null,
    absent: reason === undefined ? absent : { ...absent, [name]: reason },
  }
  return sheet.settle(withUnread(next, name, unreadOf(from)[name] ?? null), into, name)
}

/** Fills the range with its first row; of one row, with the row above it. */
export function filledDown(sheet: Sheet, rows: Rows, range: Range): Rows {
  const source = range.top === range.bottom ? range.top - 1 : range.top
  const from = rows[source]
  if (from === undefined) return rows
  const columns = sheet.columns.slice(range.left, range.right + 1)
  const next = [...rows]
  for (let r = source + 1; r <= range.bottom && r < sheet.maxRows; r++)
    next[r] = columns.reduce((made, column) => copied(sheet, from, made, column), next[r] ?? sheet.fresh)
  return trimmed(sheet, next)
}

/** Blank rows before `row`; none beyond the most there may be. */
export function withRowsBefore(sheet: Sheet, rows: Rows, row: number, count: number): Rows {
  const room = Math.max(0, Math.min(count, sheet.maxRows - rows.length))
  return row > rows.length ? rows : rows.toSpliced(row, 0, ...Array.from({ length: room }, () => sheet.fresh))
}

export const withoutRows = (rows: Rows, { top, bottom }: Pick<Range, 'top' | 'bottom'>): Rows =>
  rows.toSpliced(top, bottom - top + 1)
