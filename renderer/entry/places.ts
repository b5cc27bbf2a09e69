/** Places in a grid: the cell typed into, the range around it, and where keys lead. */

export interface Cell {
  readonly row: number
  readonly column: number
}
/** `anchor` is the cell typed into; `head` the other corner of the range. */
export interface Selection {
  readonly anchor: Cell
  readonly head: Cell
}
export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
/** How many rows may be gone to (the first free one included), and how many columns there are. */
export interface Extent {
  readonly rows: number
  /** The last row that is there; 0 where none is. */
  readonly last: number
  readonly columns: number
}

export const at = (row: number, column: number): Selection => ({ anchor: { row, column }, head: { row, column } })

export function rangeOf({ anchor, head }: Selection): Range {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export const rangeFrom = ({ top, bottom, left, right }: Range): Selection => ({
  anchor: { row: top, column: left },
  head: { row: bottom, column: right },
})

export const isOneCell = ({ anchor, head }: Selection): boolean =>
  anchor.row === head.row && anchor.column === head.column

const within = (n: number, count: number): number => Math.max(0, Math.min(n, count - 1))

export const inside = ({ row, column }: Cell, { rows, columns }: Extent): Cell => ({
  row: within(row, rows),
  column: within(column, columns),
})

/** The selection after the grid became smaller. */
export const kept = ({ anchor, head }: Selection, extent: Extent): Selection => ({
  anchor: inside(anchor, extent),
  head: inside(head, extent),
})

export type Way = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'start' | 'end' | 'pageUp' | 'pageDown'

/** Rows that PageUp and PageDown go. */
const page = 15

function moved({ row, column }: Cell, way: Way, far: boolean, { rows, last, columns }: Extent): Cell {
  switch (way) {
    case 'up':
      return { row: far ? 0 : row - 1, column }
    case 'down':
      return { row: far ? (row < last ? last : rows - 1) : row + 1, column }
    case 'left':
      return { row, column: far ? 0 : column - 1 }
    case 'right':
      return { row, column: far ? columns - 1 : column + 1 }
    case 'rowStart':
      return { row, column: 0 }
    case 'rowEnd':
      return { row, column: columns - 1 }
    case 'start':
      return { row: 0, column: 0 }
    case 'end':
      return { row: last, column: columns - 1 }
    case 'pageUp':
      return { row: row - page, column }
    case 'pageDown':
      return { row: row + page, column }
  }
}

/** After an arrow or its like: the one cell gone to, or with `extend` the range grown or shrunk. */
export function afterMove(selection: Selection, way: Way, far: boolean, extend: boolean, extent: Extent): Selection {
  const from = extend ? selection.head : selection.anchor
  const to = inside(moved(from, way, far, extent), extent)
  return extend ? { anchor: selection.anchor, head: to } : { anchor: to, head: to }
}

/** The next cell to the right, from the end of a row the first of the next; null at the very ends. */
export function afterTab({ row, column }: Cell, by: 1 | -1, { rows, columns }: Extent): Cell | null {
  const next = row * columns + column + by
  return next < 0 || next >= rows * columns ? null : { row: Math.floor(next / columns), column: next % columns }
}
