import { type FormEvent, type ReactNode, useState } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'
import { type Column, RowEditor, type RowEditorProps } from './RowEditor.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'
import { type Unreadable, useUnreadable } from './useUnreadable.ts'

interface Props<R> extends Pick<RowEditorProps<R>, 'label' | 'fresh' | 'add' | 'ordered'> {
  readonly stored: readonly R[]
  readonly columns: (unread: Unreadable) => readonly Column<R>[]
  /** The change of the settings that these rows are. */
  readonly changes: (rows: R[]) => Partial<Settings>
  /** Rows that are not good are not saved; `wrong` says what is asked of them. */
  readonly isGood?: (rows: readonly R[]) => boolean
  readonly wrong?: string
  readonly empty?: string
  /** What the program came with, and the words of the button that brings it back. */
  readonly given?: { readonly rows: readonly R[]; readonly label: string }
  /** What the rows as they stand have to say, below them. */
  readonly below?: (rows: readonly R[]) => ReactNode
  /** What goes by the rows as they stand, behind the button. */
  readonly after?: (rows: readonly R[]) => ReactNode
}

/** A list of the office as rows to type in, saved together. */
export function RowForm<R>(props: Props<R>) {
  const { stored, columns, changes, isGood, wrong, empty, given, below, after, ...editor } = props
  const { save, saving, saved, saveError, forget } = useSettings()
  const [rows, setRows] = useState(stored)
  const unread = useUnreadable()
  const good = (isGood?.(rows) ?? true) && unread.all.size === 0
  const change = (next: readonly R[]) => {
    forget()
    // Labels behind a row that went are other rows now.
    if (next.length !== rows.length) unread.clear()
    setRows(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (good) save(changes([...rows]))
  }
  return (
    <form onSubmit={submit}>
      {rows.length === 0 && empty !== undefined && <p className="plain-empty">{empty}</p>}
      <RowEditor<R> {...editor} rows={rows} onChange={change} columns={columns(unread)} />
      {!good && <p className="field-problem">{wrong}</p>}
      {below?.(rows)}
      {given && (
        <button type="button" className="link" onClick={() => change(given.rows)}>
          {given.label}
        </button>
      )}
      <ErrorNotice error={saveError} />
      <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      {after?.(rows)}
    </form>
  )
}
