import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RecordView } from '../../shared/contract/records.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { again, change, filed, inEffect, keyOf, refusedChange } from '../support/caseActs.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
  await addUser(t, '另一人', [{ book: 'mediation', role: 'clerk' }])
  await addUser(t, '队伍的人', [{ book: 'teams', role: 'head' }])
})
after(() => t.dispose())

type Changes = Readonly<Record<string, unknown>>
const propose = async (record: RecordView, changes: Changes, pipe?: string): Promise<string> => {
  const { revision } = await again(t, record, pipe)
  const { correction } = await t.call(
    'correction.propose',
    { ...keyOf(record), revision, changes, reason: '漏录一字' },
    pipe,
  )
  return correction
}
const refusedProposal = async (record: RecordView, changes: Changes) => {
  const { revision } = await again(t, record)
  const input = { ...keyOf(record), revision, changes, reason: '漏录一字' }
  const { code, details } = await t.refusal('correction.propose', input)
  const problems = Array.isArray(details.problems) ? details.problems : []
  return [code, ...problems.map((p) => `${p.path} ${p.code}`)]
}
const decide = (correction: string) => ({ ledger: 'dispute', correction }) as const
const partiesNamed = (record: RecordView, name: string): DisputeData['parties'] => {
  const { parties } = record.data as unknown as DisputeData
  return parties.map((p, i) => (i === 0 ? { ...p, name } : p))
}

test('two persons: who proposed it is refused, another confirms it; the paper stays, both names and the reason are kept', async () => {
  const record = await inEffect(t)
  const paper = { ...keyOf(record), paper: 'agreement', mode: 'final' } as const
  const before = await t.call('paper.preview', paper)
  const correction = await propose(record, { parties: partiesNamed(record, '扎西才让·示例') })
  assert.equal((await again(t, record)).revision, record.revision, 'a proposal changes nothing')
  assert.deepEqual(await t.refusal('correction.approve', decide(correction)), {
    code: 'second-person-needed',
    details: {},
  })
  const saved = await t.call('correction.approve', decide(correction), '另一人')
  assert.equal((saved.data as unknown as DisputeData).parties[0]?.name, '扎西才让·示例')
  assert.equal(saved.revision, record.revision + 1)
  const after = await t.call('paper.preview', paper)
  assert.ok(after.frozen && Buffer.from(after.pdf).equals(Buffer.from(before.pdf)), 'the paper rules')
  const [shown] = await t.call('correction.list', keyOf(record))
  assert.ok(shown)
  assert.deepEqual(
    [shown.state, shown.proposedBy, shown.decidedBy, shown.reason],
    ['approved', '张示例', '另一人', '漏录一字'],
  )
  const [was, is] = [shown.changes[0]?.before, shown.changes[0]?.after] as DisputeData['parties'][]
  assert.deepEqual([was?.[0]?.name, is?.[0]?.name], ['扎西·示例', '扎西才让·示例'])
  const history = await t.call('record.history', keyOf(record))
  assert.deepEqual(
    history.slice(0, 3).map((h) => [h.event ?? h.kind, h.by, h.note]),
    [
      ['correction.approved', '另一人', '漏录一字'],
      ['update', '另一人', null],
      ['correction.proposed', '张示例', '漏录一字'],
    ],
  )
  assert.equal((await t.refusal('correction.approve', decide(correction), '另一人')).code, 'correction-outdated')
})

test('what is typed into the form needs no correction, and what is the same is none', async () => {
  const record = await inEffect(t)
  assert.deepEqual(await refusedProposal(record, { remarks: '改' }), ['record-invalid', 'remarks notFrozen'])
  assert.deepEqual(await refusedProposal(record, { facts: record.data.facts }), ['record-invalid', 'facts notChanged'])
  assert.deepEqual(await refusedProposal(record, { secrecy: 'private' }), ['record-invalid', 'secrecy notFrozen'])
  for (const name of ['id', 'revision', 'absent', '__proto__', 'constructor'])
    assert.equal(
      (await refusedProposal(record, JSON.parse(`{"${name}":"x"}`)))[0],
      name === '__proto__' ? 'input-invalid' : 'record-invalid',
      name,
    )
  assert.deepEqual(await refusedProposal(record, {}), ['input-invalid', 'changes blank'])
  const open = await save(t, 'dispute', disputeOf())
  assert.deepEqual(await refusedProposal(open, { summary: '改' }), ['record-invalid', 'summary notFrozen'])
})

