import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf } from '../../shared/ledgers/check.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../shared/ledgers/index.ts'
import { type VisitData, visit } from '../../shared/ledgers/visit.ts'
import { leafletsTakenOver, nameInDoor, visitStage } from '../../shared/rules/visit.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { partOf, visitOf } from '../support/samples.ts'

const context = { today: '2026-11-23', sample: true, settings: defaultSettings }
const { part } = ledgers.visit.fields.households
type Household = VisitData['households'][number]
const at = (door: string, values: Partial<Household> = {}): Household => partOf(part, { door, ...values })
const problems = (values: Partial<VisitData>) =>
  problemsOf(ledgerOf('visit'), visitOf(values) as unknown as AnyData, context).map(
    (p) => `${p.path} ${p.code} ${p.severity}`,
  )

test('doors alone are a plan that counts for nothing and does not leave; anything written makes it an outing', () => {
  const of = (values: Partial<VisitData>) => visitOf({ team: 'household', ...values })
  const doors = [at('一组 1 户'), at('一组 2 户')]
  const plan = of({ households: doors })
  assert.equal(visitStage(plan), 'planned')
  assert.deepEqual(visit.counts(plan), [])
  assert.equal(visit.leaves(plan), false)
  assert.equal(visit.derived.householdCount?.from(plan), 0)

  for (const written of [{ peopleMet: 0 }, { leaflets: 1 }, { request: '路灯不亮' }, { handledOnSpot: '已答复' }]) {
    const made = of({ households: [at('一组 1 户', written), at('一组 2 户')] })
    assert.equal(visitStage(made), 'visited')
    assert.equal(visit.derived.householdCount?.from(made), 2)
    assert.equal(visit.leaves(made), true)
    assert.deepEqual(
      visit.counts(made).map((c) => [c.measure, c.amount]),
      [
        ['outings', 1],
        ['households', 2],
        ['teamOutings', 1],
        ['teamHouseholds', 2],
      ],
    )
  }
  assert.equal(visitStage(of({ households: doors, sheetFiled: true })), 'visited')
  assert.equal(visitStage(of({})), 'visited')
})

test('an outing ahead may list doors, not what happened at them', () => {
  assert.deepEqual(problems({ visitedOn: '2026-12-05', households: [at('一组 1 户')] }), [])
  assert.deepEqual(problems({ visitedOn: '2026-12-05', households: [at('一组 1 户', { peopleMet: 2 })] }), [
    'visitedOn visitedInFuture error',
  ])
  assert.deepEqual(problems({ visitedOn: '2026-12-05', countOnly: true, countedHouseholds: 12 }), [
    'visitedOn visitedInFuture error',
    'households visitAheadNoDoors warning',
  ])
  assert.deepEqual(problems({ visitedOn: '2026-12-05' }), ['households visitAheadNoDoors warning'])
  assert.deepEqual(problems({ households: [at('一组 1 户')] }), ['households visitNotWritten warning'])
})

test('figures alone have no households, and households no typed figures', () => {
  const written = at('一组 1 户', { peopleMet: 2 })
  assert.deepEqual(problems({ countOnly: true }), ['countedHouseholds needed error'])
  assert.deepEqual(problems({ countOnly: true, countedHouseholds: 12, countedPeople: 30 }), [])
  assert.deepEqual(problems({ countOnly: true, countedHouseholds: 12, households: [written] }), [
    'households countOnlyHouseholds error',
  ])
  assert.deepEqual(problems({ countedPeople: 30, households: [written] }), ['countedPeople figuresIdle warning'])
})

test('more than thirty households and the same door twice are asked about, not refused', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => at(`一组 ${i + 1} 户`, { peopleMet: 1 }))
  assert.deepEqual(problems({ households: many(30) }), [])
  assert.deepEqual(problems({ households: many(31) }), ['households manyHouseholds warning'])
  assert.deepEqual(problems({ households: [...many(2), at('一组2户')] }), ['households.2.door doorTwice warning'])
})

test('a matter handed on has a unit and a deadline; days before the outing or after today are refused', () => {
  const matter = (values: Partial<Household>) => problems({ households: [at('一组 1 户', values)] })
  const whole = { matter: '修水管', matterUnit: '示例水务站', matterDueOn: '2026-12-01' }
  assert.deepEqual(matter(whole), [])
  assert.deepEqual(matter({ matter: '修水管' }), [
    'households.0.matterUnit matterUnitMissing warning',
    'households.0.matterDueOn matterDueMissing warning',
  ])
  assert.deepEqual(matter({ ...whole, matterDueOn: '2026-11-10' }), ['households.0.matterDueOn matterDueEarly error'])
  const done = { ...whole, matterResult: '已修好' }
  assert.deepEqual(matter({ ...done, matterDueOn: null }), [])
  assert.deepEqual(matter({ ...done, matterDoneOn: '2026-11-11' }), [])
  assert.deepEqual(matter({ ...done, matterDoneOn: '2026-11-10' }), ['households.0.matterDoneOn matterDoneEarly error'])
  assert.deepEqual(matter({ ...done, matterDoneOn: '2026-11-24' }), ['households.0.matterDoneOn matterDoneAhead error'])
  assert.deepEqual(matter({ ...whole, matterDoneOn: '2026-11-20' }), [
    'households.0.matterResult matterResultMissing warning',
  ])
  assert.deepEqual(matter({ peopleMet: 1, matterResult: '已修好' }), [
    'households.0.matterResult resultWithoutMatter error',
  ])
  assert.deepEqual(matter({ peopleMet: 1, matterDueOn: '2026-12-01' }), [
    'households.0.matterDueOn matterMissing warning',
  ])
})

test('leaflets are taken over from the row above where people were met just now, never over what was typed', () => {
  const before = visitOf({ households: [at('1', { leaflets: 3 }), at('2'), at('3'), at('4', { peopleMet: 1 })] })
  const typed = (values: Partial<Household>) =>
    leafletsTakenOver({ ...before, households: before.households.with(1, at('2', values)) }, before)
  assert.equal(typed({ peopleMet: 2 }).households[1]?.leaflets, 3)
  assert.equal(typed({ peopleMet: 2, leaflets: 0 }).households[1]?.leaflets, 0)
  assert.equal(typed({ request: '路不平' }).households[1]?.leaflets, null)
  assert.equal(typed({ peopleMet: 2 }).households[3]?.leaflets, null)
  assert.equal(leafletsTakenOver(before, before), before)
})

test('a name is taken from a door only where a space tells it apart; otherwise it is left to the clerk', () => {
  assert.equal(nameInDoor('一组 3 户 才让·示例'), '才让·示例')
  assert.equal(nameInDoor('一组 李示例家'), '李示例')
  for (const door of ['一组 3 户', '一组才让示例', '才让示例', '一组 12号', '一组 示例小区', ''])
    assert.equal(nameInDoor(door), null, door)
})
