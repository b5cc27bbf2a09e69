import type { ColDef } from 'ag-grid-community'
import type { Row } from '../../shared/contract/records.ts'
import { isList, type ScalarField, systemColumns } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { formatSystem, formatValue } from '../format.ts'
import { fieldLabel } from '../text.ts'

/** A column's description, derived columns and the state of a case included; null for other system columns. */
export function columnField(ledger: LedgerName, name: string): ScalarField | null {
  const described = ledgerOf(ledger).fields[name]
  if (described) return isList(described) ? null : described
  const { stages, derived } = ledgerOf(ledger)
  if (name === 'stage' && stages.length > 1) return { kind: 'code', list: 'stage', codes: stages, index: true }
  return derived[name]?.field ?? null
}

const isSystem = (name: string): boolean => (systemColumns as readonly string[]).includes(name)
const atRight = new Set<string>(['integer', 'money', 'decimal'])

/** Columns of a ledger's list, from its description. */
export function columnsOf(ledger: LedgerName): ColDef<Row>[] {
  return ledgerOf(ledger).grid.map(({ field, width }): ColDef<Row> => {
    const described = columnField(ledger, field)
    // By their codes, states would stand in no order that anybody knows.
    const sortable = field !== 'stage' && (described?.index === true || (isSystem(field) && field !== 'locked'))
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
