import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { type WeekDueInput, type WeekDueRow, weekDue } from '../../electron/core/papers/weekDue.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { clockKinds } from '../../shared/rules/clocks.ts'
import { clocks } from '../../shared/text/zh-CN/clocks.ts'
import { addUser, allRoles, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, partOf, save } from '../support/samples.ts'
import { bodyText, firstOutOfOrder, readPdf, textBottom } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const row = (change: Partial<WeekDueRow> = {}): WeekDueRow => ({
  unshiftedOn: '2026-11-24',
  dueOn: '2026-11-24',
  kind: 'performance',
  what: '李示例 付款',
  tableMissing: false,
  parties: '扎西·示例、李示例',
  caseNo: '示例人调字〔2026〕第1号',
  mediators: '王示例',
  ...change,
})
const input: WeekDueInput = {
  committee: '示例乡人民调解委员会',
  on: '2026-11-23',
  from: '2026-11-23',
  until: '2026-11-29',
  overdue: [],
  week: [],
  left: 0,
  locked: 0,
  sample: false,
}
const read = async (change: Partial<WeekDueInput>) => readPdf((await renderPaper(weekDue({ ...input, ...change }))).pdf)

test('the list says its week, what is overdue and what is due, with day, matter, parties, number and mediator', async () => {
  const pages = await read({
    overdue: [row({ unshiftedOn: '2026-11-10', dueOn: '2026-11-10', kind: 'followUp', what: '' })],
    week: [row({ unshiftedOn: '2026-11-28', dueOn: '2026-11-30', tableMissing: true })],
  })
  assert.equal(pages.length, 1)
  const words = [
    ...['本周到期清单', '2026年11月23日（星期一）至2026年11月29日（星期日）', '示例乡人民调解委员会'],
    ...['打印日期：2026年11月23日', '已过期限（1项）', '11月10日（二）', '回访', '本周到期（1项）'],
    ...['11月28日（六）', '顺延到11月30日（一）', '放假安排未导入', '履行', '李示例付款'],
    ...['扎西·示例、李示例', '示例人调字〔2026〕第1号', '王示例', '用后销毁'],
  ]
  assert.equal(firstOutOfOrder(bodyText(pages), words), null)
})

test('every kind of clock has its name on the list; a long one flows over pages with its head on each', async () => {
  const week = Array.from({ length: 60 }, (_, i) => row({ kind: clockKinds[i % clockKinds.length] ?? 'general' }))
  const pages = await read({ week })
  assert.ok(pages.length > 2)
  const text = bodyText(pages)
  for (const kind of clockKinds) assert.ok(text.includes(clocks.kinds[kind].name.replace(/\s/g, '')), kind)
  for (const page of pages) {
    assert.ok(page.text.includes('办结期限事项'), 'the head of the table')
    for (const piece of page.body) assert.ok(piece.y < textBottom, piece.text)
  }
})

test('an empty week, a list cut short and a sample say so', async () => {
  const empty = bodyText(await read({}))
  assert.ok(empty.includes('本周没有到期的事项。') && !empty.includes('保密'))
  assert.ok(bodyText(await read({ week: [row()], left: 7 })).includes('还有7项没有列出'))
  assert.ok((await read({ sample: true }))[0]?.across.includes('演示样张'))
})

test('one long name, a rare character and a Tibetan name are printed or named, and break no line of the table', async () => {
  const parties = `${'示例'.repeat(29)}·示例、བསྟན་འཛིན་、𠮷示例`
  const made = await renderPaper(weekDue({ ...input, week: [row({ parties, what: '付款'.repeat(100) })] }))
  assert.deepEqual(made.missingGlyphs, ['𠮷'])
  const pages = await readPdf(made.pdf)
  for (const piece of pages.flatMap((page) => page.body))
    assert.ok(piece.x + piece.width < 595 - (26 * 72) / 25.4 + 1, piece.text)
})

const week = { book: 'mediation', paper: 'weekDue', about: '2026-11-23' } as const
const owed = (...days: readonly string[]) =>
  agreedDispute({
    performances: days.map((dueOn) => partOf(p.performance, { debtor: '李示例', manner: '付款', dueOn })),
  })

test('locked cases are on no list, also not on that of who may know them: only their number is', async () => {
  await save(t, 'dispute', owed('2026-11-20', '2026-11-29', '2026-12-01'))
  await save(t, 'dispute', { ...owed('2026-11-24', '2026-11-25'), secrecy: 'minor' })
  await addUser(t, '同事示例', allRoles)
  for (const pipe of ['founder', '同事示例']) {
    const { pdf, title } = await t.call('officePaper.preview', week, pipe)
    const text = bodyText(await readPdf(pdf))
    assert.equal(title, '本周到期清单')
    assert.equal(firstOutOfOrder(text, ['已过期限（1项）', '11月20日', '本周到期（1项）', '11月29日']), null)
    assert.ok(text.includes('另有1件保密纠纷到期'), pipe)
    for (const day of ['11月24日', '11月25日', '12月1日']) assert.ok(!text.includes(day), `${pipe} ${day}`)
  }
})

test('printing is an event of the office and noted in the access log, counted by week day', async () => {
  assert.deepEqual(await t.call('officePaper.printed', { ...week, copies: 2 }), { copyNo: 1 })
  assert.deepEqual(await t.call('officePaper.printed', { ...week, copies: 1 }), { copyNo: 3 })
  const db = await t.inspect()
  const notes = db.prepare("SELECT facts FROM access_log WHERE what = 'print' ORDER BY k").pluck().all() as string[]
  db.close()
  assert.deepEqual(
    notes.map((facts) => JSON.parse(facts) as unknown),
    [
      { ...week, copies: 2, copyNo: 1 },
      { ...week, copies: 1, copyNo: 3 },
    ],
  )
})

test('a list of no day is refused', async () => {
  for (const about of ['2026-02-30', 'today', ''])
    assert.equal((await t.refusal('officePaper.preview', { ...week, about })).code, 'input-invalid', about)
})
