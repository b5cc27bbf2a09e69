import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AccessMonth } from '../../shared/contract/secrecy.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save, trainingOf } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const month = (input: object = {}, pipe?: string): Promise<AccessMonth> =>
  t.call('access.month', { book: 'mediation', month: '2026-11', ...input }, pipe)
const amountOf = (page: AccessMonth, what: string) =>
  page.counts.filter((c) => c.what === what).reduce((sum, c) => sum + c.amount, 0)
/** Notes of readings are written a turn after the answer. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('the page counts by person and deed and names cases by number; a case of others is only 「保密纠纷」', async () => {
  await addUser(t, '负责示例', [{ book: 'mediation', role: 'head' }])
  const mine = await save(t, 'dispute', disputeOf({ secrecy: 'private', caseNo: '示例卷第1号' }))
  const open = await save(t, 'dispute', disputeOf({ caseNo: '示例卷第2号' }))
  await t.call('record.get', { ledger: 'dispute', id: mine.id })
  await t.call('paper.printed', { ...printed, id: open.id })
  await turn()
  const theirs = await month({}, '负责示例')
  assert.equal(amountOf(theirs, 'open-locked'), 1)
  const about = (page: AccessMonth, what: string) => page.rows.find((r) => r.what === what)
  assert.deepEqual(
    { ...about(theirs, 'open-locked'), k: 0, at: '' },
    { k: 0, at: '', by: '张示例', what: 'open-locked', about: 'hidden', caseNo: null },
  )
  assert.equal(about(theirs, 'print')?.caseNo, '示例卷第2号')
  assert.ok(!JSON.stringify(theirs).includes(mine.id) && !JSON.stringify(theirs).includes('示例卷第1号'))
  assert.equal(about(await month(), 'open-locked')?.caseNo, '示例卷第1号', 'who is on the list reads the number')
})

const printed = { ledger: 'dispute', paper: 'agreement', mode: 'draft', copies: 1 } as const

test('users, settings, a new recovery code and refused passwords are told; the other book’s deeds are not', async () => {
  const before = await month()
  await t.call('setting.save', { idleMinutes: 15 })
  const id = await addUser(t, '新来示例', [{ book: 'teams', role: 'clerk' }])
  await t.refusal('session.signIn', { userId: id, password: '不是这个' }, 'door')
  await t.call('register.newRecoveryCode', { password: '示例口令12345' })
  await save(t, 'training', trainingOf())
  await t.call('record.search', { ledger: 'training', text: '示例' })
  await turn()
  const after = await month()
  for (const [what, more] of [
    ['settings', 1],
    ['users', 1],
    ['sign-in', 1],
    ['sign-in-refused', 1],
    ['recovery', 1],
    ['search-name', 0],
  ] as const)
    assert.equal(amountOf(after, what) - amountOf(before, what), more, what)
})

test('a password refused before the register was open is noted once it is', async () => {
  const me = (await t.call('session.me', {}))?.userId ?? ''
  await t.restart()
  await t.refusal('session.signIn', { userId: me, password: '猜一个试试' })
  await t.call('session.signIn', { userId: me, password: '示例口令12345' })
  const [signedIn, refused] = (await month()).rows
  assert.deepEqual([signedIn?.what, refused?.what, refused?.by], ['sign-in', 'sign-in-refused', '张示例'])
})

test('a month is the office’s month: its first instant is in, the next month’s is not', async () => {
  await t.change((db) => {
    const insert = db.prepare(`INSERT INTO access_log (at, "by", what, facts) VALUES (?, 'x', 'export', '{}')`)
    for (const at of ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'])
      insert.run(at)
    insert.run('2026-03-01T00:00:00.000Z')
  })
  const page = await month({ month: '2026-02' })
  assert.deepEqual([page.total, page.rows.map((r) => r.at.slice(0, 10))], [2, ['2026-02-28', '2026-02-01']])
  assert.deepEqual((await month({ month: '2026-04' })).rows, [], 'an empty month is an empty page')
  for (const wrong of ['2026-13', '2026-1', '1999-01', '', '2026-02-01'])
    assert.equal((await t.refusal('access.month', { book: 'mediation', month: wrong })).code, 'input-invalid', wrong)
})

test('已阅 is journaled, vouches for what was shown, and ends the reminder of last month', async () => {
  t.clock.set('2026-12-02T01:00:00.000Z')
  const waits = async (pipe?: string) =>
    (await t.call('reminder.list', {}, pipe)).filter((r) => r.kind === 'accessMonth').map((r) => r.month)
  assert.deepEqual(await waits(), ['2026-11'])
  await addUser(t, '经办示例', [{ book: 'mediation', role: 'clerk' }])
  assert.deepEqual(await waits('经办示例'), [], 'a clerk has no such page')
  assert.equal(
    (await t.refusal('access.month', { book: 'mediation', month: '2026-11' }, '经办示例')).code,
    'not-allowed',
  )
  const { upTo } = await month()
  await t.call('access.markRead', { book: 'mediation', month: '2026-11', upTo })
  assert.deepEqual(await waits(), [])
  assert.deepEqual(
    (await month()).readings.map((r) => [r.by, r.upTo]),
    [['张示例', upTo]],
  )
  const db = await t.inspect()
  const last = db.prepare('SELECT kind, book FROM journal ORDER BY seq DESC LIMIT 1').get()
  db.close()
  assert.deepEqual(last, { kind: 'event', book: 'mediation' })
})

test('a year with a hundred thousand rows: a month is read by its days', async () => {
  await t.change((db) =>
    db.exec(`WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
      INSERT INTO access_log (at, "by", what, ledger, facts)
      SELECT strftime('%Y-%m-%dT%H:%M:%fZ', '2025-01-01', '+' || (i * 5) || ' minutes'), 'x', 'search-name', 'dispute', '{}' FROM n`),
  )
  const page = await month({ month: '2025-06', what: 'search-name', offset: 8000 })
  assert.deepEqual([page.total, page.rows.length], [30 * 24 * 12, 200])
  const db = await t.inspect()
  const plan = db
    .prepare(`EXPLAIN QUERY PLAN SELECT max(a.k) FROM access_log a WHERE a.at >= ? AND a.at < ?`)
    .all('2025-06-01', '2025-07-01')
    .map((p) => (p as { detail: string }).detail)
  db.close()
  assert.match(plan.join(), /access_log_at/)
})
