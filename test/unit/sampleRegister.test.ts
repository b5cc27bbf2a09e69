import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { sampleUser } from '../../electron/core/sample/township.ts'
import type { Outcome } from '../../shared/contract.ts'
import { teams } from '../../shared/ledgers/codes.ts'
import { founder, type TestOffice, testOffice } from '../support/office.ts'

let t: TestOffice
before(async () => {
  t = await testOffice()
})
after(() => t.dispose())

test('a sample register that is cancelled leaves nothing and can be begun again', async () => {
  const cancelled = new Promise((resolve) => {
    const stop = t.office().on((_, event) => {
      if (event.type !== 'job') return
      if (event.job.progress !== null && event.job.progress > 0.2)
        void t.call('job.cancel', { jobId: event.job.id }, founder)
      if (event.job.state === 'running') return
      stop()
      resolve(event.job.state)
    })
  })
  await t.call('register.createSample', { cases: 30 }, founder)
  assert.equal(await cancelled, 'cancelled')
  assert.equal((await t.call('register.status', {}, founder)).state, 'none')
  assert.equal(await t.call('session.me', {}, founder), null)
  assert.equal(fs.existsSync(path.join(t.dataDir, 'register')), false)
})

test('the sample register is marked, signed into, full, and opens again with the documented password', async () => {
  const made = await t.job('register.createSample', { cases: 24 }, founder)
  assert.equal(made.state, 'done', JSON.stringify(made.error))
  const { session } = made.outcome as Outcome<'register.createSample'>
  assert.equal(session.profile.sample, true)
  const cases = await t.call('record.page', { ledger: 'dispute' }, founder)
  assert.equal(cases.total, 24)
  assert.ok((await t.call('record.page', { ledger: 'training' }, founder)).total >= 10)
  assert.equal((await t.call('record.page', { ledger: 'visit' }, founder)).total, 6)
  const names = (await t.call('place.names', {}, founder)).map((p) => p.name)
  assert.ok(names.includes('示例乡') && names.every((n) => n.startsWith('示例')), names.join())
  for (const [ledger, least] of [
    ['duty', 10],
    ['meeting', 3],
  ] as const)
    assert.ok((await t.call('record.page', { ledger }, founder)).total >= least, ledger)
  const signed = await t.call(
    'record.page',
    { ledger: 'dispute', filters: [{ field: 'effectiveOn', op: 'notBlank' }] },
    founder,
  )
  const first = signed.rows[0]
  assert.ok(first, 'an agreement is in effect')
  const view = await t.call('record.get', { ledger: 'dispute', id: first.id }, founder)
  assert.ok(view.frozenFields.includes('clauses'), 'signed agreements are frozen')

  await seesTeams(t.clock.today())

  await t.restart()
  const { users } = await t.call('register.status', {}, founder)
  assert.deepEqual(
    users.map((u) => u.name),
    [sampleUser.name],
  )
  await t.call('session.signIn', { userId: users[0]?.id ?? '', password: sampleUser.password }, founder)
})

/** What the pages of the teams' book show of the sample on its day. */
async function seesTeams(today: string): Promise<void> {
  const post = { ledger: 'post' } as const
  const roster = await t.call('post.roster', { ...post, on: today }, founder)
  assert.deepEqual(new Set(roster.byTeam.map((b) => b.team)), new Set(teams))
  assert.ok(roster.byTeam.every((b) => b.count > 0))
  assert.equal((await t.call('post.vacant', { ...post, on: today }, founder)).rows.length, 1)
  const { rows, open } = await t.call('post.doubles', post, founder)
  assert.equal(open, 1)
  assert.deepEqual([rows[0]?.a.team, rows[0]?.b.team].toSorted(), ['household', 'shop'])
  const changes = await t.call('post.changes', { ...post, from: '2026-01-01', until: today }, founder)
  assert.ok(changes.rows.some((c) => c.kind === 'replaced'))

  const quarter = { ledger: 'training', year: 2026, quarter: 4 } as const
  const credits = (await t.call('training.quarter', quarter, founder)).units.map((u) => u.held.length)
  assert.deepEqual(new Set(credits), new Set([0, 1, 2]))
}
