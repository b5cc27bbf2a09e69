// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out by hand, and a table laid out so loses its own roles
import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Mark } from '../ledger/FieldGroup.tsx'
import { t } from '../text.ts'
import { shownCell } from './cellText.ts'
import type { Layout } from './columnWidths.ts'
import { extentOf } from './entryState.ts'
import { at, type Cell, type Range, rangeOf, type Selection } from './places.ts'
import type { Sheet } from './sheet.ts'
import { unreadOf } from './unread.ts'
import type { Entry } from './useEntry.ts'

const cellId = (label: string, { row, column }: Cell): string => `entry-${label}-${row}-${column}`

interface Props {
  readonly entry: Entry
  readonly sheet: Sheet
  readonly layout: Layout
  readonly shown: number
  readonly label: string
  readonly marked: (cell: Cell) => Mark | undefined
}

/** Rows drawn beyond those in sight, and by how many the window moves. */
const spare = 8

/** The rows in sight of thousands, as a table that screen readers can count. */
export function EntryRows({ entry, sheet, layout, shown, label, marked }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const [first, last] = useWindow(grid, layout.rowHeight, shown)
  const mouse = useMouse(entry, sheet)
  const range = rangeOf(entry.state.selection)
  const style: CSSProperties = { height: layout.rowHeight * (shown + 1) }
  const numbers = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  return (
    <div
      role="grid"
      tabIndex={-1}
      ref={grid}
      className="entry-table"
      style={style}
      aria-label={label}
      aria-rowcount={shown + 1}
      aria-colcount={sheet.columns.length + 1}
      aria-multiselectable
      aria-readonly={sheet.frozen}
      {...mouse}
    >
      <Head {...{ layout, sheet, range }} />
      {numbers.map((row) => (
        <OneRow key={row} {...{ entry, sheet, layout, label, marked, row, range }} />
      ))}
    </div>
  )
}

/** The first row drawn and the one behind the last. */
function useWindow(
  grid: { readonly current: HTMLDivElement | null },
  height: number,
  count: number,
): readonly [number, number] {
  const [seen, setSeen] = useState({ first: 0, visible: 20 })
  useEffect(() => {
    const scroller = grid.current?.closest('.entry-scroll')
    if (!scroller) return
    const look = () => {
      const first = Math.floor(scroller.scrollTop / height / spare) * spare
      const visible = Math.ceil(scroller.clientHeight / height)
      setSeen((s) => (s.first === first && s.visible === visible ? s : { first, visible }))
    }
    look()
    const sized = new ResizeObserver(look)
    sized.observe(scroller)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      sized.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [grid, height])
  return [Math.max(0, seen.first - spare), Math.min(count, seen.first + seen.visible + 2 * spare)]
}

function Head({ layout, sheet, range }: Pick<Props, 'layout' | 'sheet'> & { readonly range: Range }) {
  const style: CSSProperties = { gridTemplateColumns: layout.tracks, height: layout.rowHeight }
  return (
    <div role="row" aria-rowindex={1} className="entry-row entry-head" style={style} tabIndex={-1}>
      <div role="columnheader" aria-label={t.entryGrid.rowNo} className="entry-no" tabIndex={-1} />
      {sheet.columns.map(({ name, field }, i) => (
        <div
          key={name}
          role="columnheader"
          tabIndex={-1}
          className={`${i >= range.left && i <= range.right ? 'within' : ''}${i === layout.pinned ? ' pinned' : ''}`}
          style={i === layout.pinned ? { left: layout.edge } : undefined}
          data-column={i}
        >
          {layout.labels[i]}
          {field.needed && !sheet.frozen && <span className="entry-needed">*</span>}
        </div>
      ))}
    </div>
  )
}

type RowProps = Omit<Props, 'shown'> & { readonly row: number; readonly range: Range }
function OneRow({ entry, sheet, layout, label, marked, row, range }: RowProps) {
  const style: CSSProperties = {
    gridTemplateColumns: layout.tracks,
    height: layout.rowHeight,
    top: layout.rowHeight * (row + 1),
  }
  const isIn = row >= range.top && row <= range.bottom
  const isThere = row < entry.state.rows.length
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={`entry-row${isThere ? '' : ' free'}`}
      style={style}
      tabIndex={-1}
    >
      <div role="rowheader" tabIndex={-1} data-row={row} className={`entry-no${isIn ? ' within' : ''}`}>
        {row + 1}
      </div>
      {sheet.columns.map(({ name }, column) => (
        <OneCell
          key={name}
          {...{ entry, sheet, label, row, column }}
          left={column === layout.pinned ? layout.edge : null}
          mark={marked({ row, column })}
          chosen={isIn && column >= range.left && column <= range.right}
        />
      ))}
    </div>
  )
}

