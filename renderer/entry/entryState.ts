/** The state of a grid and what commands make of it; the text box itself is the window's. */
import { type Block, parseBlock } from './block.ts'
import type { Command, Mode } from './gridKeys.ts'
import { afterMove, afterTab, at, type Extent, inside, kept, rangeFrom, rangeOf, type Selection } from './places.ts'
import {
  blockOf,
  cleared,
  filledDown,
  type Rows,
  type Sheet,
  tiled,
  withBlock,
  withoutRows,
  withRowsBefore,
} from './sheet.ts'
import { noSteps, type Steps, stepBack, stepForth, stepped } from './steps.ts'

export interface EntryState {
  readonly rows: Rows
  readonly selection: Selection
  readonly steps: Steps
  readonly mode: Mode
  /** The column from which Tab led to the right: Enter goes back to it, one row down. */
  readonly tabFrom: number | null
  /** Columns and rows of the last block pasted that found no place. */
  readonly left: { readonly columns: number; readonly rows: number } | null
  /** Esc was pressed: the next Tab leads out of the grid. */
  readonly leaving: boolean
}

export const firstEntry = (rows: Rows): EntryState => ({
  rows,
  selection: at(0, 0),
  steps: noSteps,
  mode: 'ready',
  tabFrom: null,
  left: null,
  leaving: false,
})

/** The rows there are and the first free one. */
export const extentOf = (sheet: Sheet, rows: Rows): Extent => ({
  rows: sheet.frozen ? Math.max(1, rows.length) : Math.min(rows.length + 1, sheet.maxRows),
  last: Math.max(0, rows.length - 1),
  columns: sheet.columns.length,
})

/** Other rows as one step; nothing changed is no step. */
function changed(state: EntryState, sheet: Sheet, rows: Rows, selection = state.selection): EntryState {
  if (sheet.frozen) return state
  const there = kept(selection, extentOf(sheet, rows))
  if (rows === state.rows || same(rows, state.rows)) return { ...state, selection: there }
  return { ...state, rows, selection: there, steps: stepped(state.steps, state), left: null }
}
const same = (a: Rows, b: Rows): boolean => a.length === b.length && a.every((row, i) => row === b[i])

/** The rows became others from outside (a roster ticked, the form a step back): that is a step here, too. */
export function followedRows(state: EntryState, sheet: Sheet, rows: Rows): EntryState {
  return { ...changed(state, { ...sheet, frozen: false }, rows), left: null }
}

/** The text that was typed is in its cell. */
export function typedIn(state: EntryState, sheet: Sheet, text: string): EntryState {
  const ready: EntryState = { ...state, mode: 'ready' }
  return changed(ready, sheet, withBlock(sheet, state.rows, state.selection.anchor, [[text]]).rows)
}

/** A block from the clipboard; it stays marked, as in Excel. */
export function pasted(state: EntryState, sheet: Sheet, text: string): EntryState {
  if (sheet.frozen || text === '') return state
  const range = rangeOf(state.selection)
  const from = { row: range.top, column: range.left }
  const written = withBlock(sheet, state.rows, from, tiled(parseBlock(text), range))
  const { columnsLeft: columns, rowsLeft: rows } = written
  const next = changed(state, sheet, written.rows, rangeFrom(written.range))
  return { ...next, left: columns > 0 || rows > 0 ? { columns, rows } : null }
}

export const selected = (state: EntryState, sheet: Sheet, selection: Selection): EntryState => ({
  ...state,
  selection: kept(selection, extentOf(sheet, state.rows)),
  tabFrom: null,
  leaving: false,
})

function afterEnter(state: EntryState, sheet: Sheet, back: boolean): EntryState {
  const { anchor } = state.selection
  const column = back ? anchor.column : (state.tabFrom ?? anchor.column)
  const to = inside({ row: anchor.row + (back ? -1 : 1), column }, extentOf(sheet, state.rows))
  return { ...state, selection: at(to.row, to.column), tabFrom: null }
}

function tabbed(state: EntryState, sheet: Sheet, by: 1 | -1): EntryState {
  const { anchor } = state.selection
  const to = afterTab(anchor, by, extentOf(sheet, state.rows))
  if (to === null) return state
  const tabFrom = to.row === anchor.row ? (state.tabFrom ?? anchor.column) : to.column
  return { ...state, selection: at(to.row, to.column), tabFrom: by === 1 ? tabFrom : null }
}

function stepTo(state: EntryState, sheet: Sheet, go: typeof stepBack): EntryState {
  const gone = sheet.frozen ? null : go(state.steps, state)
  if (gone === null) return state
  const [{ rows, selection }, steps] = gone
  return { ...state, rows, selection, steps, left: null }
}

/** What takes a value out of the row above. */
function filled(state: EntryState, sheet: Sheet, above: boolean): EntryState {
  const range = rangeOf(state.selection)
  const { anchor } = state.selection
  const one = { top: anchor.row, bottom: anchor.row, left: anchor.column, right: anchor.column }
  return changed(state, sheet, filledDown(sheet, state.rows, above ? one : range))
}

function rowsChanged(state: EntryState, sheet: Sheet, command: 'insertRow' | 'addRow' | 'removeRows'): EntryState {
  const { top, bottom } = rangeOf(state.selection)
  if (command === 'removeRows') return changed(state, sheet, withoutRows(state.rows, { top, bottom }), at(top, 0))
  const row = command === 'insertRow' ? top : bottom + 1
  const count = command === 'insertRow' ? bottom - top + 1 : 1
  const column = command === 'insertRow' ? state.selection.anchor.column : 0
  return changed(state, sheet, withRowsBefore(sheet, state.rows, row, count), at(row, column))
}

/** Commands that need neither the text box nor the problems. */
export function obeyed(state: EntryState, sheet: Sheet, command: Command): EntryState {
  const extent = extentOf(sheet, state.rows)
  switch (command.do) {
    case 'move':
      return selected(state, sheet, afterMove(state.selection, command.way, command.far, command.extend, extent))
    case 'enter':
      return afterEnter(state, sheet, command.back)
    case 'tab':
      return tabbed(state, sheet, command.back ? -1 : 1)
    case 'clear':
      return changed(state, sheet, cleared(sheet, state.rows, rangeOf(state.selection)))
    case 'fillDown':
    case 'fillAbove':
      return filled(state, sheet, command.do === 'fillAbove')
    case 'undo':
      return stepTo(state, sheet, stepBack)
    case 'redo':
      return stepTo(state, sheet, stepForth)
    case 'insertRow':
    case 'addRow':
    case 'removeRows':
      return rowsChanged(state, sheet, command.do)
    case 'today':
      return typedIn(state, sheet, sheet.words.today)
    case 'selectAll':
      return selected(state, sheet, rangeFrom({ top: 0, left: 0, bottom: extent.last, right: extent.columns - 1 }))
    case 'leave':
      return { ...state, leaving: true, selection: at(state.selection.anchor.row, state.selection.anchor.column) }
    default:
      return state
  }
}

/** What a copy takes: the range as shown. */
export const copiedBlock = ({ rows, selection }: EntryState, sheet: Sheet): Block =>
  blockOf(sheet, rows, rangeOf(selection))
