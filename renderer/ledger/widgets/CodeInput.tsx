import { Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import type { CodeField } from '../../../shared/ledgers/describe.ts'
import { codeLabel, t } from '../../text.ts'
import { initials } from './initials.ts'
import type { WidgetProps } from './TypedInput.tsx'

interface Option {
  readonly value: string
  readonly label: string
  /** What may be typed to find it: the words, their pinyin initials, a code that people know by its number. */
  readonly keys: string
}

const optionsOf = (field: CodeField): Option[] =>
  field.codes.map((value) => {
    const label = codeLabel(field.list, value)
    return { value, label, keys: `${label} ${initials(label)} ${/^\d+$/.test(value) ? value : ''}` }
  })

/** Takes a choice back. An option, because the library's clearing cross is one more stop of the Tab key. */
const none: Option = { value: 'no-choice', label: t.form.noChoice, keys: t.form.noChoice }

const found = (typed: string, option?: Option): boolean => option?.keys.includes(typed.trim().toLowerCase()) ?? false

type Props<T> = WidgetProps<T> & { readonly field: CodeField }

/** One code, found by its label, pinyin initials or code. */
export function CodeInput({ id, label, value, onChange, disabled, invalid, field }: Props<string>) {
  const options = useMemo(() => optionsOf(field), [field])
  return (
    <Select<string, Option>
      id={id}
      aria-label={label}
      showSearch={{ filterOption: found }}
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
  const options = useMemo(() => optionsOf(field).map((o) => ({ value: o.value, label: o.label })), [field])
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
