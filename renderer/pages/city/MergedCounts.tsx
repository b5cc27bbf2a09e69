import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { amountShown, categoryLabel, measureLabel, periodLabel } from '../../parts/travelShown.ts'
import { t } from '../../text.ts'
import { sumsOf, yearsOf } from './sums.ts'
import { UnitFilter } from './UnitFilter.tsx'

/** Exact sums by month, of one unit or of all; they also count what never travels as a row. */
export function MergedCounts({ book }: { readonly book: Book }) {
  const counts = useCall('city.counts', { book })
  const [unit, setUnit] = useState<string | null>(null)
  const [chosen, setYear] = useState<string | null>(null)
  const years = useMemo(() => yearsOf(counts.data ?? []), [counts.data])
  const year = chosen ?? years[0] ?? ''
  const rows = useMemo(() => sumsOf(counts.data ?? [], { unit, year }), [counts.data, unit, year])
  const words = t.report.counts
  return (
    <div className="merged">
      <div className="merged-filters">
        <UnitFilter book={book} value={unit} onChange={setUnit} />
        <Select
          className="merged-year"
          aria-label={t.city.merged.year}
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: value || t.city.merged.noYear }))}
        />
      </div>
      <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />
      <PlainTable
        label={t.city.merged.countsTab}
        columns={[
          { key: 'unit', title: t.city.merged.unitColumn, value: (c) => c.unitName || t.city.merged.allUnits },
          { key: 'ledger', title: words.ledger, value: (c) => t.ledgers[c.ledger].name },
          { key: 'period', title: words.period, value: periodLabel },
          { key: 'measure', title: words.measure, value: measureLabel },
          { key: 'category', title: words.category, value: categoryLabel },
          { key: 'amount', title: words.amount, value: amountShown, numeric: true },
        ]}
        rows={rows}
        keyOf={(c) => `${c.ledger}/${c.period}/${c.measure}/${c.category}`}
        empty={t.city.merged.empty}
      />
    </div>
  )
}
