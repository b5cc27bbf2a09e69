import { Form, type FormRule, Input } from 'antd'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { NewRecoveryCode } from './NewRecoveryCode.tsx'
import { RecoveryCheck } from './RecoveryCheck.tsx'
import { SaveButton } from './SaveButton.tsx'
import { shortestPassword } from './UserForm.tsx'

interface Values {
  readonly current: string
  readonly next: string
  readonly repeat: string
}

const words = t.settings.password
const needed = { required: true, message: words.needed }
const sameAsNext: FormRule = ({ getFieldValue }) => ({
  validator: (_rule, value: string | undefined) =>
    value === undefined || value === getFieldValue('next')
      ? Promise.resolve()
      : Promise.reject(new Error(words.different)),
})

/** A user's own password. */
export function PasswordSettings() {
  const { admin, roles } = useSession()
  const inCharge = admin || roles.some((r) => r.role === 'head')
  const change = useAct('session.changePassword')
  const [form] = Form.useForm<Values>()
  const submit = (v: Values) =>
    change.mutate({ password: v.current, newPassword: v.next }, { onSuccess: () => form.resetFields() })
  return (
    <div className="settings-section">
      <Panel title={t.settings.sections.password} note={words.intro}>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={submit}
          onValuesChange={() => change.reset()}
        >
          <Form.Item name="current" label={words.current} rules={[needed]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={words.next}
            rules={[needed, { min: shortestPassword, message: words.tooShort }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item name="repeat" label={words.repeat} dependencies={['next']} rules={[needed, sameAsNext]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <ErrorNotice error={change.error} />
          <SaveButton label={words.change} saving={change.isPending} done={change.isSuccess ? words.changed : null} />
        </Form>
      </Panel>
      {inCharge && <RecoveryCheck />}
      {admin && <NewRecoveryCode />}
    </div>
  )
}
