import { Button } from 'antd'
import { useState } from 'react'
import { committeesOf } from '../../../shared/rules/committees.ts'
import type { Committee, Settings } from '../../../shared/settings.ts'
import { inClauses } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { codeLabel, fill, t } from '../../text.ts'
import { CommitteeForm } from './CommitteeForm.tsx'
import { editColumn } from './editColumn.tsx'
import { useNumbered } from './useNumbered.ts'
import { useSettings } from './useSettings.ts'

const words = t.numbers.committees

/** The committees whose papers are kept here, the office's own first. */
export function CommitteeSettings() {
  const { settings, readError, save, saving, saveError, forget } = useSettings()
  const [editing, setEditing] = useState<Committee | 'new' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  if (settings === undefined) return <ErrorNotice error={readError} />
  const list = committeesOf(settings)
  const edit = (committee: Committee | 'new') => {
    setSaid(null)
    forget()
    setEditing(committee)
  }
  const keep = (changes: Partial<Settings>, done: string) =>
    save(changes, () => {
      setSaid(done)
      setEditing(null)
    })
  const add = (
    <Button type="primary" size="small" onClick={() => edit('new')}>
      {words.add}
    </Button>
  )
  return (
    <div className="settings-section wide">
      <Panel title={words.title} note={words.note} extra={add}>
        <p role="status" className="saved-words">
          {said}
        </p>
        <CommitteeTable list={list} own={settings.committee} onEdit={edit} />
      </Panel>
      {editing !== null && (
        <CommitteeForm
          key={editing === 'new' ? 'new' : editing.name}
          committee={editing === 'new' ? null : editing}
          settings={settings}
          saving={saving}
          error={saveError}
          onSave={keep}
          onCancel={() => setEditing(null)}
        />
      )}
    </div>
  )
}

interface TableProps {
  readonly list: readonly Committee[]
  readonly own: string
  readonly onEdit: (committee: Committee) => void
}
function CommitteeTable({ list, own, onEdit }: TableProps) {
  const numbered = useNumbered()
  const marks = (c: Committee) => [
    ...(c.name === own ? [words.own] : []),
    ...(c.validFrom === null ? [] : [fill(words.since, { from: c.validFrom })]),
    ...(c.validUntil === null ? [] : [fill(words.until, { until: c.validUntil })]),
    ...(numbered.has(c.name) ? [words.numbered] : []),
  ]
  return (
    <PlainTable
      label={words.title}
      columns={[
        { key: 'name', title: words.name, value: (c) => c.name },
        {
          key: 'kind',
          title: words.kind,
          value: (c) => (c.kind === null ? words.kindNone : codeLabel('committeeKind', c.kind)),
        },
        { key: 'marks', title: t.settings.users.state, value: (c) => inClauses(marks(c)) },
        editColumn(words, onEdit),
      ]}
      rows={list}
      keyOf={(c) => c.name}
      empty={words.none}
    />
  )
}
