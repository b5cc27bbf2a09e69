import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type CellOut, workbookBytes } from '../../electron/core/excel/writeSheet.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { putOnStick } from '../support/sheets.ts'

/** The whole size only in a long run: two busy cores take a minute for it. */
const rows = process.env.JIEFENBU_LONG === '1' ? 100_000 : 20_000
/** Of the program's heap, in MB. */
const heap = 256

const header = [
  ...['队伍', '组号', '组名', '村（社区）', '户数', '姓名', '性别', '出生日期', '网格', '联系电话', '选配日期'],
  ...['选配方式', '批准单位', '行业主管部门', '备注'],
]
const person = (i: number): readonly CellOut[] => [
  ...['联户长', `${i % 300}组`, '示例组', `示例${i % 40}村`, 8 + (i % 7), `示例${i}号`, i % 2 === 0 ? '女' : '男'],
  ...[{ d: '1980-01-01' }, null, '0941-0000000', { d: '2024-03-05' }, '推荐', '示例乡', null, '备注'],
]
const atEnd = person(rows - 1).map((cell, c) => (header[c] === '选配日期' ? '2024-13-05' : cell))

let bytes: Uint8Array
let dir: string
let t: TestOffice
/** Where the job is to be given up, until it was. */
let giveUp: 'reading' | 'checking' | null = null
let jobId = ''
let pieces = 0
function cancel(): void {
  if (giveUp === null) return
  giveUp = null
  void t.call('job.cancel', { jobId })
}
/** Half of the pieces of a thousand rows are staged. */
function onStep(name: string): void {
  if (name === 'sheet:staged' && giveUp === 'reading' && ++pieces >= rows / 2000) cancel()
}
before(async () => {
  const people = Array.from({ length: rows - 1 }, (_, i) => person(i))
  bytes = await workbookBytes([{ name: '名册', widths: [], headerRows: 1, rows: [header, ...people, atEnd] }])
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'sheet-large-'))
  t = await unitOffice({ onStep })
})
after(async () => {
  fs.rmSync(dir, { recursive: true })
  await t.dispose()
})

test(`${rows} rows of 15 columns are looked at in ${heap} MB of heap, the bad one at the end told at its cell`, async () => {
  const file = path.join(dir, '名册.xlsx')
  fs.writeFileSync(file, bytes)
  const program = path.join(import.meta.dirname, '..', 'support', 'largeSheetProgram.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${heap}`, program, file])
  const { counts, told, found } = JSON.parse(stdout)
  assert.deepEqual(counts, { records: rows, good: rows - 1, bad: 1, equal: 0, saved: 0, left: 0, warned: 0 })
  assert.deepEqual([told, found], [[`K${rows + 1} notADate`], '2024-13-05'])
})

test(`given up in the middle of reading or of checking, ${rows} rows leave nothing staged`, async () => {
  const file = await putOnStick(t, '名册.xlsx', bytes)
  for (const half of ['reading', 'checking'] as const) {
    giveUp = half
    const off = t.office().on((_, event) => {
      if (event.type !== 'job' || event.job.call !== 'import.read') return
      jobId = event.job.id
      if (half === 'checking' && event.job.step === half && (event.job.progress ?? 0) > 0.3) cancel()
    })
    const job = await t.job('import.read', { ledger: 'post', name: '名册.xlsx', from: { file } })
    off()
    assert.deepEqual([giveUp, job.state], [null, 'cancelled'], half)
    const db = await t.inspect()
    for (const table of ['import_batch', 'import_sheet_row', 'import_row'])
      assert.equal(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), 0, `${half}: ${table}`)
    db.close()
  }
  assert.deepEqual(await t.call('import.list', { ledger: 'post' }), [])
})
