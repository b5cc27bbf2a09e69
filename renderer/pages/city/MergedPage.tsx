import { Alert, Tabs } from 'antd'
import { handedOver } from '../../../shared/ledgers/index.ts'
import { go, type Route } from '../../route.ts'
import { t } from '../../text.ts'
import { askedList } from '../ledger/askedList.ts'
import { MergedCounts } from './MergedCounts.tsx'
import { MergedLedger } from './MergedLedger.tsx'
import { useReceivedBook } from './ReceivePage.tsx'
import '../../parts/Panel.css'
import './city.css'

/** 汇总: every unit's rows in one list per ledger, with this recipient's own marks, and the sums. */
export function MergedPage({ at }: { readonly at: Route }) {
  const { book, sees, hands } = useReceivedBook()
  if (!sees) return <Alert type="info" showIcon role="note" title={t.city.noRole} />
  const [tab, encoded] = at
  const ledgers = handedOver(book).map((ledger) => ({
    key: ledger,
    label: t.ledgers[ledger].name,
    children: (
      <MergedLedger
        key={`${ledger} ${encoded}`}
        {...{ ledger, book, hands }}
        asked={encoded === undefined ? undefined : askedList(encoded)}
      />
    ),
  }))
  const counts = { key: 'counts', label: t.city.merged.countsTab, children: <MergedCounts book={book} /> }
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{t.city.mergedTitle}</h1>
        <span className="quiet-line">{t.codes.book[book]}</span>
      </header>
      <Tabs
        className="desk-tabs"
        destroyOnHidden
        activeKey={tab ?? ledgers[0]?.key ?? 'counts'}
        onChange={(key) => go('merged', key)}
        items={[...ledgers, counts]}
      />
    </div>
  )
}
