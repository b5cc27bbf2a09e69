import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
  await t.call('setting.save', {
    caseNoPattern: '示例人调字〔{年}〕第{序号}号',
    agreementNoPattern: '示例协字〔{年}〕第{序号}号',
  })
})
after(() => t.dispose())

const give = async (
  values: {
    typed?: string
    on?: string
    committee?: string | null
    series?: 'caseNo' | 'agreementNo'
    confirmed?: boolean
  } = {},
) => {
  const { typed = null, on = '2026-11-23', series = 'caseNo', committee, confirmed = false } = values
  const absent: DisputeData['absent'] = committee === null ? { committee: 'unknown' } : {}
  const data = committee === undefined ? disputeOf() : disputeOf({ committee, absent })
  const { id } = await save(t, 'dispute', data)
  const answer = await t.answer('dispute.giveNumber', {
    ledger: 'dispute',
    id,
    revision: 1,
    series,
    on,
    typed,
    confirmed,
  })
  if (!answer.ok) return { id, number: answer.error.code }
  const { data: saved } = await t.call('record.get', { ledger: 'dispute', id })
  return { id, number: String(saved[series]) }
}

test('numbers follow one another within a committee, a year and a series', async () => {
  assert.equal(
    (await t.call('dispute.nextNumber', { book: 'mediation', series: 'caseNo', on: '2026-11-23' })).number,
    '示例人调字〔2026〕第1号',
  )
  assert.equal((await give()).number, '示例人调字〔2026〕第1号')
  assert.equal((await give()).number, '示例人调字〔2026〕第2号')
  assert.equal((await give({ on: '2025-12-31', confirmed: true })).number, '示例人调字〔2025〕第1号')
  assert.equal((await give({ series: 'agreementNo' })).number, '示例协字〔2026〕第1号')
  assert.equal((await give({ committee: '示例一村人民调解委员会' })).number, '示例人调字〔2026〕第1号')
  assert.equal((await give()).number, '示例人调字〔2026〕第3号')
})

test('a number typed from paper is taken once, and the next given number comes after it', async () => {
  assert.equal((await give({ typed: '示例人调字〔2026〕第20号' })).number, '示例人调字〔2026〕第20号')
  assert.equal((await give({ typed: '示例人调字〔2026〕第20号' })).number, 'number-taken')
  assert.equal((await give({ typed: '示例人调字〔2026〕第020号' })).number, 'number-taken')
  assert.equal((await give()).number, '示例人调字〔2026〕第21号')
  assert.equal((await give({ typed: '旧卷 7' })).number, '旧卷 7')
  assert.equal((await give()).number, '示例人调字〔2026〕第22号')
})

test('a number typed into the form is in the book like one that was given', async () => {
  const typed = disputeOf({ caseNo: '示例人调字〔2026〕第40号' })
  await save(t, 'dispute', typed)
  assert.equal(
    (await t.refusal('record.save', { ledger: 'dispute', id: null, revision: 0, data: typed })).code,
    'number-taken',
  )
  assert.equal((await give()).number, '示例人调字〔2026〕第41号')
})

test('a case that does not name its committee is numbered in the office’s own book, by form or by button', async () => {
  const first = await give({ committee: null })
  assert.equal(first.number, '示例人调字〔2026〕第42号')
  assert.equal((await give({ typed: first.number })).number, 'number-taken')
  const form = disputeOf({ committee: null, absent: { committee: 'unknown' }, caseNo: first.number })
  assert.equal(
    (await t.refusal('record.save', { ledger: 'dispute', id: null, revision: 0, data: form })).code,
    'number-taken',
  )
})

test('a numbered case is given no second number, keeps it through saves, and is not taken out', async () => {
  const { id, number } = await give()
  const key = { ledger: 'dispute', id } as const
  const again = await t.refusal('dispute.giveNumber', {
    ...key,
    revision: 2,
    series: 'caseNo',
    on: '2026-11-23',
    typed: null,
  })
  assert.equal(again.code, 'number-kept')
  const record = await t.call('record.get', key)
  const saved = await save(t, 'dispute', { ...record.data, remarks: '改' }, { old: record })
  assert.equal(saved.data.caseNo, number)
  assert.equal((await t.refusal('record.remove', { ...key, revision: 3, reason: '重复登记' })).code, 'number-kept')
})

test('a number once given is never given again, and a case that had one is never taken out', async () => {
  const { id, number } = await give()
  const record = await t.call('record.get', { ledger: 'dispute', id })
  const form = { ledger: 'dispute', id, revision: record.revision } as const
  for (const caseNo of [null, '旧卷 9']) {
    const cleared = await t.refusal('record.save', { ...form, data: { ...record.data, caseNo } })
    assert.deepEqual(cleared.details.problems, [{ path: 'caseNo', code: 'numberKept', severity: 'error' }])
  }
  assert.equal((await give({ typed: number })).number, 'number-taken')
  const removal = { ledger: 'dispute', id, revision: record.revision, reason: '重复登记' }
  assert.equal((await t.refusal('record.remove', removal)).code, 'number-kept')
  const next = (await give()).number
  assert.notEqual(next, number)
})

test('a refused number changes nothing', async () => {
  const { id } = await save(t, 'dispute', disputeOf())
  const before = await t.call('dispute.nextNumber', { book: 'mediation', series: 'caseNo', on: '2026-11-23' })
  const stale = { ledger: 'dispute', id, revision: 9, series: 'caseNo', on: '2026-11-23', typed: null }
  assert.equal((await t.refusal('dispute.giveNumber', stale)).code, 'revision-conflict')
  assert.deepEqual(
    await t.call('dispute.nextNumber', { book: 'mediation', series: 'caseNo', on: '2026-11-23' }),
    before,
  )
  assert.equal((await t.call('record.get', { ledger: 'dispute', id })).data.caseNo, null)
})

test('ten cases numbered at the same moment get ten numbers', async () => {
  const numbers = (await Promise.all(Array.from({ length: 10 }, () => give({ series: 'agreementNo' })))).map(
    (n) => n.number,
  )
  assert.equal(new Set(numbers).size, 10)
  assert.ok(numbers.every((n) => n.startsWith('示例协字〔2026〕第')))
})

test('typed numbers are plain text', async () => {
  for (const typed of ['\u0000', '第\u00001号', '\ud800', '  '])
    assert.equal((await give({ typed })).number, 'input-invalid')
  assert.equal((await give({ typed: '=1+1' })).number, '=1+1')
})
