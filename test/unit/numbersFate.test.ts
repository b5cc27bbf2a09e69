import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RecordView } from '../../shared/contract/records.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import type { Series } from '../../shared/rules/numbers.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, save } from '../support/samples.ts'

const clerk = '李示例'
let t: TestOffice
before(async () => {
  t = await unitOffice()
  await addUser(t, clerk, [{ book: 'mediation', role: 'clerk' }])
})
after(() => t.dispose())

const day = '2026-11-20'
interface Wanted {
  readonly data?: DisputeData
  readonly series?: Series
  readonly typed?: string
}
async function numbered({ data = disputeOf(), series = 'caseNo', typed }: Wanted = {}): Promise<RecordView> {
  const { id } = await save(t, 'dispute', data)
  return t.call('dispute.giveNumber', { ledger: 'dispute', id, revision: 1, series, on: day, typed: typed ?? null })
}
const at = ({ id, revision }: RecordView, series: Series = 'caseNo') =>
  ({ ledger: 'dispute', id, revision, series }) as const
const mayOf = async ({ id }: RecordView, series: Series = 'caseNo') =>
  (await t.call('dispute.numberStanding', { ledger: 'dispute', id, series }))?.may
const book = (series: Series = 'caseNo', year = 2026) =>
  t.call('dispute.numberBook', { book: 'mediation', series, year })
const print = ({ id }: RecordView, mode: 'draft' | 'final' | 'blank') =>
  t.call('paper.printed', { ledger: 'dispute', id, paper: 'agreement', mode, copies: 3 })

test('the last number, never printed, is taken back: no gap, no void, and the next case gets it', async () => {
  const first = await numbered()
  assert.equal(first.data.caseNo, '人调字〔2026〕第1号')
  assert.equal(await mayOf(first), 'takeBack')
  const free = await t.call('dispute.takeBackNumber', at(first))
  assert.deepEqual([free.revision, free.data.caseNo, await mayOf(free)], [3, null, undefined])
  assert.deepEqual((await book()).rows, [])
  assert.equal((await numbered()).data.caseNo, '人调字〔2026〕第1号')
  const history = await t.call('record.history', { ledger: 'dispute', id: first.id })
  assert.ok(history.some((h) => h.event === 'number.takenBack'))
  const removal = { ledger: 'dispute', id: free.id, revision: 3, reason: '重复登记' } as const
  assert.equal(await t.call('record.remove', removal), null, 'a case without a number may be taken out again')
})

test('a number that others follow is not taken back but voided: it stays in the book and the case gets another', async () => {
  const early = await numbered()
  await numbered()
  assert.equal(await mayOf(early), 'void')
  assert.equal((await t.refusal('dispute.takeBackNumber', at(early))).code, 'number-not-last')
  const free = await t.call('dispute.voidNumber', { ...at(early), reason: '登记重复' })
  assert.equal(free.data.caseNo, null)
  const again = await t.call('dispute.giveNumber', { ...at(free), on: day, typed: null })
  const { rows, gaps } = await book()
  const voided = rows.find((r) => r.number === early.data.caseNo)
  assert.deepEqual([voided?.voidReason, voided?.recordId], ['登记重复', early.id])
  assert.equal(rows.find((r) => r.number === again.data.caseNo)?.voidReason, null)
  assert.deepEqual(gaps, [], 'a void is no gap')
})

test('a voided number is never used again, not by its own case either', async () => {
  const first = await numbered()
  const number = String(first.data.caseNo)
  const free = await t.call('dispute.voidNumber', { ...at(first), reason: '印错' })
  for (const typed of [number, number.replace('〔', '[').replace('〕', ']')]) {
    const refused = await t.refusal('dispute.giveNumber', { ...at(free), on: day, typed })
    assert.deepEqual([refused.code, refused.details], ['number-taken', { number, voided: true }])
    const next = await t.call('dispute.nextNumber', { book: 'mediation', series: 'caseNo', on: day, typed })
    assert.deepEqual(
      next.problems.map((p) => p.code),
      ['numberVoided'],
    )
  }
  const form = {
    ledger: 'dispute',
    id: free.id,
    revision: free.revision,
    data: { ...free.data, caseNo: number },
  } as const
  assert.equal((await t.refusal('record.save', form)).code, 'number-taken')
})

