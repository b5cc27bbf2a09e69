import { Button } from 'antd'
import { useState } from 'react'
import type { DossierItem, DossierView } from '../../../shared/contract/dossier.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import type { PaperRef } from '../../parts/paperRef.ts'
import { go } from '../../route.ts'
import { codeLabel, t } from '../../text.ts'
import { DossierContents, useDesk } from './DossierContents.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import { useWhole, WholeButtons, WholeState } from './WholeDossier.tsx'
import '../../parts/Panel.css'
import './dossier.css'

const words = t.dossierDesk

/** The dossier of one case: what lies in it, what a reviewer would ask, and the whole of it on paper. */
export function DossierPage({ id }: { readonly id: string }) {
  const of = { ledger: 'dispute', id } as const
  const view = useCall('dossier.view', of)
  const record = useCall('record.get', of)
  const error = view.error ?? record.error
  if (error) return <ErrorNotice error={error} onRetry={() => void view.refetch()} />
  if (view.data === undefined || record.data === undefined) return <p className="loading">{t.common.loading}</p>
  const data = record.data.data as unknown as DisputeData
  return (
    <OpenDossier id={id} view={view.data} data={data} stage={record.data.stage} onChanged={() => void view.refetch()} />
  )
}

const tabs = ['contents', 'review'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly view: DossierView
  readonly data: DisputeData
  readonly stage: string
  readonly onChanged: () => void
}
function OpenDossier({ id, view, data, stage, onChanged }: Props) {
  const [previewed, setPreviewed] = useState<PaperRef | null>(null)
  const [tab, setTab] = useState<Tab>('contents')
  const whole = useWhole(id)
  const isOver = previewed !== null || whole.showing
  const desk = useDesk({ id, view, data, heard: !isOver, onChanged })
  if (whole.showing) return <PaperPreview of={{ dossier: id }} onClose={() => whole.show(false)} />
  if (previewed !== null) return <PaperPreview of={previewed} onClose={() => setPreviewed(null)} />
  const preview = ({ paper, part }: DossierItem) => {
    if (paper !== null) setPreviewed({ ledger: 'dispute', id, paper, part, mode: 'final' })
  }
  return (
    <div className="desk dossier">
      <header className="desk-head">
        <Button size="small" onClick={() => go('dossier')}>
          {words.back}
        </Button>
        <h1>{String(ledgerOf('dispute').derived.partyNames?.from(data as never) ?? t.ledgers.dispute.one)}</h1>
        <span className="quiet">{factsOf(view, data, stage)}</span>
        {view.kind !== null && <TabButtons tab={tab} onTab={setTab} />}
        <span className="spring" />
        <Button onClick={() => go('dispute', id)}>{words.toCase}</Button>
        {view.kind !== null && <WholeButtons whole={whole} />}
      </header>
      {view.kind === null ? (
        <p className="plain-empty">{words.none}</p>
      ) : (
        <>
          <WholeState whole={whole} id={id} name={desk.nameOf} />
          {tab === 'contents' ? (
            <DossierContents {...{ id, view, desk }} onPreview={preview} />
          ) : (
            <ReviewTab
              id={id}
              checks={view.checks}
              name={desk.nameOf}
              onPrint={() => setPreviewed({ book: 'mediation', paper: 'reviewSheet', about: id })}
            />
          )}
        </>
      )}
    </div>
  )
}

function TabButtons({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  return (
    <div className="dossier-groups">
      {tabs.map((key) => (
        <Button key={key} size="small" aria-pressed={key === tab} onClick={() => onTab(key)}>
          {words.tabs[key]}
        </Button>
      ))}
    </div>
  )
}

const factsOf = ({ kind }: DossierView, data: DisputeData, stage: string): string =>
  [data.caseNo ?? '', codeLabel('stage', stage), kind === null ? '' : t.dossier.kinds[kind]].filter(Boolean).join(' · ')
