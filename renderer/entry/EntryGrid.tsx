import './EntryGrid.css'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef } from 'react'
import type { AnyPart } from '../../shared/ledgers/describe.ts'
import { useCall } from '../api/client.ts'
import type { Marks } from '../ledger/FieldGroup.tsx'
import { cellEvent } from '../ledger/FormContext.ts'
import { columnWidths, type Layout } from './columnWidths.ts'
import { EntryBox } from './EntryBox.tsx'
import { EntryRows } from './EntryRows.tsx'
import { EntryFoot, EntryTools } from './EntryTools.tsx'
import { extentOf } from './entryState.ts'
import { at, type Cell } from './places.ts'
import type { Sheet } from './sheet.ts'
import { type Entry, useEntry } from './useEntry.ts'
import { type SheetProps, useSheet } from './useSheet.ts'

export interface EntryGridProps extends SheetProps {
  readonly rows: readonly AnyPart[]
  readonly onChange: (rows: readonly AnyPart[]) => void
  /** Sentences by path: `households.3.matterDueOn`, or `3.name` where the rows are records. */
  readonly problems?: Marks
  /** Rows in sight when there are fewer. */
  readonly minRows?: number
  /** Takes the height that is left on its page. */
  readonly fills?: boolean
  readonly label: string
}

/** Many rows typed as in Excel: parts of a record's list, or records of a ledger. */
export function EntryGrid(props: EntryGridProps) {
  const { ledger, list, rows, onChange, problems, minRows = 8, label } = props
  const sheet = useSheet(props)
  const large = useCall('setting.all', {}).data?.largeText ?? false
  const layout = useMemo(() => columnWidths(ledger, list, sheet.columns, large), [ledger, list, sheet, large])
  const marked = useMarked(sheet, list, problems)
  const entry = useEntry({ sheet, rows, onChange, problemAfter: marked.after })
  const frame = useRef<HTMLDivElement>(null)
  useGoTo(frame, sheet, list, entry)
  const extent = extentOf(sheet, rows)
  const shown = Math.max(extent.rows, minRows)
  return (
    <section
      className={`entry-grid${props.fills ? ' fills' : ''}`}
      aria-label={label}
      data-entry-grid={list ?? ledger}
      ref={frame}
    >
      {!sheet.frozen && <EntryTools entry={entry} />}
      <Scroller {...{ entry, sheet, layout, shown, label, marked: marked.at }} />
      <EntryFoot {...{ entry, sheet, layout }} mark={marked.at(entry.state.selection.anchor)} count={marked.count} />
    </section>
  )
}

interface ScrollerProps {
  readonly entry: Entry
  readonly sheet: Sheet
  readonly layout: Layout
  readonly shown: number
  readonly label: string
  readonly marked: (cell: Cell) => ReturnType<Marks['get']>
}
function Scroller({ entry, sheet, layout, shown, label, marked }: ScrollerProps) {
  const style: CSSProperties = { minWidth: layout.total }
  return (
    <div
      className="entry-scroll"
      style={{ scrollPaddingLeft: layout.pinnedEdge + 6, scrollPaddingTop: layout.rowHeight + 4 }}
    >
      <div className="entry-canvas" style={style}>
        <EntryRows {...{ entry, sheet, layout, shown, label, marked }} />
        <EntryBox {...{ entry, sheet, layout }} mark={marked(entry.state.selection.anchor)} />
      </div>
    </div>
  )
}

/** Problems by cell, and the way from one to the next. */
function useMarked(sheet: Sheet, list: string | undefined, problems: Marks | undefined) {
  return useMemo(() => {
    const start = list === undefined ? '' : `${list}.`
    const columns = new Map(sheet.columns.map(({ name }, i) => [name, i]))
    const cells = [...(problems ?? [])].flatMap(([path, mark]) => {
      const [row, name] = path.startsWith(start) ? path.slice(start.length).split('.') : []
      const column = columns.get(name ?? '')
      return column === undefined || mark.errors === '' ? [] : [{ row: Number(row), column }]
    })
    cells.sort((a, b) => a.row - b.row || a.column - b.column)
    return {
      count: cells.length,
      at: ({ row, column }: Cell) => problems?.get(`${start}${row}.${sheet.columns[column]?.name ?? ''}`),
      after: (cell: Cell, back: boolean): Cell | null => nextOf(cells, cell, back),
    }
  }, [sheet, list, problems])
}

/** Round and round: behind the last comes the first. */
function nextOf(cells: readonly Cell[], { row, column }: Cell, back: boolean): Cell | null {
  const isBehind = (c: Cell) => c.row > row || (c.row === row && c.column > column)
  const isBefore = (c: Cell) => c.row < row || (c.row === row && c.column < column)
  const found = back ? (cells.findLast(isBefore) ?? cells.at(-1)) : (cells.find(isBehind) ?? cells[0])
  return found ?? null
}

/** A problem chosen beside the form leads to its cell. */
function useGoTo(
  frame: { readonly current: HTMLDivElement | null },
  sheet: Sheet,
  list: string | undefined,
  { select, box }: Entry,
): void {
  const go = useCallback(
    (path: string) => {
      const [row, name] = (list === undefined ? path : path.slice(list.length + 1)).split('.')
      const column = sheet.columns.findIndex((c) => c.name === name)
      select(at(Number(row) || 0, Math.max(0, column)))
      box.current?.focus()
    },
    [sheet, list, select, box],
  )
  useEffect(() => {
    const holder = frame.current
    const heard = (event: Event) => event instanceof CustomEvent && go(String(event.detail))
    holder?.addEventListener(cellEvent, heard)
    return () => holder?.removeEventListener(cellEvent, heard)
  }, [frame, go])
}
