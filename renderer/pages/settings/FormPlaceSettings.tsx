import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { casePapers } from '../../../shared/rules/casePapers.ts'
import { settings as settingsSchema } from '../../../shared/settings.ts'
import type { FormPlace } from '../../../shared/settingsPrinters.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { OffsetInput } from './OffsetInput.tsx'
import { type Column, RowEditor } from './RowEditor.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'
import { type Unreadable, useUnreadable } from './useUnreadable.ts'

const words = t.printing.places

/** 套打位置: how far the values move on a form that was bought. */
export function FormPlaceSettings({ stored }: { readonly stored: readonly FormPlace[] }) {
  const { save, saving, saved, saveError, forget } = useSettings()
  const [rows, setRows] = useState<readonly FormPlace[]>(stored)
  const unread = useUnreadable()
  const isGood = settingsSchema.shape.formPlaces.safeParse(rows).success && unread.all.size === 0
  const next = casePapers.find((paper) => rows.every((r) => r.paper !== paper)) ?? 'agreement'
  const change = (all: readonly FormPlace[]) => {
    forget()
    if (all.length !== rows.length) unread.clear()
    setRows(all)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) save({ formPlaces: [...rows] })
  }
  return (
    <Panel title={words.title} note={words.note}>
      <form onSubmit={submit}>
        {rows.length === 0 && <p className="plain-empty">{words.empty}</p>}
        <RowEditor<FormPlace>
          label={words.title}
          rows={rows}
          fresh={{ paper: next, x: 0, y: 0 }}
          add={words.add}
          onChange={change}
          columns={columnsOf(unread)}
        />
        {!isGood && <p className="field-problem">{words.wrong}</p>}
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </form>
    </Panel>
  )
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
