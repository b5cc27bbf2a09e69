import { emptyData, isList } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { cityRow } from '../../shared/rules/travel.ts'
import { formatMoney, formatValue } from '../format.ts'
import { codeLabel, fieldLabel, fill, t, textAt } from '../text.ts'

/** How a column of the city layout (level T1) is headed: a list that travels as its length says so. */
export function travelLabel(ledger: LedgerName, column: string): string {
  const field = ledgerOf(ledger).fields[column]
  const name = fieldLabel(ledger, column)
  return field && isList(field) && field.travel?.as === 'count' ? fill(t.report.leaving.countOf, { name }) : name
}

/** A value of the city layout as people read it: codes by their labels, months and bands as they left. */
export function travelValue(ledger: LedgerName, column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const description = ledgerOf(ledger)
  const field = description.fields[column] ?? description.derived[column]?.field
  if (field === undefined || isList(field) || field.travel === 'month') return String(value)
  if (field.travel === 'band') return textAt(t.report.bands, String(value)) ?? String(value)
  return formatValue(field, value)
}

export interface ShownCount {
  readonly ledger: LedgerName
  readonly period: string
  readonly measure: string
  readonly category: string
  readonly amount: number
}
export const measureLabel = (c: ShownCount): string => textAt(t.report.measures, c.measure) ?? c.measure
export const periodLabel = (c: ShownCount): string => c.period || t.report.counts.unknownPeriod

export function categoryLabel(c: ShownCount): string {
  const list = ledgerOf(c.ledger).countLists[c.measure]
  if (c.category === '' || list === undefined) return c.category || t.report.counts.noCategory
  return codeLabel(list, c.category)
}
/** Amounts of money are sums in 分. */
export const amountShown = (c: ShownCount): string =>
  c.measure === 'amount' ? formatMoney(c.amount) : c.amount.toLocaleString('en-US')

/** Columns of the city layout, in its order. */
export function travelColumns(name: LedgerName): readonly string[] {
  const ledger = ledgerOf(name)
  return Object.keys(cityRow(ledger, emptyData(ledger)))
}
