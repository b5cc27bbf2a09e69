import assert from 'node:assert/strict'
import { test } from 'node:test'
import { broughtIn, findRow, stateOfKey, tallyOf, withState } from '../../renderer/pages/training/attendance.ts'
import { actOf, type Pressed } from '../../renderer/pages/training/attendanceKeys.ts'
import { type AnyPart, emptyPart } from '../../shared/ledgers/describe.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const { part } = ledgers.training.fields.attendances
const named = (...names: readonly string[]) => names.map((name) => ({ name }))

test('1 2 3 4 tick and 0 clears, typed narrow or wide; nothing else does', () => {
  assert.deepEqual(['1', '２', '3', '４', '0', '０'].map(stateOfKey), [
    'present',
    'substitute',
    'leave',
    'absent',
    null,
    null,
  ])
  for (const typed of ['5', '', 'l', '一', ' ', '12']) assert.equal(stateOfKey(typed), undefined)
})

test('a name is found by what it has or by its initials, from the row that is meant and round again', () => {
  const rows = named('扎西·示例', '卓玛·示例', '李示例', '卓玛·演示')
  assert.equal(findRow(rows, '卓', 0), 1)
  assert.equal(findRow(rows, 'zm', 0), 1)
  assert.equal(findRow(rows, 'ZM', 2), 3)
  assert.equal(findRow(rows, '卓玛', 2), 3)
  assert.equal(findRow(rows, 'lsl', 3), 2)
  assert.equal(findRow(rows, '王', 0), -1)
  assert.equal(findRow(rows, ' ', 0), -1)
  assert.equal(findRow([], 'zm', 0), -1)
})

test('the roster is brought in once each, unticked; a state takes the substitute of another out', () => {
  const roster = ['a', 'b'].map(
    (member) => ({ member, team: 'shop', name: `示例${member}`, unit: null, hint: '' }) as const,
  )
  assert.deepEqual(
    broughtIn(roster, [{ member: 'a' }, { member: null }]).map((r) => [r.member, r.name, r.team, r.state]),
    [['b', '示例b', 'shop', null]],
  )
  const sat: AnyPart = { ...emptyPart(part), state: 'substitute', substitute: '李示例' }
  assert.deepEqual([withState(sat, 'present').substitute, withState(sat, 'substitute').substitute], [null, '李示例'])
  assert.deepEqual(tallyOf([{ state: 'present' }, { state: null }, { state: 'leave' }]), {
    ...{ expected: 3, present: 1, substitute: 0, leave: 1, absent: 0, blank: 1 },
  })
})

test('keys belong to the field they are pressed in: Enter in a row goes to the next, arrows move, letters are typed', () => {
  const act = (key: string, more: Partial<Pressed> = {}) =>
    actOf({ ...{ key, altKey: false, ctrlKey: false, inFinder: true, finding: false, inSubstitute: false }, ...more })
      ?.type ?? null
  assert.deepEqual(
    ['ArrowDown', 'PageUp', 'ArrowRight', 'Enter', 'Escape', 'a', '1', 'Tab'].map((k) => act(k)),
    [...['move', 'move', 'fields', 'clear', null, null, null, null]],
  )
  const inRow = { inFinder: false }
  assert.deepEqual(
    ['ArrowRight', 'Enter', 'Escape', 'r'].map((k) => act(k, inRow)),
    [null, 'next', 'back', null],
  )
  assert.deepEqual([act('Escape', { finding: true }), act('ArrowRight', { finding: true })], ['clear', null])
  const alt = { altKey: true }
  assert.deepEqual(
    ['r', 'A', 'Enter', 'Delete', '0', 'n'].map((k) => act(k, alt)),
    ['bring', 'rest', 'guest', 'remove', null, null],
  )
  assert.equal(act('0', { ...alt, ...inRow, inSubstitute: true }), 'unknown')
  assert.equal(act('a', { ctrlKey: true }), null)
})
