import { Select } from 'antd'
import { casePapers } from '../../../shared/rules/casePapers.ts'
import { settings as settingsSchema } from '../../../shared/settings.ts'
import type { FormPlace } from '../../../shared/settingsPrinters.ts'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { OffsetInput } from './OffsetInput.tsx'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'
import type { Unreadable } from './useUnreadable.ts'

const words = t.printing.places

/** 套打位置: how far the values move on a form that was bought. */
export const FormPlaceSettings = ({ stored }: { readonly stored: readonly FormPlace[] }) => (
  <Panel title={words.title} note={words.note}>
    <RowForm<FormPlace>
      label={words.title}
      stored={stored}
      empty={words.empty}
      fresh={freshPlace}
      add={words.add}
      columns={columnsOf}
      isGood={(rows) => settingsSchema.shape.formPlaces.safeParse(rows).success}
      wrong={words.wrong}
      changes={(formPlaces) => ({ formPlaces })}
    />
  </Panel>
)

/** Of a paper that has no place yet. */
const freshPlace = (rows: readonly FormPlace[]): FormPlace => {
  const paper = casePapers.find((p) => rows.every((r) => r.paper !== p)) ?? 'agreement'
  return { paper, x: 0, y: 0 }
}

const papers = casePapers.map((value) => ({ value, label: t.papers.titles[value] }))

const moved = (key: 'x' | 'y', unread: Unreadable): Column<FormPlace> => ({
  key,
  title: words[key],
  cell: (row, set, label) => (
    <OffsetInput label={label} value={row[key]} unread={unread} onChange={(tenths) => set({ ...row, [key]: tenths })} />
  ),
})

const columnsOf = (unread: Unreadable): readonly Column<FormPlace>[] => [
  {
    key: 'paper',
    title: words.paper,
    cell: (row, set, label) => (
      <Select aria-label={label} options={papers} value={row.paper} onChange={(paper) => set({ ...row, paper })} />
    ),
  },
  moved('x', unread),
  moved('y', unread),
]
