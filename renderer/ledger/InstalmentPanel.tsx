import { Button, Radio } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { type AnyPart, emptyPart } from '../../shared/ledgers/describe.ts'
import { performance } from '../../shared/ledgers/disputeParts.ts'
import {
  type Instalment,
  type Interval,
  instalmentsOf,
  intervals,
  maxInstalments,
} from '../../shared/rules/instalments.ts'
import { yuanCapital } from '../../shared/rules/money.ts'
import { typedDate } from '../../shared/rules/typedDate.ts'
import { typedInteger, typedMoney } from '../../shared/rules/typedNumber.ts'
import { formatMoney } from '../format.ts'
import { isComposing } from '../keys.ts'
import { fill, t } from '../text.ts'
import { focusPath, useFormTools } from './FormContext.ts'
import { TypedInput } from './widgets/TypedInput.tsx'

interface Typed {
  readonly total: number | null
  readonly count: number | null
  readonly each: number | null
  readonly firstDue: string | null
  readonly every: Interval
}
const nothing: Typed = { total: null, count: null, each: null, firstDue: null, every: 'month' }

function planned({ total, count, each, firstDue, every }: Typed): readonly Instalment[] | null {
  const by = count !== null ? { count } : each !== null ? { each } : null
  return total === null || by === null || firstDue === null ? null : instalmentsOf({ total, by, firstDue, every })
}

/** 分期: a sum and a rhythm become one performance each, in one step that Ctrl+Z takes back. */
export function InstalmentPanel({ list, parts }: { readonly list: string; readonly parts: readonly AnyPart[] }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t.form.instalments}
      </button>
    )
  return <OpenPlan list={list} parts={parts} onClose={() => setOpen(false)} />
}

interface PlanProps {
  readonly list: string
  readonly parts: readonly AnyPart[]
  readonly onClose: () => void
}
function OpenPlan({ list, parts, onClose }: PlanProps) {
  const { edit } = useFormTools()
  const [typed, setTyped] = useState(nothing)
  const plan = planned(typed)
  const debtor = parts.at(-1)?.debtor ?? null
  useEffect(() => void document.getElementById('instalment-total')?.focus(), [])
  const make = () => {
    if (plan === null) return
    const made = plan.map(
      ({ amount, dueOn }, i): AnyPart => ({
        ...emptyPart(performance),
        debtor,
        manner: fill(t.form.instalmentManner, { no: i + 1 }),
        amount,
        dueOn,
      }),
    )
    edit({ type: 'addAll', list, parts: made })
    onClose()
    focusPath(list)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
    onClose()
    focusPath(list)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of its own would stand in the list's
    <div className="instalments" role="group" aria-label={t.form.instalmentTitle} onKeyDown={onKey}>
      <PlanFields typed={typed} onChange={(change) => setTyped({ ...typed, ...change })} />
      <p className="quiet" role="status">
        {plan === null ? fill(t.form.instalmentWrong, { max: maxInstalments }) : sumOf(plan)}
      </p>
      <Button type="primary" disabled={plan === null} onClick={make}>
        {fill(t.form.instalmentMake, { count: plan?.length ?? 0 })}
      </Button>
      <Button onClick={onClose}>{t.common.cancel}</Button>
    </div>
  )
}

function sumOf(plan: readonly Instalment[]): string {
  const sum = plan.reduce((s, p) => s + p.amount, 0)
  return fill(t.form.instalmentSum, {
    count: plan.length,
    sum: formatMoney(sum),
    capital: yuanCapital(sum),
    last: formatMoney(plan.at(-1)?.amount ?? 0),
  })
}

interface FieldsProps {
  readonly typed: Typed
  readonly onChange: (change: Partial<Typed>) => void
}
function PlanFields({ typed, onChange }: FieldsProps) {
  const { today } = useFormTools()
  const shared = { disabled: false, invalid: false, onUnreadable: () => undefined }
  const amount = {
    ...shared,
    parse: typedMoney,
    format: formatMoney,
    unreadable: 'notANumber',
    suffix: t.form.moneyUnit,
  }
  return (
    <>
      <PlanField id="total" label={t.form.instalmentTotal}>
        {(at) => <TypedInput {...amount} {...at} value={typed.total} onChange={(total) => onChange({ total })} />}
      </PlanField>
      <PlanField id="count" label={t.form.instalmentCount}>
        {(at) => (
          <TypedInput
            {...shared}
            {...at}
            parse={typedInteger}
            format={String}
            unreadable="notANumber"
            value={typed.count}
            onChange={(count) => onChange({ count, ...(count !== null && { each: null }) })}
          />
        )}
      </PlanField>
      <PlanField id="each" label={t.form.instalmentEach}>
        {(at) => (
          <TypedInput
            {...amount}
            {...at}
            value={typed.each}
            onChange={(each) => onChange({ each, ...(each !== null && { count: null }) })}
          />
        )}
      </PlanField>
      <PlanField id="first" label={t.form.instalmentFirst}>
        {(at) => (
          <TypedInput
            {...shared}
            {...at}
            parse={(text: string) => typedDate(text, today)}
            format={String}
            unreadable="notADate"
            placeholder={t.form.dateHint}
            value={typed.firstDue}
            onChange={(firstDue) => onChange({ firstDue })}
          />
        )}
      </PlanField>
      <Radio.Group
        aria-label={t.form.instalmentEvery}
        value={typed.every}
        onChange={(e) => onChange({ every: e.target.value as Interval })}
        options={(Object.keys(intervals) as Interval[]).map((value) => ({
          value,
          label: t.form.instalmentIntervals[value],
        }))}
      />
    </>
  )
}

interface PlanFieldProps {
  readonly id: string
  readonly label: string
  readonly children: (at: { readonly id: string; readonly label: string }) => React.ReactNode
}
function PlanField({ id, label, children }: PlanFieldProps) {
  const fullId = `instalment-${id}`
  return (
    <div className="instalment-field">
      <label htmlFor={fullId}>{label}</label>
      {children({ id: fullId, label })}
    </div>
  )
}