test('only what may be on paper with its number needs a void: drafts, blanks and papers of before do not', async () => {
  const agreed = await numbered({ data: agreedDispute(), series: 'agreementNo' })
  for (const mode of ['draft', 'blank'] as const) await print(agreed, mode)
  assert.equal(await mayOf(agreed, 'agreementNo'), 'takeBack')
  const both = await t.call('dispute.giveNumber', { ...at(agreed, 'caseNo'), on: day, typed: null })
  await print(both, 'final')
  assert.equal(await mayOf(both, 'agreementNo'), 'void')
  assert.equal(await mayOf(both, 'caseNo'), 'takeBack', 'the agreement does not carry the 卷号')
  const refused = await t.refusal('dispute.takeBackNumber', at(both, 'agreementNo'))
  assert.deepEqual([refused.code, refused.details], ['number-printed', { number: both.data.agreementNo }])
  const voided = await t.call('dispute.voidNumber', { ...at(both, 'agreementNo'), reason: '印错一字' })
  const fresh = await t.call('dispute.giveNumber', { ...at(voided, 'agreementNo'), on: day, typed: null })
  assert.equal(await mayOf(fresh, 'agreementNo'), 'takeBack', 'what was printed before it was given does not count')
})

test('a number typed by mistake is taken back with the gap it made', async () => {
  const wrong = await numbered({ typed: '人调字〔2026〕第900号' })
  assert.equal((await book()).next.serial, 901)
  await t.call('dispute.takeBackNumber', at(wrong))
  const { next, gaps } = await book()
  assert.ok(next.serial < 900)
  assert.deepEqual(gaps, [])
  const old = await numbered({ typed: '旧卷 7' })
  assert.equal(await mayOf(old), 'takeBack', 'a number outside the serials has none after it')
})

test('the head voids alone; anybody else needs the number and day of a signed slip', async () => {
  const [one, two] = [await numbered(), await numbered()]
  const order = { ...at(one), reason: '重复取号' }
  const slips: readonly object[] = [{}, { slipNo: '示例审〔2026〕1号' }, { slipOn: day }]
  for (const slip of slips)
    assert.equal((await t.refusal('dispute.voidNumber', { ...order, ...slip }, clerk)).code, 'needs-slip')
  const early = await t.refusal('dispute.voidNumber', { ...order, slipNo: '1', slipOn: '2026-12-01' }, clerk)
  assert.deepEqual(early.details.problems, [{ path: 'slipOn', code: 'dateFuture', severity: 'error' }])
  assert.equal((await t.call('record.get', { ledger: 'dispute', id: one.id })).data.caseNo, one.data.caseNo)
  await t.call('dispute.voidNumber', { ...order, slipNo: '示例审〔2026〕1号', slipOn: day }, clerk)
  await t.call('dispute.voidNumber', { ...at(two), reason: '重复取号' })
  const db = await t.inspect()
  const stored = db
    .prepare(
      'SELECT slip_no, slip_on, u.name FROM number_given g JOIN user u ON u.id = g.voided_by WHERE record_id = ?',
    )
    .raw()
    .get(one.id)
  db.close()
  assert.deepEqual(stored, ['示例审〔2026〕1号', day, clerk])
  const { id } = await numbered()
  const standing = await t.call('dispute.numberStanding', { ledger: 'dispute', id, series: 'caseNo' }, clerk)
  assert.equal(standing?.decides, false)
})

