import { Button, Form, Input, Select } from 'antd'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'
import { PasswordFields } from './CreateRegister.tsx'
import type { EntryProps } from './EntryGate.tsx'
import { EntryPage } from './EntryPage.tsx'

interface Values {
  readonly recoveryCode: string
  readonly userId: string
  readonly password: string
}
type Props = Pick<EntryProps, 'status' | 'onFresh'> & { readonly onBack: () => void }

/** A new password by the code of the sealed envelope; a used code is replaced, and the new one shown. */
export function Recover({ status, onFresh, onBack }: Props) {
  const recover = useAct('register.recover')
  const start = ({ recoveryCode, userId, password }: Values) =>
    recover.mutate(
      { recoveryCode: recoveryCode.trim(), userId, password },
      { onSuccess: (done) => onFresh({ code: done.recoveryCode, unitName: done.session.profile.unitName }) },
    )
  return (
    <EntryPage title={t.entry.recoverTitle} note={t.entry.recoverNote}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        onFinish={start}
        initialValues={{ userId: status.users[0]?.id }}
      >
        <Form.Item name="userId" label={t.entry.user}>
          <Select options={status.users.map((u) => ({ value: u.id, label: u.name }))} />
        </Form.Item>
        <Form.Item
          name="recoveryCode"
          label={t.entry.recoveryCode}
          rules={[{ required: true, message: t.entry.fieldNeeded }]}
        >
          <Input autoFocus autoComplete="off" spellCheck={false} />
        </Form.Item>
        <PasswordFields label={t.entry.newPassword} />
        <ErrorNotice error={recover.error} />
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={recover.isPending}>
            {t.entry.recover}
          </Button>
          <Button onClick={onBack}>{t.common.back}</Button>
        </div>
      </Form>
    </EntryPage>
  )
}
