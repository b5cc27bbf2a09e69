import { useState } from 'react'
import type { Filter, Page, Row } from '../../../shared/contract/records.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { FilterTags } from '../../ledger/FilterBar.tsx'
import { fill, t } from '../../text.ts'
import type { AskedList } from '../ledger/askedList.ts'
import { BackToFigures, SumLine, useSums } from '../ledger/SumLine.tsx'
import { Decision } from './Decision.tsx'
import { MergedGrid } from './MergedGrid.tsx'
import { UnitFilter } from './UnitFilter.tsx'

interface Props {
  readonly ledger: LedgerName
  readonly book: Book
  readonly hands: boolean
  /** The rows behind a number of the figures; all rows where none is asked for. */
  readonly asked?: AskedList | undefined
}

/** One ledger of all units: the list, and this recipient's own word on the chosen row. */
export function MergedLedger({ ledger, book, hands, asked }: Props) {
  const [filters, setFilters] = useState<readonly Filter[]>(asked?.filters ?? [])
  const [summed, setSummed] = useState<Page['sums']>({})
  const sums = useSums(asked)
  const [unit, setUnit] = useState<string | null>(null)
  const [total, setTotal] = useState<number | null>(null)
  const [row, setRow] = useState<Row | null>(null)
  const only = (name: string | null) => {
    setUnit(name)
    setRow(null)
  }
  return (
    <div className="desk-columns">
      <div className="merged">
        <div className="merged-filters">
          <BackToFigures shown={asked !== undefined} />
          <UnitFilter book={book} value={unit} onChange={only} />
          <FilterTags ledger={ledger} filters={filters} onChange={setFilters} />
          {total !== null && <span role="status">{fill(t.city.merged.total, { total })}</span>}
        </div>
        {total === 0 && unit === null && filters.length === 0 && <p className="quiet-line">{t.city.merged.empty}</p>}
        <MergedGrid {...{ ledger, unit, sums }} more={filters} onRow={setRow} onTotal={setTotal} onSums={setSummed} />
        <SumLine ledger={ledger} sums={summed} />
      </div>
      <div className="desk-column">
        <Decision key={row?.id ?? ''} ledger={ledger} row={row} hands={hands} />
      </div>
    </div>
  )
}
