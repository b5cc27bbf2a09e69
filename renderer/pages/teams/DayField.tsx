import { useState } from 'react'
import { localToday } from '../../format.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { t } from '../../text.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}
/** A day that stands above a table: while what is typed is no date, the table stays with the last one. */
export function DayField({ id, label, value, onChange }: Props) {
  const [unread, setUnread] = useState(false)
  return (
    <label htmlFor={id}>
      {label}
      <DateInput
        id={id}
        label={label}
        today={localToday()}
        value={value}
        disabled={false}
        invalid={unread}
        onChange={(day) => day !== null && onChange(day)}
        onUnreadable={(code) => setUnread(code !== null)}
      />
      {unread && <span className="field-problem">{t.roster.dayWrong}</span>}
    </label>
  )
}
