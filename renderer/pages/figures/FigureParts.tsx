import { Segmented } from 'antd'
import { useState } from 'react'
import {
  type FigureGroup,
  type FigureScope,
  type MeasureName,
  measureNames,
  measureOf,
  type Period,
} from '../../../shared/rules/figures.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { FigureTable } from './FigureTable.tsx'

const words = t.figures
const book = 'teams'

interface Props {
  readonly scope: FigureScope
  readonly period: Period
}

/** An office's villages and departments; a recipient's units and departments. */
const placesAt = { unit: ['village', 'department'], recipient: ['unit', 'department'] } as const
type Place = (typeof placesAt)[keyof typeof placesAt][number]

/** Measures that are told apart in a way; the others would be a column of dashes. */
const toldBy = (by: Exclude<FigureGroup, 'month' | 'quarter' | 'year'>): readonly MeasureName[] =>
  measureNames.filter((name) => measureOf(name).by[by] !== undefined)

export function PlaceTable({ scope, period }: Props) {
  const [place, setPlace] = useState<Place>(placesAt[scope.home][0])
  const figures = useCall('figures.view', { book, by: place, ...period })
  const choice = (
    <Segmented<Place>
      size="small"
      aria-label={words.placeKind}
      value={place}
      onChange={setPlace}
      options={placesAt[scope.home].map((value) => ({ value, label: words.places[value] }))}
    />
  )
  return (
    <Panel title={words.places[place]} extra={choice}>
      <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} />
      {figures.data && (
        <FigureTable
          {...{ scope }}
          view={figures.data}
          label={words.places[place]}
          first={words.placeColumn[place]}
          by={place}
          measures={toldBy(place)}
        />
      )}
    </Panel>
  )
}

/** 人次 of duty by festival and event. */
export function EventTable({ scope, period }: Props) {
  const figures = useCall('figures.view', { book, by: 'event', ...period })
  if ((figures.data?.total.duties ?? 0) === 0 || figures.data === undefined) return null
  return (
    <Panel title={words.events}>
      <FigureTable
        {...{ scope }}
        view={figures.data}
        label={words.events}
        first={words.event}
        by="event"
        measures={toldBy('event')}
      />
    </Panel>
  )
}
