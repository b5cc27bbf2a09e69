import { Button, Form, Input } from 'antd'
import type { RecordView } from '../../shared/contract/records.ts'
import { useAct } from '../api/client.ts'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { t } from '../text.ts'

interface Props {
  readonly view: RecordView
  readonly onRemoved: () => void
  readonly onBack: () => void
}

/** Takes a record out of the lists, with a reason; its history stays. */
export function RemovePanel({ view, onRemoved, onBack }: Props) {
  const remove = useAct('record.remove')
  const start = ({ reason }: { readonly reason: string }) =>
    remove.mutate(
      { ledger: view.ledger, id: view.id, revision: view.revision, reason: reason.trim() },
      { onSuccess: onRemoved },
    )
  return (
    <section className="remove-panel" aria-label={t.form.remove}>
      <p>{t.form.removeSure}</p>
      <Form layout="vertical" requiredMark={false} onFinish={start}>
        <Form.Item
          name="reason"
          label={t.form.removeReason}
          rules={[{ required: true, whitespace: true, max: 200, message: t.entry.fieldNeeded }]}
        >
          <Input autoFocus />
        </Form.Item>
        <ErrorNotice error={remove.error} />
        <div className="buttons">
          <Button danger htmlType="submit" loading={remove.isPending}>
            {t.form.remove}
          </Button>
          <Button onClick={onBack}>{t.common.cancel}</Button>
        </div>
      </Form>
    </section>
  )
}
