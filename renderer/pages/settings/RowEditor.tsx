import { Input } from 'antd'
import { type ReactNode, useRef } from 'react'
import { t } from '../../text.ts'
import './RowEditor.css'

export type Column<R> = { readonly key: string; readonly title: string } & (
  | { readonly text: (row: R) => string; readonly set: (row: R, typed: string) => R }
  | { readonly cell: (row: R, set: (next: R) => void, label: string) => ReactNode }
)
interface Props<R> {
  readonly label: string
  readonly rows: readonly R[]
  readonly columns: readonly Column<R>[]
  /** A row newly added. */
  readonly fresh: R
  readonly add: string
  readonly onChange: (rows: readonly R[]) => void
}

/** A short list of the settings as a table to type in; a new row takes the focus. */
export function RowEditor<R>({ label, rows, columns, fresh, add, onChange }: Props<R>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const addRow = () => {
    onChange([...rows, fresh])
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
              <td>
                <button
                  type="button"
                  className="link"
                  aria-label={`${t.form.removePart} ${i + 1}`}
                  onClick={() => onChange(rows.toSpliced(i, 1))}
                >
                  {t.form.removePart}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="link" onClick={addRow}>
        ＋ {add}
      </button>
    </>
  )
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
