import type { FigureGroup, FigureScope, FiguresView, FigureValues, MeasureName } from '../../../shared/rules/figures.ts'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { t } from '../../text.ts'
import { groupLabel, rowsHref, shownNumber } from './figuresShown.ts'

interface Line {
  /** Null for the total. */
  readonly key: string | null
  readonly values: FigureValues
}
interface Props {
  readonly label: string
  /** Heading of the first column. */
  readonly first: string
  readonly by: FigureGroup
  readonly view: FiguresView
  readonly scope: FigureScope
  readonly measures: readonly MeasureName[]
}

/** Figures told apart in one way, with their total below; every number opens its rows. */
export function FigureTable({ label, first, by, view, scope, measures }: Props) {
  const rows: readonly Line[] = [...view.rows, { key: null, values: view.total }]
  const columns: readonly PlainColumn<Line>[] = [
    { key: 'group', title: first, value: (row) => (row.key === null ? t.figures.total : groupLabel(by, row.key)) },
    ...measures.map((name) => ({
      key: name,
      title: t.figures.measures[name],
      numeric: true,
      value: (row: Line) => <Figure name={name} value={row.values[name]} scope={scope} by={by} of={row.key} />,
    })),
  ]
  return (
    <PlainTable
      label={label}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key ?? ' total'}
      empty={t.figures.noPlace}
    />
  )
}

interface FigureProps {
  readonly name: MeasureName
  readonly value: number | undefined
  readonly scope: FigureScope
  readonly by: FigureGroup
  readonly of: string | null
}
/** A dash is no figure, a nought is one. */
function Figure({ name, value, scope, by, of }: FigureProps) {
  if (value === undefined) return '—'
  const href = value === 0 ? null : rowsHref(name, scope, of === null ? [] : [{ by, key: of }])
  return href === null ? shownNumber(value) : <a href={href}>{shownNumber(value)}</a>
}
