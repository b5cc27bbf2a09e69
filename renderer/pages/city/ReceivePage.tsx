import { Alert, Tabs } from 'antd'
import { useState } from 'react'
import type { UnitState } from '../../../shared/contract/handover.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { ReceiveFiles } from './ReceiveFiles.tsx'
import { SetAsideTab } from './SetAsideTab.tsx'
import { UnitCards } from './UnitCards.tsx'
import { UnitsTab } from './UnitsTab.tsx'
import '../../parts/Panel.css'
import './city.css'

/** The book this recipient receives and whether the user may act on it. */
export function useReceivedBook(): { readonly book: Book; readonly sees: boolean; readonly hands: boolean } {
  const { profile, roles } = useSession()
  const book = profile.book ?? 'mediation'
  const own = roles.filter((r) => r.book === book)
  return { book, sees: own.length > 0, hands: own.some((r) => r.role !== 'mediator') }
}

/** 接收: files in, states of the units, what was set aside, cards of the units. */
export function ReceivePage() {
  const { book, sees } = useReceivedBook()
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{t.city.receiveTitle}</h1>
        <span className="quiet-line">{t.codes.book[book]}</span>
      </header>
      {!sees && <Alert type="info" showIcon role="note" title={t.city.noRole} />}
      {sees && <ReceiveTabs book={book} />}
    </div>
  )
}

function ReceiveTabs({ book }: { readonly book: Book }) {
  const units = useCall('city.units', { book })
  if (units.data === undefined) return <ErrorNotice error={units.error} onRetry={() => void units.refetch()} />
  return <UnitTabs book={book} units={units.data} />
}

const counted = (label: string, count: number) => (count === 0 ? label : fill(t.city.tabCount, { label, count }))

function UnitTabs({ book, units }: { readonly book: Book; readonly units: readonly UnitState[] }) {
  const { hands } = useReceivedBook()
  const aside = useCall('city.setAside', { book })
  // Without a unit nothing can be received: its card comes first; enrolling it must not turn the page away.
  const [tab, setTab] = useState(units.length === 0 ? 'cards' : hands ? 'receive' : 'units')
  const waiting = units.filter((u) => u.receiptPending && !u.revoked).length
  return (
    <Tabs
      className="desk-tabs"
      activeKey={tab}
      onChange={setTab}
      items={[
        ...(hands
          ? [
              {
                key: 'receive',
                label: t.city.tabs.receive,
                children: <ReceiveFiles book={book} onReceipts={() => setTab('units')} />,
              },
            ]
          : []),
        {
          key: 'units',
          label: counted(t.city.tabs.units, waiting),
          children: <UnitsTab book={book} units={units} hands={hands} />,
        },
        {
          key: 'aside',
          label: counted(t.city.tabs.setAside, aside.data?.length ?? 0),
          children: <SetAsideTab aside={aside} />,
        },
        { key: 'cards', label: t.city.tabs.cards, children: <UnitCards book={book} units={units} /> },
      ]}
    />
  )
}
