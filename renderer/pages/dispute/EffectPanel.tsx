import { Button } from 'antd'
import { useState } from 'react'
import { latestDate } from '../../../shared/rules/dates.ts'
import { useAct } from '../../api/client.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActError } from './ActError.tsx'

const acts = ['signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn'] as const
type Act = (typeof acts)[number]
type Dates = Readonly<Record<Act, string | null>>

/** The three acts of 人民调解法 29. With the last of them the agreement is in effect, and what it prints freezes. */
export function EffectPanel({ actions }: { readonly actions: FormActions }) {
  const { form } = actions
  const stored = Object.fromEntries(acts.map((a) => [a, (form.data[a] ?? null) as string | null])) as Dates
  const inEffect = form.view?.frozenFields.includes('sealedOn') ?? false
  if (inEffect) return <InEffect dates={stored} />
  return <EnterActs key={form.revision} actions={actions} stored={stored} />
}

function InEffect({ dates }: { readonly dates: Dates }) {
  const on = latestDate(acts.map((a) => dates[a] ?? ''))
  return (
    <section className="effect-panel" aria-label={t.pages.case.effectTitle}>
      <p>
        <strong>{fill(t.pages.case.inEffect, { date: on })}</strong>
      </p>
      <p className="quiet">{acts.map((a) => `${fieldLabel('dispute', a)} ${dates[a] ?? ''}`).join(' · ')}</p>
      <p className="quiet">{t.pages.case.frozenNote}</p>
    </section>
  )
}

function EnterActs({ actions, stored }: { readonly actions: FormActions; readonly stored: Dates }) {
  const { form, save } = actions
  const [dates, setDates] = useState(stored)
  const [unreadable, setUnreadable] = useState<readonly Act[]>([])
  const take = useAct('agreement.takeEffect')
  const known = acts.map((a) => dates[a]).filter((d): d is string => d !== null)
  const wrong = wrongDate(dates, unreadable, form.tools.today)
  const mayStart = known.length > 0 && wrong === null && form.view !== null && Boolean(form.data.agreementNo)
  const start = async () => {
    const view = form.dirty ? await save() : form.view
    if (view !== null) take.mutate({ ledger: 'dispute', id: view.id, revision: view.revision, ...dates })
  }
  const read = (act: Act, code: string | null) =>
    setUnreadable((before) => [...before.filter((a) => a !== act), ...(code === null ? [] : [act])])
  return (
    <section className="effect-panel" aria-label={t.pages.case.effectTitle}>
      <p className="quiet">{t.pages.case.effectNote}</p>
      <ActDates
        dates={dates}
        unreadable={unreadable}
        today={form.tools.today}
        onChange={(act, date) => setDates((d) => ({ ...d, [act]: date }))}
        onRead={read}
      />
      {wrong && <p className="field-problem">{wrong}</p>}
      {!form.data.agreementNo && <p className="field-warning">{t.pages.case.numberFirst}</p>}
      <Button type="primary" disabled={!mayStart} loading={take.isPending} onClick={() => void start()}>
        {known.length === acts.length
          ? fill(t.pages.case.takeEffect, { date: latestDate(known) })
          : t.pages.case.noteActs}
      </Button>
      <ActError error={take.error} />
    </section>
  )
}

/** An act is a fact of the past: what freezes a paper may not be a date still to come. */
function wrongDate(dates: Dates, unreadable: readonly Act[], today: string): string | null {
  const [first] = unreadable
  if (first !== undefined) return fill(t.problems.notADate, { label: fieldLabel('dispute', first) })
  const future = acts.find((a) => (dates[a] ?? '') > today)
  return future === undefined ? null : fill(t.problems.dateFuture, { label: fieldLabel('dispute', future) })
}

interface ActDatesProps {
  readonly dates: Dates
  readonly unreadable: readonly Act[]
  readonly today: string
  readonly onChange: (act: Act, date: string | null) => void
  readonly onRead: (act: Act, code: string | null) => void
}
function ActDates({ dates, unreadable, today, onChange, onRead }: ActDatesProps) {
  return (
    <div className="field-grid">
      {acts.map((act) => (
        <div key={act} className="field span-4" data-path={act}>
          <div className="field-head">
            <label htmlFor={`act-${act}`}>{fieldLabel('dispute', act)}</label>
          </div>
          <DateInput
            id={`act-${act}`}
            label={fieldLabel('dispute', act)}
            today={today}
            value={dates[act]}
            disabled={false}
            invalid={unreadable.includes(act)}
            onChange={(date) => onChange(act, date)}
            onUnreadable={(code) => onRead(act, code)}
          />
        </div>
      ))}
    </div>
  )
}
