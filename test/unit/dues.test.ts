import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { dueSql } from '../../electron/core/ledgers/cases/dueLists.ts'
import type { DueGroup } from '../../shared/contract/clocks.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { exampleLevels } from '../../shared/settings.ts'
import { addUser, allRoles, signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, partOf, save } from '../support/samples.ts'
import { assertWhole } from '../support/whole.ts'

let t: TestOffice
beforeEach(async () => {
  t = await unitOffice()
})
afterEach(async () => {
  const db = await t.inspect()
  // Whatever a test did: the table says what the rules say of the stored cases.
  assertWhole(db)
  db.close()
  await t.dispose()
})

const accepted = (acceptanceDate: string, more: Partial<DisputeData> = {}) =>
  disputeOf({ acceptanceDate, source: 'application', ...more })
const owed = (...days: readonly string[]) =>
  agreedDispute({
    performances: days.map((dueOn) => partOf(p.performance, { debtor: '李示例', manner: '付款', dueOn })),
  })
const due = (group: DueGroup, more: { offset?: number; limit?: number } = {}) =>
  t.call('due.list', { book: 'mediation', group, ...more })
const daysIn = async (group: DueGroup) => (await due(group)).items.map((d) => [d.kind, d.unshiftedOn, d.dueOn])

test('a save puts its case’s clocks in the list, the next save others in their place, taking it out none', async () => {
  const first = await save(t, 'dispute', accepted('2026-10-28'))
  assert.deepEqual(await daysIn('week'), [['general', '2026-11-28', '2026-11-28']])
  const second = await save(
    t,
    'dispute',
    { ...first.data, typeJustice: 'otherLabour', applicationDate: '2026-10-12' },
    { old: first },
  )
  assert.deepEqual(await daysIn('week'), [])
  assert.deepEqual(await daysIn('overdue'), [['labour', '2026-10-27', '2026-10-27']])
  await t.call('record.remove', { ledger: 'dispute', id: second.id, revision: 2, reason: '重复登记' })
  assert.deepEqual(await daysIn('overdue'), [])
})

test('between the counted day and the end in law a case is due, not overdue; reminders go by the counted day', async () => {
  t.clock.set('2026-09-27T01:00:00.000Z')
  await save(t, 'dispute', disputeOf({ typeJustice: 'otherLabour', applicationDate: '2026-09-16' }))
  const line = [['labour', '2026-10-01', '2026-10-09']]
  const at: readonly (readonly [string, DueGroup])[] = [
    ['2026-09-23', 'later'],
    ['2026-09-24', 'week'],
    ['2026-09-30', 'week'],
    ['2026-10-01', 'today'],
    ['2026-10-09', 'today'],
    ['2026-10-10', 'overdue'],
  ]
  for (const [day, group] of at) {
    t.clock.set(`${day}T01:00:00.000Z`)
    assert.deepEqual(await daysIn(group), line, day)
    const others = (['overdue', 'today', 'week', 'later'] as const).filter((g) => g !== group)
    for (const other of others) assert.equal((await due(other)).total, 0, `${day} ${other}`)
  }
  t.clock.set('2026-11-23T01:00:00.000Z')
})

test('however many are overdue, what is due today is at the top of its own group', async () => {
  for (let i = 0; i < 3; i++) await save(t, 'dispute', owed(...Array.from({ length: 20 }, () => '2026-10-20')))
  await save(t, 'dispute', owed('2026-11-23'))
  const { due: home } = await t.call('home.view', {})
  assert.deepEqual([home.overdue.total, home.overdue.items.length, home.today.total], [60, 50, 1])
  const rest = await due('overdue', { offset: 50, limit: 50 })
  assert.deepEqual([rest.total, rest.items.length], [60, 10])
})

test('a right that lapsed is not overdue work; one that was wanted is', async () => {
  const effective = { result: 'oral', resultDate: '2026-10-20', oralAgreed: true, performances: [] } as const
  const d = agreedDispute({
    ...effective,
    acceptanceDate: '2026-10-10',
    sessions: agreedDispute().sessions.slice(0, 1),
  })
  const first = await save(t, 'dispute', { ...d, sessions: d.sessions.map((s) => ({ ...s, heldOn: '2026-10-20' })) })
  assert.equal((await due('overdue')).total, 1, 'the follow-up')
  await save(t, 'dispute', { ...first.data, confirmationWanted: true }, { old: first })
  assert.deepEqual(
    (await due('overdue')).items.map((i) => [i.kind, i.unshiftedOn, i.section]),
    [
      ['confirmation', '2026-11-19', 'effect'],
      ['followUp', '2026-11-19', 'performance'],
    ],
  )
})

test('补录 brings no reminder of days that were past when it was entered, and keeps those to come', async () => {
  const late = { ...owed('2026-03-01', '2026-11-25'), lateEntry: true }
  const first = await save(t, 'dispute', late)
  assert.deepEqual(await daysIn('overdue'), [])
  assert.deepEqual(await daysIn('week'), [['performance', '2026-11-25', '2026-11-25']])
  t.clock.set('2026-11-27T01:00:00.000Z')
  await save(t, 'dispute', { ...first.data, remarks: '示例' }, { old: first })
  assert.deepEqual(await daysIn('overdue'), [['performance', '2026-11-25', '2026-11-25']], 'entered before, due since')
  t.clock.set('2026-11-23T01:00:00.000Z')
})

