import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { justiceTypes, socialTypes } from '../../../shared/ledgers/codes.ts'
import { type Settings, settings as settingsSchema } from '../../../shared/settings.ts'
import { inOneLine } from '../../format.ts'
import { type Choice, choiceOf, isFound } from '../../ledger/widgets/choices.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

/** 类型与细类: the office's own sub-types, and which 综治 type a 司法 type is. */
export function TypeSettings() {
  const { settings, readError } = useSettings()
  if (settings === undefined) return <ErrorNotice error={readError} />
  return (
    <div className="settings-section wide">
      <Subtypes stored={settings.subtypes} />
      <SocialTypes stored={settings.socialOf} />
    </div>
  )
}

type Subtype = Settings['subtypes'][number]
type Social = Settings['socialOf'][Subtype['justice']][number]
const justiceChoices = justiceTypes.map((c) => choiceOf(c, t.codes.justiceType[c]))
const socialChoices = socialTypes.map((c) => choiceOf(c, t.codes.socialType[c]))
const search = { filterOption: isFound }

const words = t.settings.types
/** Without one of its own, a sub-type has the 综治 type of its 司法 type. */
const byType = choiceOf('', words.socialByType)
const columns: readonly Column<Subtype>[] = [
  { key: 'name', title: words.name, text: (r) => r.name, set: (r, name) => ({ ...r, name }) },
  {
    key: 'justice',
    title: words.justice,
    cell: (row, set, label) => (
      <Select<Subtype['justice'], Choice>
        aria-label={label}
        showSearch={search}
        options={justiceChoices}
        value={row.justice}
        onChange={(justice) => set({ ...row, justice })}
      />
    ),
  },
  {
    key: 'social',
    title: words.social,
    cell: (row, set, label) => (
      <Select<Social | '', Choice>
        aria-label={label}
        showSearch={search}
        options={[byType, ...socialChoices]}
        value={row.social ?? ''}
        onChange={(social) => set({ ...row, social: social === '' ? null : social })}
      />
    ),
  },
]

const Subtypes = ({ stored }: { readonly stored: Settings['subtypes'] }) => (
  <Panel title={words.subtypes} note={words.subtypesNote}>
    <RowForm<Subtype>
      label={words.subtypes}
      stored={stored}
      fresh={{ name: '', justice: 'landAndForest', social: null }}
      add={words.add}
      columns={() => columns}
      isGood={(rows) => settingsSchema.shape.subtypes.safeParse(rows).success}
      wrong={words.subtypesWrong}
      changes={(subtypes) => ({ subtypes })}
    />
  </Panel>
)

function SocialTypes({ stored }: { readonly stored: Settings['socialOf'] }) {
  const { save, saving, saved, saveError, forget } = useSettings()
  const [socialOf, setSocialOf] = useState(stored)
  const change = (next: Settings['socialOf']) => {
    forget()
    setSocialOf(next)
  }
  const lacking = justiceTypes.filter((j) => socialOf[j].length === 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lacking.length === 0) save({ socialOf })
  }
  return (
    <Panel title={words.mapping} note={words.mappingNote}>
      <form onSubmit={submit}>
        <table className="row-editor" aria-label={words.mapping}>
          <thead>
            <tr>
              <th scope="col">{words.justice}</th>
              <th scope="col">{words.mapped}</th>
            </tr>
          </thead>
          <tbody>
            {justiceTypes.map((justice) => (
              <MappingRow
                key={justice}
                justice={justice}
                chosen={socialOf[justice]}
                onChange={(chosen) => change({ ...socialOf, [justice]: chosen })}
              />
            ))}
          </tbody>
        </table>
        {lacking.length > 0 && (
          <p className="field-problem">
            {words.unsummed} {inOneLine(lacking.map((j) => t.codes.justiceType[j]))}
          </p>
        )}
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </form>
    </Panel>
  )
}

interface MappingProps {
  readonly justice: Subtype['justice']
  readonly chosen: Social[]
  readonly onChange: (chosen: Social[]) => void
}
function MappingRow({ justice, chosen, onChange }: MappingProps) {
  const label = t.codes.justiceType[justice]
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Select<Social[], Choice>
          mode="multiple"
          aria-label={`${label} ${words.mapped}`}
          showSearch={search}
          options={socialChoices}
          value={chosen}
          status={chosen.length === 0 ? 'error' : ''}
          onChange={onChange}
        />
      </td>
    </tr>
  )
}
