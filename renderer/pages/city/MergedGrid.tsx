import { useCallback, useMemo } from 'react'
import type { Row } from '../../../shared/contract/records.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { call } from '../../api/client.ts'
import { LedgerGrid, type PageQuery } from '../../ledger/LedgerGrid.tsx'
import { mergedColumns, unitField } from './mergedColumns.ts'

interface Props {
  readonly ledger: LedgerName
  /** Only this unit's rows; null for all. */
  readonly unit: string | null
  readonly onRow: (row: Row) => void
  readonly onTotal: (total: number) => void
}

/** The merged rows of all units; choosing one shows it in full beside the list. */
export function MergedGrid({ ledger, unit, onRow, onTotal }: Props) {
  const columns = useMemo(() => mergedColumns(ledger), [ledger])
  const filters = useMemo(
    () => (unit === null ? [] : [{ field: unitField, op: 'equals' as const, value: unit }]),
    [unit],
  )
  const fetchPage = useCallback((query: PageQuery) => call('city.page', { ledger, ...query }), [ledger])
  return (
    <LedgerGrid
      ledger={ledger}
      columns={columns}
      filters={filters}
      fetchPage={fetchPage}
      onOpen={onRow}
      onSelect={onRow}
      onTotal={onTotal}
      settingsKey={`merged/${ledger}`}
      area="city"
    />
  )
}
