import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Problem } from '../../shared/errors.ts'
import { type AnyData, type AnyPart, emptyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { compactRow, wholeRows } from '../../shared/rules/draftRows.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { postOf } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const key = 'many-post'
const roster = (count: number, from = 0): AnyData[] =>
  Array.from(
    { length: count },
    (_, i) => postOf({ name: `示例${from + i}`, groupNo: `${from + i}组` }) as unknown as AnyData,
  )
const keepDraft = (records: readonly AnyData[]) =>
  t.call('draft.save', {
    ledger: 'post',
    key,
    recordId: null,
    baseRevision: 0,
    data: { rows: records.map((data) => compactRow(data as AnyPart)) },
  })
const saved = async (): Promise<number> => (await t.call('record.page', { ledger: 'post' })).total

test('a roster is saved whole: every row a record with its journal row, and the draft is gone', async () => {
  const records = roster(250)
  await keepDraft(records)
  const job = await t.job('record.saveMany', { ledger: 'post', records, draftKey: key } as never)
  assert.deepEqual([job.state, job.outcome], ['done', { saved: 250 }])
  assert.equal(await saved(), 250)
  assert.equal(await t.call('draft.get', { key }), null)
  const db = await t.inspect()
  try {
    const rows = db.prepare("SELECT count(*) FROM journal WHERE ledger = 'post' AND kind = 'create'").pluck().get()
    assert.equal(rows, 250)
  } finally {
    db.close()
  }
})

test('one wrong row and none is saved; problems name row and field, and the draft stays', async () => {
  const before = await saved()
  const records = roster(3, 1000)
  records[1] = { ...records[1], selectedOn: '2020-01-05', leftOn: '2019-01-05', leavingReason: '示例' } as AnyData
  records[2] = { ...records[2], name: null } as AnyData
  await keepDraft(records)
  const job = await t.job('record.saveMany', { ledger: 'post', records, draftKey: key } as never)
  assert.equal(job.error?.code, 'record-invalid')
  const problems = job.error?.details.problems as readonly Problem[]
  assert.deepEqual(
    problems.map((p) => [p.path, p.code]),
    [
      ['1.leftOn', 'leftBeforeSelected'],
      ['2.name', 'needed'],
    ],
  )
  assert.equal(await saved(), before)
  const left = await t.call('draft.get', { key })
  assert.deepEqual(wholeRows(emptyData(ledgerOf('post')) as AnyPart, left?.data.rows), records)
})

test('cancelled between two batches: what is saved has left the draft, the rest is there to go on with', async () => {
  const before = await saved()
  const records = roster(2000, 2000)
  await keepDraft(records)
  const { jobId } = await t.call('record.saveMany', { ledger: 'post', records, draftKey: key } as never)
  while ((await saved()) === before) await new Promise((resolve) => setImmediate(resolve))
  await t.call('job.cancel', { jobId })
  let job = await t.call('job.get', { jobId })
  while (job.state === 'running') {
    await new Promise((resolve) => setImmediate(resolve))
    job = await t.call('job.get', { jobId })
  }
  assert.equal(job.state, 'cancelled')
  const done = (await saved()) - before
  const left = wholeRows(emptyData(ledgerOf('post')) as AnyPart, (await t.call('draft.get', { key }))?.data.rows)
  assert.ok(done > 0 && done < 2000)
  assert.deepEqual(left, records.slice(done))
})

test('no dispute, no more rows than one save takes, no row of another shape', async () => {
  const wrong = [
    { ledger: 'dispute', records: [{}] },
    { ledger: 'post', records: [] },
    { ledger: 'post', records: roster(5001) },
    { ledger: 'post', records: [{ ...roster(1)[0], unread: { selectedOn: '上个月' } }] },
  ]
  for (const input of wrong) assert.equal((await t.refusal('record.saveMany', input)).code, 'input-invalid')
})

test('rows of a draft that are none, and fields nobody knows, are left out; half-read text is kept', () => {
  const blank = { name: null, absent: {} }
  const rows = wholeRows(blank, [{ name: '示例', gone: 1, unread: { name: 'x' } }, 7, null, [1]])
  assert.deepEqual(rows, [{ name: '示例', absent: {}, unread: { name: 'x' } }])
  assert.deepEqual(wholeRows(blank, 'no rows'), [])
  assert.deepEqual(compactRow({ name: '示例', post: null, absent: {}, teams: [] }), { name: '示例' })
})
