import { Button } from 'antd'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { latestDate } from '../../../shared/rules/dates.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { useAct } from '../../api/client.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActDates, type ActDays, actDaysOf, acts, useActDays } from './ActDates.tsx'
import { ActError } from './ActError.tsx'

/** The three acts of 人民调解法 29. With the last of them the agreement is in effect, and what it prints freezes. */
export function EffectPanel({ actions }: { readonly actions: FormActions }) {
  const { form } = actions
  const stored = actDaysOf(form.saved)
  const on = effectiveOn(form.saved as unknown as DisputeData)
  const kept = form.view?.keptPapers.includes('agreement') ?? false
  if (form.view !== null && on !== null)
    return <InEffect dates={stored} on={on} note={kept ? t.pages.case.frozenNote : t.caseActs.onFileNote} />
  return <EnterActs key={form.revision} actions={actions} stored={stored} />
}

function InEffect({ dates, on, note }: { readonly dates: ActDays; readonly on: string; readonly note: string }) {
  return (
    <section className="effect-panel" aria-label={t.pages.case.effectTitle}>
      <p>
        <strong>{fill(t.pages.case.inEffect, { date: on })}</strong>
      </p>
      <p className="quiet">{acts.map((a) => `${fieldLabel('dispute', a)} ${dates[a] ?? ''}`).join(' · ')}</p>
      <p className="quiet">{note}</p>
    </section>
  )
}

function EnterActs({ actions, stored }: { readonly actions: FormActions; readonly stored: ActDays }) {
  const { form, save } = actions
  const days = useActDays(stored, form.tools.today)
  const take = useAct('agreement.takeEffect')
  const { known, wrong } = days
  const mayStart = known.length > 0 && wrong === null && form.view !== null && Boolean(form.data.agreementNo)
  const start = async () => {
    const view = form.dirty ? await save() : form.view
    if (view !== null) take.mutate({ ledger: 'dispute', id: view.id, revision: view.revision, ...days.dates })
  }
  return (
    <section className="effect-panel" aria-label={t.pages.case.effectTitle}>
      <p className="quiet">{t.pages.case.effectNote}</p>
      <ActDates prefix="" days={days} today={form.tools.today} />
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
