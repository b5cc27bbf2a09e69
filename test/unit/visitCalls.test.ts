import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { visitSheet } from '../../electron/core/papers/visitSheet.ts'
import type { Input } from '../../shared/contract.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { type VisitData, visitTally } from '../../shared/ledgers/visit.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { partOf, save, visitOf } from '../support/samples.ts'
import { firstOutOfOrder, type PdfPage, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const { part } = ledgers.visit.fields.households
type Household = VisitData['households'][number]
const at = (door: string, values: Partial<Household> = {}): Household => partOf(part, { door, ...values })
const matter = (door: string, matterUnit: string | null, matterDueOn: string | null): Household =>
  at(door, { peopleMet: 2, request: '水渠堵了', matter: '清理水渠', matterUnit, matterDueOn })
const matters = (asked: Partial<Input<'visit.matters'>> = {}) =>
  t.call('visit.matters', { ledger: 'visit', state: 'open', from: null, until: null, unit: null, ...asked })

test('open matters come by deadline with their unit; what became of one is written in one save and closes it', async () => {
  const saved = await save(
    t,
    'visit',
    visitOf({
      householdGroup: '一组',
      households: [
        matter('一组 1 户', '示例水务站', '2026-12-01'),
        at('一组 2 户', { peopleMet: 1 }),
        matter('一组 3 户', '示例道班', '2026-11-20'),
        matter('一组 4 户', '示例水务站', null),
      ],
    }),
  )
  const list = await matters()
  assert.deepEqual(
    list.rows.map((m) => [m.door, m.dueOn, m.place]),
    [
      ['一组 3 户', '2026-11-20', 2],
      ['一组 1 户', '2026-12-01', 0],
      ['一组 4 户', null, 3],
    ],
  )
  assert.deepEqual([list.total, list.units], [3, ['示例水务站', '示例道班'].sort()])
  assert.deepEqual((await matters({ unit: '示例道班' })).rows.length, 1)

  const done = { ledger: 'visit', id: saved.id, revision: saved.revision, result: '已修好' } as const
  const early = await t.refusal('visit.matterDone', { ...done, place: 2, doneOn: '2026-11-01' })
  assert.equal(early.code, 'record-invalid')
  const none = await t.refusal('visit.matterDone', { ...done, place: 1, doneOn: '2026-11-20' })
  assert.equal(none.code, 'not-found')
  const after = await t.call('visit.matterDone', { ...done, place: 2, doneOn: '2026-11-20' })
  assert.equal(after.revision, saved.revision + 1)
  assert.equal((after.data as unknown as VisitData).households[2]?.matterResult, '已修好')
  const over = await t.refusal('visit.matterDone', { ...done, place: 0, doneOn: '2026-11-20' })
  assert.equal(over.code, 'revision-conflict')

  assert.equal((await matters()).total, 2)
  assert.deepEqual(
    (await matters({ state: 'done', from: '2026-11-20', until: '2026-11-20' })).rows.map((m) => [m.door, m.result]),
    [['一组 3 户', '已修好']],
  )
  assert.equal((await matters({ state: 'done', from: '2026-11-21' })).total, 0)
  const history = await t.call('record.history', { ledger: 'visit', id: saved.id })
  assert.deepEqual(
    history.map((h) => h.kind),
    ['update', 'create'],
  )
})

test('the next outing is offered where the last one went, and the doors of the same group without what was said there', async () => {
  const doors = { village: '示例二村', householdGroup: '三组', team: 'household' as const }
  const first = visitOf({ ...doors, visitedOn: '2026-10-01', households: [at('三组 9 户', { request: '路不平' })] })
  await save(t, 'visit', first)
  const later = { ...first, visitedOn: '2026-11-01', households: [at('三组 1 户', { leaflets: 3 }), at('三组 2 户')] }
  const last = await save(t, 'visit', later)
  assert.deepEqual(await t.call('visit.last', { ledger: 'visit' }), { ...doors, kind: later.kind })
  const asked = { ledger: 'visit', id: null, village: '示例二村', householdGroup: '三组' } as const
  assert.deepEqual(await t.call('visit.lastDoors', asked), {
    visitedOn: '2026-11-01',
    doors: ['三组 1 户', '三组 2 户'],
  })
  assert.deepEqual(await t.call('visit.lastDoors', { ...asked, id: last.id }), {
    visitedOn: '2026-10-01',
    doors: ['三组 9 户'],
  })
  assert.equal(await t.call('visit.lastDoors', { ...asked, householdGroup: '四组' }), null)
})

test('who has only the mediation book reads no matter, no door and no sheet of the teams', async () => {
  const pipe = '陈示例'
  await addUser(t, pipe, [{ book: 'mediation', role: 'head' }])
  const asked = { ledger: 'visit', state: 'open', from: null, until: null, unit: null }
  assert.equal((await t.refusal('visit.matters', asked, pipe)).code, 'not-allowed')
  const doors = { ledger: 'visit', id: null, village: '示例二村', householdGroup: '三组' }
  assert.equal((await t.refusal('visit.lastDoors', doors, pipe)).code, 'not-allowed')
  for (const paper of ['visitSheet', 'matterList'])
    assert.equal((await t.refusal('officePaper.preview', { book: 'teams', paper }, pipe)).code, 'not-allowed')
})

/** All that stands on the pages; a landscape page has no body as the portrait forms have one. */
const wordsOn = (pages: readonly PdfPage[]): string => pages.map((p) => p.text).join('')

const sheetOf = async (visit: VisitData | null, isMade = false) =>
  readPdf(
    (
      await renderPaper(
        visitSheet({ visit, tally: visit && isMade ? visitTally(visit) : null, on: '2026-11-23', sample: false }),
      )
    ).pdf,
  )

test('the sheet has its doors and room to write before the outing, and what was written after it; never phone or ID', async () => {
  const households = Array.from({ length: 12 }, (_, i) => at(`一组 ${i + 1} 户`))
  const plan = visitOf({ householdGroup: '一组', team: 'household', topic: '防火宣传', households })
  const before = await sheetOf(plan)
  assert.equal(before.length, 1)
  const words = ['入户走访登记表', '2026年11月11日', '示例一村一组', '联户长', '防火宣传', '赵示例']
  const columns = ['序号', '户（门牌、组）', '诉求（写事不写人）', '一组1户', '一组12户', '合计：', '走访人签字：']
  assert.equal(firstOutOfOrder(wordsOn(before), [...words, ...columns]), null)
  assert.doesNotMatch(wordsOn(before), /电话|手机|身份证/)

  const written = households.map((h, i) => ({ ...h, peopleMet: 2, leaflets: i === 0 ? null : 3 }))
  const made = [{ ...written[0], ...matter('一组 1 户', '示例水务站', '2026-12-01') }, ...written.slice(1)]
  const after = await sheetOf({ ...plan, households: made as VisitData['households'] }, true)
  const found = ['水渠堵了', '清理水渠；示例水务站；2026年12月1日前', '走访12户次见到24人次发放资料33份诉求1条交办1件']
  assert.equal(firstOutOfOrder(wordsOn(after), found), null)
  assert.match(wordsOn(await sheetOf(null)), /走访日期.*12合计/)
})

test('forty households and the longest texts flow on, with the columns on every page and nothing lost', async () => {
  const long = { request: '诉'.repeat(500), handledOnSpot: '办'.repeat(500), matter: '交'.repeat(200) }
  const households = Array.from({ length: 40 }, (_, i) =>
    at(`一组 ${i + 1} 户`, i % 10 === 0 ? long : { peopleMet: 1 }),
  )
  const pages = await sheetOf(visitOf({ households }), true)
  const text = wordsOn(pages)
  for (const [word, count] of [
    ['诉', 2000],
    ['办', 2000],
    ['交', 800],
  ] as const)
    assert.ok(text.split(word).length - 1 >= count, `${word} is there`)
  for (const page of pages) assert.match(wordsOn([page]), /序号/)
})

test('the papers come through their calls: the sheet of an outing by its id, the list of a unit by its name', async () => {
  const saved = await save(t, 'visit', visitOf({ households: [matter('一组 7 户', '示例水务站', '2026-12-05')] }))
  const sheet = await t.call('officePaper.preview', { book: 'teams', paper: 'visitSheet', about: saved.id })
  assert.match(wordsOn(await readPdf(sheet.pdf)), /一组7户/)
  const list = await t.call('officePaper.preview', { book: 'teams', paper: 'matterList', about: '示例水务站' })
  const text = wordsOn(await readPdf(list.pdf))
  assert.match(text, /承办单位：示例水务站/)
  assert.match(text, /一组7户/)
  assert.doesNotMatch(text, /示例道班/)
  const nothing = '019a0000-0000-7000-8000-000000000000'
  const refused = await t.refusal('officePaper.preview', { book: 'teams', paper: 'visitSheet', about: nothing })
  assert.equal(refused.code, 'not-found')
  const blank = await t.call('officePaper.preview', { book: 'teams', paper: 'visitSheet' })
  assert.equal(blank.pages, 1)
  const { fileName } = await t.call('officePaper.savePdf', {
    ...{ book: 'teams', paper: 'visitSheet', about: saved.id },
    place: null,
  })
  assert.match(fileName, /^入户走访登记表2026-11-11示例一村/)
})
