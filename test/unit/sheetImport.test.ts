import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import type { ExportOutcome, ImportView, UndoOutcome } from '../../shared/contract/sheets.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { commit, dryRun, matchAgain, pageOf, recordsOf, stickOf, toldIn } from '../support/sheets.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const head = '队伍,姓名,选配日期,身份证号'
/** A roster of so many different people. */
const roster = (count: number, from = 0, more = ''): string =>
  [head, ...Array.from({ length: count }, (_, i) => `联户长,示例${from + i}号,2024-03-05,${more}`)].join('\n')
const names = async () => ((await recordsOf(t, 'post')) as readonly AnyData[]).map((d) => d.name)
const view = (batch: string) => t.call('import.view', { ledger: 'post', batch })
async function undo(batch: string): Promise<UndoOutcome> {
  const job = await t.job('import.undo', { ledger: 'post', batch })
  assert.equal(job.state, 'done', job.error?.code)
  return job.outcome as UndoOutcome
}
/** Gives the job up when it has come so far. */
async function cancelledAt(name: 'import.commit' | 'import.undo', batch: string, after: number): Promise<void> {
  let steps = 0
  const off = t.office().on((_, event) => {
    if (
      event.type === 'job' &&
      event.job.call === name &&
      event.job.state === 'running' &&
      (event.job.progress ?? 0) > 0
    )
      if (++steps === after) void t.call('job.cancel', { jobId: event.job.id })
  })
  const job = await t.job(name, { ledger: 'post', batch })
  off()
  assert.equal(job.state, 'cancelled')
}

test('a dry run saves nothing; a commit saves the good rows, with a backup before, a note and an event', async () => {
  const bad = `${roster(3)}\n联户长,,2024-03-05,\n火星队,示例九号,2024-13-05,`
  const dry = await dryRun(t, 'post', '名册.csv', bad)
  assert.deepEqual(toldIn(await pageOf(t, 'post', dry, 'bad')), ['B5 needed', 'A6 codeUnknown', 'C6 notADate'])
  assert.deepEqual([dry.state, dry.counts.good, dry.counts.bad, await names()], ['staged', 3, 2, []])
  const backups = (await t.call('backup.list', {})).length
  const { saved, refused, view: after } = await commit(t, dry, 'post')
  assert.deepEqual([saved, refused, after.state, after.counts.saved, after.counts.bad], [3, 0, 'saved', 3, 2])
  assert.equal((await t.call('backup.list', {})).length, backups + 1)
  assert.deepEqual(await names(), ['示例0号', '示例1号', '示例2号'])
  const db = await t.inspect()
  const note = db.prepare("SELECT facts FROM access_log WHERE what = 'import'").pluck().all()
  assert.deepEqual(note, [JSON.stringify({ import: dry.batch, saved: 3, whole: true, book: 'teams' })])
  db.close()
  await undo(dry.batch)
})

test('the same file again is noticed with when and by whom, and so is every row; taken all the same only when asked', async () => {
  const first = await dryRun(t, 'post', '名册.csv', roster(4))
  await commit(t, first, 'post')
  const again = await dryRun(t, 'post', '另一个名字.csv', roster(4))
  assert.deepEqual(
    again.earlier.map((e) => [e.by, e.saved]),
    [['张示例', 4]],
  )
  assert.deepEqual([again.counts.good, again.counts.equal], [0, 4])
  const [row] = (await pageOf(t, 'post', again, 'equal')).rows
  assert.ok(row?.equals && 'importedBy' in row.equals && row.equals.importedBy === '张示例')
  const refused = await t.job('import.commit', { ledger: 'post', batch: again.batch })
  assert.equal(refused.error?.code, 'import-nothing-good')
  assert.equal((await commit(t, again, 'post', 'take')).saved, 4)
  assert.equal((await names()).length, 8)
  for (const { batch } of [again, first]) assert.deepEqual((await undo(batch)).left, [])
})

