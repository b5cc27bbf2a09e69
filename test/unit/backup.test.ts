import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { isBackupDue, keptBackups } from '../../electron/core/register/backup.ts'
import { unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

const name = (day: string, hour: number) => `${day}-${String(hour).padStart(2, '0')}0000000.jfbak`

test('of today the three newest stay, of a week one a day, ten in all', () => {
  const days = Array.from({ length: 20 }, (_, i) => `2026-11-${String(23 - i).padStart(2, '0')}`)
  const names = days.flatMap((d) => [8, 10, 12, 14, 16].map((h) => name(d, h)))
  const kept = keptBackups(names, '2026-11-23')
  const today = [16, 14, 12].map((h) => name('2026-11-23', h))
  const week = days.slice(1, 8).map((d) => name(d, 16))
  assert.deepEqual([...kept].sort(), [...today, ...week].sort())
})

test('a week without work costs no backup: the days that have one count', () => {
  const names = ['2026-01-05', '2026-03-01', '2026-11-01'].map((d) => name(d, 9))
  assert.deepEqual([...keptBackups(names, '2026-11-23')].sort(), names)
})

test('a backup made under a clock that was wrong does not push out the others', () => {
  const names = [name('2027-11-23', 9), name('2026-11-23', 9), name('2026-11-22', 9)]
  assert.deepEqual([...keptBackups(names, '2026-11-23')].sort(), names.toSorted())
})

test('the newest file is never pruned, whatever the clock says', () => {
  const names = Array.from({ length: 12 }, (_, i) => name(`2027-01-${String(i + 10)}`, 9))
  const now = name('2026-11-23', 9)
  assert.ok(keptBackups([...names, now], '2026-11-23').has(now))
})

const hour = 3_600_000
test('a backup is due after the hours set, at the first chance, and when the clock was set back', () => {
  const at = '2026-11-23T09:00:00.000Z'
  const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString()
  assert.equal(isBackupDue(null, later(0), 4), true)
  assert.equal(isBackupDue(at, later(4 * hour - 1), 4), false)
  assert.equal(isBackupDue(at, later(4 * hour), 4), true)
  assert.equal(isBackupDue(at, later(-365 * 24 * hour), 4), true)
  assert.equal(isBackupDue(at, later(1000 * hour), 0), false, '0 turns it off')
})

test('backups are listed newest first with place and size, and the old ones go', async () => {
  const t = await unitOffice()
  await save(t, 'dispute', disputeOf())
  for (let i = 0; i < 5; i++) assert.equal((await t.job('backup.make', { place: null })).state, 'done')
  const listed = await t.call('backup.list', {})
  assert.equal(listed.length, 5)
  assert.ok(listed.every((b) => b.verified && b.place === 'beside' && b.bytes > 16384))
  assert.deepEqual(
    listed.map((b) => b.at),
    listed
      .map((b) => b.at)
      .toSorted()
      .reverse(),
  )
  const files = fs.readdirSync(path.join(t.dataDir, 'backups')).sort()
  assert.deepEqual(
    files,
    listed
      .slice(0, 3)
      .map((b) => b.name)
      .sort(),
  )
  assert.ok(
    listed.every((b) => !JSON.stringify(b).includes(t.root)),
    'no path reaches the window',
  )
  await t.dispose()
})

test('pages are answered and saves are taken while a backup runs', async () => {
  const t = await unitOffice()
  await save(t, 'dispute', disputeOf())
  const running = t.job('backup.make', { place: null })
  const made = await save(t, 'dispute', disputeOf())
  assert.equal((await t.call('record.page', { ledger: 'dispute' })).total, 2)
  assert.equal((await running).state, 'done')
  assert.equal((await t.call('record.get', { ledger: 'dispute', id: made.id })).revision, 1)
  await t.dispose()
})
