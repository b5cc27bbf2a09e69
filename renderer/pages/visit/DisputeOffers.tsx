import { Button } from 'antd'
import { useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { VisitData } from '../../../shared/ledgers/visit.ts'
import { asAppError, call } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { go } from '../../route.ts'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { disputeFrom } from './disputeFrom.ts'

const words = t.visits

/** Households that asked for something: each may become a draft in the other book, copied once and tied to nothing. */
export function DisputeOffers({ actions: { form } }: { readonly actions: FormActions }) {
  const [error, setError] = useState<AppError | null>(null)
  const visit = form.data as unknown as VisitData
  const asking = visit.households.filter((h) => h.request !== null)
  if (asking.length === 0) return null
  const turn = async (household: VisitData['households'][number]) => {
    const { settings, today } = form.tools
    const data = disputeFrom(visit, household, { committee: settings.committee, today })
    // A key of its own: nothing in the draft names the outing.
    const key = `new-${crypto.randomUUID()}`
    try {
      await form.draft.flush()
      await call('draft.save', { ledger: 'dispute', key, recordId: null, baseRevision: 0, data })
      go('dispute', 'draft', key)
    } catch (caught) {
      setError(asAppError(caught))
    }
  }
  return (
    <section className="visit-side" aria-label={words.turn}>
      <h3>{words.turn}</h3>
      <ErrorNotice error={error} onClose={() => setError(null)} />
      {asking.map((h, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: households have no identity; their place tells them apart
        <Button key={i} size="small" onClick={() => void turn(h)} title={h.request ?? ''}>
          {`${words.turn}：${h.door ?? ''}`}
        </Button>
      ))}
      <p className="quiet">{words.turnHint}</p>
    </section>
  )
}
