import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { teams } from '../../shared/ledgers/codes.ts'
import { daysAfter, quarterOf, yearOf } from '../../shared/rules/dates.ts'
import {
  creditsOf,
  type QuarterFacts,
  type QuarterMember,
  type QuarterSession,
  quarterDays,
  quarterTrainings,
  trainingUnits,
} from '../../shared/rules/quarterTrainings.ts'

const session = (values: Partial<QuarterSession> = {}): QuarterSession => ({
  ...{ id: 's', heldOn: '2026-11-10', topic: '示例', form: 'classroom', teams: ['household'], audiences: [] },
  ...{ held: true, countOnly: false, countedPresent: null, attendances: [] },
  ...values,
})
const member = (id: string, values: Partial<QuarterMember> = {}): QuarterMember => ({
  ...{ id, name: `示例${id}`, team: 'household', village: '示例一村', department: null },
  ...{ groupNo: null, birthYear: null, selectedOn: null, leftOn: null },
  ...values,
})
const view = (facts: Partial<QuarterFacts>) =>
  quarterTrainings({
    ...{ year: 2026, quarter: 4, today: '2026-11-23', trainingUnit: 'office', sessions: [], members: [], teams },
    ...facts,
  })
const standing = (facts: Partial<QuarterFacts>) =>
  view(facts).units.map((u) => `${u.team} ${u.unit ?? '*'} ${creditsOf(u)}/2`)
const by = (id: string, state: 'present' | 'substitute' | 'leave' | 'absent' | null) =>
  ({ member: id, team: 'household', unit: null, state }) as const

test('a quarter is three calendar months, whatever the year', () => {
  assert.deepEqual(quarterDays(2028, 1), { from: '2028-01-01', until: '2028-03-31' })
  assert.deepEqual(quarterDays(2027, 2), { from: '2027-04-01', until: '2027-06-30' })
  assert.deepEqual(quarterDays(2026, 4), { from: '2026-10-01', until: '2026-12-31' })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const day = daysAfter('1990-01-01', days)
      const { from, until } = quarterDays(yearOf(day) ?? 0, quarterOf(day) ?? 0)
      assert.ok(from <= day && day <= until)
      const [before, after] = [daysAfter(from, -1), daysAfter(until, 1)]
      assert.notEqual(quarterOf(before), quarterOf(day))
      assert.notEqual(quarterOf(after), quarterOf(day))
    }),
  )
})

test('a team of the roster owes two: none held is 0/2, a plan earns nothing, a third changes nothing', () => {
  const members = [member('a')]
  assert.deepEqual(standing({ members }), ['household * 0/2'])
  const planned = [session({ held: false }), session({ id: 'n', heldOn: '2026-12-01' })]
  assert.deepEqual(standing({ members, sessions: planned }), ['household * 0/2'])
  assert.equal(view({ members, sessions: planned }).units[0]?.planned.length, 2)
  const three = ['1', '2', '3'].map((id) => session({ id }))
  assert.deepEqual(standing({ members, sessions: three.slice(0, 1) }), ['household * 1/2'])
  assert.deepEqual(standing({ members, sessions: three }), ['household * 2/2'])
  assert.equal(view({ members, sessions: three }).sessions, 3)
})

test('a joint session is one 场次 and a credit of each team; a head count and a handbook count as well', () => {
  const joint = session({ teams: ['household', 'shop'], countOnly: true, countedPresent: 40 })
  const found = view({ sessions: [joint, session({ id: 'h', form: 'handbook', teams: ['shop'] })] })
  assert.deepEqual([found.sessions, found.credits, found.joint, found.attendances], [2, 3, 1, 40])
  assert.deepEqual(
    found.units.map((u) => [u.team, creditsOf(u), u.held.map((s) => [s.expected, s.present])]),
    [
      ['household', 1, [[null, null]]],
      [
        'shop',
        2,
        [
          [null, null],
          [null, null],
        ],
      ],
    ],
  )
  const alone = view({ sessions: [session({ countOnly: true, countedPresent: 40 })] })
  assert.deepEqual(
    alone.units[0]?.held.map((s) => [s.expected, s.present]),
    [[null, 40]],
  )
})

test('a guest counts where a session was of one team, and for none of the teams of a joint one', () => {
  const attendances = [by('a', 'present'), { ...by('b', 'present'), member: null, team: null }]
  const figures = (more: Partial<QuarterSession>) =>
    view({ sessions: [session({ attendances, ...more })] }).units.map((u) => u.held.map((s) => [s.expected, s.present]))
  assert.deepEqual(figures({}), [[[2, 2]]])
  assert.deepEqual(figures({ teams: ['household', 'shop'] }), [[[1, 1]], [[0, 0]]])
})

