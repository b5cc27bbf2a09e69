import { Checkbox, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { CodeField } from '../../../shared/ledgers/describe.ts'
import { inOneLine } from '../../format.ts'
import { codeLabel, t } from '../../text.ts'
import { useNamesUnder } from '../suggestions.ts'
import { alsoBy, byTyped, type Choice, choiceOf, isFound, meant } from './choices.ts'
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
  const namesUnder = useNamesUnder(field.list)
  const [typed, setTyped] = useState('')
  const options = useMemo(
    () => choicesOf(field).map((c) => ({ ...alsoBy(c, namesUnder(c.value)), value: marked(c.value) })),
    [field, namesUnder],
  )
  return (
    <Select<string, Choice>
      id={id}
      aria-label={label}
      showSearch={{
        filterOption: isFound,
        filterSort: (a, b, { searchValue }) => byTyped(a, b, searchValue),
        onSearch: setTyped,
      }}
      optionRender={({ data }) => <Option choice={data} typed={typed} />}
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

/** An entry, and under it the office's own words that led to it. */
function Option({ choice, typed }: { readonly choice: Choice; readonly typed: string }) {
  const words = meant(choice, typed)
  return (
    <>
      {choice.label}
      {words.length > 0 && <div className="quiet in-lines">{inOneLine(words)}</div>}
    </>
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