test('a row that equals a record typed by hand, or another row of the sheet, is pointed out', async () => {
  const dry = await dryRun(t, 'post', '名册.csv', roster(2))
  await commit(t, dry, 'post')
  const { rows } = await t.call('record.page', { ledger: 'post' })
  const record = await t.call('record.get', { ledger: 'post', id: rows[0]?.id ?? '' })
  await t.call('record.save', { ledger: 'post', id: null, revision: 0, data: { ...record.data, name: '手工录入' } })
  const next = await dryRun(
    t,
    'post',
    '新.csv',
    `${head}\n联户长,手工录入,2024-03-05,\n联户长,新人,2024-03-05,\n联户长,新人,2024.3.5,`,
  )
  const page = await pageOf(t, 'post', next)
  assert.deepEqual(
    page.rows.map((r) => [r.state, r.equals === null ? null : 'row' in r.equals ? r.equals.row : r.equals.importedAt]),
    [
      ['equal', null],
      ['good', null],
      ['equal', 3],
    ],
  )
  await t.call('import.discard', { ledger: 'post', batch: next.batch })
  assert.equal((await t.refusal('import.view', { ledger: 'post', batch: next.batch })).code, 'not-found')
  await undo(dry.batch)
})

test('undo takes back the whole import but names what was changed since, and what was removed by hand', async () => {
  const before = await names()
  const dry = await dryRun(t, 'post', '名册.csv', roster(5, 100))
  await commit(t, dry, 'post')
  const { rows } = await pageOf(t, 'post', dry)
  const [changed, removed] = [rows[1]?.recordId ?? '', rows[2]?.recordId ?? '']
  const record = await t.call('record.get', { ledger: 'post', id: changed })
  await t.call('record.save', { ledger: 'post', id: changed, revision: 1, data: { ...record.data, remarks: '改过' } })
  await t.call('record.remove', { ledger: 'post', id: removed, revision: 1, reason: '重复' })
  const { removed: taken, left, view: after } = await undo(dry.batch)
  assert.equal(taken, 3)
  assert.deepEqual(
    left.map((l) => [l.title, l.why]),
    [
      ['示例101号', 'changed'],
      ['示例102号', 'gone'],
    ],
  )
  assert.deepEqual([after.state, after.counts.saved, after.counts.left], ['undone', 1, 4])
  assert.deepEqual(
    (await names()).filter((n) => !before.includes(n)),
    ['示例101号'],
  )
  assert.equal((await t.job('import.commit', { ledger: 'post', batch: dry.batch })).error?.code, 'import-begun')
})

test('given up between two pieces: what is in stays in and is counted, and the commit goes on where it stopped', async () => {
  const before = (await names()).length
  const dry = await dryRun(t, 'post', '大名册.csv', roster(700, 1000))
  await cancelledAt('import.commit', dry.batch, 1)
  const half = await view(dry.batch)
  assert.equal(half.state, 'saving')
  assert.ok(half.counts.saved > 0 && half.counts.saved < 700, String(half.counts.saved))
  assert.equal((await t.call('record.page', { ledger: 'post' })).total, before + half.counts.saved)
  const [listed] = await t.call('import.list', { ledger: 'post' })
  assert.deepEqual([listed?.state, listed?.saved, listed?.records], ['saving', half.counts.saved, 700])
  const { saved } = await commit(t, dry, 'post')
  assert.equal(saved, 700 - half.counts.saved)
  assert.equal((await t.call('record.page', { ledger: 'post' })).total, before + 700)
  await cancelledAt('import.undo', dry.batch, 1)
  assert.equal((await view(dry.batch)).state, 'undoing')
  await undo(dry.batch)
  assert.equal((await t.call('record.page', { ledger: 'post' })).total, before)
})

