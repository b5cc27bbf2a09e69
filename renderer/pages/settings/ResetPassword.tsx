import { Form, Input } from 'antd'
import type { UserView } from '../../../shared/contract/session.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { shortestPassword } from './UserForm.tsx'

/** A new first password for a user who forgot theirs. */
export function ResetPassword({ user }: { readonly user: UserView }) {
  const reset = useAct('user.setPassword')
  const [form] = Form.useForm<{ password: string }>()
  const words = t.settings.users
  const submit = ({ password }: { readonly password: string }) =>
    reset.mutate({ id: user.id, newPassword: password }, { onSuccess: () => form.resetFields() })
  return (
    <Panel title={words.resetPassword} note={words.resetHint}>
      <Form<{ password: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        onValuesChange={() => reset.reset()}
      >
        <Form.Item
          name="password"
          label={words.resetField}
          rules={[{ required: true, min: shortestPassword, message: words.passwordShort }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <ErrorNotice error={reset.error} />
        <SaveButton
          label={words.resetPassword}
          saving={reset.isPending}
          done={reset.isSuccess ? fill(words.resetDone, { name: user.name }) : null}
        />
      </Form>
    </Panel>
  )
}