test('an agreement in effect keeps its number, a filed dossier its 卷号; a reason must be given', async () => {
  const agreed = await numbered({ data: agreedDispute(), series: 'agreementNo' })
  const acts = { signedByPartiesOn: day, signedByMediatorsOn: day, sealedOn: day }
  await t.call('agreement.takeEffect', { ledger: 'dispute', id: agreed.id, revision: 2, ...acts })
  const now = await t.call('record.get', { ledger: 'dispute', id: agreed.id })
  assert.equal(await mayOf(now, 'agreementNo'), 'none')
  for (const call of ['dispute.voidNumber', 'dispute.takeBackNumber'] as const) {
    const input = { ...at(now, 'agreementNo'), ...(call === 'dispute.voidNumber' ? { reason: '印错' } : {}) }
    assert.equal((await t.refusal(call, input)).code, 'record-frozen', call)
  }
  const filed = await save(
    t,
    'dispute',
    disputeOf({ lateEntry: true, caseNo: '旧卷 8', acceptanceDate: day, filedOn: day }),
  )
  assert.equal((await t.refusal('dispute.voidNumber', { ...at(filed), reason: '写错' })).code, 'number-filed')
  const open = await numbered()
  assert.equal((await t.refusal('dispute.voidNumber', { ...at(open), reason: ' ' })).code, 'input-invalid')
  assert.equal(
    (await t.refusal('dispute.voidNumber', { ...at(open), revision: 1, reason: '晚了' })).code,
    'revision-conflict',
  )
  assert.equal(
    (await book()).rows.find((r) => r.recordId === open.id)?.voidReason,
    null,
    'a refused void changes nothing',
  )
})

test('a numbered case is not moved to another committee’s book', async () => {
  const first = await numbered()
  const form = { ledger: 'dispute', id: first.id, revision: first.revision } as const
  const moved = { ...first.data, committee: '示例一村人民调解委员会' }
  const refused = await t.refusal('record.save', { ...form, data: moved })
  assert.deepEqual(refused.details.problems, [{ path: 'committee', code: 'numberKept', severity: 'error' }])
  const free = await t.call('dispute.takeBackNumber', at(first))
  assert.ok(await save(t, 'dispute', { ...free.data, committee: moved.committee }, { old: free }))
})

test('a case calmed on the spot is given no number', async () => {
  const { id } = await save(t, 'dispute', disputeOf({ result: 'calmed', resultDate: day }))
  const input = { ledger: 'dispute', id, revision: 1, series: 'caseNo', on: day, typed: null }
  const refused = await t.refusal('dispute.giveNumber', input)
  assert.deepEqual(refused.details.problems, [{ path: 'caseNo', code: 'calmedNumber', severity: 'error' }])
})

test('a clock that was set back, and a year that is over, must be confirmed; typed paper need not', async () => {
  const fresh = async () => (await save(t, 'dispute', disputeOf())).id
  const input = async (on: string, more: object = {}) =>
    ({ ledger: 'dispute', id: await fresh(), revision: 1, series: 'caseNo', on, typed: null, ...more }) as const
  const past = await t.refusal('dispute.giveNumber', await input('2025-12-30'))
  assert.deepEqual([past.code, past.details.last], ['number-date-doubtful', '2026-11-23'])
  assert.ok(await t.call('dispute.giveNumber', await input('2026-01-05')), 'earlier in this year is everyday work')
  assert.ok(await t.call('dispute.giveNumber', await input('2025-12-30', { typed: '人调字〔2025〕第60号' })))
  t.clock.set('2025-11-23T01:00:00.000Z')
  const back = await t.refusal('dispute.giveNumber', await input('2025-11-23'))
  assert.deepEqual([back.code, back.details.today], ['number-date-doubtful', '2025-11-23'])
  const given = await t.call('dispute.giveNumber', await input('2025-11-23', { confirmed: true }))
  assert.equal(given.data.caseNo, '人调字〔2025〕第61号')
  t.clock.set('2026-11-22T23:00:00.000Z')
  assert.ok(await t.call('dispute.giveNumber', await input('2026-11-22')), 'a day is no sign of a wrong clock')
})
