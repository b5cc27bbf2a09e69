import { useState } from 'react'
import type { Row } from '../../../shared/contract/records.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { fill, t } from '../../text.ts'
import { Decision } from './Decision.tsx'
import { MergedGrid } from './MergedGrid.tsx'
import { UnitFilter } from './UnitFilter.tsx'

interface Props {
  readonly ledger: LedgerName
  readonly book: Book
  readonly hands: boolean
}

/** One ledger of all units: the list, and this recipient's own word on the chosen row. */
export function MergedLedger({ ledger, book, hands }: Props) {
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
          <UnitFilter book={book} value={unit} onChange={only} />
          {total !== null && <span role="status">{fill(t.city.merged.total, { total })}</span>}
        </div>
        {total === 0 && unit === null && <p className="quiet-line">{t.city.merged.empty}</p>}
        <MergedGrid ledger={ledger} unit={unit} onRow={setRow} onTotal={setTotal} />
      </div>
      <div className="desk-column">
        <Decision key={row?.id ?? ''} ledger={ledger} row={row} hands={hands} />
      </div>
    </div>
  )
}
