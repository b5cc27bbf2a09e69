import type { AnyPart, AnyValue, Field, ScalarField } from '../shared/ledgers/describe.ts'
import { codeLabel, language, t } from './text.ts'

const dayOf = (instant: Date): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}
/** The day of a UTC instant on this PC's calendar. */
export const localDay = (iso: string): string => dayOf(new Date(iso))

const clockOf = (instant: Date): string => instant.toTimeString().slice(0, 5)

/** Today on this PC's calendar, YYYY-MM-DD. */
export const localToday = (): string => dayOf(new Date())

/** A UTC instant at the office's clock: `今天 09:10`, `昨天 17:02`, `2026-01-05 08:30`. */
export function formatInstant(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const day = dayOf(at)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  const name = day === dayOf(now) ? t.common.today : day === dayOf(yesterday) ? t.common.yesterday : day
  return `${name} ${clockOf(at)}`
}

/** 分 as 元 with thousands: `1,234.50`. */
export const formatMoney = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const separator = language === 'en' ? ', ' : '、'

/** `调解：经办人`. */
export const labelled = (label: string, value: string): string => label + (language === 'en' ? ': ' : '：') + value

/** Lists, or longer words, one after the other in one line. */
export const inClauses = (clauses: readonly string[]): string => clauses.join(language === 'en' ? '; ' : '；')

/** Words as a list in one line. */
export const inOneLine = (words: readonly string[]): string => words.join(separator)

/** A scalar as people read it; blank is the empty string. */
export function formatValue(field: ScalarField, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  switch (field.kind) {
    case 'code':
      return codeLabel(field.list, String(value))
    case 'codes':
      return inOneLine((value as readonly string[]).map((v) => codeLabel(field.list, v)))
    case 'money':
      return formatMoney(Number(value))
    case 'flag':
      return value === true || value === 1 ? t.common.yes : t.common.no
    default:
      return String(value)
  }
}

/** One part on one line, its filled values in the description's order. */
export function formatPart(fields: Readonly<Record<string, ScalarField>>, part: AnyPart): string {
  return Object.entries(fields)
    .filter(([, f]) => f.kind !== 'flag' && f.kind !== 'reference')
    .map(([name, f]) => formatValue(f, part[name]))
    .filter(Boolean)
    .join(' ')
}

/** Any field on lines: a scalar is one, a list has one per part. */
export function formatLines(field: Field, value: unknown): readonly string[] {
  if (field.kind !== 'list') return [formatValue(field, value)].filter(Boolean)
  return ((value ?? []) as readonly AnyPart[]).map((part, i) => `${i + 1}. ${formatPart(field.part.fields, part)}`)
}

/** System columns have no description: instants, the stage, who. */
export function formatSystem(name: string, value: AnyValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (name === 'updatedAt' || name === 'createdAt') return formatInstant(String(value))
  if (name === 'stage') return codeLabel('stage', String(value))
  if (name === 'locked') return value === true || value === 1 ? t.common.yes : ''
  return String(value)
}
