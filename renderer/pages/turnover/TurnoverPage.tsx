import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { goInstead } from '../../route.ts'
import { t } from '../../text.ts'
import { KeptTab } from './KeptTab.tsx'
import '../../parts/Panel.css'
import { BoxTable, CaseTable, LoanTable, NumberTable } from './TakeoverTables.tsx'

const words = t.turnover
const tabs = ['cases', 'numbers', 'dossiers', 'loans', 'kept'] as const

/** 工作移交: what a successor takes over, on the screen and as a paper for three signatures. */
export function TurnoverPage({ tab }: { readonly tab: string | undefined }) {
  const view = useCall('takeover.view', { book: 'mediation' })
  const [printing, setPrinting] = useState(false)
  if (printing)
    return (
      <PaperPreview of={{ book: 'mediation', paper: 'takeover', about: null }} onClose={() => setPrinting(false)} />
    )
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.title}</h1>
        <Button type="primary" onClick={() => setPrinting(true)}>
          {words.print}
        </Button>
      </header>
      <p className="quiet">{words.intro}</p>
      <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />
      {view.data && (
        <Tabs
          className="desk-tabs"
          activeKey={tabs.find((key) => key === tab) ?? 'cases'}
          onChange={(key) => goInstead('turnover', key)}
          destroyOnHidden
          items={[
            { key: 'cases', label: words.tabs.cases, children: <CaseTable view={view.data} /> },
            { key: 'numbers', label: words.tabs.numbers, children: <NumberTable view={view.data} /> },
            { key: 'dossiers', label: words.tabs.dossiers, children: <BoxTable view={view.data} /> },
            { key: 'loans', label: words.tabs.loans, children: <LoanTable loans={view.data.loans} /> },
            { key: 'kept', label: words.tabs.kept, children: <KeptTab items={view.data.kept} /> },
          ]}
        />
      )}
    </div>
  )
}