test('a correction brings no wrong value and moves no case', async () => {
  const record = await filed(t)
  assert.equal((await refusedProposal(record, { facts: 7 }))[0], 'input-invalid')
  assert.equal((await refusedProposal(record, { clauses: [] }))[0], 'record-invalid')
  assert.equal((await refusedProposal(record, { filedOn: null }))[0], 'record-invalid')
  assert.equal((await refusedProposal(record, { sealedOn: null }))[0], 'record-invalid')
  const spoken = { result: 'oral', oralAgreed: true }
  assert.deepEqual(
    await refusedProposal(record, spoken),
    ['record-invalid', 'result correctionMoves'],
    'paper is paper',
  )
  const correction = await propose(record, { filedBy: '示例另一立卷人', summary: '示例一村与示例二村的争议' })
  const saved = await t.call('correction.approve', decide(correction), '另一人')
  assert.deepEqual([saved.stage, saved.data.filedBy], ['archived', '示例另一立卷人'])
  assert.equal((await refusedChange(t, saved, { summary: '改' }))[0], 'case-finished', 'and it is closed again')
})

test('an open correction falls away when what it corrects has moved; declined and taken back are told apart', async () => {
  const record = await inEffect(t)
  const [first, second, third] = [
    await propose(record, { recorder: '示例记录甲' }),
    await propose(record, { recorder: '示例记录乙', facts: '示例事实二。' }),
    await propose(record, { facts: '示例事实三。' }),
  ]
  await change(t, record, { remarks: '另一项' })
  assert.equal(
    (await t.call('correction.list', { ledger: 'dispute', id: null })).length >= 3,
    true,
    'a remark moves none',
  )
  await t.call('correction.approve', decide(first), '另一人')
  const states = async () =>
    new Map((await t.call('correction.list', keyOf(record))).map((c) => [c.id, [c.state, c.decidedBy, c.answer]]))
  assert.deepEqual((await states()).get(second), ['withdrawn', null, null])
  assert.equal((await t.refusal('correction.approve', decide(second), '另一人')).code, 'correction-outdated')
  await t.call('correction.decline', { ...decide(third), answer: '与原件不符' }, '另一人')
  assert.deepEqual((await states()).get(third), ['declined', '另一人', '与原件不符'])
  const fourth = await propose(record, { facts: '示例事实四。' })
  await t.call('correction.decline', { ...decide(fourth), answer: '看错了' })
  assert.deepEqual((await states()).get(fourth), ['withdrawn', '张示例', '看错了'])
})

test('a number typed wrongly: the right one takes its place, the wrong one stays in the book as voided', async () => {
  const late: Partial<DisputeData> = {
    ...{ lateEntry: true, acceptanceDate: '2026-03-01', source: 'application', caseNo: '人调字〔2026〕第77号' },
    ...{ result: 'withdrawn', resultDate: '2026-03-20', closedOn: '2026-04-01', filedOn: '2026-04-02' },
  }
  const record = await save(t, 'dispute', disputeOf(late))
  const correction = await propose(record, { caseNo: '人调字〔2026〕第78号' })
  const saved = await t.call('correction.approve', decide(correction), '另一人')
  assert.equal(saved.data.caseNo, '人调字〔2026〕第78号')
  const db = await t.inspect()
  const rows = db
    .prepare('SELECT number, void_reason IS NOT NULL AS voided FROM number_given WHERE record_id = ? ORDER BY number')
    .all(record.id)
  db.close()
  assert.deepEqual(rows, [
    { number: '人调字〔2026〕第77号', voided: 1 },
    { number: '人调字〔2026〕第78号', voided: 0 },
  ])
  const taken = await propose(saved, { caseNo: '人调字〔2026〕第77号' })
  assert.equal((await t.refusal('correction.approve', decide(taken), '另一人')).code, 'number-taken')
  assert.equal((await again(t, saved)).data.caseNo, '人调字〔2026〕第78号', 'a refused approval changes nothing')
})

test('of a locked case the others see no proposal, and cannot make or decide one', async () => {
  const record = await inEffect(t, { secrecy: 'minor' })
  const correction = await propose(record, { recorder: '示例记录丙' })
  const all = await t.call('correction.list', { ledger: 'dispute', id: null }, '另一人')
  assert.ok(all.every((c) => c.id !== correction))
  for (const [name, input] of [
    ['correction.list', keyOf(record)],
    ['correction.approve', decide(correction)],
    ['correction.decline', { ...decide(correction), answer: '一' }],
    ['correction.propose', { ...keyOf(record), revision: record.revision, changes: { recorder: '一' }, reason: '一' }],
  ] as const)
    assert.equal((await t.refusal(name, input, '另一人')).code, 'not-found', name)
  assert.equal((await t.refusal('correction.list', keyOf(record), '队伍的人')).code, 'not-allowed')
  const own = await t.call('correction.list', { ledger: 'dispute', id: null })
  const listed = own.find((c) => c.id === correction)
  assert.ok(listed?.own)
  assert.deepEqual(listed.changes, [{ field: 'recorder', before: null, after: null }], 'a list shows no values')
})
