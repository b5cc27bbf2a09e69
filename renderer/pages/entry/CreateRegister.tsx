import { Button, Form, Input, Select } from 'antd'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'
import type { FreshCode } from './EntryGate.tsx'
import { EntryPage } from './EntryPage.tsx'

interface Props {
  readonly kind: 'unit' | 'recipient'
  readonly onBack: () => void
  readonly onFresh: (fresh: FreshCode) => void
}
interface Values {
  readonly unitName: string
  readonly unitCode: string
  readonly committee?: string
  readonly book?: Book
  readonly adminName: string
  readonly password: string
}
const needed = { required: true, whitespace: true, message: t.entry.fieldNeeded }
const books = (['mediation', 'teams'] as const).map((value) => ({ value, label: t.codes.book[value] }))

/** New register of a unit or of a recipient; ends with the recovery code. */
export function CreateRegister({ kind, onBack, onFresh }: Props) {
  const create = useAct('register.create')
  const start = (v: Values) =>
    create.mutate(
      {
        kind,
        unitName: v.unitName.trim(),
        unitCode: v.unitCode.trim(),
        book: kind === 'recipient' ? (v.book ?? 'mediation') : null,
        committee: v.committee?.trim() ?? '',
        adminName: v.adminName.trim(),
        password: v.password,
      },
      { onSuccess: ({ recoveryCode }) => onFresh({ code: recoveryCode, unitName: v.unitName.trim() }) },
    )
  return (
    <EntryPage title={kind === 'unit' ? t.entry.newUnit : t.entry.newRecipient}>
      <Form<Values> layout="vertical" requiredMark={false} onFinish={start} initialValues={{ book: 'mediation' }}>
        <UnitFields kind={kind} />
        <PasswordFields />
        <ErrorNotice error={create.error} />
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {create.isPending ? t.entry.creating : t.entry.create}
          </Button>
          <Button onClick={onBack}>{t.common.back}</Button>
        </div>
      </Form>
    </EntryPage>
  )
}

function UnitFields({ kind }: Pick<Props, 'kind'>) {
  return (
    <>
      <Form.Item name="unitName" label={t.entry.unitName} rules={[needed, { max: 60 }]}>
        <Input autoFocus placeholder={kind === 'unit' ? t.entry.unitNameHint : t.entry.recipientNameHint} />
      </Form.Item>
      <Form.Item
        name="unitCode"
        label={t.entry.unitCode}
        rules={[needed, { pattern: /^\s*[0-9A-Za-z]{1,12}\s*$/, message: t.entry.codeShape }]}
      >
        <Input placeholder={t.entry.unitCodeHint} />
      </Form.Item>
      {kind === 'unit' ? (
        <Form.Item name="committee" label={t.entry.committee} rules={[needed, { max: 60 }]}>
          <Input placeholder={t.entry.committeeHint} />
        </Form.Item>
      ) : (
        <Form.Item name="book" label={t.entry.receivesBook}>
          <Select options={books} />
        </Form.Item>
      )}
      <Form.Item name="adminName" label={t.entry.adminName} rules={[needed, { max: 60 }]}>
        <Input autoComplete="off" />
      </Form.Item>
    </>
  )
}

/** A new password, typed twice; the field names are `password` and `again`. */
export function PasswordFields({ label = t.entry.password }: { readonly label?: string }) {
  return (
    <>
      <Form.Item name="password" label={label} rules={[needed, { min: 8, message: t.entry.passwordShort }]}>
        <Input.Password placeholder={t.entry.passwordHint} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.entry.passwordAgain}
        dependencies={['password']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_rule, again) =>
              again === undefined || again === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t.entry.passwordDiffers)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
