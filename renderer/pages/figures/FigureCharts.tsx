import { Select } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import {
  type FigureGroup,
  type FigureRow,
  type FigureScope,
  type FiguresView,
  type MeasureName,
  measureNames,
  measureOf,
  type Period,
  timeGroupOf,
} from '../../../shared/rules/figures.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { FigureTable } from './FigureTable.tsx'
import { groupLabel, rowsHref } from './figuresShown.ts'

const BarChart = lazy(() => import('./BarChart.tsx').then((m) => ({ default: m.BarChart })))
const words = t.figures
const timed: readonly MeasureName[] = measureNames.filter((name) => measureOf(name).day !== null)

interface Props {
  readonly view: FiguresView
  readonly scope: FigureScope
  readonly period: Period
}

/** One figure by team and over time, drawn; the tables carry the same numbers. */
export function FigureCharts({ view, scope, period }: Props) {
  const [measure, setMeasure] = useState<MeasureName>('sessions')
  const by = timeGroupOf(period)
  const times = useCall('figures.view', { book: 'teams', by, ...period })
  const name = words.measures[measure]
  const isOfTeams = measureOf(measure).by.team !== undefined
  const choice = (
    <Select<MeasureName>
      size="small"
      className="figure-measure"
      aria-label={words.chartMeasure}
      value={measure}
      onChange={setMeasure}
      options={timed.map((value) => ({ value, label: words.measures[value] }))}
    />
  )
  return (
    <Panel title={words.chart} extra={choice}>
      <ErrorNotice error={times.error} onRetry={() => void times.refetch()} />
      <Suspense fallback={<p className="loading">{t.common.loading}</p>}>
        <div className="figure-charts">
          {isOfTeams && (
            <Bars {...{ measure, scope }} label={fill(words.chartTeam, { measure: name })} by="team" rows={view.rows} />
          )}
          {times.data && (
            <Bars {...{ measure, scope, by }} label={fill(words.chartTime, { measure: name })} rows={times.data.rows} />
          )}
        </div>
      </Suspense>
      {times.data && (
        <details>
          <summary>{words.times}</summary>
          <FigureTable {...{ scope, by }} view={times.data} label={words.times} first={words.time} measures={timed} />
        </details>
      )}
    </Panel>
  )
}

interface BarsProps {
  readonly label: string
  readonly measure: MeasureName
  readonly scope: FigureScope
  readonly by: FigureGroup
  readonly rows: readonly FigureRow[]
}
function Bars({ label, measure, scope, by, rows }: BarsProps) {
  const bars = useMemo(
    () => rows.map((row) => ({ label: groupLabel(by, row.key), value: row.values[measure] ?? 0 })),
    [rows, by, measure],
  )
  const open = (index: number) => {
    const row = rows[index]
    const href = row && rowsHref(measure, scope, [{ by, key: row.key }])
    if (href) location.hash = href
  }
  return (
    <figure className="figure-box">
      <figcaption>{label}</figcaption>
      <BarChart label={label} bars={bars} onOpen={open} />
    </figure>
  )
}
