import { Alert, Tabs } from 'antd'
import { handedOver } from '../../../shared/ledgers/index.ts'
import { t } from '../../text.ts'
import { MergedCounts } from './MergedCounts.tsx'
import { MergedLedger } from './MergedLedger.tsx'
import { useReceivedBook } from './ReceivePage.tsx'
import '../../parts/Panel.css'
import './city.css'

/** 汇总: every unit's rows in one list per ledger, with this recipient's own marks, and the sums. */
export function MergedPage() {
  const { book, sees, hands } = useReceivedBook()
  if (!sees) return <Alert type="info" showIcon role="note" title={t.city.noRole} />
  const ledgers = handedOver(book).map((ledger) => ({
    key: ledger,
    label: t.ledgers[ledger].name,
    children: <MergedLedger ledger={ledger} book={book} hands={hands} />,
  }))
  const counts = { key: 'counts', label: t.city.merged.countsTab, children: <MergedCounts book={book} /> }
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{t.city.mergedTitle}</h1>
        <span className="quiet-line">{t.codes.book[book]}</span>
      </header>
      <Tabs className="desk-tabs" destroyOnHidden items={[...ledgers, counts]} />
    </div>
  )
}
