import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { ErrorCode } from '../../../shared/errors.ts'
import { samplePassword } from '../../../shared/rules/sample.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fill, t } from '../../text.ts'
import type { EntryProps } from './EntryGate.tsx'
import { EntryPage } from './EntryPage.tsx'
import { Recover } from './Recover.tsx'
import { Restore } from './Restore.tsx'

const rememberedUser = 'jiefenbu.lastUser'

/** Users of the register and a password; also what the locked window shows. */
export function SignIn({ status, locked, onFresh, onOpened }: EntryProps & { readonly locked: boolean }) {
  const [view, setView] = useState<'signIn' | 'recover' | 'restore'>('signIn')
  const [damaged, setDamaged] = useState(false)
  const back = () => setView('signIn')
  if (view === 'recover') return <Recover status={status} onBack={back} onFresh={onFresh} />
  if (view === 'restore') return <Restore onBack={back} onRestored={() => void onOpened().then(back)} />
  return (
    <EntryPage
      title={status.profile?.unitName ?? t.common.product}
      note={locked ? t.entry.locked : t.common.productTitle}
      sample={status.sample}
    >
      {status.sample && <p className="quiet">{fill(t.entry.samplePassword, { password: samplePassword })}</p>}
      <PasswordForm status={status} onOpened={onOpened} onDamaged={() => setDamaged(true)} />
      <p className="links">
        <button type="button" className="link" onClick={() => setView('recover')}>
          {t.entry.forgot}
        </button>
        {damaged && (
          <button type="button" className="link" onClick={() => setView('restore')}>
            {t.entry.restore}
          </button>
        )}
      </p>
    </EntryPage>
  )
}

interface Values {
  readonly userId: string
  readonly password: string
}
/** Errors that a backup mends; in a healthy register restoring would be refused. */
const mendedByBackup: ReadonlySet<ErrorCode> = new Set([
  'register-missing',
  'register-damaged',
  'key-file-missing',
  'key-file-damaged',
  'migration-failed',
])

interface PasswordProps extends Pick<EntryProps, 'status' | 'onOpened'> {
  readonly onDamaged: () => void
}
function PasswordForm({ status, onOpened, onDamaged }: PasswordProps) {
  const signIn = useAct('session.signIn')
  const last = localStorage.getItem(rememberedUser)
  const known = status.users.find((u) => u.id === last) ?? status.users[0]
  const start = (values: Values) =>
    signIn.mutate(values, {
      onSuccess: () => {
        localStorage.setItem(rememberedUser, values.userId)
        void onOpened()
      },
      onError: ({ code }) => mendedByBackup.has(code) && onDamaged(),
    })
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={start} initialValues={{ userId: known?.id }}>
      <Form.Item name="userId" label={t.entry.user} rules={[{ required: true, message: t.entry.fieldNeeded }]}>
        <Select options={status.users.map((u) => ({ value: u.id, label: u.name }))} />
      </Form.Item>
      <Form.Item name="password" label={t.entry.password} rules={[{ required: true, message: t.entry.fieldNeeded }]}>
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      <ErrorNotice error={signIn.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={signIn.isPending}>
          {t.entry.signIn}
        </Button>
      </div>
    </Form>
  )
}
