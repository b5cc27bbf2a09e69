import { Select } from 'antd'
import { mediatorPosts } from '../../../shared/ledgers/codes.ts'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { type Settings, settings as settingsSchema } from '../../../shared/settings.ts'
import { useCall } from '../../api/client.ts'
import { TypedInput } from '../../ledger/widgets/TypedInput.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { Composition } from './Composition.tsx'
import { memberColumns } from './memberColumns.tsx'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'
import { useSettings } from './useSettings.ts'
import type { Unreadable } from './useUnreadable.ts'

type Mediator = Settings['mediators'][number]

/** 调解员: members and appointed mediators with their terms, which each case is checked against. */
export function MediatorSettings() {
  const { settings, readError } = useSettings()
  const home = useCall('home.view', {})
  if (settings === undefined || home.data === undefined) return <ErrorNotice error={readError ?? home.error} />
  return (
    <div className="settings-section wide">
      <Mediators settings={settings} today={home.data.today} />
      <Composition settings={settings} today={home.data.today} />
    </div>
  )
}

const posts = mediatorPosts.map((value) => ({ value, label: t.codes.mediatorPost[value] }))

const words = t.settings.mediators
type Dates = 'from' | 'until'

const fresh: Mediator = {
  ...{ name: '', post: 'member', committee: '', duty: null, sex: null, fullTime: null, from: null, until: null },
}

const Mediators = ({ settings, today }: { readonly settings: Settings; readonly today: string }) => (
  <Panel title={words.title} note={words.note}>
    <RowForm<Mediator>
      label={words.title}
      stored={settings.mediators}
      empty={words.empty}
      fresh={fresh}
      add={words.add}
      columns={(unread) => columnsOf(settings, today, unread)}
      isGood={(rows) => settingsSchema.shape.mediators.safeParse(rows).success}
      wrong={words.wrong}
      changes={(mediators) => ({ mediators })}
      below={(rows) => rows.some((r) => isOver(r, today)) && <p className="field-warning">{words.ended}</p>}
    />
  </Panel>
)

const isOver = (m: Mediator, today: string): boolean => m.until !== null && m.until < today

function columnsOf(settings: Settings, today: string, unread: Unreadable): readonly Column<Mediator>[] {
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
    ...memberColumns(settings),
    dated('from'),
    dated('until'),
  ]
}
