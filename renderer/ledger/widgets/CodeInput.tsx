import { Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import type { CodeField } from '../../../shared/ledgers/describe.ts'
import { codeLabel, t } from '../../text.ts'
import { byTyped, type Choice, choiceOf, isFound } from './choices.ts'
import type { WidgetProps } from './TypedInput.tsx'

/**
 * A code as the list's own value. The library marks an option whose value begins with what is typed, and codes are
 * English words: `l` would mark `landForest` above 邻里纠纷. Nobody types a blank first.
 */
const marked = (code: string): string => ` ${code}`
const unmarked = (value: string): string => value.slice(1)

const choicesOf = (field: CodeField): Choice[] => field.codes.map((code) => choiceOf(code, codeLabel(field.list, code)))

/** Takes a choice back. An option, because the library's clearing cross is one more stop of the Tab key. */
const none: Choice = { value: 'no-choice', label: t.form.noChoice, keys: t.form.noChoice }

type Props<T> = WidgetProps<T> & { readonly field: CodeField }

/** One code, found by its label, pinyin initials or code. */
export function CodeInput({ id, label, value, onChange, disabled, invalid, field }: Props<string>) {
  const options = useMemo(() => choicesOf(field).map((c) => ({ ...c, value: marked(c.value) })), [field])
  return (
    <Select<string, Choice>
      id={id}
      aria-label={label}
      showSearch={{ filterOption: isFound, filterSort: (a, b, { searchValue }) => byTyped(a, b, searchValue) }}
      defaultActiveFirstOption
      value={value === null ? null : marked(value)}
      options={value === null ? options : [...options, none]}
      disabled={disabled}
      status={invalid ? 'error' : ''}
      placeholder={t.form.choose}
      onChange={(chosen) => onChange(chosen === none.value ? null : unmarked(chosen))}
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
