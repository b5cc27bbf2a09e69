import type { Series } from '../../../shared/rules/numbers.ts'
import { fieldLabel, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { GiveNumber } from './GiveNumber.tsx'
import { GivenNumber } from './GivenNumber.tsx'

interface Props {
  readonly actions: FormActions
  readonly series: Series
}

/** A number is given once: the next of the book, or the one already on paper. */
export function NumberPanel({ actions, series }: Props) {
  const { view, data } = actions.form
  const label = fieldLabel('dispute', series)
  if (view !== null && data[series]) return <GivenNumber {...{ actions, series, label, view }} />
  if (view !== null) return <GiveNumber {...{ actions, series, label }} />
  return (
    <section className="number-panel" aria-label={label}>
      <strong>{label}</strong>
      <span className="quiet">{t.pages.case.saveFirst}</span>
    </section>
  )
}

/** The 卷号 where the office gives it: at 受理, or at 立卷; one that is there is shown at 受理 too. */
export function CaseNumberPanel({ actions, section }: { readonly actions: FormActions; readonly section: string }) {
  const { settings, data } = actions.form
  const here = settings.caseNoAt === 'filing' ? 'filing' : 'acceptance'
  if (section !== here && !(section === 'acceptance' && Boolean(data.caseNo))) return null
  return <NumberPanel actions={actions} series="caseNo" />
}
