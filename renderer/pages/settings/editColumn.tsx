import { Button } from 'antd'
import type { PlainColumn } from '../../parts/PlainTable.tsx'
import { fill } from '../../text.ts'

interface Words {
  readonly edit: string
  /** With `{name}`: what a row's button says to a screen reader. */
  readonly editTitle: string
}

/** The last column of a table whose rows are changed in a form of their own. */
export const editColumn = <R extends { readonly name: string }>(
  words: Words,
  onEdit: (row: R) => void,
): PlainColumn<R> => ({
  key: 'edit',
  title: words.edit,
  value: (row) => (
    <Button type="link" size="small" onClick={() => onEdit(row)} aria-label={fill(words.editTitle, { name: row.name })}>
      {words.edit}
    </Button>
  ),
})
