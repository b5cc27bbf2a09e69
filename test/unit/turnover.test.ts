import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, partOf, save } from '../support/samples.ts'
import { bodyText, firstOutOfOrder, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
  await addUser(t, '接收示例', [{ book: 'mediation', role: 'mediator' }])
})
after(() => t.dispose())

const book = 'mediation'
const view = (pipe?: string) => t.call('takeover.view', { book }, pipe)
const loan = (values: object) => partOf(p.loan, { borrower: '示例检察员', lentOn: '2026-10-01', ...values })
const secretParties = [
  partOf(p.party, { side: 'applicant', name: '密当事人甲', kind: 'person' }),
  partOf(p.party, { side: 'respondent', name: '密当事人乙', kind: 'person' }),
]
const closed = (values: object = {}) =>
  agreedDispute({ performanceState: 'done', closedOn: '2026-11-21', lateEntry: true, ...values })

test('an empty office has an empty list', async () => {
  const { today: _, ...rest } = await view()
  const nothing = { cases: [], numbers: [], boxes: [], loans: [], kept: [] }
  assert.deepEqual(rest, { ...nothing, lockedCases: 0, lockedDossiers: 0 })
})

test('open cases stand with state, mediators and what falls due first; ended ones are dossiers by box', async () => {
  const open = await save(t, 'dispute', agreedDispute())
  await save(t, 'dispute', closed({ box: '3', caseNo: '示例人调字〔2026〕第1号' }))
  await save(t, 'dispute', closed({ box: '3', caseNo: '示例人调字〔2026〕第2号' }))
  await save(t, 'dispute', closed())
  await save(t, 'dispute', disputeOf({ result: 'calmed', resultDate: '2026-11-20' }))
  const { cases, boxes } = await view()
  assert.deepEqual(
    cases.map((c) => [c.id, c.stage, c.mediators, c.title]),
    [[open.id, 'agreed', '王示例', '扎西·示例、李示例']],
    'calmed on the spot is no open case, and no dossier either',
  )
  assert.deepEqual(cases[0]?.next, { kind: 'performance', what: '李示例 一次付清', dueOn: '2026-11-25' })
  assert.deepEqual(boxes, [
    { box: '3', dossiers: 2, first: '示例人调字〔2026〕第1号', last: '示例人调字〔2026〕第2号' },
    { box: null, dossiers: 1, first: null, last: null },
  ])
})

test('number books stand with the last number used', async () => {
  const { id, revision } = await save(t, 'dispute', disputeOf())
  const given = await t.call('dispute.giveNumber', {
    ...{ ledger: 'dispute', id, revision, series: 'caseNo', on: '2026-11-23', typed: null },
  })
  const [last] = (await view()).numbers
  assert.deepEqual([last?.series, last?.year, last?.number], ['caseNo', 2026, given.data.caseNo])
})

test('lent dossiers: the latest first, those that came back not at all, those without a day last', async () => {
  await save(t, 'dispute', closed({ box: '5', loans: [loan({ borrower: '甲示例', dueOn: '2026-12-20' })] }))
  await save(t, 'dispute', closed({ loans: [loan({ borrower: '乙示例', dueOn: '2026-11-03' })] }))
  await save(t, 'dispute', closed({ loans: [loan({ borrower: '丙示例' })] }))
  await save(t, 'dispute', closed({ loans: [loan({ borrower: '丁示例', returnedOn: '2026-11-01' })] }))
  assert.deepEqual(
    (await t.call('loan.list', { book })).map((l) => [l.borrower, l.daysLate, l.box]),
    [
      ['乙示例', 20, null],
      ['甲示例', 0, '5'],
      ['丙示例', 0, null],
    ],
  )
  const reminders = await t.call('reminder.list', {})
  assert.deepEqual(
    reminders.find((r) => r.kind === 'loansLate'),
    { kind: 'loansLate', count: 1 },
  )
})