test('a setting counts every open case anew, in its own transaction', async () => {
  await save(
    t,
    'dispute',
    accepted('2026-09-03', { escalations: [partOf(p.escalation, { level: '村', enteredOn: '2026-11-20' })] }),
  )
  assert.deepEqual(await daysIn('overdue'), [['general', '2026-10-03', '2026-10-03']])
  await t.call('setting.save', { monthShifts: true, levels: [...exampleLevels] })
  assert.deepEqual(await daysIn('overdue'), [['general', '2026-10-03', '2026-10-09']])
  assert.deepEqual(await daysIn('week'), [['level', '2026-11-24', '2026-11-24']])
  await t.call('setting.save', { monthShifts: false, levels: [] })
  assert.deepEqual(await daysIn('week'), [])
})

test('a lent dossier of an archived case is due back', async () => {
  const d = owed('2026-11-25')
  const lent = partOf(p.loan, { borrower: '示例法院', lentOn: '2026-11-01', dueOn: '2026-11-24' })
  const closed = {
    performanceState: 'done',
    closedOn: '2026-11-21',
    filedOn: '2026-11-22',
    caseNo: '示例卷1',
    agreementNo: '示例协1',
    filedBy: '王示例',
    retention: 'long',
    loans: [lent],
    lateEntry: true,
  } as const
  await save(t, 'dispute', { ...d, ...closed })
  assert.deepEqual(await daysIn('week'), [['loan', '2026-11-24', '2026-11-24']])
  await t.call('setting.save', { followUpDays: 40 })
  assert.deepEqual(await daysIn('week'), [['loan', '2026-11-24', '2026-11-24']], 'also when all is counted anew')
  await t.call('setting.save', { followUpDays: 30 })
})

test('a program with other rules counts anew when it opens the register', async () => {
  await save(t, 'dispute', owed('2026-11-25'))
  await t.change((db) => {
    db.exec("DELETE FROM due; UPDATE fact SET value = '\"an older program\"' WHERE key = 'duesCountedBy'")
  })
  assert.deepEqual(await daysIn('week'), [])
  await t.restart()
  await signInFounder(t)
  assert.deepEqual(await daysIn('week'), [['performance', '2026-11-25', '2026-11-25']])
})

test('a locked case: whoever may not know of it gets one number, not one for each of its clocks', async () => {
  await addUser(t, '同事示例', allRoles)
  await save(t, 'dispute', { ...owed('2026-11-24', '2026-11-25', '2026-12-25'), secrecy: 'domesticViolence' })
  const theirs = await t.call('home.view', {}, '同事示例')
  assert.deepEqual([theirs.lockedDue, theirs.due.week, theirs.dueLater], [1, { items: [], total: 0 }, 0])
  const mine = await t.call('home.view', {})
  assert.deepEqual([mine.lockedDue, mine.due.week.total, mine.dueLater], [0, 2, 1])
})

test('every group is one search of the index of days, without sorting, and reads cases by their key', async () => {
  const db = await t.inspect()
  for (const group of ['overdue', 'today', 'week', 'later'] as const) {
    const { sql, values } = dueSql({ group, today: '2026-11-23', offset: 0, limit: 50 }, { userId: 'x' })
    const plan = (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map((r) => r.detail)
    assert.match(plan[0] ?? '', /^SEARCH d USING INDEX due_day \(unshifted_on/, `${group}: ${plan}`)
    assert.match(plan[1] ?? '', /^SEARCH r USING INTEGER PRIMARY KEY/, `${group}: ${plan}`)
    assert.ok(!plan.some((line) => line.includes('TEMP B-TREE')), `${group}: ${plan}`)
  }
  db.close()
})

test('a date set back is said on the home page until it is mended, and stops nobody from typing', async () => {
  assert.equal((await t.call('home.view', {})).lastEntryOn, null)
  await save(t, 'dispute', disputeOf())
  t.clock.set('2025-11-23T01:00:00.000Z')
  assert.equal((await t.call('home.view', {})).lastEntryOn, '2026-11-23')
  await save(t, 'dispute', disputeOf())
  assert.equal(
    (await t.call('home.view', {})).lastEntryOn,
    '2026-11-23',
    'one entry under the wrong date hides nothing',
  )
  t.clock.set('2026-11-23T09:00:00.000Z')
  assert.equal((await t.call('home.view', {})).lastEntryOn, null)
})

test('the farthest dates a form takes are kept and listed', async () => {
  await save(t, 'dispute', owed('9999-12-31', '0001-01-01'))
  assert.deepEqual(await daysIn('later'), [['performance', '9999-12-31', '9999-12-31']])
  assert.deepEqual(await daysIn('overdue'), [['performance', '0001-01-01', '0001-01-01']])
})
