import { Input } from 'antd'
import { type ReactNode, useState } from 'react'

export interface WidgetProps<T> {
  readonly id: string
  readonly label: string
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  /** What was typed cannot be read as a value: the problem's code, or null when it can. */
  readonly onUnreadable: (code: string | null) => void
  readonly disabled: boolean
  readonly invalid: boolean
}

interface Props<T> extends WidgetProps<T> {
  readonly parse: (typed: string) => T | null
  readonly format: (value: T) => string
  /** Problem code for text that `parse` cannot read. */
  readonly unreadable: string
  readonly placeholder?: string
  readonly suffix?: ReactNode
}

/** Text typed freely and read as a value: kept as typed while typing, tidied when the field is left. */
export function TypedInput<T extends string | number>(props: Props<T>) {
  const { id, label, value, onChange, onUnreadable, disabled, invalid, parse, format } = props
  const shown = (v: T | null) => (v === null ? '' : format(v))
  const [typed, setTyped] = useState({ text: shown(value), value })
  // The value changed from outside: an undo, or a birth date out of an ID number.
  if (typed.value !== value) setTyped({ text: shown(value), value })
  const change = (text: string) => {
    const read = text.trim() === '' ? null : parse(text)
    setTyped({ text, value: read })
    onChange(read)
    if (read !== null || text.trim() === '') onUnreadable(null)
  }
  const leave = () => {
    const unreadable = typed.value === null && typed.text.trim() !== ''
    onUnreadable(unreadable ? props.unreadable : null)
    if (!unreadable) setTyped({ text: shown(typed.value), value: typed.value })
  }
  return (
    <Input
      id={id}
      aria-label={label}
      autoComplete="off"
      value={typed.text}
      disabled={disabled}
      status={invalid ? 'error' : ''}
      placeholder={props.placeholder}
      suffix={props.suffix}
      onChange={(e) => change(e.target.value)}
      onBlur={leave}
    />
  )
}
