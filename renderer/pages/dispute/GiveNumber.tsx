import { Button, Input } from 'antd'
import { useState } from 'react'
import type { NextNumber } from '../../../shared/contract/numbers.ts'
import { yearOf } from '../../../shared/rules/dates.ts'
import { numberDate, type Series } from '../../../shared/rules/numbers.ts'
import { useAct, useCall } from '../../api/client.ts'
import { isComposing } from '../../keys.ts'
import { problemWords } from '../../ledger/problems.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { PaperPlace } from '../numbers/LastOnPaper.tsx'
import { ActError } from './ActError.tsx'
import { dataOf } from './caseData.ts'

interface Props {
  readonly actions: FormActions
  readonly series: Series
  readonly label: string
}

const words = t.pages.case

/** Taking the next number of the case's own book, or the one that stands on paper. */
export function GiveNumber({ actions, series, label }: Props) {
  const [typed, setTyped] = useState('')
  const { on, committee, next, checked, ready, start, give, saving } = useGiving(actions, series, typed.trim())
  const question = next.data?.question ?? null
  const asks = question !== null && typed.trim() === ''
  const take = (confirmed = false) => void (ready && !asks && start(confirmed))
  return (
    <section className="number-panel" aria-label={label} data-path={series}>
      <strong>{label}</strong>
      <span className="quiet">{next.data && !asks && fill(words.nextNumber, { number: next.data.number })}</span>
      <Input
        aria-label={fill(words.typedNumber, { label })}
        placeholder={words.typedNumberHint}
        maxLength={60}
        value={typed}
        onChange={(e) => {
          give.reset()
          setTyped(e.target.value)
        }}
        onKeyDown={(e) => e.key === 'Enter' && !isComposing(e.nativeEvent) && take()}
      />
      <Button type={ready ? 'primary' : 'default'} disabled={!ready || asks} loading={saving} onClick={() => take()}>
        {fill(typed.trim() === '' ? words.giveNumber : words.useTyped, { label })}
      </Button>
      {!ready && <p className="field-warning">{series === 'caseNo' ? words.acceptanceFirst : words.resultFirst}</p>}
      <NumberProblems next={typed.trim() === '' ? next.data : checked.data} />
      <AskPaper next={next.data} asks={asks} {...{ series, committee }} year={yearOf(on) ?? 0} />
      <ActError error={give.error ?? next.error} />
      {give.error?.code === 'number-date-doubtful' && (
        <Button onClick={() => take(true)}>{t.numbers.confirmDay}</Button>
      )}
    </section>
  )
}

function useGiving(actions: FormActions, series: Series, typed: string) {
  const { form, save } = actions
  const give = useAct('dispute.giveNumber')
  const data = dataOf(actions)
  const on = numberDate(series, data, form.settings.caseNoAt, form.tools.today)
  const asked = { book: 'mediation', series, on, committee: data.committee } as const
  const next = useCall('dispute.nextNumber', asked)
  const checked = useCall('dispute.nextNumber', { ...asked, typed }, { enabled: typed !== '' })
  // A number of the book is used up by taking it; one that stands on paper may come before everything else.
  const agreed = data.result === 'written' || data.result === 'oral'
  const ready = typed !== '' || (series === 'caseNo' ? data.acceptanceDate !== null : agreed)
  const start = async (confirmed: boolean) => {
    const view = form.dirty ? await save() : form.view
    if (view === null) return
    const of = { ledger: 'dispute', id: view.id, revision: view.revision } as const
    give.mutate({ ...of, series, on, typed: typed || null, confirmed }, { onSuccess: form.adopt })
  }
  const committee = data.committee ?? form.settings.committee
  return { on, committee, next, checked, ready, start, give, saving: give.isPending || form.saving }
}

/** What speaks against the number, as sentences. */
function NumberProblems({ next }: { readonly next: NextNumber | undefined }) {
  return next?.problems.map((p) => (
    <p key={p.code} className={p.severity === 'error' ? 'field-problem' : 'field-warning'} role="note">
      {problemWords('dispute', p)}
    </p>
  ))
}

interface AskProps {
  readonly next: NextNumber | undefined
  readonly asks: boolean
  readonly series: Series
  readonly committee: string
  readonly year: number
}
/** After a restore the paper is asked for; where nothing was given yet it may be told. */
function AskPaper({ next, asks, ...book }: AskProps) {
  if (next === undefined || !(asks || next.untouched)) return null
  return <PaperPlace {...book} question={asks ? next.question : null} open={asks} />
}
