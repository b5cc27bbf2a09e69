import { Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import type { CodeField } from '../../../shared/ledgers/describe.ts'
import { codeLabel, t } from '../../text.ts'
import { type Choice, choiceOf, isFound } from './choices.ts'
import type { WidgetProps } from './TypedInput.tsx'

const choicesOf = (field: CodeField): Choice[] => field.codes.map((code) => choiceOf(code, codeLabel(field.list, code)))

/** Takes a choice back. An option, because the library's clearing cross is one more stop of the Tab key. */
const none: Choice = { value: 'no-choice', label: t.form.noChoice, keys: t.form.noChoice }

type Props<T> = WidgetProps<T> & { readonly field: CodeField }

/** One code, found by its label, pinyin initials or code. */
export function CodeInput({ id, label, value, onChange, disabled, invalid, field }: Props<string>) {
  const options = useMemo(() => choicesOf(field), [field])
  return (
    <Select<string, Choice>
      id={id}
      aria-label={label}
      showSearch={{ filterOption: isFound }}
      defaultActiveFirstOption
      value={value}
      options={value === null ? options : [...options, none]}
      disabled={disabled}
      status={invalid ? 'error' : ''}
      placeholder={t.form.choose}
      onChange={(code) => onChange(code === none.value ? null : code)}
    />
  )
}

/** Several codes as boxes to tick. */
export function CodesInput({ id, label, value, onChange, disabled, field }: Props<readonly string[]>) {
  const options = useMemo(() => choicesOf(field).map((o) => ({ value: o.value, label: o.label })), [field])
  return (
    <fieldset id={id} aria-label={label} className="plain">
      <Checkbox.Group
        value={[...(value ?? [])]}
        options={options}
        disabled={disabled}
        onChange={(codes) => onChange(codes.length === 0 ? null : (codes as string[]))}
      />
    </fieldset>
  )
}
