import { Alert, Button, Form, Input } from 'antd'
import type { UnitState } from '../../../shared/contract/handover.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'

interface Props {
  readonly unit: UnitState
  readonly onClose: () => void
}

/** Stops taking files of a unit's card: a lost PC, a change of hands. */
export function RevokePanel({ unit, onClose }: Props) {
  const revoke = useAct('city.revoke')
  const words = t.city.units
  const { stationId, unitName } = unit
  return (
    <Panel title={fill(words.revokeTitle, { unit: unitName })} note={words.revokeHint}>
      {revoke.isSuccess ? (
        <Alert type="success" showIcon role="status" title={fill(words.revoked, { unit: unitName })} />
      ) : (
        <Form<{ reason: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) => revoke.mutate({ stationId, reason: reason.trim() })}
        >
          <Form.Item
            name="reason"
            label={words.revokeReason}
            rules={[{ required: true, whitespace: true, message: t.settings.password.needed }, { max: 200 }]}
          >
            <Input autoFocus />
          </Form.Item>
          <ErrorNotice error={revoke.error} />
          <Button danger htmlType="submit" loading={revoke.isPending}>
            {words.revokeConfirm}
          </Button>
        </Form>
      )}
      <div>
        <Button onClick={onClose}>{revoke.isSuccess ? t.city.receipt.close : words.cancel}</Button>
      </div>
    </Panel>
  )
}
