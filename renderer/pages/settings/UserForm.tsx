import { Button, Checkbox, Form, Input } from 'antd'
import { type Role, roles } from '../../../shared/contract/call.ts'
import type { BookRole, UserView } from '../../../shared/contract/session.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'

interface Props {
  /** Null for a new user. */
  readonly user: UserView | null
  readonly onSaved: (user: UserView) => void
  readonly onCancel: () => void
}
interface Values {
  readonly name: string
  readonly password?: string
  readonly admin: boolean
  readonly active: boolean
  readonly mediation: readonly Role[]
  readonly teams: readonly Role[]
}
const books = ['mediation', 'teams'] as const
export const shortestPassword = 8

const rolesIn = (user: UserView | null, book: Book): readonly Role[] =>
  user?.roles.filter((r) => r.book === book).map((r) => r.role) ?? []
const bookRoles = (values: Values): BookRole[] => books.flatMap((book) => values[book].map((role) => ({ book, role })))

/** A new user, or another's name, roles and right to sign in. */
export function UserForm({ user, onSaved, onCancel }: Props) {
  const create = useAct('user.create')
  const update = useAct('user.update')
  const words = t.settings.users
  const submit = (v: Values) => {
    const common = { name: v.name.trim(), admin: v.admin, roles: bookRoles(v) }
    if (user === null) create.mutate({ ...common, password: v.password ?? '' }, { onSuccess: onSaved })
    else update.mutate({ ...common, id: user.id, active: v.active }, { onSuccess: onSaved })
  }
  const initial: Values = {
    name: user?.name ?? '',
    admin: user?.admin ?? false,
    active: user?.active ?? true,
    mediation: rolesIn(user, 'mediation'),
    teams: rolesIn(user, 'teams'),
  }
  return (
    <Panel title={user === null ? words.newTitle : fill(words.editTitle, { name: user.name })}>
      <Form<Values> layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit} autoComplete="off">
        <UserFields fresh={user === null} />
        <ErrorNotice error={create.error ?? update.error} />
        <div className="button-line">
          <SaveButton label={t.settings.save} saving={create.isPending || update.isPending} done={null} />
          <Button onClick={onCancel}>{words.cancel}</Button>
        </div>
      </Form>
    </Panel>
  )
}

function UserFields({ fresh }: { readonly fresh: boolean }) {
  const words = t.settings.users
  const options = roles.map((value) => ({ value, label: `${words.role[value]}（${words.roleHints[value]}）` }))
  return (
    <>
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, message: words.nameNeeded }, { max: 60 }]}
      >
        <Input autoFocus />
      </Form.Item>
      {fresh && (
        <Form.Item
          name="password"
          label={words.password}
          extra={words.passwordHint}
          rules={[{ required: true, min: shortestPassword, message: words.passwordShort }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      {books.map((book) => (
        <Form.Item key={book} name={book} label={t.codes.book[book]}>
          <Checkbox.Group options={options} />
        </Form.Item>
      ))}
      <Form.Item name="admin" valuePropName="checked">
        <Checkbox>{words.admin}</Checkbox>
      </Form.Item>
      {!fresh && (
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{words.activeField}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}