test('a dossier lent from a case that is not closed is warned of, and days that run backwards are refused', async () => {
  const early = await save(t, 'dispute', agreedDispute({ loans: [loan({})] }))
  assert.ok(early.warnings.some((w) => w.code === 'loanNotClosed' && w.path === 'loans.0.lentOn'))
  const late = await save(t, 'dispute', closed({ loans: [loan({})] }))
  assert.ok(late.warnings.every((w) => w.code !== 'loanNotClosed'))
  for (const days of [{ dueOn: '2026-09-30' }, { returnedOn: '2026-09-30' }]) {
    const input = { ledger: 'dispute', id: null, revision: 0, data: closed({ loans: [loan(days)] }) }
    const error = await t.refusal('record.save', input)
    assert.equal(error.code, 'record-invalid')
  }
  await t.call('record.remove', { ledger: 'dispute', id: early.id, revision: 1, reason: '示例' })
})

test('locked cases of others are counted and nothing else; who is on the list reads them', async () => {
  const before = await view('接收示例')
  await save(t, 'dispute', agreedDispute({ secrecy: 'minor', village: '密村示例' }))
  await save(t, 'dispute', closed({ secrecy: 'private', box: '密柜', loans: [loan({ borrower: '密借示例' })] }))
  const theirs = await view('接收示例')
  assert.deepEqual([theirs.lockedCases, theirs.lockedDossiers], [1, 1])
  assert.deepEqual({ ...theirs, lockedCases: 0, lockedDossiers: 0 }, before)
  const mine = await view()
  assert.deepEqual([mine.lockedCases, mine.lockedDossiers], [0, 0])
  assert.ok(mine.boxes.some((b) => b.box === '密柜') && mine.loans.some((l) => l.borrower === '密借示例'))
})

test('the printed list names no locked case, also where its reader prints it: it is signed by three and lies on the desk', async () => {
  const asked = { book, paper: 'takeover', about: null } as const
  await save(t, 'dispute', agreedDispute({ secrecy: 'domesticViolence', parties: secretParties }))
  assert.ok(
    (await view()).cases.some((c) => c.title.includes('密当事人')),
    'this reader sees it on the screen',
  )
  for (const pipe of [undefined, '接收示例']) {
    const { pdf, title } = await t.call('officePaper.preview', asked, pipe)
    assert.equal(title, '工作移交清单')
    const text = bodyText(await readPdf(pdf))
    for (const word of ['密当事人', '密借示例', '密柜']) assert.ok(!text.includes(word), word)
    const said = ['工作移交清单', '一、未办结的纠纷', '李示例', '另有保密纠纷（未办结）2件', '二、编号簿', '三、卷宗']
    const rest = ['另有保密纠纷卷宗1件', '四、借出未还的卷宗', '五、保管物', '移交人', '接收人', '监交人']
    assert.equal(firstOutOfOrder(text, [...said, ...rest]), null, text)
  }
})

test('things kept are entered, changed and struck out with a reason, each journaled', async () => {
  const item = {
    kind: 'envelope',
    label: '恢复码一号信封',
    keeper: '李示例',
    place: '保险柜',
    since: '2026-11-01',
  } as const
  const [kept] = await t.call('kept.save', { book, k: null, ...item })
  assert.deepEqual(kept, { k: kept?.k, ...item })
  await t.call('kept.save', { book, k: kept?.k ?? 0, ...item, keeper: '王示例' })
  assert.equal((await view()).kept[0]?.keeper, '王示例')
  for (const wrong of [{ label: ' ' }, { keeper: '' }, { since: '2026-13-01' }, { label: '甲\u0000乙' }])
    assert.equal((await t.refusal('kept.save', { book, k: null, ...item, ...wrong })).code, 'input-invalid')
  assert.equal((await t.refusal('kept.save', { book, k: 77, ...item })).code, 'not-found')
  assert.equal((await t.refusal('kept.save', { book, k: null, ...item }, '接收示例')).code, 'not-allowed')
  assert.deepEqual(await t.call('kept.remove', { book, k: kept?.k ?? 0, reason: '移交示例市' }), [])
  assert.equal((await t.refusal('kept.remove', { book, k: kept?.k ?? 0, reason: '再次' })).code, 'not-found')
  const db = await t.inspect()
  const events = db.prepare("SELECT count(*) FROM journal WHERE kind = 'event' AND book = 'mediation'").pluck().get()
  db.close()
  assert.ok(Number(events) >= 3)
})
