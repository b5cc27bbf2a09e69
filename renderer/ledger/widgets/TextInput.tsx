import { Input } from 'antd'
import type { FocusEvent } from 'react'
import type { TextField } from '../../../shared/ledgers/describe.ts'
import type { WidgetProps } from './TypedInput.tsx'
import { tidied } from './tidied.ts'

export type TextInputProps = WidgetProps<string> & { readonly field: TextField }

/** One line of text, or a paragraph that grows with what is written. */
export function TextInput({ id, label, value, onChange, disabled, invalid, field }: TextInputProps) {
  const shared = {
    id,
    'aria-label': label,
    value: value ?? '',
    disabled,
    status: invalid ? ('error' as const) : ('' as const),
    onBlur: (event: FocusEvent) => {
      // The list of phrases is part of the text's own work: the line break before the next sentence stays.
      if (event.relatedTarget?.closest('.phrase-menu')) return
      const tidy = tidied(field.kind, value ?? '')
      if (tidy !== value) onChange(tidy)
    },
  }
  const change = (text: string) => onChange(text === '' ? null : text)
  if (field.kind === 'paragraph')
    return (
      <Input.TextArea
        {...shared}
        className="grows"
        rows={field.max > 1000 ? 3 : 2}
        onChange={(e) => change(e.target.value)}
      />
    )
  return <Input {...shared} autoComplete="off" onChange={(e) => change(e.target.value)} />
}
