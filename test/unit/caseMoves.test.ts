import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkMoves } from '../../electron/core/ledgers/cases/moves.ts'
import { type Role, roles } from '../../shared/contract/call.ts'
import { AppError } from '../../shared/errors.ts'
import { results } from '../../shared/ledgers/codes.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { type CaseState, pathOf } from '../../shared/rules/caseLife.ts'
import { casePaperRules } from '../../shared/rules/casePapers.ts'
import { otherWays } from '../../shared/rules/otherWays.ts'
import { disputeOf, partOf } from '../support/samples.ts'

const day = '2026-11-20'
const marks = fc.record<Partial<DisputeData>>({
  notAcceptedOn: fc.constantFrom(null, null, day),
  acceptanceDate: fc.constantFrom(null, day),
  sessions: fc.constantFrom([], [partOf(p.session, { heldOn: day })]),
  result: fc.constantFrom(null, ...results),
  sealedOn: fc.constantFrom(null, day),
  closedOn: fc.constantFrom(null, day),
  filedOn: fc.constantFrom(null, day),
  slipNo: fc.constantFrom(null, '示例审1号', '示例审2号'),
  slipOn: fc.constantFrom(null, day),
  lateEntry: fc.constantFrom(null, null, true),
})
const anyCase = marks.map((m) => disputeOf({ ...m, signedByPartiesOn: day, signedByMediatorsOn: day }))

/** Who may do what, written down anew: the table and this list have to agree. */
const needs: Readonly<Partial<Record<CaseState, readonly Role[]>>> = {
  notAccepted: ['mediator', 'head'],
  transferred: ['mediator', 'head'],
  terminated: ['mediator', 'head'],
  archived: ['clerk', 'head'],
}

function outcome(own: readonly Role[], old: DisputeData | null, next: DisputeData): string {
  const session = {
    userId: 'u',
    name: '示例',
    admin: true,
    roles: own.map((role) => ({ book: 'mediation', role }) as const),
  }
  try {
    checkMoves(session, old, next, 'save')
    return 'allowed'
  } catch (e) {
    assert.ok(e instanceof AppError)
    return `${e.code} ${e.details.act ?? e.details.state}`
  }
}

test('whoever enters a state has its role or a whole slip; finished states are never left by a save (property)', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.subarray([...roles], { minLength: 1 }),
      fc.option(anyCase, { nil: null }),
      anyCase,
      (own, old, next) => {
        const was: readonly CaseState[] = old === null ? [] : pathOf(old)
        const is = pathOf(next)
        const given = outcome(own, old, next)
        seen.add(given)
        const left = (['closed', 'archived'] as const).filter((s) => was.includes(s) && !is.includes(s))
        if (left[0] !== undefined) return assert.equal(given, `case-finished ${left[0]}`)
        if (old === null && next.lateEntry === true) return assert.equal(given, 'allowed')
        const isSpent = old?.slipNo === next.slipNo && was.some((s) => needs[s] !== undefined)
        if (next.slipNo !== null && next.slipOn !== null && !isSpent) return assert.equal(given, 'allowed')
        const barred = is.filter((s) => !was.includes(s) && !(needs[s] ?? roles).some((r) => own.includes(r)))
        assert.equal(given, barred[0] === undefined ? 'allowed' : `approval-needed ${barred[0]}`)
      },
    ),
    { numRuns: 3000 },
  )
  for (const act of Object.keys(needs)) assert.ok(seen.has(`approval-needed ${act}`), act)
  for (const state of ['closed', 'archived']) assert.ok(seen.has(`case-finished ${state}`), state)
})

test('移送 asks in one place for all that the letter says, and waits for no reason', () => {
  const way = otherWays.find((w) => w.state === 'transferred')
  assert.ok(way !== undefined)
  assert.ok(way.asked.includes('transferReason') && way.optional?.includes('transferReason'))
  const letter = disputeOf({
    result: 'transferred',
    transferredTo: '示例单位',
    transferredLetterNo: '1',
    resultDate: day,
  })
  assert.deepEqual(casePaperRules.transferLetter.lacks(letter, 0), [])
  for (const field of casePaperRules.transferLetter.lacks(disputeOf({ result: 'transferred' }), 0))
    assert.ok(
      way.asked.some((asked) => asked === field),
      field,
    )
})
