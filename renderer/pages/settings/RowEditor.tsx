import { Input } from 'antd'
import { type ReactNode, useRef } from 'react'
import { fill, t } from '../../text.ts'
import './RowEditor.css'

export type Column<R> = { readonly key: string; readonly title: string } & (
  | { readonly text: (row: R) => string; readonly set: (row: R, typed: string) => R }
  | { readonly cell: (row: R, set: (next: R) => void, label: string) => ReactNode }
)
export interface RowEditorProps<R> {
  readonly label: string
  readonly rows: readonly R[]
  readonly columns: readonly Column<R>[]
  /** A row newly added, and the words for it; without them rows are neither added nor taken out. */
  readonly fresh?: R | ((rows: readonly R[]) => R)
  readonly add?: string
  /** The order of the rows means something and can be changed. */
  readonly ordered?: boolean
  readonly onChange: (rows: readonly R[]) => void
}

/** A short list of the settings as a table to type in; a new row takes the focus. */
export function RowEditor<R>({ label, rows, columns, fresh, add, ordered = false, onChange }: RowEditorProps<R>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const addRow = (row: R) => {
    onChange([...rows, row])
    requestAnimationFrame(() => body.current?.querySelector<HTMLInputElement>('tr:last-child input')?.focus())
  }
  return (
    <>
      <table className="row-editor" aria-label={label}>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col">
                {c.title}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity; their place tells them apart
            <tr key={i}>
              {columns.map((c) => (
                <td key={c.key}>
                  <Cell column={c} row={row} no={i + 1} onChange={(next) => onChange(rows.with(i, next))} />
                </td>
              ))}
              <td className="row-acts">
                {ordered && <MoveButtons rows={rows} at={i} onChange={onChange} />}
                {fresh !== undefined && (
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t.form.removePart} ${i + 1}`}
                    onClick={() => onChange(rows.toSpliced(i, 1))}
                  >
                    {t.form.removePart}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fresh !== undefined && (
        <button
          type="button"
          className="link"
          onClick={() => addRow(typeof fresh === 'function' ? (fresh as (rows: readonly R[]) => R)(rows) : fresh)}
        >
          ＋ {add}
        </button>
      )}
    </>
  )
}

interface MoveProps<R> {
  readonly rows: readonly R[]
  readonly at: number
  readonly onChange: (rows: readonly R[]) => void
}
function MoveButtons<R>({ rows, at, onChange }: MoveProps<R>) {
  const move = (to: number) => {
    const row = rows[at]
    if (row !== undefined) onChange(rows.toSpliced(at, 1).toSpliced(to, 0, row))
  }
  return ([-1, 1] as const).map((by) => (
    <button
      key={by}
      type="button"
      className="link"
      disabled={at + by < 0 || at + by >= rows.length}
      aria-label={fill(by < 0 ? t.settings.moveUp : t.settings.moveDown, { n: at + 1 })}
      onClick={() => move(at + by)}
    >
      {by < 0 ? '↑' : '↓'}
    </button>
  ))
}

interface CellProps<R> {
  readonly column: Column<R>
  readonly row: R
  readonly no: number
  readonly onChange: (next: R) => void
}
function Cell<R>({ column, row, no, onChange }: CellProps<R>) {
  const label = `${column.title} ${no}`
  if ('cell' in column) return column.cell(row, onChange, label)
  return (
    <Input aria-label={label} value={column.text(row)} onChange={(e) => onChange(column.set(row, e.target.value))} />
  )
}
