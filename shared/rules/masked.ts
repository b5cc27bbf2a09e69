import type { AnyPart, AnyValue, Field, ScalarField } from '../ledgers/describe.ts'

/** First two and last two characters stay readable. */
export const masked = (value: string): string => {
  const chars = [...value]
  return chars.length <= 5
    ? '*'.repeat(chars.length)
    : `${chars.slice(0, 2).join('')}${'*'.repeat(chars.length - 4)}${chars.slice(-2).join('')}`
}

const maskedScalar = (field: ScalarField | undefined, value: unknown): unknown =>
  field?.masked && typeof value === 'string' ? masked(value) : value

/** A value as it may be shown beside a list: the middle of ID numbers and phones stays hidden, in parts too. */
export function maskedValue(field: Field, value: unknown): unknown {
  if (field.kind !== 'list') return maskedScalar(field, value)
  return ((value ?? []) as readonly AnyPart[]).map((part) =>
    Object.fromEntries(
      Object.entries(part).map(([n, v]) => [n, maskedScalar(field.part.fields[n], v as AnyValue)] as const),
    ),
  )
}
