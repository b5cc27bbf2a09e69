import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missing, problemsOf } from '../../shared/ledgers/check.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../shared/ledgers/index.ts'
import type { PostData } from '../../shared/ledgers/post.ts'
import { presentOf } from '../../shared/ledgers/training.ts'
import { visitFigures } from '../../shared/ledgers/visit.ts'
import { filledPost, heldOn } from '../../shared/rules/post.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { partOf, postOf, trainingOf, visitOf } from '../support/samples.ts'

const context = { today: '2026-11-23', sample: true, settings: defaultSettings }
const problems = (values: Partial<PostData>) =>
  problemsOf(ledgerOf('post'), postOf(values) as unknown as AnyData, context).map(
    (p) => `${p.path} ${p.code} ${p.severity}`,
  )

test('an appointment after its replacement is refused, and so is a birth after the selection', () => {
  assert.deepEqual(problems({}), [])
  const left = { leftOn: '2026-03-01', leavingReason: '外出务工' }
  assert.deepEqual(problems(left), [])
  assert.deepEqual(problems({ ...left, selectedOn: '2026-03-02' }), ['leftOn leftBeforeSelected error'])
  assert.deepEqual(problems({ birthDate: '2026-01-05' }), ['birthDate bornAfterSelected error'])
  assert.deepEqual(problems({ selectedOn: '2026-11-24' }), ['selectedOn dateFuture warning'])
})

test('who leaves leaves with a reason; a post is held from its first day until the day before the last', () => {
  const data = postOf({ leftOn: '2026-03-01' })
  assert.deepEqual(
    missing(ledgerOf('post'), data as unknown as AnyData).map((p) => p.path),
    ['leavingReason'],
  )
  const days = ['2026-01-04', '2026-01-05', '2026-02-28', '2026-03-01']
  assert.deepEqual(
    days.map((day) => heldOn(data, day)),
    [false, true, true, false],
  )
  assert.equal(ledgerOf('post').stageOf(data as never), 'left')
})

test('a vehicle head has a managing department; an ID number is checked and fills sex and birth date', () => {
  assert.deepEqual(problems({ team: 'vehicle' }), ['department departmentExpected warning'])
  assert.deepEqual(problems({ team: 'vehicle', department: '示例交通运输局' }), [])
  assert.deepEqual(problems({ idNumber: '990011199001010017' }), ['idNumber idCheckDigit error'])
  const filled = filledPost(postOf({ idNumber: '990031197508153020' }), postOf(), 'idNumber', context)
  assert.deepEqual([filled.sex, filled.birthDate], ['2', '1975-08-15'])
})

test('groups lie in the order of their numbers, whatever else is written with them', () => {
  const { from } = ledgerOf('post').derived.groupOrder ?? { from: () => null }
  assert.deepEqual(
    ['7', '12组', '第100组', '河边组', null].map((groupNo) => from(postOf({ groupNo }) as never)),
    [7, 12, 100, null, null],
  )
})

test('attendances count for their team, a joint figure for none of them', () => {
  const { part } = ledgers.training.fields.attendances
  const by = (team: 'household' | 'shop', state: 'present' | 'substitute' | 'absent') =>
    partOf(part, { name: '示例', team, state })
  const d = trainingOf({
    teams: ['household', 'shop'],
    attendances: [by('household', 'present'), by('household', 'substitute'), by('shop', 'absent')],
  })
  assert.deepEqual([presentOf(d, 'household'), presentOf(d, 'shop')], [2, 0])
  const old = trainingOf({ teams: ['household'], countOnly: true, countedPresent: 30 })
  assert.deepEqual([presentOf(old, 'household'), presentOf(old, 'shop')], [30, 0])
  assert.equal(presentOf({ ...old, teams: ['household', 'shop'] }, 'household'), null)
})

test('an outing of which only figures are known has those', () => {
  const d = visitOf({ countOnly: true, countedHouseholds: 12, countedPeople: 30, countedLeaflets: 24 })
  assert.deepEqual(visitFigures(d), { households: 12, people: 30, leaflets: 24 })
  assert.deepEqual(visitFigures(visitOf()), { households: 0, people: 0, leaflets: 0 })
})
