import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { formatInstant } from '../format.ts'
import { fill, t } from '../text.ts'
import type { RecordForm } from './useRecordForm.ts'

interface Props {
  readonly form: RecordForm
  readonly title: string
  readonly facts: string
  readonly onSave: () => void
  readonly onBack: () => void
  /** A draft of a record never saved: thrown away, the page has nothing left. */
  readonly onDiscard: () => void
  readonly children?: ReactNode
}

/** After a save that was refused: how much there is still to be put right. */
const refusedCount = ({ showNeeded, problems, dirty }: RecordForm): number =>
  showNeeded && dirty ? problems.filter((p) => p.severity === 'error').length : 0

/** What the form holds, in words: saved, changed, kept as a draft, or not saved and why. */
export function stateWords(form: RecordForm): string {
  const count = refusedCount(form)
  return count === 0 ? keptWords(form) : `${fill(t.form.notSaved, { count })} · ${keptWords(form)}`
}

function keptWords({ view, dirty, draft }: RecordForm): string {
  if (draft.failed) return t.form.draftFailed
  if (dirty) return draft.at === null ? t.form.unsaved : fill(t.form.drafted, { when: formatInstant(draft.at) })
  if (view === null) return t.form.newRecord
  return fill(t.form.savedAt, { by: view.updatedBy, when: formatInstant(view.updatedAt) })
}

/** Head of a record's page: title, state, save and undo. */
export function FormBar({ form, title, facts, onSave, onBack, onDiscard, children }: Props) {
  return (
    <header className="form-bar">
      <Button size="small" onClick={onBack}>
        {t.common.back}
      </Button>
      <h1>{title}</h1>
      <span className="quiet">{facts}</span>
      <span className={form.draft.failed || refusedCount(form) > 0 ? 'warn-words' : 'quiet'} role="status">
        {stateWords(form)}
      </span>
      <span className="spring" />
      {children}
      {form.redo && (
        <Button size="small" onClick={form.redo}>
          {t.form.redo}
        </Button>
      )}
      {form.view === null && form.dirty ? (
        <Popconfirm
          title={t.form.discardSure}
          onConfirm={onDiscard}
          okText={t.form.discard}
          cancelText={t.common.cancel}
        >
          <Button size="small">{t.form.discard}</Button>
        </Popconfirm>
      ) : (
        <Button size="small" disabled={!form.dirty} onClick={form.undo}>
          {t.form.undo}
        </Button>
      )}
      <Button type={form.dirty ? 'primary' : 'default'} loading={form.saving} onClick={onSave}>
        {t.form.saveKeys}
      </Button>
    </header>
  )
}
