import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { AppError } from '../../../shared/errors.ts'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { type Committee, committeeKinds, type Settings } from '../../../shared/settings.ts'
import { localToday } from '../../format.ts'
import { type Choice, choiceOf, isFound } from '../../ledger/widgets/choices.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { codeLabel, fill, t } from '../../text.ts'
import { PatternField } from './PatternField.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useNumbered } from './useNumbered.ts'

const words = t.numbers.committees

interface Props {
  /** Null for a new one. */
  readonly committee: Committee | null
  readonly settings: Settings
  readonly saving: boolean
  readonly error: AppError | null
  readonly onSave: (changes: Partial<Settings>, done: string) => void
  readonly onCancel: () => void
}
interface Values {
  readonly name: string
  readonly kind: Committee['kind']
  readonly validFrom: string
  readonly validUntil: string
  readonly caseNoPattern: string
  readonly agreementNoPattern: string
  readonly own: boolean
}

const read = (typed: string): string | null => (typed.trim() === '' ? null : typedDate(typed, localToday()))
const text = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** The settings with this committee in its place, and the office's own named. */
function changesOf(v: Values, before: Committee | null, settings: Settings): Partial<Settings> {
  const next: Committee = {
    name: v.name.trim(),
    kind: v.kind ?? null,
    validFrom: read(v.validFrom),
    validUntil: read(v.validUntil),
    caseNoPattern: text(v.caseNoPattern),
    agreementNoPattern: text(v.agreementNoPattern),
  }
  const others = settings.committees.filter((c) => c.name !== before?.name && c.name !== next.name)
  const own = v.own ? next.name : settings.committee === before?.name ? '' : settings.committee
  return { committees: [...others, next], committee: own }
}

/** A committee of the list: name as on the seal, kind, its days, patterns of its own. */
export function CommitteeForm({ committee, settings, saving, error, onSave, onCancel }: Props) {
  const numbered = useNumbered().has(committee?.name ?? '')
  const submit = (v: Values) => onSave(changesOf(v, committee, settings), fill(words.saved, { name: v.name.trim() }))
  const remove = (name: string) => {
    const committees = settings.committees.filter((c) => c.name !== name)
    onSave({ committees, ...(settings.committee === name ? { committee: '' } : {}) }, fill(words.removed, { name }))
  }
  const initial: Values = {
    name: committee?.name ?? '',
    kind: committee?.kind ?? null,
    validFrom: committee?.validFrom ?? '',
    validUntil: committee?.validUntil ?? '',
    caseNoPattern: committee?.caseNoPattern ?? '',
    agreementNoPattern: committee?.agreementNoPattern ?? '',
    own: committee === null ? settings.committee === '' : committee.name === settings.committee,
  }
  return (
    <Panel title={committee === null ? words.newTitle : fill(words.editTitle, { name: committee.name })}>
      <Form<Values> layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit} autoComplete="off">
        <NameField committee={committee} settings={settings} numbered={numbered} />
        <Fields settings={settings} />
        <ErrorNotice error={error} />
        <div className="button-line">
          <SaveButton label={t.settings.save} saving={saving} done={null} />
          <Button onClick={onCancel}>{t.common.cancel}</Button>
          {committee !== null && !numbered && (
            <Button danger onClick={() => remove(committee.name)}>
              {words.remove}
            </Button>
          )}
        </div>
      </Form>
    </Panel>
  )
}

type NameProps = Pick<Props, 'committee' | 'settings'> & { readonly numbered: boolean }
function NameField({ committee, settings, numbered }: NameProps) {
  const twice = {
    validator: (_rule: unknown, value: string) =>
      value.trim() !== committee?.name && settings.committees.some((c) => c.name === value.trim())
        ? Promise.reject(new Error(words.nameTwice))
        : Promise.resolve(),
  }
  return (
    <Form.Item
      name="name"
      label={words.name}
      extra={numbered ? words.nameKept : undefined}
      rules={[
        { required: true, whitespace: true, message: words.nameNeeded },
        { max: 60, message: t.settings.office.tooLong },
        twice,
      ]}
    >
      <Input autoFocus={!numbered} disabled={numbered} />
    </Form.Item>
  )
}

function Fields({ settings }: Pick<Props, 'settings'>) {
  const kinds = committeeKinds.map((value) => choiceOf(value, codeLabel('committeeKind', value)))
  const isDate = {
    validator: (_rule: unknown, value: string) =>
      value.trim() === '' || read(value) !== null ? Promise.resolve() : Promise.reject(new Error(words.dateWrong)),
  }
  const inOrder = ({ getFieldValue }: { readonly getFieldValue: (name: string) => string }) => ({
    validator: (_rule: unknown, value: string) => {
      const [from, until] = [read(getFieldValue('validFrom')), read(value)]
      return from !== null && until !== null && until < from
        ? Promise.reject(new Error(words.dateOrder))
        : Promise.resolve()
    },
  })
  return (
    <>
      <Form.Item name="own" valuePropName="checked" extra={words.ownHint}>
        <Checkbox>{words.own}</Checkbox>
      </Form.Item>
      <Form.Item name="kind" label={words.kind}>
        <Select<string, Choice>
          allowClear
          showSearch={{ filterOption: isFound }}
          defaultActiveFirstOption
          placeholder={words.kindNone}
          options={kinds}
        />
      </Form.Item>
      <Form.Item name="validFrom" label={words.validFrom} rules={[isDate]}>
        <Input placeholder={t.form.dateHint} />
      </Form.Item>
      <Form.Item name="validUntil" label={words.validUntil} rules={[isDate, inOrder]}>
        <Input placeholder={t.form.dateHint} />
      </Form.Item>
      <PatternField name="caseNoPattern" label={words.caseNoPattern} otherwise={settings.caseNoPattern} />
      <PatternField
        name="agreementNoPattern"
        label={words.agreementNoPattern}
        otherwise={settings.agreementNoPattern}
      />
    </>
  )
}
