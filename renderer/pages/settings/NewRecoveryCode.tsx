import { Form, Input } from 'antd'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { InView } from '../../parts/InView.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { RecoveryCode } from '../entry/RecoveryCode.tsx'
import { SaveButton } from './SaveButton.tsx'

const words = t.settings.password

/** Replaces the recovery code; the new one is shown once, as at the first run. */
export function NewRecoveryCode() {
  const { unitName } = useSession().profile
  const renew = useAct('register.newRecoveryCode')
  const [form] = Form.useForm<{ password: string }>()
  const kept = () => {
    renew.reset()
    form.resetFields()
  }
  if (renew.data) {
    return (
      <InView>
        <RecoveryCode fresh={{ code: renew.data.recoveryCode, unitName }} onKept={kept} />
      </InView>
    )
  }
  return (
    <Panel title={words.recovery} note={words.recoveryIntro}>
      <Form<{ password: string }> form={form} layout="vertical" requiredMark={false} onFinish={(v) => renew.mutate(v)}>
        <Form.Item name="password" label={words.current} rules={[{ required: true, message: words.needed }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <ErrorNotice error={renew.error} />
        <SaveButton label={words.recoveryNew} saving={renew.isPending} done={null} />
      </Form>
    </Panel>
  )
}
