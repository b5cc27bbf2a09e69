import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { byEvent } from '../../electron/core/papers/dutyRoster.ts'
import { type MinutesInput, meetingMinutes } from '../../electron/core/papers/meetingMinutes.ts'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { dutyOf, meetingOf, partOf, save } from '../support/samples.ts'
import { bodyText, firstOutOfOrder, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const { decisions, absentees } = ledgers.meeting.fields
const decision = (matter: string, more: object = {}) => partOf(decisions.part, { matter, ...more })
const full = meetingOf({
  ...{ startTime: '09:30', endTime: '11:40', place: '示例乡三楼会议室', chair: '王示例', recorder: '卓玛·样本' },
  ...{ expectedCount: 14, presentCount: 12, attendees: '综治中心、司法所', observers: '市司法局' },
  absentees: [partOf(absentees.part, { unit: '示例五村', reason: '防火值守' })],
  ...{ topics: '通报走访情况。', statements: '司法所：取水点改造要明确时限。' },
  decisions: [
    decision('安装警示标志。', { unit: '村建中心', person: '主任', dueOn: '2026-12-10', progress: '材料已订购。' }),
    decision('分三班巡逻。', { unit: '综治中心', doneOn: '2026-11-20' }),
  ],
})
const input: MinutesInput = { data: full, unitName: '示例乡', on: '2026-11-13', sample: false }
const read = async (change: Partial<MinutesInput>) =>
  readPdf((await renderPaper(meetingMinutes({ ...input, ...change }))).pdf)

test('the minutes have everything of domain 5.5 in its order, and say how many pages they are', async () => {
  const pages = await read({})
  const words = [
    ...['示例乡', '联席会议记录', '示例联席会议', '2026年11月13日9时30分至11时40分', '示例乡三楼会议室'],
    ...['王示例', '卓玛·样本', '14人', '12人', '综治中心、司法所', '市司法局', '示例五村（防火值守）'],
    ...['议题', '通报走访情况。', '发言摘要', '取水点改造', '议定事项', '安装警示标志。', '村建中心', '主任'],
    ...['材料已订购。', '分三班巡逻。', '2026年11月20日', '散会时间：11时40分', '议定事项2项'],
    ...['主持人（签名）', '记录人（签名）'],
  ]
  assert.equal(firstOutOfOrder(bodyText(pages), words), null)
  for (const page of pages) assert.ok(page.text.includes(`本记录共${pages.length}页`))
})

test('the form to be filled in by hand has every label and no value', async () => {
  const text = bodyText(await read({ data: null }))
  for (const label of [
    '会议名称',
    '时间',
    '地点',
    '应到',
    '实到',
    '列席',
    '缺席及原因',
    '责任单位',
    '完成时限',
    '进展',
  ])
    assert.ok(text.includes(label), label)
  assert.ok(!text.includes('示例联席会议'))
})

test('the longest values end inside their pages, and the signatures stand with what is signed for', async () => {
  const long = decision('事'.repeat(500), {
    unit: '位'.repeat(60),
    person: '人'.repeat(60),
    progress: '进'.repeat(500),
  })
  const pages = await read({
    data: { ...full, statements: '长'.repeat(20000), decisions: Array.from({ length: 30 }, () => long) },
  })
  // What runs over the foot of a page is not in its body.
  const text = bodyText(pages)
  assert.equal(text.split('长').length - 1, 20000)
  for (const letter of ['事', '进']) assert.ok(text.split(letter).length - 1 >= 30 * 500, letter)
  const last = bodyText(pages.slice(-1))
  assert.ok(last.includes('议定事项30项') && last.includes('主持人（签名）'))
})

const day = (dutyOn: string, more: object = {}) => dutyOf({ dutyOn, ...more })
const person = (name: string) => partOf(ledgers.duty.fields.people.part, { name, phone: '0941-0123456' })

test('人次 are people by days, typed figures where there is no list, and add up to the whole by event', () => {
  const duties = [
    day('2026-11-01', { until: '2026-11-03', people: [person('甲示例'), person('乙示例')] }),
    day('2026-11-08', { people: [], countedTimes: 40 }),
    day('2026-11-09', { event: null, people: [person('甲示例')] }),
  ]
  assert.deepEqual(byEvent(duties), [
    { event: '示例节', records: 2, times: 46 },
    { event: '日常', records: 1, times: 1 },
  ])
})

test('the month’s list is printed from what is registered: its days only, people with phones, 人次 by festival', async () => {
  await save(t, 'duty', day('2026-11-02', { people: [person('扎西·示例')], leader: '王示例', place: '东沟' }))
  await save(t, 'duty', day('2026-10-31', { event: '上月示例节' }))
  const asked = { book: 'teams', paper: 'dutyRoster', about: '2026-11' } as const
  const { pdf } = await t.call('officePaper.preview', asked)
  const text = bodyText(await readPdf(pdf))
  const words = [
    '值班（巡逻）表',
    '示例乡',
    '2026年11月',
    '11月2日',
    '巡逻，示例节，东沟',
    '王示例',
    '扎西·示例',
    '0941-0123456',
  ]
  assert.equal(firstOutOfOrder(text, [...words, '人次合计', '合计', '制表人', '负责人']), null)
  assert.ok(!text.includes('上月示例节'))
  assert.equal((await t.refusal('officePaper.preview', { ...asked, about: '2026-13' })).code, 'input-invalid')
})

test('minutes are for the teams book: another meeting, another book, no meeting', async () => {
  const { id } = await save(t, 'meeting', full)
  const asked = { book: 'teams', paper: 'meetingMinutes', about: id } as const
  assert.ok((await t.call('officePaper.preview', asked)).pages >= 1)
  assert.ok((await t.call('officePaper.preview', { ...asked, about: null })).pages >= 1)
  assert.deepEqual(await t.call('officePaper.printed', { ...asked, copies: 2 }), { copyNo: 1 })
  const nobody = '019a0000-0000-7000-8000-000000000000'
  assert.equal((await t.refusal('officePaper.preview', { ...asked, about: nobody })).code, 'not-found')
  await addUser(t, '调解员示例', [{ book: 'mediation', role: 'head' }])
  assert.equal((await t.refusal('officePaper.preview', asked, '调解员示例')).code, 'not-allowed')
})

test('what cannot be is refused or remarked on at its field', async () => {
  const codes = async (ledger: 'duty' | 'meeting', data: object) => {
    const answer = await t.answer('record.save', { ledger, id: null, revision: 0, data })
    const found = answer.ok
      ? (answer.value as { warnings: { path: string; code: string }[] }).warnings
      : (answer.error.details.problems as unknown as { path: string; code: string }[])
    return [answer.ok, ...found.map((p) => `${p.path} ${p.code}`)]
  }
  assert.deepEqual(await codes('duty', day('2026-11-12', { until: '2026-11-11' })), [false, 'until dateOrder'])
  assert.deepEqual(await codes('duty', day('2026-11-12', { until: '2026-12-21' })), [true, 'until dutyLong'])
  assert.deepEqual(await codes('duty', day('2026-11-12', { countedTimes: 3 })), [true, 'countedTimes countedIdle'])
  const over = meetingOf({ expectedCount: 3, presentCount: 4 })
  assert.deepEqual(await codes('meeting', over), [true, 'presentCount presentOver'])
  const early = meetingOf({ decisions: [decision('先办', { dueOn: '2026-11-12' })] })
  assert.deepEqual(await codes('meeting', early), [true, 'decisions.0.dueOn dateOrder'])
})

test('at T1 a festival’s totals leave, and nobody’s name', async () => {
  const { counts, ledgers: leaving } = await t.call('handover.leaving', { book: 'teams' })
  const duties = leaving.find((l) => l.ledger === 'duty')
  assert.ok(duties?.rows.some((r) => r.event === '示例节' && r.personTimes === 1))
  assert.ok(!JSON.stringify(duties).includes('扎西'))
  const patrols = counts.filter((c) => c.ledger === 'duty' && c.measure === 'dutyTimes' && c.category === 'patrol')
  assert.ok(patrols.some((c) => c.period === '2026-10' && c.amount === 1))
  assert.ok(counts.some((c) => c.measure === 'teamDutyTimes' && c.category === 'street'))
  const meetings = leaving.find((l) => l.ledger === 'meeting')
  assert.ok(meetings?.rows.some((r) => r.openDecisions === 1 && r.doneDecisions === 1 && r.presentCount === 12))
  assert.ok(!JSON.stringify(meetings).includes('王示例'))
})
