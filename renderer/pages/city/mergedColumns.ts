import type { ColDef } from 'ag-grid-community'
import type { Row } from '../../../shared/contract/records.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { columnField } from '../../ledger/columns.ts'
import { travelColumns, travelLabel, travelValue } from '../../parts/travelShown.ts'
import { t, textAt } from '../../text.ts'

/** Columns of the merged table that no description has: whose row it is, and the recipient's own word on it. */
export const unitField = 'unitName'
export const markField = 'decisionMark'
export const noteField = 'decisionNote'

export const marks = ['none', 'checked', 'query'] as const
export type Mark = (typeof marks)[number]
export const markOf = (row: Row): Mark => marks.find((m) => m === row[markField]) ?? 'none'

/** State by word and shape, not by colour alone. */
const shapes = { none: '', checked: '● ', query: '▲ ' } as const
const markShown = (row: Row): string => {
  const mark = markOf(row)
  return mark === 'none' ? '' : shapes[mark] + t.city.merged.marks[mark]
}

export function mergedColumns(ledger: LedgerName): ColDef<Row>[] {
  const travelled = travelColumns(ledger).map(
    (field): ColDef<Row> => ({
      colId: field,
      headerName: travelLabel(ledger, field),
      width: ledgerOf(ledger).grid.find((c) => c.field === field)?.width ?? 110,
      sortable: columnField(ledger, field)?.index === true,
      valueGetter: ({ data }) => (data ? travelValue(ledger, field, data[field]) : ''),
      tooltipValueGetter: ({ value }) => value,
    }),
  )
  return [
    {
      colId: unitField,
      headerName: t.city.merged.unitColumn,
      width: 150,
      pinned: 'left',
      sortable: true,
      valueGetter: ({ data }) => data?.[unitField] ?? '',
    },
    {
      colId: markField,
      headerName: t.city.merged.decisionColumn,
      width: 100,
      pinned: 'left',
      sortable: false,
      valueGetter: ({ data }) => (data ? markShown(data) : ''),
    },
    ...travelled,
    {
      colId: noteField,
      headerName: t.city.merged.noteColumn,
      width: 180,
      sortable: false,
      valueGetter: ({ data }) => textOf(data?.[noteField]),
    },
  ]
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The first text of the list that travels: the number, topic or title that tells a record from others. */
function namingField(name: LedgerName): string | undefined {
  const { fields, derived, grid } = ledgerOf(name)
  return grid
    .map((column) => column.field)
    .find((f) => {
      const field = fields[f] ?? derived[f]?.field
      return field?.kind === 'text' && field.travel === 'exact'
    })
}

/** The name of a row for its reader: unit, then what tells it from others. */
export function rowTitle(ledger: LedgerName, row: Row): string {
  const field = namingField(ledger)
  const own = field === undefined ? '' : travelValue(ledger, field, row[field])
  return [textOf(row[unitField]), textAt(t.ledgers, ledger, 'name') ?? '', own].filter(Boolean).join(' · ')
}
