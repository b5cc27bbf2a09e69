import { Calendar, Popover } from 'antd'
import { useState } from 'react'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { t } from '../../text.ts'
import { TypedInput, type WidgetProps } from './TypedInput.tsx'

/** A date typed as people write it, or picked from a small calendar with the mouse. */
export function DateInput(
  props: WidgetProps<string> & { readonly today: string; readonly assumedYear?: () => string | null },
) {
  const { today, assumedYear, onChange, disabled } = props
  const [open, setOpen] = useState(false)
  const calendar = (
    <div className="calendar">
      <Calendar
        fullscreen={false}
        onSelect={(day, { source }) => {
          onChange(day.format('YYYY-MM-DD'))
          if (source === 'date') setOpen(false)
        }}
      />
    </div>
  )
  const button = disabled ? undefined : (
    <Popover
      content={calendar}
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      destroyOnHidden
    >
      <button type="button" className="in-field" tabIndex={-1} aria-label={t.form.calendar}>
        ▾
      </button>
    </Popover>
  )
  return (
    <TypedInput
      {...props}
      parse={(typed) => typedDate(typed, today, assumedYear?.() ?? undefined)}
      format={(date) => date}
      unreadable="notADate"
      placeholder={t.form.dateHint}
      suffix={button}
    />
  )
}
