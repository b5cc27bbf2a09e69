import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addUser, signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save, visitOf } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const draft = (key: string, data: object, more: object = {}) =>
  t.call('draft.save', { ledger: 'dispute', key, recordId: null, baseRevision: 0, data: { ...data }, ...more })

test('a draft comes back as it was typed, half-typed things too, and survives the program', async () => {
  const typed = {
    summary: '写到一',
    parties: [{ name: '半' }],
    applicationDate: '2026.1',
    nonsense: { a: [1, null, '\ud800'] },
  }
  await draft('new:dispute', typed)
  const back = await t.call('draft.get', { key: 'new:dispute' })
  assert.deepEqual([back?.data, back?.ledger, back?.recordId, back?.baseRevision], [typed, 'dispute', null, 0])
  await t.restart()
  await signInFounder(t)
  assert.deepEqual((await t.call('draft.get', { key: 'new:dispute' }))?.data, typed)
})

test('home lists drafts newest first, by a title, without their contents', async () => {
  await draft('second', disputeOf())
  await draft('third', {}, { ledger: 'visit' })
  const { drafts } = await t.call('home.view', {})
  assert.deepEqual(
    drafts.map((d) => d.key),
    ['third', 'second', 'new:dispute'],
  )
  assert.deepEqual(
    drafts.map((d) => d.title),
    ['', '扎西·示例、李示例', '半'],
  )
  assert.ok(drafts.every((d) => !('data' in d)))
  await t.call('draft.discard', { key: 'third' })
  assert.equal(await t.call('draft.get', { key: 'third' }), null)
})

test('the same key typed in another ledger is that ledger’s draft', async () => {
  await draft('form', disputeOf())
  const record = await save(t, 'visit', visitOf())
  await draft('form', visitOf(), { ledger: 'visit', recordId: record.id, baseRevision: 1 })
  const back = await t.call('draft.get', { key: 'form' })
  assert.deepEqual([back?.ledger, back?.recordId, back?.baseRevision], ['visit', record.id, 1])
})

test('a save takes its draft away in the same transaction; a refused one leaves it', async () => {
  const input = { ledger: 'dispute', id: null, revision: 0, data: disputeOf() as never } as const
  await draft('kept', disputeOf())
  await t.refusal('record.save', { ...input, data: disputeOf({ summary: null }), draftKey: 'kept' })
  const first = await t.call('record.save', input)
  await t.refusal('record.save', { ...input, id: first.id, revision: 9, draftKey: 'kept' })
  assert.notEqual(await t.call('draft.get', { key: 'kept' }), null)
  await t.call('record.save', { ...input, draftKey: 'kept' })
  assert.equal(await t.call('draft.get', { key: 'kept' }), null)
})

test('drafts are each user’s own, under the same key too', async () => {
  await addUser(t, '李示例', [{ book: 'mediation', role: 'clerk' }])
  await draft('same', { summary: '甲' })
  await t.call(
    'draft.save',
    { ledger: 'dispute', key: 'same', recordId: null, baseRevision: 0, data: { summary: '乙' } },
    '李示例',
  )
  assert.equal((await t.call('draft.get', { key: 'same' }))?.data.summary, '甲')
  await t.call(
    'record.save',
    { ledger: 'dispute', id: null, revision: 0, data: disputeOf() as never, draftKey: 'same' },
    '李示例',
  )
  assert.equal((await t.call('draft.get', { key: 'same' }))?.data.summary, '甲')
})

test('drafts are no part of the journal, and are forgotten after thirty days', async () => {
  const journal = async () => {
    const db = await t.inspect()
    const rows = db.prepare('SELECT count(*) FROM journal').pluck().get()
    db.close()
    return rows
  }
  const before = await journal()
  await draft('old', { summary: '旧' })
  assert.equal(await journal(), before)
  t.clock.skip(29 * 86_400_000)
  await t.restart()
  await signInFounder(t)
  assert.equal((await t.call('draft.get', { key: 'old' }))?.data.summary, '旧')
  t.clock.skip(2 * 86_400_000)
  await t.restart()
  await signInFounder(t)
  assert.equal(await t.call('draft.get', { key: 'old' }), null)
})

test('settings of windows are each user’s own and any JSON', async () => {
  const columns = { dispute: [{ field: 'caseNo', width: 150 }], nothing: null }
  await t.call('window.set', { key: 'columns', value: columns })
  assert.deepEqual(await t.call('window.get', { key: 'columns' }), columns)
  await t.call('window.set', { key: 'columns', value: false })
  assert.equal(await t.call('window.get', { key: 'columns' }), false)
  assert.equal(await t.call('window.get', { key: 'other' }), null)
  assert.equal((await t.refusal('window.set', { key: 'columns' })).code, 'input-invalid')
})
