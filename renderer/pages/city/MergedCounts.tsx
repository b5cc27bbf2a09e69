import { useState } from 'react'
import type { Output } from '../../../shared/contract.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { amountShown, categoryLabel, measureLabel, periodLabel } from '../../parts/travelShown.ts'
import { t } from '../../text.ts'
import { UnitFilter } from './UnitFilter.tsx'

type Count = Output<'city.counts'>[number]

const newestFirst = (a: Count, b: Count): number =>
  b.period.localeCompare(a.period) || a.unitName.localeCompare(b.unitName, 'zh') || a.measure.localeCompare(b.measure)

/** Exact sums per unit and month; they also count what never travels as a row. */
export function MergedCounts({ book }: { readonly book: Book }) {
  const counts = useCall('city.counts', { book })
  const [unit, setUnit] = useState<string | null>(null)
  const words = t.report.counts
  const rows = (counts.data ?? []).filter((c) => unit === null || c.unitName === unit).toSorted(newestFirst)
  return (
    <div className="merged">
      <div className="merged-filters">
        <UnitFilter book={book} value={unit} onChange={setUnit} />
      </div>
      <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />
      <PlainTable
        label={t.city.merged.countsTab}
        columns={[
          { key: 'unit', title: t.city.merged.unitColumn, value: (c) => c.unitName },
          { key: 'ledger', title: words.ledger, value: (c) => t.ledgers[c.ledger].name },
          { key: 'period', title: words.period, value: periodLabel },
          { key: 'measure', title: words.measure, value: measureLabel },
          { key: 'category', title: words.category, value: categoryLabel },
          { key: 'amount', title: words.amount, value: amountShown, numeric: true },
        ]}
        rows={rows}
        keyOf={(c) => `${c.unitName}/${c.ledger}/${c.period}/${c.measure}/${c.category}`}
        empty={t.city.merged.empty}
      />
    </div>
  )
}
