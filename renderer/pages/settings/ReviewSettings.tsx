import { InputNumber } from 'antd'
import { defaultReviewRows, type ReviewRow, reviewRowsSchema } from '../../../shared/rules/dossierReview.ts'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'

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
export const ReviewSettings = ({ stored }: { readonly stored: readonly ReviewRow[] }) => (
  <Panel title={words.review} note={words.reviewNote}>
    <RowForm<ReviewRow>
      label={words.review}
      stored={stored}
      fresh={freshRow}
      add={words.addRow}
      ordered
      columns={() => columns}
      isGood={(rows) => reviewRowsSchema.safeParse(rows).success}
      wrong={words.reviewWrong}
      given={{ rows: defaultReviewRows, label: words.reviewBack }}
      changes={(reviewRows) => ({ reviewRows })}
      below={(rows) => <Total points={rows.reduce((sum, row) => sum + row.points, 0)} />}
    />
  </Panel>
)

const Total = ({ points: total }: { readonly points: number }) => (
  <p className={total === 100 ? 'quiet' : 'warn-words'}>{fill(words.total, { points: total })}</p>
)
