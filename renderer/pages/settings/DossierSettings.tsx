import { Select, Switch } from 'antd'
import { useState } from 'react'
import {
  type DossierKind,
  defaultFileLists,
  dossierKinds,
  type FileNeed,
  type FileRow,
  fileListOf,
  fileNeeds,
  statutoryItems,
} from '../../../shared/rules/dossierLists.ts'
import type { Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { ReviewSettings } from './ReviewSettings.tsx'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'
import { useSettings } from './useSettings.ts'

const words = t.settings.dossier

/** 卷宗: one form for simple cases, the file list of each kind of dossier, the score sheet. */
export function DossierSettings() {
  const { settings, readError } = useSettings()
  const [kind, setKind] = useState<DossierKind>('ordinary')
  if (settings === undefined) return <ErrorNotice error={readError} />
  return (
    <div className="settings-section wide">
      <OneForm stored={settings.simpleOnOneForm} />
      <Panel title={words.lists} note={words.listsNote}>
        <Select<DossierKind>
          aria-label={words.kind}
          className="dossier-kind"
          value={kind}
          options={dossierKinds.map((value) => ({ value, label: t.dossier.kinds[value] }))}
          onChange={setKind}
        />
        <FileList key={kind} kind={kind} stored={settings.dossierLists} />
      </Panel>
      <ReviewSettings stored={settings.reviewRows} />
    </div>
  )
}

/** Takes effect with the click, as a switch does. */
function OneForm({ stored }: { readonly stored: boolean }) {
  const { save, saving, saveError } = useSettings()
  return (
    <Panel title={words.oneForm} note={words.oneFormNote}>
      <div className="switch-line">
        <Switch
          id="one-form"
          checked={stored}
          loading={saving}
          onChange={(simpleOnOneForm) => save({ simpleOnOneForm })}
        />
        <label htmlFor="one-form">{words.oneFormSwitch}</label>
      </div>
      <ErrorNotice error={saveError} />
    </Panel>
  )
}

interface ListProps {
  readonly kind: DossierKind
  readonly stored: Settings['dossierLists']
}
const FileList = ({ kind, stored }: ListProps) => (
  <RowForm<FileRow>
    label={t.dossier.kinds[kind]}
    stored={fileListOf(stored, kind)}
    ordered
    columns={() => columnsOf(kind)}
    given={{ rows: defaultFileLists[kind], label: words.listsBack }}
    changes={(rows) => ({ dossierLists: { ...stored, [kind]: rows } })}
  />
)

/** One item of the list is the application **or** the acceptance form (domain 2.1): the row says which case asks for it. */
const statutoryWord = (item: FileRow['item']): string =>
  item === 'application' || item === 'acceptanceForm' ? words.statutoryOr[item] : words.statutory

const columnsOf = (kind: DossierKind): readonly Column<FileRow>[] => [
  { key: 'item', title: words.item, cell: (row) => t.dossier.items[row.item] },
  {
    key: 'need',
    title: words.need,
    cell: (row, set, label) =>
      statutoryItems[kind].includes(row.item) ? (
        statutoryWord(row.item)
      ) : (
        <Select<FileNeed>
          aria-label={label}
          value={row.need}
          options={fileNeeds.map((value) => ({ value, label: t.dossier.needs[value] }))}
          onChange={(need) => set({ ...row, need })}
        />
      ),
  },
]
