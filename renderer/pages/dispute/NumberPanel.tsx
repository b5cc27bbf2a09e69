import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api/client.ts'
import { isComposing } from '../../keys.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActError } from './ActError.tsx'

interface Props {
  readonly actions: FormActions
  readonly series: 'caseNo' | 'agreementNo'
}

/** A number is given once: the next of the book, or the one already on paper. */
export function NumberPanel({ actions, series }: Props) {
  const { form } = actions
  const given = form.data[series]
  const label = fieldLabel('dispute', series)
  if (typeof given === 'string' && given !== '')
    return (
      <section className="number-panel" aria-label={label}>
        <strong>{label}</strong>
        <span className="number">{given}</span>
      </section>
    )
  return form.view === null ? (
    <section className="number-panel" aria-label={label}>
      <strong>{label}</strong>
      <span className="quiet">{t.pages.case.saveFirst}</span>
    </section>
  ) : (
    <GiveNumber actions={actions} series={series} label={label} />
  )
}

function GiveNumber({ actions, series, label }: Props & { readonly label: string }) {
  const { form, save } = actions
  const give = useAct('dispute.giveNumber')
  const [typed, setTyped] = useState('')
  const accepted = form.data.acceptanceDate
  const on = series === 'caseNo' && typeof accepted === 'string' ? accepted : form.tools.today
  const next = useCall('dispute.nextNumber', { book: 'mediation', series, on })
  // A number of the book is used up by taking it; one that stands on paper may come before everything else.
  const ready = series === 'caseNo' || typed.trim() !== '' || form.data.result === 'written'
  const start = async () => {
    if (!ready) return
    const view = form.dirty ? await save() : form.view
    if (view === null) return
    give.mutate(
      { ledger: 'dispute', id: view.id, revision: view.revision, series, on, typed: typed.trim() || null },
      { onSuccess: form.adopt },
    )
  }
  return (
    <section className="number-panel" aria-label={label} data-path={series}>
      <strong>{label}</strong>
      <span className="quiet">{next.data && fill(t.pages.case.nextNumber, { number: next.data.number })}</span>
      <Input
        aria-label={fill(t.pages.case.typedNumber, { label })}
        placeholder={t.pages.case.typedNumberHint}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
        onKeyDown={(e) => e.key === 'Enter' && !isComposing(e.nativeEvent) && void start()}
      />
      <Button
        type={ready ? 'primary' : 'default'}
        disabled={!ready}
        loading={give.isPending || form.saving}
        onClick={() => void start()}
      >
        {fill(typed.trim() === '' ? t.pages.case.giveNumber : t.pages.case.useTyped, { label })}
      </Button>
      {!ready && <p className="field-warning">{t.pages.case.resultFirst}</p>}
      <ActError error={give.error ?? next.error} />
    </section>
  )
}
