import type { Key, ReactNode } from 'react'
import './PlainTable.css'

export interface PlainColumn<R> {
  readonly key: string
  readonly title: string
  readonly value: (row: R) => ReactNode
  readonly numeric?: boolean
}
interface Props<R> {
  readonly label: string
  readonly columns: readonly PlainColumn<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R, index: number) => Key
  /** Said instead of the table when there are no rows. */
  readonly empty: string
}

/** A short list to read: a few hundred rows at most; longer ones belong in the grid. */
export function PlainTable<R>({ label, columns, rows, keyOf, empty }: Props<R>) {
  if (rows.length === 0) return <p className="plain-empty">{empty}</p>
  return (
    <div className="plain-scroll">
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col" className={c.numeric ? 'numeric' : undefined}>
                {c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={keyOf(row, i)}>
              {columns.map((c) => (
                <td key={c.key} className={c.numeric ? 'numeric' : undefined}>
                  {c.value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
