import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import { isComposing } from '../keys.ts'
import type { Mark } from '../ledger/FieldGroup.tsx'
import { fill, t } from '../text.ts'
import type { Layout } from './columnWidths.ts'
import { commandOf } from './gridKeys.ts'
import { rangeOf } from './places.ts'
import type { Sheet } from './sheet.ts'
import type { Entry } from './useEntry.ts'

interface Props {
  readonly entry: Entry
  readonly sheet: Sheet
  readonly layout: Layout
  readonly mark: Mark | undefined
}

/**
 * The one text box of the grid. It lies over the cell typed into and always has the focus, so that an input method finds
 * it before the first key: AG Grid opens its editor at the first key and garbles it (`w哦`). Unseen until something is
 * typed.
 */
export function EntryBox({ entry, sheet, layout, mark }: Props) {
  const { selection, mode } = entry.state
  const { anchor } = selection
  const over = (row: number, rows = 1): CSSProperties => ({
    gridTemplateColumns: layout.tracks,
    top: layout.rowHeight * (row + 1),
    height: layout.rowHeight * rows,
  })
  const inColumns = (left: number, right = left): CSSProperties => ({ gridColumn: `${left + 2} / ${right + 3}` })
  const range = rangeOf(selection)
  return (
    <>
      <div className="entry-over" style={over(range.top, range.bottom - range.top + 1)}>
        <div className="entry-range" style={inColumns(range.left, range.right)} />
      </div>
      <HeadMark entry={entry} style={over(selection.head.row)} inner={inColumns(selection.head.column)} />
      <div className={`entry-over entry-typing ${mode}`} style={over(anchor.row)}>
        <div
          className={`entry-cell${anchor.column === layout.pinned ? ' pinned' : ''}`}
          style={
            anchor.column === layout.pinned
              ? { ...inColumns(anchor.column), left: layout.edge }
              : inColumns(anchor.column)
          }
        >
          <Box {...{ entry, sheet, layout, mark }} />
          {mode !== 'ready' && entry.choices !== null && <Choices entry={entry} />}
          {mode === 'ready' && mark && (mark.errors || mark.warnings) && (
            <p className={mark.errors ? 'entry-problem' : 'entry-warning'} aria-hidden>
              {mark.errors || mark.warnings}
            </p>
          )}
        </div>
      </div>
    </>
  )
}

/** The corner of the range that moves, brought into sight when it moved. */
function HeadMark({
  entry,
  style,
  inner,
}: {
  readonly entry: Entry
  readonly style: CSSProperties
  readonly inner: CSSProperties
}) {
  const mark = useRef<HTMLDivElement>(null)
  const { head } = entry.state.selection
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place itself is what to listen to
  useEffect(() => {
    const show = () => mark.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (!first.current) show()
    first.current = false
    const frame = mark.current?.closest('.entry-scroll')
    // A message above takes room from the table: the cell stays in sight. Unasked the page does not move.
    const sized = new ResizeObserver(() => frame?.contains(document.activeElement) && show())
    if (frame) sized.observe(frame)
    return () => sized.disconnect()
  }, [head.row, head.column])
  return (
    <div className="entry-over" style={style}>
      <div className="entry-headmark" style={inner} ref={mark} />
    </div>
  )
}

function Box({ entry, sheet, layout, mark }: Props) {
  const wrong = (mark?.errors ?? '') !== ''
  const { anchor } = entry.state.selection
  const { mode } = entry.state
  const label = fill(t.entryGrid.cell, { row: anchor.row + 1, column: layout.labels[anchor.column] ?? '' })
  return (
    <textarea
      ref={entry.box}
      className="entry-box"
      aria-label={label}
      aria-invalid={wrong}
      rows={1}
      autoComplete="off"
      spellCheck={false}
      readOnly={sheet.frozen || entry.column?.fixed === true}
      onKeyDown={(event) => onKey(event, entry)}
      onInput={entry.typed}
      onCompositionStart={entry.typed}
      onBlur={entry.commit}
      onPaste={(event) => onPaste(event, entry)}
      onCopy={(event) => onCopy(event, entry)}
      onCut={(event) => onCopy(event, entry) && !sheet.frozen && entry.obey({ do: 'clear' })}
      data-mode={mode}
    />
  )
}

/** Keys of the grid stay in it; all others go to the text, the form around, or the window. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, entry: Entry): void {
  if (isComposing(event.nativeEvent)) {
    event.stopPropagation()
    return
  }
  const { mode, leaving } = entry.state
  const command = commandOf(event, mode)
  if (command === null) {
    // Alt+0 means a field's reason in the form around; here 暂缺 is typed.
    if (event.altKey && event.key === '0') event.stopPropagation()
    return
  }
  if (command.do === 'tab' && leaving) return
  event.preventDefault()
  event.stopPropagation()
  entry.obey(command)
}

function onPaste(event: ClipboardEvent, entry: Entry): void {
  event.stopPropagation()
  if (entry.state.mode !== 'ready') return
  event.preventDefault()
  entry.paste(event.clipboardData.getData('text/plain'))
}

/** True when the cells went to the clipboard; while text is edited, copying is the text's own. */
function onCopy(event: ClipboardEvent, entry: Entry): boolean {
  if (entry.state.mode !== 'ready') return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', entry.copy())
  return true
}

function Choices({ entry }: { readonly entry: Entry }) {
  return (
    <ul className="entry-choices" aria-hidden>
      {entry.choices?.map((choice) => (
        <li
          key={choice.code}
          onPointerDown={(event) => {
            event.preventDefault()
            entry.choose(choice)
          }}
        >
          {choice.digit !== null && <span className="entry-digit">{choice.digit}</span>}
          {choice.label}
        </li>
      ))}
    </ul>
  )
}
