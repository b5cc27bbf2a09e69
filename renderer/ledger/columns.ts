import type { ColDef } from 'ag-grid-community'
import type { Row } from '../../shared/contract/records.ts'
import { isList, type ScalarField, systemColumns } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { formatSystem, formatValue } from '../format.ts'
import { fieldLabel } from '../text.ts'

/** A column's description, derived columns included; null for system columns. */
export function columnField(ledger: LedgerName, name: string): ScalarField | null {
  const described = ledgerOf(ledger).fields[name]
  if (described) return isList(described) ? null : described
  return ledgerOf(ledger).derived[name]?.field ?? null
}

const isSystem = (name: string): boolean => (systemColumns as readonly string[]).includes(name)
const atRight = new Set<string>(['integer', 'money', 'decimal'])

/** Columns of a ledger's list, from its description. */
export function columnsOf(ledger: LedgerName): ColDef<Row>[] {
  return ledgerOf(ledger).grid.map(({ field, width }): ColDef<Row> => {
    const described = columnField(ledger, field)
    const sortable = described?.index === true || (isSystem(field) && field !== 'locked')
    return {
      colId: field,
      headerName: fieldLabel(ledger, field),
      width,
      sortable,
      type: described && atRight.has(described.kind) ? 'rightAligned' : undefined,
      valueGetter: ({ data }) => data?.[field] ?? null,
      valueFormatter: ({ value }) => (described ? formatValue(described, value) : formatSystem(field, value)),
      tooltipValueGetter: ({ valueFormatted }) => valueFormatted,
    }
  })
}
