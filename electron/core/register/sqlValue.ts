/** Values of fields as SQLite holds them. */
import type { AnyValue, ScalarField } from '../../../shared/ledgers/describe.ts'

export type Sql = string | number | null
export const toSql = (field: ScalarField, value: AnyValue): Sql => {
  if (value === null) return null
  if (field.kind === 'flag') return value ? 1 : 0
  if (field.kind === 'codes') return JSON.stringify(value)
  return value as Sql
}
export const fromSql = (field: ScalarField, value: Sql): AnyValue => {
  if (value === null) return null
  if (field.kind === 'flag') return value === 1
  if (field.kind === 'codes') return JSON.parse(value as string) as readonly string[]
  return value
}
