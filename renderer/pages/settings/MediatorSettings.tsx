import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { mediatorPosts } from '../../../shared/ledgers/codes.ts'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { type Settings, settings as settingsSchema } from '../../../shared/settings.ts'
import { useCall } from '../../api/client.ts'
import { TypedInput } from '../../ledger/widgets/TypedInput.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { type Column, RowEditor } from './RowEditor.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'
import { type Unreadable, useUnreadable } from './useUnreadable.ts'

type Mediator = Settings['mediators'][number]

/** 调解员: members and appointed mediators with their terms, which each case is checked against. */
export function MediatorSettings() {
  const { settings, readError } = useSettings()
  const home = useCall('home.view', {})
  if (settings === undefined || home.data === undefined) return <ErrorNotice error={readError ?? home.error} />
  return (
    <div className="settings-section wide">
      <Mediators stored={settings.mediators} today={home.data.today} />
    </div>
  )
}

const posts = mediatorPosts.map((value) => ({ value, label: t.codes.mediatorPost[value] }))

const words = t.settings.mediators
type Dates = 'from' | 'until'

function Mediators({ stored, today }: { readonly stored: Settings['mediators']; readonly today: string }) {
  const { save, saving, saved, saveError, forget } = useSettings()
  const [rows, setRows] = useState<readonly Mediator[]>(stored)
  const unread = useUnreadable()
  const isGood = settingsSchema.shape.mediators.safeParse(rows).success && unread.all.size === 0
  const change = (next: readonly Mediator[]) => {
    forget()
    // Paths behind a row that went are other rows now.
    if (next.length !== rows.length) unread.clear()
    setRows(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) save({ mediators: [...rows] })
  }
  return (
    <Panel title={words.title} note={words.note}>
      <form onSubmit={submit}>
        {rows.length === 0 && <p className="plain-empty">{words.empty}</p>}
        <RowEditor<Mediator>
          label={words.title}
          rows={rows}
          fresh={{ name: '', post: 'member', from: null, until: null }}
          add={words.add}
          onChange={change}
          columns={columnsOf(today, unread)}
        />
        {!isGood && <p className="field-problem">{words.wrong}</p>}
        {rows.some((r) => isOver(r, today)) && <p className="field-warning">{words.ended}</p>}
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </form>
    </Panel>
  )
}

const isOver = (m: Mediator, today: string): boolean => m.until !== null && m.until < today

function columnsOf(today: string, unread: Unreadable): readonly Column<Mediator>[] {
  const dated = (field: Dates): Column<Mediator> => ({
    key: field,
    title: words[field],
    cell: (row, set, label) => (
      <TypedInput<string>
        id={`mediator-${label}`}
        label={label}
        value={row[field]}
        onChange={(date) => set({ ...row, [field]: date })}
        onUnreadable={(code) => unread.note(label, code !== null)}
        disabled={false}
        invalid={unread.all.has(label)}
        parse={(typed) => typedDate(typed, today)}
        format={String}
        unreadable="notADate"
        placeholder={t.form.dateHint}
      />
    ),
  })
  return [
    { key: 'name', title: words.name, text: (r) => r.name, set: (r, name) => ({ ...r, name }) },
    {
      key: 'post',
      title: words.post,
      cell: (row, set, label) => (
        <Select aria-label={label} options={posts} value={row.post} onChange={(post) => set({ ...row, post })} />
      ),
    },
    dated('from'),
    dated('until'),
  ]
}