interface CellProps extends Cell, Pick<Props, 'entry' | 'sheet' | 'label'> {
  readonly mark: Mark | undefined
  readonly chosen: boolean
  /** Where the pinned column stays; null in all others. */
  readonly left: number | null
}
function OneCell({ entry, sheet, label, row, column, mark, chosen, left }: CellProps) {
  const described = sheet.columns[column]
  const part = entry.state.rows[row]
  if (described === undefined) return null
  const { name, field } = described
  const words = part === undefined ? '' : shownCell(name, field, part, sheet.words)
  const isUnread = part !== undefined && unreadOf(part)[name] !== undefined
  const wrong = isUnread || (mark?.errors ?? '') !== ''
  const state = [
    left === null ? '' : 'pinned',
    chosen ? 'chosen' : '',
    wrong ? 'wrong' : mark?.warnings ? 'doubted' : '',
    described.fixed ? 'fixed' : '',
    field.kind === 'integer' || field.kind === 'money' || field.kind === 'decimal' ? 'number' : '',
  ]
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      id={cellId(label, { row, column })}
      aria-colindex={column + 2}
      aria-selected={chosen}
      aria-invalid={wrong}
      aria-readonly={described.fixed}
      className={state.filter(Boolean).join(' ')}
      style={left === null ? undefined : { left }}
      data-row={row}
      data-column={column}
      title={mark?.errors || mark?.warnings || (words.length > 8 ? words : undefined)}
    >
      {words}
    </div>
  )
}

/** The cell, row number or column head under the mouse. */
function placeOf(event: PointerEvent, sheet: Sheet, rows: number, before: Selection | null): Selection | null {
  const hit = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row], [data-column]')
  if (!hit || !event.currentTarget.contains(hit)) return null
  const row = hit.dataset.row === undefined ? null : Math.min(Number(hit.dataset.row), rows - 1)
  const column = hit.dataset.column === undefined ? null : Number(hit.dataset.column)
  const head = { row: row ?? rows - 1, column: column ?? sheet.columns.length - 1 }
  if (before !== null) return { anchor: before.anchor, head }
  return { anchor: { row: row ?? 0, column: column ?? 0 }, head }
}

/** Click, drag and Shift+click choose; a double click edits. The text box keeps the focus all the while. */
function useMouse(entry: Entry, sheet: Sheet) {
  const drag = useRef<Selection | null>(null)
  const rows = extentOf(sheet, entry.state.rows).rows
  const grow = (event: PointerEvent) => {
    const place = placeOf(event, sheet, rows, drag.current)
    const { head } = entry.state.selection
    if (place !== null && (place.head.row !== head.row || place.head.column !== head.column)) entry.select(place)
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      const place = placeOf(event, sheet, rows, event.shiftKey ? entry.state.selection : null)
      entry.box.current?.focus({ preventScroll: true })
      if (place === null) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = place
      entry.select(place)
    },
    onPointerMove: (event: PointerEvent) => drag.current !== null && grow(event),
    onPointerUp: () => {
      drag.current = null
    },
    onPointerCancel: () => {
      drag.current = null
    },
    onDoubleClick: () => {
      entry.select(at(entry.state.selection.anchor.row, entry.state.selection.anchor.column))
      entry.edit()
    },
  }
}
