import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { results } from '../../shared/ledgers/codes.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { dispute } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { caseCounts } from '../../shared/rules/caseCounts.ts'
import { agreedDispute, disputeOf, partOf } from '../support/samples.ts'

const told = (values: Partial<DisputeData>) =>
  caseCounts(disputeOf({ typeJustice: 'neighbour', ...values })).map((c) =>
    [c.measure, c.period, c.category, c.amount].join(' '),
  )

test('intake is counted in the month of 受理, the result in its own; several sessions are one case', () => {
  const session = partOf(p.session, { heldOn: '2026-01-20' })
  const cells = caseCounts(
    agreedDispute({
      ...{ typeJustice: 'neighbour', acceptanceDate: '2025-12-30', resultDate: '2026-01-21', closedOn: '2026-03-01' },
      sessions: [session, session, session],
    }),
  )
  assert.deepEqual(cells, [
    { measure: 'accepted', period: '2025-12', category: 'neighbour', amount: 1 },
    { measure: 'parties', period: '2025-12', category: 'neighbour', amount: 2 },
    { measure: 'closed', period: '2026-01', category: 'written', amount: 1 },
    { measure: 'amount', period: '2026-01', category: 'written', amount: 120000 },
  ])
})

test('what was never accepted is no case: turned away and calmed are counted apart, an open registration not at all', () => {
  assert.deepEqual(told({ applicationDate: '2026-01-05' }), [])
  assert.deepEqual(told({ notAcceptedOn: '2026-01-06', refusalGround: 'settled' }), ['notAccepted 2026-01 settled 1'])
  assert.deepEqual(told({ result: 'calmed', resultDate: '2026-02-01' }), ['calmed 2026-02 neighbour 1'])
  assert.deepEqual(told({ result: 'withdrawn', resultDate: '2026-02-01' }), [])
})

test('补录 is counted by the days on its paper, also where the paper leaves the day of 受理 open', () => {
  const late = { lateEntry: true, parties: [] } as const
  const [result, sum] = ['closed 2019-04 oral 1', 'amount 2019-04 oral 0']
  const end = { result: 'oral', resultDate: '2019-04-02' } as const
  const took = (month: string) => [`accepted ${month} neighbour 1`, `parties ${month} neighbour 0`]
  assert.deepEqual(told({ ...late, ...end, acceptanceDate: '2019-03-05' }), [...took('2019-03'), result, sum])
  assert.deepEqual(told({ ...late, ...end }), [...took(''), result, sum])
})

test('a draft of promises in a failed case is no agreed amount', () => {
  const { performances } = agreedDispute()
  const failed = { acceptanceDate: '2026-01-05', result: 'failed', resultDate: '2026-01-09', performances } as const
  assert.ok(told(failed).every((line) => !line.startsWith('amount')))
})

test('whatever cases there are: types add up to the intake, results never exceed it, 书面 and 口头 are the successes (property)', () => {
  const day = fc.constantFrom(null, '2026-01-31', '2026-02-01')
  const anyCase = fc.record({
    acceptanceDate: day,
    notAcceptedOn: fc.constantFrom(null, null, '2026-01-31'),
    result: fc.constantFrom(null, ...results),
    resultDate: day,
    lateEntry: fc.constantFrom(null, true),
    typeJustice: fc.constantFrom(...dispute.fields.typeJustice.codes),
  })
  fc.assert(
    fc.property(fc.array(anyCase), (marks) => {
      const cases = marks.map((m) => disputeOf(m as Partial<DisputeData>))
      const cells = cases.flatMap((d) => caseCounts(d))
      const sum = (measure: string, ...categories: readonly string[]) =>
        cells
          .filter((c) => c.measure === measure && (categories.length === 0 || categories.includes(c.category)))
          .reduce((total, c) => total + c.amount, 0)
      assert.equal(sum('accepted'), sum('accepted', ...dispute.fields.typeJustice.codes))
      assert.ok(sum('closed') <= sum('accepted'))
      assert.equal(sum('closed', 'calmed'), 0)
      const won = cells.filter((c) => c.measure === 'amount')
      assert.equal(won.length, sum('closed', 'written', 'oral'), 'each success has its amount, and nothing else has')
    }),
  )
})
