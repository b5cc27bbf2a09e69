import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type KeptItem, type KeptKind, keptKinds } from '../../../shared/contract/turnover.ts'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { useAct } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'

const words = t.turnover.kept
const book = 'mediation'

/** 保管物: sticks, envelopes, seals, keys, and who keeps them. */
export function KeptTab({ items }: { readonly items: readonly KeptItem[] }) {
  const [editing, setEditing] = useState<KeptItem | 'new' | null>(null)
  const { roles } = useSession()
  const mayEdit = roles.some((r) => r.book === book && r.role !== 'mediator')
  const edit = (item: KeptItem) => (
    <Button
      type="link"
      size="small"
      aria-label={fill(words.editName, { name: item.label })}
      onClick={() => setEditing(item)}
    >
      {words.edit}
    </Button>
  )
  return (
    <div className="desk flow">
      <PlainTable
        label={t.turnover.tabs.kept}
        columns={[
          { key: 'kind', title: words.kind, value: (r) => t.turnover.keptKinds[r.kind] },
          { key: 'label', title: words.label, value: (r) => r.label },
          { key: 'keeper', title: words.keeper, value: (r) => r.keeper },
          { key: 'place', title: words.place, value: (r) => r.place },
          { key: 'since', title: words.since, value: (r) => r.since ?? '' },
          ...(mayEdit ? [{ key: 'edit', title: words.edit, value: edit }] : []),
        ]}
        rows={items}
        keyOf={(r) => r.k}
        empty={words.empty}
      />
      {mayEdit && editing === null && (
        <div className="button-line">
          <Button onClick={() => setEditing('new')}>{words.add}</Button>
        </div>
      )}
      {editing !== null && (
        <KeptForm
          key={editing === 'new' ? 'new' : editing.k}
          item={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
        />
      )}
    </div>
  )
}

interface Values {
  readonly kind: KeptKind
  readonly label: string
  readonly keeper: string
  readonly place?: string
  readonly since?: string
}
const needed = { required: true, whitespace: true, message: words.needed }
const dateRule = {
  validator: (_rule: unknown, typed: string | undefined) =>
    !typed?.trim() || typedDate(typed, localToday()) !== null
      ? Promise.resolve()
      : Promise.reject(new Error(words.dateWrong)),
}

interface FormProps {
  readonly item: KeptItem | null
  readonly onDone: () => void
}
function KeptForm({ item, onDone }: FormProps) {
  const save = useAct('kept.save')
  const submit = ({ kind, label, keeper, place, since }: Values) => {
    const day = since?.trim() ? typedDate(since, localToday()) : null
    save.mutate(
      { book, k: item?.k ?? null, kind, label, keeper, place: place ?? '', since: day },
      { onSuccess: onDone },
    )
  }
  const kinds = keptKinds.map((value) => ({ value, label: t.turnover.keptKinds[value] }))
  const start = item === null ? { kind: 'stick' as const } : { ...item, since: item.since ?? '' }
  return (
    <Panel title={item === null ? words.add : fill(words.editName, { name: item.label })}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={submit}
        className="kept-form"
      >
        <Form.Item name="kind" label={words.kind}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="label" label={words.label} rules={[needed, { max: 60 }]}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="keeper" label={words.keeper} rules={[needed, { max: 60 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="place" label={words.place} rules={[{ max: 60 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="since" label={words.since} rules={[dateRule]}>
          <Input />
        </Form.Item>
        <ErrorNotice error={save.error} />
        <div className="button-line">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
          <Button onClick={onDone}>{t.common.cancel}</Button>
        </div>
      </Form>
      {item !== null && <StrikeOut item={item} onDone={onDone} />}
    </Panel>
  )
}

/** An item that is gone leaves the list with a reason; the journal keeps both. */
function StrikeOut({ item, onDone }: { readonly item: KeptItem; readonly onDone: () => void }) {
  const remove = useAct('kept.remove')
  const [reason, setReason] = useState('')
  return (
    <div className="button-line">
      <Input
        aria-label={words.removeReason}
        placeholder={words.removeReason}
        maxLength={120}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={remove.isPending}
        onClick={() => remove.mutate({ book, k: item.k, reason }, { onSuccess: onDone })}
      >
        {words.remove}
      </Button>
      <ErrorNotice error={remove.error} />
    </div>
  )
}
