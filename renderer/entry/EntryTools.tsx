import { inOneLine, labelled } from '../format.ts'
import type { Mark } from '../ledger/FieldGroup.tsx'
import { fill, t } from '../text.ts'
import { shownCell } from './cellText.ts'
import type { Layout } from './columnWidths.ts'
import type { Command } from './gridKeys.ts'
import { isOneCell, rangeOf } from './places.ts'
import type { Sheet } from './sheet.ts'
import type { Entry } from './useEntry.ts'

const tools: readonly (readonly [Command & { readonly do: keyof typeof t.entryGrid }, string, string])[] = [
  [{ do: 'undo' }, 'Ctrl+Z', 'Control+Z'],
  [{ do: 'redo' }, 'Ctrl+Y', 'Control+Y'],
  [{ do: 'fillDown' }, 'Ctrl+D', 'Control+D'],
  [{ do: 'insertRow' }, 'Ctrl++', 'Control+Plus'],
  [{ do: 'removeRows' }, 'Ctrl+-', 'Control+-'],
]

/** What can be done by mouse too; each says its key. The box keeps the focus. */
export function EntryTools({ entry }: { readonly entry: Entry }) {
  const { steps } = entry.state
  const idle = (what: Command['do']): boolean =>
    (what === 'undo' && steps.past.length === 0) || (what === 'redo' && steps.future.length === 0)
  return (
    <div className="entry-tools">
      {tools.map(([command, shown, keys]) => (
        <button
          key={command.do}
          type="button"
          className="link"
          tabIndex={-1}
          disabled={idle(command.do)}
          title={shown}
          aria-keyshortcuts={keys}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            entry.obey(command)
            entry.box.current?.focus({ preventScroll: true })
          }}
        >
          {t.entryGrid[command.do]}
        </button>
      ))}
      <span className="quiet entry-keys">{t.entryGrid.keys}</span>
    </div>
  )
}

interface FootProps {
  readonly entry: Entry
  readonly sheet: Sheet
  readonly layout: Layout
  readonly mark: Mark | undefined
  readonly count: number
}

/** Where one is, what stands there and what is wrong with it: seen, and read aloud as one goes. */
export function EntryFoot({ entry, sheet, layout, mark, count }: FootProps) {
  const { rows, selection, left } = entry.state
  const { row, column } = selection.anchor
  const described = sheet.columns[column]
  const part = rows[row]
  const shown = part && described ? shownCell(described.name, described.field, part, sheet.words) : ''
  const cell = fill(t.entryGrid.cell, { row: row + 1, column: layout.labels[column] ?? '' })
  const range = rangeOf(selection)
  const size = { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
  return (
    <div className="entry-foot">
      {left !== null && (
        <p className="entry-left" role="alert">
          {notPlaced(left, sheet.maxRows)}
        </p>
      )}
      <p role="status" className="entry-status">
        {labelled(cell, shown || t.entryGrid.empty)}
        {mark?.errors && <span className="entry-error"> {mark.errors}</span>}
        {mark?.warnings && <span className="entry-doubt"> {mark.warnings}</span>}
      </p>
      <p className="quiet entry-count">
        {!isOneCell(selection) && `${fill(t.entryGrid.selected, size)} · `}
        {fill(t.entryGrid.rowCount, { count: rows.length })}
        {count > 0 && <strong className="entry-error"> · {fill(t.entryGrid.problems, { count })}</strong>}
      </p>
    </div>
  )
}

function notPlaced({ columns, rows }: { readonly columns: number; readonly rows: number }, max: number): string {
  const what = [
    ...(columns > 0 ? [fill(t.entryGrid.columnsLeft, { count: columns })] : []),
    ...(rows > 0 ? [fill(t.entryGrid.rowsLeft, { count: rows })] : []),
  ]
  return fill(t.entryGrid.notPlaced, { what: inOneLine(what), max })
}
