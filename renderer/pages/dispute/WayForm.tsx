import { Button } from 'antd'
import { useState } from 'react'
import type { AnyValue, ScalarField } from '../../../shared/ledgers/describe.ts'
import { dispute } from '../../../shared/ledgers/dispute.ts'
import { caseLife } from '../../../shared/rules/caseLife.ts'
import type { OtherWay } from '../../../shared/rules/otherWays.ts'
import { inOneLine } from '../../format.ts'
import { Widget } from '../../ledger/Widget.tsx'
import { named } from '../../named.ts'
import { useSession } from '../../session.ts'
import { codeLabel, fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { isWholeSlip, noSlip, SlipFields } from './SlipFields.tsx'
import { firstValues, takeWay, type WayValues } from './takeWay.ts'

interface Props {
  readonly actions: FormActions
  readonly way: OtherWay
  readonly onDone: () => void
}

/** What another end of the case needs, in one place; confirmed, it is set in the form and saved. */
export function WayForm({ actions, way, onDone }: Props) {
  const { form } = actions
  const [values, setValues] = useState(() => firstValues(way, actions))
  const [slip, setSlip] = useState(noSlip)
  const mine = useSession().roles.some((r) => r.book === 'mediation' && caseLife[way.state].by.includes(r.role))
  const lacking = way.asked.filter((f) => values[f] === null && way.optional?.includes(f) !== true)
  const act = codeLabel('stage', way.state)
  const roles = String(named({ roles: caseLife[way.state].by.join(' ') }).roles)
  const confirm = async () => {
    const approved: WayValues = isWholeSlip(slip) ? { slipNo: slip.no.trim(), slipOn: slip.on } : {}
    if (await takeWay(actions, way, { ...values, ...approved })) onDone()
  }
  const held = lacking.length > 0 || (!mine && !isWholeSlip(slip))
  return (
    <div className="way-form">
      {way.asked.includes('otherRoutesToldOn') && <p>{t.caseActs.routes}</p>}
      <Asked way={way} values={values} tools={form.tools} onChange={setValues} />
      {!mine && (
        <SlipFields
          note={fill(t.caseActs.slipNote, { act, roles })}
          slip={slip}
          today={form.tools.today}
          onChange={setSlip}
        />
      )}
      {lacking.length > 0 && (
        <p className="quiet">
          {fill(t.caseActs.stillNeeded, { fields: inOneLine(lacking.map((f) => fieldLabel('dispute', f))) })}
        </p>
      )}
      <Button type="primary" disabled={held} loading={form.saving} onClick={() => void confirm()}>
        {fill(t.caseActs.confirm, { act })}
      </Button>
    </div>
  )
}

interface AskedProps {
  readonly way: OtherWay
  readonly values: WayValues
  readonly tools: FormActions['form']['tools']
  readonly onChange: (change: (before: WayValues) => WayValues) => void
}
function Asked({ way, values, tools, onChange }: AskedProps) {
  return way.asked.map((name) => (
    <div key={name}>
      <label htmlFor={`way-${name}`}>{fieldLabel('dispute', name)}</label>
      <Widget
        field={dispute.fields[name] as ScalarField}
        id={`way-${name}`}
        label={fieldLabel('dispute', name)}
        today={tools.today}
        phrases={tools.settings.phrases}
        assumedYear={tools.assumedYear}
        source={null}
        value={(values[name] ?? null) as string}
        disabled={false}
        invalid={false}
        onChange={(value) => onChange((before) => ({ ...before, [name]: value as AnyValue }))}
        onUnreadable={(code) => code !== null && onChange((before) => ({ ...before, [name]: null }))}
      />
    </div>
  ))
}
