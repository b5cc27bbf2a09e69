import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerError } from '../../electron/core/dispatch.ts'
import { createJobs } from '../../electron/core/jobs.ts'
import type { JobView } from '../../shared/contract/office.ts'
import { AppError } from '../../shared/errors.ts'
import { signInFounder, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

const nothing = () => undefined
const errorOf = (e: unknown) => answerError(e, nothing)
const here = { pipe: 'here', userId: 'u' }

/** Waits for a job's end through its changes. */
function jobsHere() {
  const changes: JobView[] = []
  let told: () => void = nothing
  const jobs = createJobs((_starter, view) => {
    changes.push(view)
    told()
  }, errorOf)
  const end = (id: string) =>
    new Promise<JobView>((resolve) => {
      told = () => {
        const last = changes.findLast((c) => c.id === id)
        if (last && last.state !== 'running') resolve(last)
      }
      told()
    })
  return { jobs, changes, end }
}

test('a job tells its steps and its outcome, after its starter has its id', async () => {
  const { jobs, changes, end } = jobsHere()
  const id = jobs.start(here, 'backup.make', async (control) => {
    control.step('one', 0.5)
    return { done: true }
  })
  assert.equal(changes.length, 0)
  const last = await end(id)
  assert.deepEqual(
    changes.map((c) => [c.state, c.step, c.progress]),
    [
      ['running', 'one', 0.5],
      ['done', 'one', 1],
    ],
  )
  assert.deepEqual(last.outcome, { done: true })
  assert.deepEqual(jobs.get(id, here), last)
})

test('a failed job tells its error by code; an unknown one by its incident', async () => {
  const { jobs, end } = jobsHere()
  const known = await end(jobs.start(here, 'x', async () => Promise.reject(new AppError('target-full', { name: 'a' }))))
  assert.deepEqual([known.state, known.error], ['failed', { code: 'target-full', details: { name: 'a' } }])
  const unknown = await end(jobs.start(here, 'x', async () => Promise.reject(new Error('secret words'))))
  assert.equal(unknown.error?.code, 'internal')
  assert.ok(!JSON.stringify(unknown).includes('secret'))
})

test('a cancelled job stops at its next step', async () => {
  const { jobs, end } = jobsHere()
  let reached = false
  const id = jobs.start(here, 'x', async (control) => {
    jobs.cancel(id, here)
    control.step('next', null)
    reached = true
  })
  assert.equal((await end(id)).state, 'cancelled')
  assert.equal(reached, false)
})

test('of ended jobs the last fifty are kept; running ones always', async () => {
  const { jobs, end } = jobsHere()
  let release: () => void = nothing
  const first = jobs.start(
    here,
    'long',
    () =>
      new Promise<void>((resolve) => {
        release = resolve
      }),
  )
  for (let i = 0; i < 60; i++) await end(jobs.start(here, 'x', async () => i))
  assert.ok(jobs.list(here).length <= 52)
  assert.equal(jobs.get(first, here).state, 'running')
  release()
  assert.equal((await end(first)).state, 'done')
})

test('closing waits for running jobs after asking them to stop', async () => {
  const { jobs } = jobsHere()
  let ended = false
  jobs.start(
    here,
    'x',
    (control) =>
      new Promise<void>((_resolve, reject) =>
        control.cancelled.addEventListener('abort', () =>
          setImmediate(() => {
            ended = true
            reject(new AppError('cancelled'))
          }),
        ),
      ),
  )
  await new Promise((resolve) => setImmediate(resolve))
  await jobs.close()
  assert.equal(ended, true)
})

test('errors of SQLite and of disks come out by their names', () => {
  const of = (code: string) => errorOf(Object.assign(new Error('disk I/O error at /home/x'), { code }))
  const table = {
    SQLITE_FULL: 'disk-full',
    ENOSPC: 'disk-full',
    SQLITE_NOTADB: 'register-damaged',
    SQLITE_CORRUPT_INDEX: 'register-damaged',
    SQLITE_READONLY_DBMOVED: 'folder-read-only',
    SQLITE_IOERR_FSYNC: 'disk-failed',
    EROFS: 'folder-read-only',
    SQLITE_CONSTRAINT: 'internal',
    ENOENT: 'internal',
  }
  for (const [code, name] of Object.entries(table)) {
    assert.equal(of(code).code, name, code)
    assert.ok(!JSON.stringify(of(code)).includes('/home'))
  }
  for (const odd of [null, undefined, 'text', 7, {}, Object.create(null), Symbol('x')])
    assert.equal(errorOf(odd).code, 'internal')
})

test('whoever saves is answered before anybody hears of it, and everybody hears', async () => {
  const t = await unitOffice()
  const heard: unknown[] = []
  t.office().on((pipe, event) => void heard.push([pipe, event]))
  await save(t, 'dispute', disputeOf())
  assert.deepEqual(heard, [[null, { type: 'changed', what: 'dispute' }]])
  await t.call('session.lock', {})
  assert.deepEqual(heard[1], ['founder', { type: 'locked' }])
  await t.dispose()
})

test('a program that was closed opens nothing again', async () => {
  const t = await unitOffice()
  const office = t.office()
  const { users } = await t.call('register.status', {})
  const signIn = { userId: users[0]?.id ?? '', password: '示例口令12345' }
  const [, late] = await Promise.all([office.close(), office.dispatch('late', 'session.signIn', signIn)])
  assert.equal(late.ok, false)
  assert.equal((await office.dispatch('founder', 'record.page', { ledger: 'dispute' })).ok, false)
  assert.equal((await office.dispatch('late', 'session.signIn', signIn)).ok, false)
  await t.restart()
  assert.equal((await signInFounder(t)).name, '张示例')
  await t.dispose()
})
