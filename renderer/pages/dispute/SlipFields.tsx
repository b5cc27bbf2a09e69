import { Input } from 'antd'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { fieldLabel } from '../../text.ts'

export interface Slip {
  readonly no: string
  readonly on: string | null
}
export const noSlip: Slip = { no: '', on: null }
export const isWholeSlip = ({ no, on }: Slip): boolean => no.trim() !== '' && on !== null

interface Props {
  readonly note: string
  readonly slip: Slip
  readonly today: string
  readonly onChange: (slip: Slip) => void
}

/** 审批单: where someone decided on paper who does not sit at this register. */
export function SlipFields({ note, slip, today, onChange }: Props) {
  return (
    <>
      <p className="quiet">{note}</p>
      <label htmlFor="slip-no">{fieldLabel('dispute', 'slipNo')}</label>
      <Input id="slip-no" maxLength={60} value={slip.no} onChange={(e) => onChange({ ...slip, no: e.target.value })} />
      <label htmlFor="slip-on">{fieldLabel('dispute', 'slipOn')}</label>
      <DateInput
        id="slip-on"
        label={fieldLabel('dispute', 'slipOn')}
        today={today}
        value={slip.on}
        disabled={false}
        invalid={false}
        onChange={(on) => onChange({ ...slip, on })}
        onUnreadable={() => undefined}
      />
    </>
  )
}
