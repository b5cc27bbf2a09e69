import { Button } from 'antd'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'

/** How far the promises of the agreement are kept; the days are entered beside each promise, in the step before. */
export function PromisesPanel({ actions }: { readonly actions: FormActions }) {
  const { performances } = dataOf(actions)
  if (performances.length === 0) return null
  const done = performances.filter((p) => p.doneOn !== null).length
  const first = Math.max(
    performances.findIndex((p) => p.doneOn === null),
    0,
  )
  return (
    <section className="number-panel" aria-label={t.pages.case.toPromises}>
      <span>{fill(t.pages.case.promises, { count: performances.length, done })}</span>
      <Button size="small" onClick={() => actions.goTo(`performances.${first}.doneOn`)}>
        {t.pages.case.toPromises}
      </Button>
    </section>
  )
}
