import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timelineOf } from '../../renderer/pages/dispute/timeline.ts'
import type { HistoryEntry } from '../../shared/contract/records.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { disputeOf, partOf, partyOf } from '../support/samples.ts'

const dayOf = (instant: string) => instant.slice(0, 10)
const timeline = (values: Parameters<typeof disputeOf>[0], history: readonly HistoryEntry[] = []) =>
  timelineOf(disputeOf(values) as unknown as AnyData, history, dayOf).map((e) => [e.on, 'path' in e ? e.path : e.event])
const event = (seq: number, at: string, name: string): HistoryEntry => ({
  seq,
  at,
  by: '',
  revision: 0,
  note: null,
  kind: 'event',
  event: name,
  changes: [],
})

test('dates of the record and its parts stand in order of day, those of one day in order of the work', () => {
  assert.deepEqual(
    timeline({
      closedOn: '2026-03-01',
      resultDate: '2026-01-20',
      acceptanceDate: '2026-01-05',
      applicationDate: '2026-01-05',
      sessions: [partOf(p.session, { heldOn: '2026-01-20' }), partOf(p.session, { heldOn: '2026-01-12' })],
      performances: [partOf(p.performance, { dueOn: '2026-02-20', doneOn: '2026-02-18' })],
    }),
    [
      ['2026-01-05', 'applicationDate'],
      ['2026-01-05', 'acceptanceDate'],
      ['2026-01-12', 'sessions.1.heldOn'],
      ['2026-01-20', 'sessions.0.heldOn'],
      ['2026-01-20', 'resultDate'],
      ['2026-02-18', 'performances.0.doneOn'],
      ['2026-02-20', 'performances.0.dueOn'],
      ['2026-03-01', 'closedOn'],
    ],
  )
})

test('a birthday is no event of a case; a refusal is', () => {
  const parties = [partyOf({ name: '示例甲', birthDate: '1990-01-01', refusedOn: '2026-01-09' })]
  assert.deepEqual(timeline({ parties }), [['2026-01-09', 'parties.0.refusedOn']])
})

test('printed papers stand after what happened that day; effect is said once, by its own dates', () => {
  const history = [
    event(9, '2026-01-20T09:00:00Z', 'agreement.effective'),
    event(8, '2026-01-20T08:00:00Z', 'paper.printed'),
    { ...event(1, '2026-01-01T08:00:00Z', ''), kind: 'create' as const, event: null },
  ]
  assert.deepEqual(timeline({ resultDate: '2026-01-20' }, history), [
    ['2026-01-20', 'resultDate'],
    ['2026-01-20', 'paper.printed'],
  ])
})

test('a session says its result beside the day', () => {
  const [entry] = timelineOf(
    disputeOf({ sessions: [partOf(p.session, { heldOn: '2026-01-20', result: 'agreed' })] }) as unknown as AnyData,
    [],
    dayOf,
  )
  assert.ok(entry !== undefined && 'note' in entry)
  assert.equal(entry.note?.[1], 'agreed')
})
