import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ledgers } from '../../shared/ledgers/index.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { partOf, postOf, save, trainingOf } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const remove = (view: { readonly id: string; readonly revision: number }) =>
  ({ ledger: 'post', id: view.id, revision: view.revision, reason: '登记错了' }) as const

test('a member in an attendance is not removed from the roster; one whom nothing names is', async () => {
  const post = await save(t, 'post', postOf())
  const { part } = ledgers.training.fields.attendances
  const row = partOf(part, { name: '才让·示例', member: post.id, team: 'household', state: 'present' })
  const training = await save(t, 'training', trainingOf({ attendances: [row] }))
  assert.equal((await t.refusal('record.remove', remove(post))).code, 'post-referred')
  assert.equal((await t.call('record.page', { ledger: 'post' })).total, 1)
  await save(t, 'training', trainingOf(), { old: training })
  await t.call('record.remove', remove(post))
  assert.equal((await t.call('record.page', { ledger: 'post' })).total, 0)
})

test('nor is one whom somebody followed', async () => {
  const first = await save(t, 'post', postOf({ leftOn: '2026-03-01', leavingReason: '外出务工' }))
  await save(t, 'post', postOf({ name: '卓玛示例', selectedOn: '2026-03-01', replaces: first.id }))
  assert.equal((await t.refusal('record.remove', remove(first))).code, 'post-referred')
})
