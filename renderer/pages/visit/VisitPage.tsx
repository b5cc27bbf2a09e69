import './visit.css'
import { Button } from 'antd'
import { useCallback, useRef } from 'react'
import type { Output } from '../../../shared/contract.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { type VisitData, visitTally } from '../../../shared/ledgers/visit.ts'
import { isVisited } from '../../../shared/rules/visit.ts'
import { useCall } from '../../api/client.ts'
import { useAltKey } from '../../keys.ts'
import { ChecksPanel } from '../../ledger/ChecksPanel.tsx'
import { go } from '../../route.ts'
import { ledgersOf, useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { OpenedRecord, type RecordPageProps } from '../ledger/RecordPage.tsx'
import { DisputeOffers } from './DisputeOffers.tsx'
import { DoorsOffer, VisitorOffers } from './OutingOffers.tsx'

const words = t.visits
export const visitIn = ({ form }: FormActions): VisitData => form.data as unknown as VisitData

/** 走访: planned, taken along as a sheet and typed back in one form; the figures of the outing beside it. */
export function VisitPage(props: RecordPageProps) {
  const { name } = useSession()
  const last = useLastOuting(props.id === null)
  if (last === null) return <p className="loading">{t.common.loading}</p>
  // Where the last outing led, and who writes.
  const initial = { recorder: name, ...last }
  return (
    <OpenedRecord
      {...props}
      slots={{
        sections: ledgerOf('visit').form,
        ...(props.id === null && { initial }),
        right: (actions) => <Beside actions={actions} />,
      }}
    />
  )
}

/** What a new outing takes over from the last; null until that is known. What an earlier look at the page was told is old. */
function useLastOuting(isNew: boolean) {
  const last = useCall('visit.last', { ledger: 'visit' }, { enabled: isNew })
  const begun = useRef<Partial<NonNullable<Output<'visit.last'>>> | null>(isNew ? null : {})
  // Once the form is open it is not begun anew by whatever is saved meanwhile.
  if (begun.current === null && !last.isFetching) begun.current = last.data ?? {}
  return begun.current
}

function Beside({ actions }: { readonly actions: FormActions }) {
  const own = ledgersOf(useSession())
  return (
    <>
      <Figures visit={visitIn(actions)} />
      <SheetButton actions={actions} />
      <DoorsOffer actions={actions} />
      <VisitorOffers actions={actions} />
      {own.includes('dispute') && <DisputeOffers actions={actions} />}
      <ChecksPanel ledger="visit" problems={actions.form.problems} onGo={actions.goTo} />
    </>
  )
}

function Figures({ visit }: { readonly visit: VisitData }) {
  const tally = visitTally(visit)
  const { households, people, leaflets, requests, matters, openMatters } = tally
  return (
    <section className="visit-side" aria-label={words.figures}>
      <h3>{words.figures}</h3>
      <p role="status" className="visit-figures">
        {isVisited(visit) ? (
          <>
            <span>{fill(words.households, { count: households })}</span>
            <span>{fill(words.people, { count: people })}</span>
            <span>{fill(words.leaflets, { count: leaflets })}</span>
            <span>{fill(words.requests, { count: requests })}</span>
            <span>{fill(words.matters, { count: matters, open: openMatters })}</span>
          </>
        ) : (
          words.planned
        )}
      </p>
      <p className="quiet">{words.aboutThings}</p>
    </section>
  )
}

/** What is typed is saved on the way to the sheet. */
function SheetButton({ actions: { form, save } }: { readonly actions: FormActions }) {
  const open = useCallback(async () => {
    const saved = form.dirty || form.view === null ? await save() : form.view
    if (saved !== null) go('visit', 'paper', saved.id)
  }, [form, save])
  useAltKey('p', () => void open())
  return (
    <section className="visit-side">
      <Button onClick={() => void open()} aria-keyshortcuts="Alt+P">
        {`${words.sheet}（Alt+P）`}
      </Button>
    </section>
  )
}
