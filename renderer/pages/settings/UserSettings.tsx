import { Button } from 'antd'
import { useState } from 'react'
import type { BookRole, UserView } from '../../../shared/contract/session.ts'
import { useCall } from '../../api/client.ts'
import { inClauses, inOneLine, labelled } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { fill, t } from '../../text.ts'
import { editColumn } from './editColumn.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { UserForm } from './UserForm.tsx'

/** Who may sign in and what they may do in each book. */
export function UserSettings() {
  const users = useCall('user.list', {})
  const [editing, setEditing] = useState<UserView | 'new' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const words = t.settings.users
  const edit = (user: UserView | 'new') => {
    setSaid(null)
    setEditing(user)
  }
  const saved = (user: UserView) => {
    setSaid(fill(editing === 'new' ? words.created : words.updated, { name: user.name }))
    setEditing(null)
    void users.refetch()
  }
  const add = (
    <Button type="primary" size="small" onClick={() => edit('new')}>
      {words.add}
    </Button>
  )
  return (
    <div className="settings-section wide">
      <Panel title={t.settings.sections.users} note={words.adminHint} extra={add}>
        <p role="status" className="saved-words">
          {said}
        </p>
        <ErrorNotice error={users.error} onRetry={() => void users.refetch()} />
        {users.data && <UserTable users={users.data} onEdit={edit} />}
      </Panel>
      {editing !== null && (
        <UserForm
          key={editing === 'new' ? 'new' : editing.id}
          user={editing === 'new' ? null : editing}
          onSaved={saved}
          onCancel={() => setEditing(null)}
        />
      )}
      {editing !== null && editing !== 'new' && <ResetPassword key={`password/${editing.id}`} user={editing} />}
    </div>
  )
}

/** 调解：经办人、负责人；队伍：经办人. */
function rolesShown(roles: readonly BookRole[]): string {
  const words = t.settings.users
  const books = (['mediation', 'teams'] as const).flatMap((book) => {
    const own = roles.filter((r) => r.book === book).map((r) => words.role[r.role])
    return own.length === 0 ? [] : [labelled(t.codes.book[book], inOneLine(own))]
  })
  return inClauses(books) || words.noRole
}

function UserTable({
  users,
  onEdit,
}: {
  readonly users: readonly UserView[]
  readonly onEdit: (user: UserView) => void
}) {
  const words = t.settings.users
  return (
    <PlainTable
      label={t.settings.sections.users}
      columns={[
        { key: 'name', title: words.name, value: (u) => u.name },
        {
          key: 'roles',
          title: words.roles,
          value: (u) => inClauses([...(u.admin ? [words.admin] : []), rolesShown(u.roles)]),
        },
        { key: 'state', title: words.state, value: (u) => (u.active ? `● ${words.active}` : `○ ${words.inactive}`) },
        editColumn(words, onEdit),
      ]}
      rows={users}
      keyOf={(u) => u.id}
      empty={words.none}
    />
  )
}
