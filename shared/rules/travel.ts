import { type AnyData, type AnyPart, type AnyValue, type Field, isList, type Ledger } from '../ledgers/describe.ts'
import { monthOf } from './dates.ts'

/** Upper bounds of the amount bands in 分; domain 8.2 lets an amount travel only as a band. */
const bands: readonly (readonly [number, string])[] = [
  [0, '0'],
  [1_000_000, 'under10k'],
  [5_000_000, 'under50k'],
  [10_000_000, 'under100k'],
  [50_000_000, 'under500k'],
]

/** Every word an amount can travel as. */
export const amountBands: readonly string[] = [...bands.map(([, word]) => word), 'over500k']

export const amountBand = (fen: number): string => bands.find(([limit]) => fen <= limit)?.[1] ?? 'over500k'

function travelling(field: Exclude<Field, { kind: 'list' }>, value: AnyValue): AnyValue {
  if (value === null) return null
  switch (field.travel) {
    case 'month':
      return monthOf(value as string)
    case 'band':
      return amountBand(value as number)
    default:
      return value
  }
}

function travellingList(as: 'count' | 'values', field: string, parts: readonly AnyPart[]): AnyValue {
  if (as === 'count') return parts.length
  return (
    parts
      .map((p) => p[field])
      .filter((v): v is string => typeof v === 'string')
      .join('、') || null
  )
}

type Reading = readonly [name: string, read: (data: AnyData) => AnyValue]
const readings = new WeakMap<Ledger, readonly Reading[]>()

function readingOf(name: string, f: Field): readonly Reading[] {
  if (f.travel === undefined) return []
  if (!isList(f)) return [[name, (data) => travelling(f, data[name] as AnyValue)]]
  const { as } = f.travel
  const field = f.travel.as === 'values' ? f.travel.field : ''
  return [[name, (data) => travellingList(as, field, data[name] as readonly AnyPart[])]]
}
function readingsOf(ledger: Ledger): readonly Reading[] {
  const known = readings.get(ledger)
  if (known) return known
  const described = Object.entries(ledger.fields).flatMap(([n, f]) => readingOf(n, f))
  const derived = Object.entries(ledger.derived).flatMap(([n, d]): readonly Reading[] =>
    d.field.travel === undefined ? [] : [[n, (data) => travelling(d.field, d.from(data as never))]],
  )
  readings.set(ledger, [...described, ...derived])
  return [...described, ...derived]
}

/** A record in the city layout at level T1: only fields whose description lets them travel, in its order. */
export function cityRow(ledger: Ledger, data: AnyData): Readonly<Record<string, AnyValue>> {
  const row: Record<string, AnyValue> = {}
  for (const [name, read] of readingsOf(ledger)) row[name] = read(data)
  return row
}
