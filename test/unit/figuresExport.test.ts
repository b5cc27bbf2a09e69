import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { readBook } from '../../electron/core/excel/readBook.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { addUser, createRegister, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { save } from '../support/samples.ts'
import { records } from './figuresKit.ts'

const book = 'teams'
let office: TestOffice
before(async () => {
  office = await unitOffice()
  for (const [ledger, all] of Object.entries(records))
    for (const data of all.slice(0, 20)) await save(office, ledger as LedgerName, data)
})
after(() => office.dispose())

const stickOf = async (t: TestOffice): Promise<string> => (await t.call('place.list', {}))[0]?.token ?? assert.fail()
async function written(t: TestOffice, period: { readonly from: string | null; readonly until: string | null }) {
  const ended = await t.job('figures.export', { book, ...period, place: await stickOf(t) })
  assert.equal(ended.state, 'done', JSON.stringify(ended.error))
  const { fileName } = ended.outcome as { readonly fileName: string }
  const bytes = fs.readFileSync(path.join(t.stick, fileName))
  return { fileName, sheets: (await readBook(new Uint8Array(bytes), null)).sheets }
}

test('the workbook has a sheet for each table, with the very numbers of the page', async () => {
  for (const period of [
    { from: null, until: null },
    { from: '2026-04-01', until: '2026-06-30' },
  ]) {
    const { sheets } = await written(office, period)
    assert.deepEqual(
      sheets.map((s) => s.name),
      ['按队伍', '按村社区', '按主管部门', '值守按节庆活动', '按时间'],
    )
    const view = await office.call('figures.view', { book, by: 'team', ...period })
    const [head, ...lines] = sheets[0]?.rows ?? []
    assert.deepEqual(head?.slice(0, 3), ['队伍', '在岗人员', '组数'])
    const total = lines.find((row) => row[0] === '合计')
    assert.deepEqual(total?.slice(1).map(Number), Object.values(view.total))
    const shop = view.rows.find((r) => r.key === 'shop')?.values
    const row = lines.find(([first]) => first === '联铺长')
    assert.equal(Number(row?.[head?.indexOf('培训场次') ?? -1]), shop?.sessions)
    assert.equal(row?.[head?.indexOf('会议') ?? -1] ?? null, null, 'no figure is no nought')
    assert.ok(lines.some(([first]) => String(first).includes('各队各记一场')))
  }
})

test('an export of figures is noted before anybody has it, and is for the roles of the book only', async () => {
  await written(office, { from: '2026-01-01', until: null })
  const db = await office.inspect()
  const note = db
    .prepare<[], string>("SELECT facts FROM access_log WHERE what = 'export' ORDER BY rowid DESC LIMIT 1")
    .pluck()
    .get()
  assert.deepEqual(JSON.parse(note ?? ''), { figures: '2026-01-01..', format: 'xlsx', book })
  const events = db
    .prepare<[], number>("SELECT count(*) FROM journal WHERE kind = 'event' AND book = 'teams'")
    .pluck()
    .get()
  db.close()
  assert.ok((events ?? 0) >= 1)
  await addUser(office, '只管调解示例', [{ book: 'mediation', role: 'clerk' }])
  const asked = { book, from: null, until: null, place: null } as const
  assert.equal((await office.refusal('figures.export', asked, '只管调解示例')).code, 'not-allowed')
  assert.equal((await office.refusal('figures.export', { ...asked, from: '2026-02-30' })).code, 'input-invalid')
})

test('a recipient exports the figures of its units, and an empty register an empty table', async () => {
  const city = await testOffice()
  await createRegister(city, { kind: 'recipient', unitName: '示例市政法委', unitCode: '99', book })
  const { sheets } = await written(city, { from: null, until: null })
  assert.deepEqual(
    sheets.map((s) => s.name),
    ['按队伍', '按单位', '按主管部门', '值守按节庆活动', '按时间'],
  )
  assert.ok(sheets[1]?.rows.some(([first]) => first === '合计'))
  await city.dispose()
})