test('columns matched by hand are remembered for the next file with this header; others are listed, not dropped in silence', async () => {
  const sheet = (n: number) => `类别,当家的,起始,颜色\n联户长,示例${n},2024-03-05,红`
  const dry = await dryRun(t, 'post', '怪表.csv', sheet(1))
  assert.deepEqual(dry.lacking, ['name', 'selectedOn'])
  assert.deepEqual(dry.remarks.find((r) => r.code === 'columnsLeft')?.params, { count: 3, names: '当家的、起始、颜色' })
  const matched = await matchAgain(t, {
    ledger: 'post',
    batch: dry.batch,
    columns: [
      { column: 1, path: 'name' },
      { column: 2, path: 'selectedOn' },
    ],
  })
  assert.deepEqual([matched.counts.good, matched.lacking], [1, []])
  const next = await dryRun(t, 'post', '怪表二.csv', sheet(2))
  assert.deepEqual(
    next.columns.map((c) => [c.path, c.by]),
    [
      ['team', 'synonym'],
      ['name', 'remembered'],
      ['selectedOn', 'remembered'],
      [null, null],
    ],
  )
  assert.equal(next.counts.good, 1)
})

test('another sheet, another header, a constant: looked at again without reading the file again', async () => {
  const { bookOf } = await import('../support/messySheets.ts')
  const book = bookOf([
    {
      name: '一',
      rows: [
        ['姓名', '选配日期'],
        ['甲示例', '2024-03-05'],
      ],
    },
    {
      name: '二',
      rows: [
        ['姓名', '选配日期'],
        ['姓名', '选配日期'],
        ['乙示例', '2024-03-05'],
        ['丙示例', '2024-03-05'],
      ],
    },
  ])
  const dry = await dryRun(t, 'post', '两张表.xlsx', book)
  assert.deepEqual([dry.sheet, dry.lacking, dry.counts.bad], [0, ['team'], 1])
  fs.rmSync(path.join(t.stick, '两张表.xlsx'))
  const of = { ledger: 'post', batch: dry.batch } as const
  const second = await matchAgain(t, { ...of, sheet: 1, constants: [{ path: 'team', text: '联铺长' }] })
  assert.deepEqual([second.sheet, second.counts.good, second.header], [1, 2, { first: 1, last: 1 }])
  const lower = await matchAgain(t, { ...of, header: { first: 2, last: 2 } })
  assert.deepEqual(
    [lower.counts.good, lower.header, lower.constants],
    [2, { first: 2, last: 2 }, [{ path: 'team', text: '联铺长', cell: null }]],
  )
})

test('twelve problems in one row are all told; the problems file is mended and imported again', async () => {
  const row = `火星队,,很久以前,123,男女,1990-13-01,不是数字,13位的代码,某种方式,2024-02-30,${'调'.repeat(500)},藏文语`
  const csv = `队伍,姓名,选配日期,身份证号,性别,出生日期,户数,统一社会信用代码,选配方式,离任日期,离任原因,语言\n${row}\n`
  const dry = await dryRun(t, 'post', '很多问题.csv', csv)
  const told = toldIn(await pageOf(t, 'post', dry, 'bad'))
  assert.deepEqual(told, [
    ...['A2 codeUnknown', 'C2 notADate', 'E2 codeUnknown', 'F2 notADate', 'G2 notANumber', 'I2 codeUnknown'],
    ...['J2 notADate', 'K2 tooLong', 'L2 codeUnknown', 'B2 needed', 'D2 idShape', 'H2 creditCode'],
  ])
  const out = await t.job('import.problemsFile', { ledger: 'post', batch: dry.batch, place: await stickOf(t) })
  const { fileName, records } = out.outcome as ExportOutcome
  assert.equal(records, 1)
  const { readBook } = await import('../../electron/core/excel/readBook.ts')
  const bytes = fs.readFileSync(path.join(t.stick, fileName))
  const [sheet] = (await readBook(new Uint8Array(bytes), null)).sheets
  assert.match(String(sheet?.rows[1]?.at(-1)), /「队伍」里的写法程序不认识[\s\S]*「姓名」/)
  const back: ImportView = await dryRun(t, 'post', '改好.xlsx', bytes)
  assert.deepEqual(toldIn(await pageOf(t, 'post', back, 'bad')), told, 'the column of problems is not read')
})

