import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Radio, Select, Tag } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { Place } from '../../shared/contract/office.ts'
import { useAct, useCall } from '../api/client.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { bytesShown } from './shown.ts'
import './PlacePicker.css'

const order = { removable: 0, fixed: 1, folder: 2 } as const
const lookEveryMs = 4000

interface Props {
  readonly label: string
  readonly value: Place | null
  readonly onChange: (place: Place | null) => void
  /** Bytes that will be written; a place with less room says so. */
  readonly needBytes?: number
  readonly disabled?: boolean
  /** One line: for choosing where a file is, where the files matter more than the place. */
  readonly compact?: boolean
}

/** Chooses a stick, drive or folder: sticks first, with their free space. */
export function PlacePicker({ label, value, onChange, needBytes, disabled = false, compact = false }: Props) {
  const { places, error, refresh, refreshing, browse } = usePlaces()
  useKeptChoice(places, value, onChange)
  const choose = (token: string) => onChange(places?.find((p) => p.token === token) ?? null)
  const browsed = () => browse((place) => onChange(place))
  return (
    <fieldset className={`place-picker${compact ? ' compact' : ''}`} disabled={disabled}>
      <legend>{label}</legend>
      <ErrorNotice error={error} onRetry={refresh} />
      {places?.length === 0 && <Alert type="warning" showIcon role="note" title={t.settings.places.none} />}
      {compact ? (
        <PlaceSelect {...{ label, places, value, disabled }} onChoose={choose} />
      ) : (
        <Radio.Group
          className="place-list"
          aria-label={label}
          value={value?.token ?? null}
          onChange={(e) => choose(e.target.value as string)}
          disabled={disabled}
          options={(places ?? []).map((p) => ({
            value: p.token,
            label: <PlaceLine place={p} needBytes={needBytes ?? 0} />,
          }))}
        />
      )}
      <div className="place-buttons">
        <Button size="small" onClick={refresh} loading={refreshing}>
          {t.settings.places.refresh}
        </Button>
        {browse.offered && (
          <Button size="small" onClick={browsed}>
            {t.settings.places.browse}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface SelectProps extends Pick<Props, 'label' | 'value'> {
  readonly places: readonly Place[] | undefined
  readonly disabled: boolean
  readonly onChoose: (token: string) => void
}
function PlaceSelect({ label, places, value, disabled, onChoose }: SelectProps) {
  const words = t.settings.places
  return (
    <Select
      className="place-select"
      aria-label={`${label} ${words.label}`}
      disabled={disabled}
      value={value?.token}
      placeholder={words.label}
      onChange={onChoose}
      options={(places ?? []).map((p) => ({ value: p.token, label: `${p.label}（${words.kinds[p.kind]}）` }))}
    />
  )
}

function PlaceLine({ place, needBytes }: { readonly place: Place; readonly needBytes: number }) {
  const words = t.settings.places
  const free = place.freeBytes === null ? words.freeUnknown : fill(words.free, { size: bytesShown(place.freeBytes) })
  const low = place.freeBytes !== null && place.freeBytes < needBytes
  return (
    <span className="place-line">
      <span className="place-label">{place.label}</span>
      <Tag>{words.kinds[place.kind]}</Tag>
      <span className="place-free">{free}</span>
      {low && <Tag color="warning">{words.low}</Tag>}
    </span>
  )
}

/** Asks again every few seconds: a stick that is put in or pulled out tells nobody. */
export function useLookingAgain(refetch: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setInterval(() => void refetch(), lookEveryMs)
    return () => clearInterval(timer)
  }, [refetch])
}

interface Browse {
  (onPicked: (place: Place) => void): void
  /** Only a host with a dialog of its own offers it. */
  readonly offered: boolean
}

/** The offered places, looked for again while the page is open, and those the user browsed to. */
function usePlaces() {
  const listed = useCall('place.list', {})
  const status = useCall('register.status', {})
  const pick = useAct('place.pickFolder')
  const [browsed, setBrowsed] = useState<readonly Place[]>([])
  const queries = useQueryClient()
  useLookingAgain(listed.refetch)
  const places = useMemo(() => {
    const known = new Set(listed.data?.map((p) => p.token))
    const all = listed.data && [...listed.data, ...browsed.filter((p) => !known.has(p.token))]
    return all?.toSorted((a, b) => order[a.kind] - order[b.kind])
  }, [listed.data, browsed])
  const [refreshing, setRefreshing] = useState(false)
  const refresh = () => {
    setRefreshing(true)
    const all = [listed.refetch(), queries.invalidateQueries({ queryKey: ['place.files'] })]
    void Promise.all(all).finally(() => setRefreshing(false))
  }
  const open = (onPicked: (place: Place) => void) =>
    pick.mutate(
      {},
      {
        onSuccess: (place) => {
          if (place === null) return
          setBrowsed((b) => [...b, place])
          onPicked(place)
        },
      },
    )
  const browse: Browse = Object.assign(open, { offered: status.data?.host === 'electron' })
  return { places, error: listed.error ?? pick.error, refresh, refreshing, browse }
}

/** Proposes the first stick, and lets go of a place that was pulled out. */
function useKeptChoice(
  places: readonly Place[] | undefined,
  value: Place | null,
  onChange: (place: Place | null) => void,
) {
  useEffect(() => {
    if (places === undefined) return
    const still = value !== null && places.some((p) => p.token === value.token)
    if (still) return
    const proposed = places.find((p) => p.label === value?.label) ?? places.find((p) => p.kind === 'removable') ?? null
    if (proposed !== value) onChange(proposed)
  }, [places, value, onChange])
}
