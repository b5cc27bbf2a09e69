import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { blankRows, type SignSheetInput, type SignSheetRow, signSheet } from '../../electron/core/papers/signSheet.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { TrainingData } from '../../shared/ledgers/training.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { partOf, postOf, save, trainingOf } from '../support/samples.ts'
import { bodyText, firstOutOfOrder, type PdfPage, readPdf, textBottom } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const row = (i: number): SignSheetRow => ({
  name: ['才让·示例', '卓玛·示例', '李示例'][i % 3] ?? '',
  hint: '',
  unit: `示例一村${i + 1}组`,
  post: '联户长',
})
const input: SignSheetInput = {
  topic: '冬季防火培训',
  when: '2026年12月5日 9时30分至11时30分',
  place: '示例乡会议室',
  organiser: '示例乡综治中心',
  rows: [],
  blank: false,
  on: '2026-12-05',
  sample: false,
}
const pagesOf = async (change: Partial<SignSheetInput>): Promise<readonly PdfPage[]> => {
  const made = await renderPaper(signSheet({ ...input, ...change }))
  assert.deepEqual(made.missingGlyphs, [])
  return readPdf(made.pdf)
}
const names = (count: number) => Array.from({ length: count }, (_, i) => row(i))
const mm = (points: number) => (points * 25.4) / 72

/** From the baseline of a number in the middle of a row of 9 mm to the row's lower rule. */
const belowBaseline = 8

/** Serial numbers with the height at which they stand, in order. */
const serials = (page: PdfPage) =>
  page.body
    .filter((p) => /^\d{1,3}$/.test(p.text) && p.x < 110)
    .map((p) => ({ no: Number(p.text), y: p.y }))
    .sort((a, b) => a.y - b.y)
const words = [
  '培训签到表',
  '培训名称',
  '冬季防火培训',
  '时　　间',
  '2026年12月5日9时30分至11时30分',
  '地　　点',
  '示例乡会议室',
]
const heads = [
  '主办单位',
  '示例乡综治中心',
  '序号',
  '姓名',
  '单位（村社区/组）',
  '职务（队伍类别）',
  '签名（指印）',
  '备注',
]

for (const count of [1, 17, 20, 21, 24, 25, 60, 200]) {
  test(`a sign-in sheet of ${count}: head on every page, rows of 9 mm and more, three to five empty ones, every page told`, async () => {
    const pages = await pagesOf({ rows: names(count) })
    for (const [i, page] of pages.entries()) {
      assert.equal(firstOutOfOrder(page.text, [...words, ...heads]), null, `page ${i + 1}`)
      assert.ok(page.text.includes(`第${i + 1}页共${pages.length}页`))
      const rows = serials(page)
      for (const [k, { y }] of rows.entries()) {
        const next = rows[k + 1]
        if (next !== undefined) assert.ok(mm(next.y - y) >= 9, `row ${k} is ${mm(next.y - y)} mm`)
        assert.ok(y + belowBaseline < textBottom)
      }
      if (i < pages.length - 1)
        assert.ok(rows.length >= 20 && rows.length <= 25, `page ${i + 1}: ${rows.map((r) => r.no)}`)
    }
    const all = pages.flatMap(serials).map((r) => r.no)
    const empty = all.length - count
    assert.deepEqual(
      all,
      Array.from({ length: all.length }, (_, i) => i + 1),
    )
    assert.ok(empty >= 3 && empty <= 5, `${empty} empty rows`)
    assert.equal(blankRows({ ...input, rows: names(count) }), empty)
    assert.ok(pages.at(-1)?.text.includes(`应到${count}人`))
    assert.doesNotMatch(bodyText(pages), /电话|手机|联系方式|身份证|证件/)
  })
}

test('a blank sheet is one page of twenty rows and more, for any occasion', async () => {
  const pages = await pagesOf({ topic: '', when: '', place: '', organiser: '', blank: true })
  assert.equal(pages.length, 1)
  const rows = pages.flatMap(serials)
  assert.ok(rows.length >= 20 && rows.length <= 25, `${rows.length} rows`)
  assert.equal(
    firstOutOfOrder(bodyText(pages), ['培训名称', '时　　间', '地　　点', ...heads.filter((h) => !h.includes('示例'))]),
    null,
  )
})

