import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Count, sumsOf, yearsOf } from '../../renderer/pages/city/sums.ts'

const count = (unitName: string, period: string, amount: number, category = 'neighbour'): Count => ({
  unitName,
  ledger: 'dispute',
  period,
  measure: 'accepted',
  category,
  amount,
})
const counts = [
  count('示例乡', '2026-01', 3),
  count('示例镇', '2026-01', 4),
  count('示例乡', '2026-02', 5),
  count('示例乡', '2025-12', 6),
  count('示例镇', '2026-01', 7, 'family'),
  count('示例镇', '', 8),
]

test('units add up month by month and category by category', () => {
  const sums = sumsOf(counts, { unit: null, year: '2026' })
  assert.deepEqual(
    sums.map((c) => [c.period, c.category, c.amount]),
    [
      ['2026-02', 'neighbour', 5],
      ['2026-01', 'family', 7],
      ['2026-01', 'neighbour', 7],
    ],
  )
})

test('one unit shows only its own sums', () => {
  const sums = sumsOf(counts, { unit: '示例镇', year: '2026' })
  assert.deepEqual(
    sums.map((c) => [c.unitName, c.amount]),
    [
      ['示例镇', 7],
      ['示例镇', 4],
    ],
  )
})

test('records without a date stand in a year of their own, after the others', () => {
  assert.deepEqual(yearsOf(counts), ['2026', '2025', ''])
  assert.deepEqual(
    sumsOf(counts, { unit: null, year: '' }).map((c) => c.amount),
    [8],
  )
})
