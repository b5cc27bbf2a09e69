import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instalmentsOf, maxInstalments, monthsLater } from '../../shared/rules/instalments.ts'

const plan = { total: 1000000, firstDue: '2026-01-31', every: 'month' } as const

test('months keep their day, and a day a month does not have is its last', () => {
  assert.equal(monthsLater('2026-01-31', 1), '2026-02-28')
  assert.equal(monthsLater('2026-01-31', 2), '2026-03-31')
  assert.equal(monthsLater('2024-01-31', 1), '2024-02-29')
  assert.equal(monthsLater('2026-11-30', 3), '2027-02-28')
  assert.equal(monthsLater('2024-02-29', 12), '2025-02-28')
})

test('by number: whole yuan, the remainder in the last', () => {
  assert.deepEqual(instalmentsOf({ ...plan, by: { count: 3 } }), [
    { amount: 333300, dueOn: '2026-01-31' },
    { amount: 333300, dueOn: '2026-02-28' },
    { amount: 333400, dueOn: '2026-03-31' },
  ])
})

test('by amount: as many as it takes, the last is what is left', () => {
  const parts = instalmentsOf({ ...plan, by: { each: 300000 }, every: 'quarter' })
  assert.deepEqual(
    parts?.map((p) => p.amount),
    [300000, 300000, 300000, 100000],
  )
  assert.deepEqual(
    parts?.map((p) => p.dueOn),
    ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'],
  )
})

test('the sum is the total, to the cent, whatever the numbers', () => {
  for (const total of [1, 99, 100, 101, 12345, 1000000, 999999999])
    for (let count = 1; count <= 24; count++) {
      const parts = instalmentsOf({ ...plan, total, by: { count } })
      if (parts === null) assert.ok(total < count, `${total} in ${count}`)
      else {
        assert.equal(parts.length, count)
        assert.equal(
          parts.reduce((s, p) => s + p.amount, 0),
          total,
        )
        assert.ok(parts.every((p) => p.amount > 0))
      }
    }
})

test('a plan that cannot be is none', () => {
  assert.equal(instalmentsOf({ ...plan, total: 0, by: { count: 2 } }), null)
  assert.equal(instalmentsOf({ ...plan, by: { count: 0 } }), null)
  assert.equal(instalmentsOf({ ...plan, by: { count: 1.5 } }), null)
  assert.equal(instalmentsOf({ ...plan, by: { each: 0 } }), null)
  assert.equal(instalmentsOf({ ...plan, by: { each: 1000001 } }), null)
  assert.equal(instalmentsOf({ ...plan, by: { count: maxInstalments + 1 } }), null)
  assert.equal(instalmentsOf({ ...plan, total: 1000000, by: { each: 1 } }), null)
})