test('names of sixty characters, Tibetan names and a topic of 120 stand whole in their cells', async () => {
  const long = '示例'.repeat(30)
  const topic = '冬春季草原防灭火培训'.repeat(12)
  const rows = [
    { name: long, hint: '1975年生', unit: long, post: long.slice(0, 40) },
    { name: 'བསྟན་འཛིན་རྒྱ་མཚོ་', hint: '', unit: '示例一村', post: '联户长' },
    ...names(22),
  ]
  const pages = await pagesOf({ rows, topic })
  const text = bodyText(pages)
  assert.ok(text.split('示').length - 1 >= 30 + 30 + 20 + 22)
  assert.ok(text.includes('1975年生') && text.includes('བསྟན'))
  for (const page of pages) {
    assert.ok(page.text.includes('签名（指印）') && page.text.includes('冬春季草原防灭火培训'))
    for (const piece of page.body) assert.ok(piece.y < textBottom, piece.text)
  }
})

const attendance = (values: Partial<TrainingData['attendances'][number]>) =>
  partOf(ledgers.training.fields.attendances.part, values)

test('before the session the sheet takes its names from the roster of the day, teams one after the other', async () => {
  const posts = [
    { team: 'shop', name: '马示例', shopName: '示例商店', village: '示例社区' },
    {
      team: 'household',
      groupNo: '2',
      name: '卓玛·示例',
      village: '示例一村',
      birthDate: '1981-02-03',
      phone: '0941-0123456',
    },
    { team: 'household', groupNo: '2', name: '卓玛·示例', village: '示例一村', birthDate: '1975-08-15' },
    {
      team: 'household',
      groupNo: '1',
      name: '李示例',
      village: '示例一村',
      leftOn: '2026-06-01',
      leavingReason: '外出',
    },
  ] as const
  for (const values of posts) await save(t, 'post', postOf(values))
  const teams = ['shop', 'household'] as const
  const saved = await save(t, 'training', trainingOf({ heldOn: '2026-12-05', teams, startTime: '09:30' }))
  const asked = { book: 'teams', paper: 'signSheet', about: saved.id } as const
  const pages = await readPdf((await t.call('officePaper.preview', asked)).pdf)
  const order = [
    '2026年12月5日9时30分',
    '卓玛·示例',
    '示例一村2组',
    '联户长',
    '卓玛·示例',
    '联户长',
    '马示例',
    '示例社区示例商店',
    '联铺长',
  ]
  assert.equal(firstOutOfOrder(bodyText(pages), order), null)
  assert.ok(bodyText(pages).includes('1975年生') && bodyText(pages).includes('1981年生'))
  assert.doesNotMatch(bodyText(pages), /李示例|0941/)
  const { fileName } = await t.call('officePaper.savePdf', { ...asked, place: null })
  assert.ok(fileName.includes('示例培训') && !fileName.includes(saved.id), fileName)
})

test('of a session with a list the sheet has its list, and the record says who came, who sat in, who did not', async () => {
  const attendances = [
    attendance({ name: '王示例', post: '村干部', state: 'present' }),
    attendance({ name: '赵示例', team: 'household', state: 'substitute', substitute: '赵演示' }),
    attendance({ name: '钱示例', team: 'household', state: 'leave' }),
  ]
  const saved = await save(t, 'training', trainingOf({ attendances, summary: '讲解防火。' }))
  const sheet = await readPdf(
    (await t.call('officePaper.preview', { book: 'teams', paper: 'signSheet', about: saved.id })).pdf,
  )
  assert.equal(firstOutOfOrder(bodyText(sheet), ['赵示例', '联户长', '钱示例', '王示例', '村干部', '应到3人']), null)
  const made = await t.call('officePaper.preview', { book: 'teams', paper: 'trainingRecord', about: saved.id })
  const text = bodyText(await readPdf(made.pdf))
  assert.ok(text.includes('应到3人，实到2人，其中替会1人；请假1人（钱示例）；缺席0人。'))
  assert.ok(text.includes('讲解防火。') && text.includes('2026年11月10日'))
})

test('the quarter’s table says credits, the joint session once, and refuses a quarter that is none', async () => {
  const asked = { book: 'teams', paper: 'quarterTrainings', about: '2026-4' } as const
  const text = bodyText(await readPdf((await t.call('officePaper.preview', asked)).pdf))
  const order = [
    '2026年第四季度一季两培训情况表',
    '2026年10月1日至2026年12月31日',
    '联户长',
    '11月10日',
    '3/2',
    '1/2',
    '联铺长',
    '0/2',
    '合计：',
    '制表人',
    '审核人',
  ]
  // Of one team alone: the guest of the list before counts with its two members.
  assert.equal(firstOutOfOrder(text, order), null)
  for (const about of [null, '2026-5', '2026-0', 'x'])
    assert.equal((await t.refusal('officePaper.preview', { ...asked, about })).code, 'input-invalid')
  const unknown = { book: 'teams', paper: 'signSheet', about: '019a0000-0000-7000-8000-000000000000' }
  assert.equal((await t.refusal('officePaper.preview', unknown)).code, 'not-found')
})
