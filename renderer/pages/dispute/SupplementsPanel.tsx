import { Button } from 'antd'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { paperKey } from '../../../shared/rules/casePapers.ts'
import { latestDate } from '../../../shared/rules/dates.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { supplementEffectiveOn } from '../../../shared/rules/supplement.ts'
import { useAct } from '../../api/client.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActDates, actDaysOf, acts, useActDays } from './ActDates.tsx'
import { ActError } from './ActError.tsx'

type Supplement = DisputeData['supplements'][number]

/** The three acts of each 补充协议 that is saved, like those of the agreement. */
export function SupplementsPanel({ actions }: { readonly actions: FormActions }) {
  const { form } = actions
  const data = form.saved as unknown as DisputeData
  if (form.view === null || effectiveOn(data) === null) return null
  const typed = (form.data as unknown as DisputeData).supplements.length
  return (
    <>
      {data.supplements.map((supplement, i) => (
        <OneSupplement
          // biome-ignore lint/suspicious/noArrayIndexKey: a signed one keeps its place
          key={`${i}.${form.revision}`}
          actions={actions}
          part={i}
          supplement={supplement}
        />
      ))}
      {typed > data.supplements.length && <p className="quiet">{t.caseActs.supplementSave}</p>}
    </>
  )
}

interface OneProps {
  readonly actions: FormActions
  readonly part: number
  readonly supplement: Supplement
}
function OneSupplement({ actions, part, supplement }: OneProps) {
  const { form, save } = actions
  const days = useActDays(actDaysOf(supplement), form.tools.today)
  const take = useAct('supplement.takeEffect')
  const title = fill(t.caseActs.supplementTitle, { n: part + 1 })
  const on = supplementEffectiveOn(supplement)
  const kept = form.view?.keptPapers.includes(paperKey('supplement', part)) ?? false
  if (on !== null)
    return (
      <section className="effect-panel" aria-label={title}>
        <strong>{`${title} · ${fill(t.caseActs.supplementInEffect, { date: on })}`}</strong>
        {!kept && <p className="quiet">{t.caseActs.onFileNote}</p>}
      </section>
    )
  const start = async () => {
    const view = form.dirty ? await save() : form.view
    if (view !== null) take.mutate({ ledger: 'dispute', id: view.id, revision: view.revision, part, ...days.dates })
  }
  return (
    <section className="effect-panel" aria-label={title}>
      <strong>{title}</strong>
      <ActDates prefix={`supplements.${part}.`} days={days} today={form.tools.today} />
      {days.wrong && <p className="field-problem">{days.wrong}</p>}
      <Button
        type="primary"
        disabled={days.known.length === 0 || days.wrong !== null}
        loading={take.isPending}
        onClick={() => void start()}
      >
        {days.known.length === acts.length
          ? fill(t.caseActs.supplementTake, { date: latestDate(days.known) })
          : t.pages.case.noteActs}
      </Button>
      <ActError error={take.error} />
    </section>
  )
}
