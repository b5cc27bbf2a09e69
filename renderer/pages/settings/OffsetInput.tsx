import { Input } from 'antd'
import { useState } from 'react'
import { typedOffset, writtenOffset } from '../../../shared/rules/printing.ts'
import { t } from '../../text.ts'
import type { Unreadable } from './useUnreadable.ts'

interface Props {
  readonly label: string
  /** Tenths of a millimetre. */
  readonly value: number
  readonly unread: Unreadable
  readonly onChange: (tenths: number) => void
}

/** Millimetres as people type them; an empty field is no offset. What cannot be read stays as typed and is marked. */
export function OffsetInput({ label, value, unread, onChange }: Props) {
  const [typed, setTyped] = useState({ text: writtenOffset(value), value })
  // Another row moved here.
  if (typed.value !== value) setTyped({ text: writtenOffset(value), value })
  const change = (text: string) => {
    const read = text.trim() === '' ? 0 : typedOffset(text)
    unread.note(label, read === null)
    setTyped({ text, value: read ?? value })
    if (read !== null) onChange(read)
  }
  return (
    <Input
      aria-label={label}
      autoComplete="off"
      value={typed.text}
      status={unread.all.has(label) ? 'error' : ''}
      suffix={t.printing.settings.millimetres}
      onChange={(e) => change(e.target.value)}
      onBlur={() => !unread.all.has(label) && setTyped({ text: writtenOffset(value), value })}
    />
  )
}
