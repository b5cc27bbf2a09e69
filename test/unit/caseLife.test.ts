import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { missing, problemsOf } from '../../shared/ledgers/check.ts'
import { results } from '../../shared/ledgers/codes.ts'
import { type AnyData, emptyPart } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import {
  type CaseState,
  caseLife,
  caseStates,
  lifeProblems,
  movesOf,
  pathOf,
  stateOf,
  wayBetween,
} from '../../shared/rules/caseLife.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { disputeOf, partOf } from '../support/samples.ts'

const day = '2026-11-20'
/** Every field that says something of a case's life, there or not. */
const marks = fc.record<Partial<DisputeData>>({
  notAcceptedOn: fc.constantFrom(null, null, null, day),
  acceptanceDate: fc.constantFrom(null, day),
  inquiries: fc.constantFrom([], [emptyPart(p.inquiry) as DisputeData['inquiries'][number]]),
  sessions: fc.constantFrom([], [partOf(p.session, { heldOn: day })]),
  result: fc.constantFrom(null, ...results),
  resultDate: fc.constantFrom(null, day),
  signedByPartiesOn: fc.constantFrom(null, day),
  signedByMediatorsOn: fc.constantFrom(null, day),
  sealedOn: fc.constantFrom(null, day),
  followUps: fc.constantFrom([], [partOf(p.followUp, { heldOn: day })]),
  closedOn: fc.constantFrom(null, day),
  filedOn: fc.constantFrom(null, day),
})
const anyCase = marks.map((m) => disputeOf(m))
const isSound = (d: DisputeData): boolean =>
  problemsOf(ledgerOf('dispute'), d as unknown as AnyData, {
    today: '2026-11-23',
    sample: false,
    settings: defaultSettings,
  }).every((x) => x.severity !== 'error')

/** A case with everything an archived one can have. */
const complete = disputeOf({
  ...{
    acceptanceDate: day,
    source: 'application',
    caseNo: '示例1',
    mediators: [partOf(p.mediator, { name: '王示例' })],
  },
  sessions: [partOf(p.session, { heldOn: day })],
  ...{ result: 'written', resultDate: day, facts: '示例', agreementNo: '示例1', copies: 3, performanceState: 'done' },
  clauses: [partOf(p.clause, { text: '示例' })],
  performances: [partOf(p.performance, { manner: '示例' })],
  ...{ signedByPartiesOn: day, signedByMediatorsOn: day, sealedOn: day, otherRoutesToldOn: day, oralAgreed: true },
  ...{ transferredTo: '示例', transferredLetterNo: '示例', terminationReason: '示例' },
  ...{ closedOn: day, filedBy: '示例', filedOn: day, retention: 'long' },
})
const filled = Object.entries(complete).filter(([n, v]) => v !== null && n !== 'absent' && n !== 'filedOn')
/** An archived case in which a few things are not there. */
const almostArchived = fc
  .tuple(fc.subarray(filled, { maxLength: 3 }), fc.constantFrom(...results))
  .map(([gone, result]) => {
    const agreementNo = result === 'written' || result === 'oral' ? complete.agreementNo : null
    const blanks = gone.map(([n, v]) => [n, Array.isArray(v) ? [] : null])
    return { ...complete, result, agreementNo, ...Object.fromEntries(blanks) } as DisputeData
  })

test('no path reaches 归档 without what it needs (property)', () => {
  const ends = new Map<string, number>()
  fc.assert(
    fc.property(almostArchived, (d) => {
      if (!isSound(d)) return
      const path = pathOf(d)
      assert.deepEqual([path[0], path[1], ...path.slice(-2)], ['registered', 'accepted', 'closed', 'archived'])
      assert.ok(d.caseNo && d.filedBy && d.retention && d.acceptanceDate && d.source && d.closedOn)
      const end = path.find((s) =>
        ['agreed', 'failed', 'refused', 'withdrawn', 'transferred', 'terminated'].includes(s),
      )
      assert.ok(end, 'some end')
      ends.set(end, (ends.get(end) ?? 0) + 1)
      if (end === 'agreed') {
        assert.ok(path.includes('mediating') && path.includes('performing'), path.join())
        assert.ok(d.clauses.length > 0 && d.performanceState && d.mediators.length > 0)
        if (d.result === 'written') assert.ok(d.agreementNo && d.facts && d.copies && d.sealedOn)
        else assert.ok(d.oralAgreed)
      }
      if (end === 'failed' || end === 'terminated') assert.ok(d.otherRoutesToldOn)
      if (end === 'transferred') assert.ok(d.transferredTo && d.transferredLetterNo)
    }),
    { numRuns: 3000 },
  )
  assert.equal(ends.size, 6, 'every end was filed')
})

test('every step of a sound case is one the table knows, and a step it does not know is named at its field (property)', () => {
  fc.assert(
    fc.property(anyCase, (d) => {
      const path = pathOf(d)
      const unknown = path.filter((s, i) => i > 0 && !caseLife[path[i - 1] as CaseState].next.includes(s))
      assert.deepEqual(
        lifeProblems(d).map((x) => x.path),
        unknown.map((s) => caseLife[s].mark),
      )
      assert.equal(stateOf(d), path.at(-1))
      const turnedAway = path.includes('notAccepted') || path.includes('calmed')
      const late = lifeProblems({ ...d, lateEntry: true }).map((x) => x.code)
      assert.deepEqual(late, turnedAway && path.length > 2 ? ['moveClosed'] : [], path.join())
    }),
  )
})

test('the table leads from 登记 to every state, and never back', () => {
  for (const s of caseStates.slice(1)) assert.ok(wayBetween('registered', s), s)
  for (const s of caseStates)
    for (const next of caseLife[s].next) assert.ok(caseStates.indexOf(next) > caseStates.indexOf(s), `${s} → ${next}`)
  assert.deepEqual(wayBetween('registered', 'agreed'), ['accepted', 'mediating'])
  assert.equal(wayBetween('calmed', 'archived'), null)
})

test('补录 may stand anywhere at once, with the numbers its state has on paper', () => {
  const late = disputeOf({ lateEntry: true, filedOn: day })
  const lacking = missing(ledgerOf('dispute'), late as unknown as AnyData).map((x) => x.path)
  assert.deepEqual(lacking, ['caseNo'])
  assert.ok(isSound({ ...late, caseNo: '示例1' }))
})

test('a finished case is not left by typing', () => {
  const closed = disputeOf({ result: 'withdrawn', resultDate: day, closedOn: day })
  assert.deepEqual(movesOf(closed, { ...closed, closedOn: null }), { entered: [], left: ['closed'] })
  assert.deepEqual(movesOf(null, closed).entered, ['registered', 'withdrawn', 'closed'])
})
