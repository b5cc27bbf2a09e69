import { Button, Input } from 'antd'
import { useState } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import type { Series } from '../../../shared/rules/numbers.ts'
import { useAct, useCall } from '../../api/client.ts'
import { isComposing } from '../../keys.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActError } from './ActError.tsx'
import '../numbers/numbers.css'

const words = t.numbers

interface Props {
  readonly actions: FormActions
  readonly series: Series
  readonly label: string
  readonly view: RecordView
}

/** The number a case has, and the way out of a wrong one: 退回 while nobody has seen it, 作废 with a reason after. */
export function GivenNumber({ actions, series, label, view }: Props) {
  const { form, save } = actions
  const [voiding, setVoiding] = useState(false)
  const standing = useCall('dispute.numberStanding', { ledger: 'dispute', id: view.id, series })
  const takeBack = useAct('dispute.takeBackNumber')
  const may = standing.data?.may
  const back = async () => {
    const saved = form.dirty ? await save() : view
    if (saved === null) return
    const { id, revision } = saved
    takeBack.mutate({ ledger: 'dispute', id, revision, series }, { onSuccess: form.adopt })
  }
  return (
    <section className="number-panel" aria-label={label} data-path={series}>
      <strong>{label}</strong>
      <span className="number">{String(form.data[series] ?? '')}</span>
      {may === 'takeBack' && (
        <Button size="small" title={words.takeBackNote} loading={takeBack.isPending} onClick={() => void back()}>
          {words.takeBack}
        </Button>
      )}
      {may === 'void' && !voiding && (
        <Button size="small" onClick={() => setVoiding(true)}>
          {words.void}
        </Button>
      )}
      {voiding && standing.data && (
        <VoidForm {...{ actions, series, view }} decides={standing.data.decides} onKeep={() => setVoiding(false)} />
      )}
      <ActError error={takeBack.error ?? standing.error} />
    </section>
  )
}

interface VoidProps extends Omit<Props, 'label'> {
  readonly decides: boolean
  readonly onKeep: () => void
}
function VoidForm({ actions, series, view, decides, onKeep }: VoidProps) {
  const { form, save } = actions
  const act = useAct('dispute.voidNumber')
  const [reason, setReason] = useState('')
  const [slip, setSlip] = useState<Slip>({ slipNo: '', slipOn: null })
  const ready = reason.trim() !== '' && (decides || (slip.slipNo.trim() !== '' && slip.slipOn !== null))
  const start = async () => {
    const saved = !ready ? null : form.dirty ? await save() : view
    if (saved === null) return
    const of = { ledger: 'dispute', id: saved.id, revision: saved.revision, series } as const
    const signed = decides ? {} : { slipNo: slip.slipNo.trim(), slipOn: slip.slipOn }
    act.mutate({ ...of, reason: reason.trim(), ...signed }, { onSuccess: form.adopt })
  }
  const number = String(form.data[series] ?? '')
  return (
    <fieldset className="plain number-void" aria-label={fill(words.voidTitle, { number })}>
      <p className="quiet">{words.voidNote}</p>
      <div className="row">
        <label htmlFor="void-reason">{words.reason}</label>
        <Input
          autoFocus
          id="void-reason"
          className="reason"
          placeholder={words.reasonHint}
          maxLength={200}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          onKeyDown={(e) => e.key === 'Enter' && !isComposing(e.nativeEvent) && void start()}
        />
      </div>
      {!decides && <SlipFields slip={slip} today={form.tools.today} onChange={setSlip} />}
      <div className="row">
        <Button danger disabled={!ready} loading={act.isPending || form.saving} onClick={() => void start()}>
          {words.voidNow}
        </Button>
        <Button onClick={onKeep}>{words.keep}</Button>
      </div>
      <ActError error={act.error} />
    </fieldset>
  )
}

interface Slip {
  readonly slipNo: string
  readonly slipOn: string | null
}
interface SlipProps {
  readonly slip: Slip
  readonly today: string
  readonly onChange: (slip: Slip) => void
}
/** The head's decision on paper (审批单), where the head does not sit at this register. */
function SlipFields({ slip, today, onChange }: SlipProps) {
  const [wrong, setWrong] = useState(false)
  return (
    <>
      <p className="field-warning">{words.slipNote}</p>
      <div className="row">
        <label htmlFor="void-slip-no">{words.slipNo}</label>
        <Input
          id="void-slip-no"
          maxLength={60}
          value={slip.slipNo}
          onChange={(e) => onChange({ ...slip, slipNo: e.target.value })}
        />
        <label htmlFor="void-slip-on">{words.slipOn}</label>
        <div className="slip-date">
          <DateInput
            id="void-slip-on"
            label={words.slipOn}
            today={today}
            value={slip.slipOn}
            disabled={false}
            invalid={wrong}
            onChange={(slipOn) => onChange({ ...slip, slipOn })}
            onUnreadable={(code) => setWrong(code !== null)}
          />
        </div>
      </div>
    </>
  )
}
