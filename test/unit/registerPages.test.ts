import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Filter, Row } from '../../shared/contract/records.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, partyOf, save, trainingOf } from '../support/samples.ts'

let t: TestOffice
const names = [
  '张示例',
  '赵示例',
  '扎西·示例',
  '李示例',
  '连示例',
  '重庆示例',
  '吕示例',
  '卢示例',
  'ABC公司',
  '𬭎示例',
  'བཀྲ་ཤིས',
]
before(async () => {
  t = await unitOffice()
  let month = 0
  for (const name of names) {
    month += 1
    await save(
      t,
      'dispute',
      disputeOf({
        parties: [partyOf({ side: 'applicant', name, phone: '0941-0123456' })],
        village: month % 2 === 0 ? '示例一村' : null,
        applicationDate: `2026-${String(month).padStart(2, '0')}-01`,
        caseNo: `〔2026〕第${month}号`,
        typeJustice: month < 4 ? 'family' : 'neighbour',
      }),
    )
  }
})
after(() => t.dispose())

const page = (input: object) => t.call('record.page', { ledger: 'dispute', ...input })
const named = (rows: readonly Row[]) => rows.map((r) => r.partyNames)
const filtered = async (...filters: readonly Filter[]) =>
  named((await page({ filters, sort: { field: 'partyNames', direction: 'asc' } })).rows)

test('names sort as in a dictionary: by their reading, syllable by syllable', async () => {
  const wanted = ['ABC公司', '李示例', '连示例', '卢示例', '吕示例', '扎西·示例', '张示例', '赵示例']
  const { rows } = await page({ sort: { field: 'partyNames', direction: 'asc' } })
  const chinese = named(rows).filter((n) => wanted.includes(String(n)))
  assert.deepEqual(chinese, wanted)
  const back = await page({ sort: { field: 'partyNames', direction: 'desc' } })
  assert.deepEqual(named(back.rows), named(rows).toReversed())
})

test('「开头是」 means the characters, not others that sound alike or begin alike', async () => {
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: '扎' }), ['扎西·示例'])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: '李' }), ['李示例'])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: '重' }), ['重庆示例'])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: '里' }), [])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: '𬭎' }), ['𬭎示例'])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: 'བཀྲ' }), ['བཀྲ་ཤིས'])
})

test('「开头是」 with letters means the reading or the letters themselves', async () => {
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: 'zha' }), [
    '扎西·示例',
    '张示例',
    '赵示例',
  ])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: 'ab' }), ['ABC公司'])
  assert.deepEqual(await filtered({ field: 'partyNames', op: 'startsWith', value: 'ABC公' }), ['ABC公司'])
  assert.deepEqual(
    await filtered({ field: 'caseNo', op: 'startsWith', value: '〔2026〕第1' }),
    await filtered({ field: 'caseNo', op: 'in', value: [1, 10, 11].map((n) => `〔2026〕第${n}号`) }),
  )
})

const counts: readonly (readonly [Filter, number])[] = [
  [{ field: 'partyNames', op: 'equals', value: '李示例' }, 1],
  [{ field: 'partyNames', op: 'equals', value: '里示例' }, 0],
  [{ field: 'caseNo', op: 'equals', value: '〔2026〕第3号' }, 1],
  [{ field: 'typeJustice', op: 'equals', value: 'family' }, 3],
  [{ field: 'typeJustice', op: 'in', value: ['family', 'neighbour'] }, 11],
  [{ field: 'typeJustice', op: 'in', value: [] }, 0],
  [{ field: 'applicationDate', op: 'from', value: '2026-10-01' }, 2],
  [{ field: 'applicationDate', op: 'to', value: '2026-02-01' }, 2],
  [{ field: 'village', op: 'blank' }, 6],
  [{ field: 'village', op: 'notBlank' }, 5],
  [{ field: 'result', op: 'notBlank' }, 0],
  [{ field: 'locked', op: 'equals', value: false }, 11],
]
for (const [filter, total] of counts)
  test(`${filter.field} ${filter.op} ${JSON.stringify(filter.value ?? null)} finds ${total}`, async () => {
    const found = await page({ filters: [filter] })
    assert.deepEqual([found.total, found.rows.length], [total, total])
  })

test('conditions hold together', async () => {
  const both: Filter[] = [
    { field: 'typeJustice', op: 'equals', value: 'neighbour' },
    { field: 'village', op: 'notBlank' },
  ]
  assert.equal((await page({ filters: both })).total, 4)
})

test('pages follow one another without a gap or a double, whatever the order', async () => {
  const fields = ['partyNames', 'caseNo', 'village', 'typeJustice', 'applicationDate', 'updatedAt', 'locked', 'result']
  for (const field of fields)
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { field, direction }
      const ids: string[] = []
      for (let offset = 0; offset < 12; offset += 3)
        ids.push(...(await page({ sort, offset, limit: 3 })).rows.map((r) => r.id))
      assert.equal(new Set(ids).size, names.length, `${field} ${direction}`)
      assert.deepEqual(
        ids,
        (await page({ sort })).rows.map((r) => r.id),
        `${field} ${direction}`,
      )
    }
})

test('the total follows every save and removal', async () => {
  const before = (await page({})).total
  const made = await save(t, 'dispute', disputeOf())
  assert.equal((await page({})).total, before + 1)
  await t.call('record.remove', { ledger: 'dispute', id: made.id, revision: 1, reason: '重复登记' })
  assert.equal((await page({})).total, before)
})

test('a condition without its value, or with one of a wrong kind, is refused', async () => {
  for (const filter of [
    { field: 'caseNo', op: 'equals' },
    { field: 'caseNo', op: 'startsWith' },
    { field: 'caseNo', op: 'startsWith', value: null },
    { field: 'caseNo', op: 'from', value: ['1'] },
    { field: 'parties', op: 'blank' },
    { field: 'k', op: 'blank' },
  ])
    assert.equal(
      (await t.refusal('record.page', { ledger: 'dispute', filters: [filter] })).code,
      'input-invalid',
      JSON.stringify(filter),
    )
  assert.equal(
    (await t.refusal('record.page', { ledger: 'dispute', sort: { field: 'summary; --', direction: 'asc' } })).code,
    'input-invalid',
  )
})

test('a list shows its grid’s columns, flags and lists of codes as they are', async () => {
  await save(t, 'training', trainingOf({ teams: trainingOf().teams }))
  const { rows } = await t.call('record.page', { ledger: 'training' })
  assert.deepEqual(rows[0]?.teams, trainingOf().teams)
  assert.deepEqual(Object.keys(rows[0] ?? {}).includes('summary'), false)
})
