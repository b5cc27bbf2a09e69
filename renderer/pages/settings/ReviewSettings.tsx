import { InputNumber } from 'antd'
import { type FormEvent, useState } from 'react'
import { defaultReviewRows, type ReviewRow, reviewRowsSchema } from '../../../shared/rules/dossierReview.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { type Column, RowEditor } from './RowEditor.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

const words = t.settings.dossier

const points = (key: 'points' | 'each', least: number): Column<ReviewRow> => ({
  key,
  title: words[key],
  cell: (row, set, label) => (
    <InputNumber
      aria-label={label}
      min={least}
      max={100}
      precision={0}
      value={row[key]}
      onChange={(n) => set({ ...row, [key]: n ?? least })}
    />
  ),
})

const columns: readonly Column<ReviewRow>[] = [
  { key: 'text', title: words.text, text: (r) => r.text, set: (r, text) => ({ ...r, text }) },
  points('points', 1),
  points('each', 0),
]

/** A key no row has; stored scores of rows taken out are never given to another. */
const freshRow = (): ReviewRow => ({
  key: `own${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
  text: '',
  points: 5,
  each: 0,
  checks: [],
})

/** 卷宗评查 as the 司法局 hands it out: rows with their points, and what each remark of the checks takes off. */
export function ReviewSettings({ stored }: { readonly stored: readonly ReviewRow[] }) {
  const { save, saving, saved, saveError, forget } = useSettings()
  const [rows, setRows] = useState(stored)
  const isGood = reviewRowsSchema.safeParse(rows).success
  const change = (next: readonly ReviewRow[]) => {
    forget()
    setRows(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) save({ reviewRows: rows })
  }
  const total = rows.reduce((sum, row) => sum + row.points, 0)
  return (
    <Panel title={words.review} note={words.reviewNote}>
      <form onSubmit={submit}>
        <RowEditor<ReviewRow>
          label={words.review}
          rows={rows}
          columns={columns}
          fresh={freshRow}
          add={words.addRow}
          ordered
          onChange={change}
        />
        <p className={total === 100 ? 'quiet' : 'warn-words'}>{fill(words.total, { points: total })}</p>
        {!isGood && <p className="field-problem">{words.reviewWrong}</p>}
        <button type="button" className="link" onClick={() => change(defaultReviewRows)}>
          {words.reviewBack}
        </button>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </form>
    </Panel>
  )
}