test('by village or department each has its own two; a session of the whole office is for all of them', () => {
  const members = [member('a'), member('b', { village: '示例二村' }), member('c', { village: null })]
  const sessions = [session({ id: '1', audiences: ['示例一村'] }), session({ id: '2' })]
  assert.deepEqual(standing({ members, sessions }), ['household * 2/2'])
  assert.deepEqual(standing({ members, sessions, trainingUnit: 'village' }), [
    'household 示例一村 2/2',
    'household 示例二村 1/2',
    'household  1/2',
  ])
  const drivers = [member('d', { team: 'vehicle', department: '示例运输局' })]
  const theirs = [session({ teams: ['vehicle'], audiences: ['示例运输局'] })]
  assert.deepEqual(standing({ members: drivers, sessions: theirs, trainingUnit: 'department' }), [
    'vehicle 示例运输局 1/2',
  ])
})

test('who attended is counted by person: 替会 is no presence, who left is not asked, who joined is', () => {
  const members = [
    member('a'),
    member('b'),
    member('gone', { leftOn: '2026-11-01' }),
    member('new', { selectedOn: '2026-11-20' }),
    member('next', { selectedOn: '2026-12-20' }),
  ]
  const sessions = [
    session({
      id: '1',
      heldOn: '2026-10-10',
      attendances: [by('a', 'present'), by('b', 'substitute'), by('gone', 'present')],
    }),
    session({ id: '2', attendances: [by('a', 'present'), by('b', 'absent')] }),
  ]
  const [unit] = view({ members, sessions }).units
  assert.deepEqual(
    unit?.members.map((m) => [m.id, m.attended]),
    [
      ['a', 2],
      ['b', 0],
      ['new', 0],
    ],
  )
  assert.deepEqual(
    unit?.held.map((s) => [s.expected, s.present]),
    [
      [3, 3],
      [2, 1],
    ],
  )
  // Looked at after the quarter, it is its last day that counts.
  const [late] = view({ members, sessions, today: '2027-01-15' }).units
  assert.deepEqual(
    late?.members.map((m) => m.id),
    ['a', 'b', 'new', 'next'],
  )
})

const places = ['示例一村', '示例二村', '示例三村'] as const
const anySession = fc.record({
  id: fc.uuid(),
  heldOn: fc.integer({ min: 0, max: 91 }).map((d) => daysAfter('2026-10-01', d)),
  topic: fc.constant('示例'),
  form: fc.constantFrom('classroom', 'handbook', null),
  teams: fc.subarray([...teams], { minLength: 1 }),
  audiences: fc.subarray([...places]),
  held: fc.boolean(),
  countOnly: fc.boolean(),
  countedPresent: fc.option(fc.nat(500)),
  attendances: fc.array(
    fc.record({
      member: fc.option(fc.constantFrom('0', '1', '2', '3')),
      team: fc.option(fc.constantFrom(...teams)),
      unit: fc.option(fc.constantFrom(...places)),
      state: fc.constantFrom('present', 'substitute', 'leave', 'absent', null),
    }),
    { maxLength: 8 },
  ),
})
const anyMembers = fc
  .array(fc.record({ team: fc.constantFrom(...teams), village: fc.option(fc.constantFrom(...places)) }), {
    maxLength: 5,
  })
  .map((all) => all.map((values, i) => member(String(i), values)))

test('whatever is registered: every held session is somebody’s credit, no unit twice, nobody attends more than was held (property)', () => {
  fc.assert(
    fc.property(
      fc.array(anySession, { maxLength: 8 }),
      anyMembers,
      fc.constantFrom(...trainingUnits),
      fc.integer({ min: -10, max: 120 }).map((d) => daysAfter('2026-10-01', d)),
      (sessions, members, trainingUnit, today) => {
        const found = view({ sessions, members, trainingUnit, today })
        assert.ok(found.sessions <= found.credits)
        assert.equal(found.sessions, sessions.filter((s) => s.held && s.heldOn <= today).length)
        assert.equal(new Set(found.units.map((u) => `${u.team}${u.unit}`)).size, found.units.length)
        const asked = found.units.flatMap((u) => u.members.map((m) => m.id))
        assert.equal(new Set(asked).size, asked.length)
        for (const unit of found.units) {
          assert.equal(new Set(unit.held.map((s) => s.id)).size, unit.held.length)
          for (const m of unit.members) assert.ok(m.attended <= found.sessions)
          for (const s of unit.held) assert.ok(s.expected === null || s.present === null || s.present <= s.expected)
        }
      },
    ),
  )
})
