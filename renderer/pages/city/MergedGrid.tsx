import { useCallback, useMemo } from 'react'
import type { Filter, Page, Row } from '../../../shared/contract/records.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { call } from '../../api/client.ts'
import { LedgerGrid, type PageQuery } from '../../ledger/LedgerGrid.tsx'
import { withSums } from '../ledger/SumLine.tsx'
import { mergedColumns, unitField } from './mergedColumns.ts'

interface Props {
  readonly ledger: LedgerName
  /** Only this unit's rows; null for all. */
  readonly unit: string | null
  readonly onRow: (row: Row) => void
  readonly onTotal: (total: number) => void
  /** Beside the unit's: those of a number of the figures. */
  readonly more?: readonly Filter[]
  readonly sums?: string[]
  readonly onSums?: (sums: Page['sums']) => void
}

const noFilters: readonly Filter[] = []
const noSums: string[] = []
const untold = () => undefined

/** The merged rows of all units; choosing one shows it in full beside the list. */
export function MergedGrid({ ledger, unit, onRow, onTotal, more = noFilters, sums = noSums, onSums = untold }: Props) {
  const columns = useMemo(() => mergedColumns(ledger), [ledger])
  const filters = useMemo(
    () => [...(unit === null ? [] : [{ field: unitField, op: 'equals' as const, value: unit }]), ...more],
    [unit, more],
  )
  const fetchPage = useCallback(
    (query: PageQuery) => withSums(call('city.page', { ledger, ...query, sums }), onSums),
    [ledger, sums, onSums],
  )
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
