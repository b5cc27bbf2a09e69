import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { handedOver, type LedgerName } from '../../shared/ledgers/index.ts'
import { nothingDue } from '../support/home.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, partOf, save, trainingOf, visitOf } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

/** The office's own lists do not grow by the day's work. */
const daily: readonly LedgerName[] = [...handedOver('mediation'), ...handedOver('teams')]

const owed = (dueOn: string, more: object = {}) =>
  agreedDispute({ performances: [partOf(p.performance, { debtor: '李示例', manner: `${dueOn}付`, dueOn, ...more })] })

test('an empty office has an empty home page', async () => {
  assert.deepEqual(await t.call('home.view', {}), {
    today: '2026-11-23',
    drafts: [],
    due: nothingDue,
    dueLater: 0,
    lockedDue: 0,
    lastEntryOn: null,
    recent: [],
    month: daily.map((ledger) => ({ ledger, count: 0 })),
    lastBackup: null,
    recipients: [],
  })
})

test('due is what is promised and not kept yet, by how pressing it is, oldest first', async () => {
  const dates = ['2026-12-01', '2026-11-30', '2026-11-23', '2025-01-01']
  for (const date of dates) await save(t, 'dispute', owed(date))
  await save(t, 'dispute', owed('2026-11-24', { doneOn: '2026-11-22' }))
  await save(t, 'dispute', { ...owed('2026-11-24'), performanceState: 'done' })
  const { due, dueLater } = await t.call('home.view', {})
  const lines = (['overdue', 'today', 'week'] as const).map((group) =>
    due[group].items.map((d) => [d.kind, d.unshiftedOn, d.what, d.title, d.section]),
  )
  const line = (day: string) => ['performance', day, `李示例 ${day}付`, '扎西·示例、李示例', 'agreement']
  assert.deepEqual(lines, [[line('2025-01-01')], [line('2026-11-23')], [line('2026-11-30')]])
  assert.equal(dueLater, 1)
  const later = await t.call('due.list', { book: 'mediation', group: 'later' })
  assert.deepEqual([later.total, later.items.map((d) => d.unshiftedOn)], [1, ['2026-12-01']])
})

test('recent is newest first over all one’s ledgers; the month counts what was made in it', async () => {
  await save(t, 'training', trainingOf())
  const last = await save(t, 'visit', visitOf())
  const { recent, month } = await t.call('home.view', {})
  assert.equal(recent[0]?.id, last.id)
  assert.deepEqual(
    recent.slice(0, 2).map((r) => [r.ledger, r.title]),
    [
      ['visit', '示例一村'],
      ['training', '示例培训：防火'],
    ],
  )
  const made: Partial<Record<LedgerName, number>> = { dispute: 6, training: 1, visit: 1 }
  assert.deepEqual(
    month,
    daily.map((ledger) => ({ ledger, count: made[ledger] ?? 0 })),
  )
  t.clock.set('2026-12-05T01:00:00.000Z')
  const later = await t.call('home.view', {})
  assert.deepEqual(
    later.month.map((m) => m.count),
    daily.map(() => 0),
  )
  assert.equal(later.due.overdue.total, 4)
  assert.equal(later.dueLater, 0)
})

test('each sees the ledgers of his own books', async () => {
  await addUser(t, '队伍示例', [{ book: 'teams', role: 'mediator' }])
  const { recent, month } = await t.call('home.view', {}, '队伍示例')
  assert.deepEqual([...new Set(recent.map((r) => r.ledger))].sort(), ['training', 'visit'])
  assert.deepEqual(
    month.map((m) => m.ledger),
    handedOver('teams'),
  )
})

test('the last backup, where, and how old the one on a second drive is', async () => {
  await t.job('backup.make', { place: null })
  const beside = (await t.call('home.view', {})).lastBackup
  assert.deepEqual([beside?.secondPlace, beside?.secondAgeDays], [null, null])
  const [stick] = await t.call('place.list', {})
  await t.job('backup.make', { place: stick?.token ?? '' })
  t.clock.skip(8 * 86_400_000)
  const old = (await t.call('home.view', {})).lastBackup
  assert.deepEqual([old?.secondPlace, old?.secondAgeDays], ['示例U盘', 8])
  t.clock.set('2025-12-05T01:00:00.000Z')
  assert.equal(
    (await t.call('home.view', {})).lastBackup?.secondAgeDays,
    0,
    'a clock set back makes no backup of the future',
  )
})