test('an export is masked, noted and refused unmasked to all but the head; text that looks like a formula stays text', async () => {
  const dry = await dryRun(
    t,
    'post',
    '名册.csv',
    `${head}\n联户长,=1+1,2024-03-05,990011199001010016\n联户长,@示例,2024-03-05,`,
  )
  await commit(t, dry, 'post')
  await addUser(t, '文员', [{ book: 'teams', role: 'clerk' }])
  const place = await stickOf(t)
  const filters = [{ field: 'selectedOn', op: 'equals', value: '2024-03-05' }] as const
  const out = await t.job('export.run', { ledger: 'post', format: 'csv', filters: [...filters], place }, '文员')
  const csv = fs.readFileSync(path.join(t.stick, (out.outcome as ExportOutcome).fileName), 'utf8')
  assert.ok(csv.startsWith('\ufeff序号,队伍,'))
  assert.ok(csv.includes("'=1+1") && csv.includes("'@示例") && csv.includes('99**************16'))
  assert.ok(!csv.includes('990011199001010016') && !/[,\n]=1/.test(csv))
  const refused = await t.job('export.run', { ledger: 'post', format: 'csv', unmasked: true, place }, '文员')
  assert.equal(refused.error?.code, 'not-allowed')
  const whole = await t.job('export.run', {
    ledger: 'post',
    format: 'xlsx',
    unmasked: true,
    filters: [...filters],
    place,
  })
  const { readBook } = await import('../../electron/core/excel/readBook.ts')
  const bytes = fs.readFileSync(path.join(t.stick, (whole.outcome as ExportOutcome).fileName))
  const [sheet] = (await readBook(new Uint8Array(bytes), null)).sheets
  assert.ok(sheet?.rows.some((r) => r.includes('=1+1')) && sheet.rows.some((r) => r.includes('990011199001010016')))
  assert.ok(!bytes.includes('<f>'), 'no formula anywhere')
  const db = await t.inspect()
  const notes = db
    .prepare("SELECT facts FROM access_log WHERE what = 'export' ORDER BY rowid DESC LIMIT 2")
    .pluck()
    .all()
  assert.ok(
    notes.some((f) => String(f).includes('"unmasked":true')) &&
      notes.some((f) => String(f).includes('"unmasked":false')),
  )
  db.close()
})

test('the template of every ledger, filled in by its own example row alone, holds no record', async () => {
  for (const ledger of ['post', 'training', 'visit', 'duty', 'meeting', 'place'] as const) {
    const out = await t.job('export.template', { ledger, place: await stickOf(t) })
    const { fileName } = out.outcome as { fileName: string }
    const dry = await dryRun(t, ledger, `${ledger}.xlsx`, fs.readFileSync(path.join(t.stick, fileName)))
    assert.deepEqual([dry.counts.records, dry.lacking], [0, []], ledger)
    assert.ok(dry.remarks.some((r) => r.code === 'exampleRows'))
    const own = dry.columns.slice(1)
    assert.ok(
      own.every((c) => c.path !== null && c.by === 'label'),
      `${ledger}: every column is known again`,
    )
    assert.equal(new Set(own.map((c) => c.header)).size, own.length)
  }
})

test('a case is no row of a sheet', async () => {
  for (const [name, input] of [
    ['export.run', { ledger: 'dispute', format: 'csv', place: null }],
    ['export.template', { ledger: 'dispute', place: null }],
  ] as const)
    assert.equal((await t.job(name, input as never)).error?.code, 'not-found')
  assert.equal((await t.refusal('import.list', { ledger: 'dispute' })).code, 'not-found')
})
