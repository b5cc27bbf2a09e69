import { Alert, Form, Input } from 'antd'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'

const words = t.turnover.recovery

/** Once a year: does the code in the envelope still open the register? Nothing is changed by asking. */
export function RecoveryCheck() {
  const { admin } = useSession()
  const check = useAct('register.checkRecoveryCode')
  const [form] = Form.useForm<{ recoveryCode: string }>()
  const opens = admin ? words.opens : words.opensNoAdmin
  return (
    <Panel title={words.title} note={words.intro}>
      <Form<{ recoveryCode: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(v) => check.mutate(v, { onSuccess: () => form.resetFields() })}
        onValuesChange={() => check.reset()}
      >
        <Form.Item name="recoveryCode" label={words.field} rules={[{ required: true, message: words.needed }]}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <ErrorNotice error={check.error} />
        {check.data && (
          <Alert
            type={check.data.opens ? 'success' : 'error'}
            showIcon
            role={check.data.opens ? 'status' : 'alert'}
            title={check.data.opens ? opens : words.shut}
          />
        )}
        <SaveButton label={words.check} saving={check.isPending} done={null} />
      </Form>
    </Panel>
  )
}
