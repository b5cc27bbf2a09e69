import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Problem } from '../../shared/errors.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, partOf, partyOf, save, trainingOf, visitOf } from '../support/samples.ts'
import { assertWhole } from '../support/whole.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const refusalOf = async (ledger: 'dispute' | 'training' | 'visit', data: unknown) => {
  const error = await t.refusal('record.save', { ledger, id: null, revision: 0, data })
  return {
    code: error.code,
    problems: (error.details.problems as readonly Problem[]).map((x) => `${x.path} ${x.code}`),
  }
}

test('a record comes back as it was saved, with its parts in their order', async () => {
  const data = disputeOf({
    longitude: 102.911,
    latitude: 34.98,
    peopleInvolved: 0,
    confirmationWanted: false,
    claims: ['一', '二', '三'].map((text) => partOf(p.claim, { text })),
    parties: [
      partyOf({ side: 'applicant', name: '丙示例', absent: { phone: 'refused', idNumber: 'unknown' } }),
      partyOf({ side: 'respondent', name: '甲示例', needsInterpreter: true }),
      partyOf({ side: 'applicant', name: '乙示例', needsInterpreter: false }),
    ],
    absent: { village: 'unknown' },
  })
  const made = await save(t, 'dispute', data)
  assert.deepEqual([made.data, made.revision, made.updatedBy, made.stage], [data, 1, '张示例', 'registered'])
  const back = await t.call('record.get', { ledger: 'dispute', id: made.id })
  assert.deepEqual(back, made)
  const reordered = { ...data, parties: data.parties.toReversed() }
  assert.deepEqual((await save(t, 'dispute', reordered, { old: made })).data, reordered)
})

test('a save over a newer revision is refused, names that revision, and loses neither', async () => {
  await addUser(t, '李示例', [{ book: 'mediation', role: 'clerk' }])
  const first = await save(t, 'dispute', disputeOf({ summary: '起初' }))
  const theirs = await save(t, 'dispute', disputeOf({ summary: '她的' }), { old: first, pipe: '李示例' })
  const mine = { ledger: 'dispute', id: first.id, revision: 1, data: disputeOf({ summary: '我的' }) }
  assert.deepEqual(await t.refusal('record.save', mine), { code: 'revision-conflict', details: { revision: 2 } })
  const now = await t.call('record.get', { ledger: 'dispute', id: first.id })
  assert.deepEqual([now.data.summary, now.revision, now.updatedBy], ['她的', 2, '李示例'])
  assert.deepEqual(now.data, theirs.data)
  assert.equal((await t.refusal('record.save', { ...mine, revision: 3 })).code, 'revision-conflict')
  assert.equal(
    (await t.refusal('record.remove', { ledger: 'dispute', id: first.id, revision: 1, reason: '错' })).code,
    'revision-conflict',
  )
  assert.equal((await t.call('record.history', { ledger: 'dispute', id: first.id })).length, 2)
})

test('of twenty saves over the same revision at the same moment one is kept', async () => {
  const first = await save(t, 'dispute', disputeOf())
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      t.answer('record.save', {
        ledger: 'dispute',
        id: first.id,
        revision: 1,
        data: disputeOf({ summary: `第${i}个` }),
      }),
    ),
  )
  assert.equal(answers.filter((a) => a.ok).length, 1)
  assert.ok(answers.every((a) => a.ok || a.error.code === 'revision-conflict'))
  assert.equal((await t.call('record.get', { ledger: 'dispute', id: first.id })).revision, 2)
})

test('what is missing is named at the stage that needs it; "unknown" answers what everybody is asked, not what a stage stands on', async () => {
  const bare = { ...disputeOf(), committee: null, typeJustice: null, summary: null, secrecy: null, parties: [] }
  assert.deepEqual(await refusalOf('dispute', bare), {
    code: 'record-invalid',
    problems: ['committee needed', 'typeJustice needed', 'summary needed', 'parties needed', 'secrecy needed'],
  })
  const accepted = disputeOf({ acceptanceDate: '2026-11-02' })
  assert.deepEqual((await refusalOf('dispute', accepted)).problems, ['source needed'])
  const sourceless = { ...accepted, absent: { source: 'unknown' } } as const
  assert.deepEqual((await refusalOf('dispute', sourceless)).problems, ['source needed'])
  assert.ok(await save(t, 'dispute', disputeOf({ committee: null, absent: { committee: 'unknown' } })))
  const nameless = disputeOf({ parties: [partyOf({ side: 'applicant' })] })
  assert.deepEqual((await refusalOf('dispute', nameless)).problems, ['parties.0.name needed'])
  assert.deepEqual((await refusalOf('training', { ...trainingOf(), topic: null, teams: [] })).problems, [
    'topic needed',
    'teams needed',
  ])
  assert.deepEqual((await refusalOf('visit', { ...visitOf(), visitors: [] })).problems, ['visitors needed'])
})

test('values that cannot be are refused with their place, before anything is asked of the record', async () => {
  const wrong: readonly (readonly [Partial<Record<string, unknown>>, string])[] = [
    [{ applicationDate: '2026-02-30' }, 'applicationDate notADate'],
    [{ applicationDate: '26-1-5' }, 'applicationDate notADate'],
    [{ longitude: 181 }, 'longitude too_big'],
    [{ peopleInvolved: -1 }, 'peopleInvolved too_small'],
    [{ peopleInvolved: 1.5 }, 'peopleInvolved invalid_type'],
    [{ typeJustice: '邻里' }, 'typeJustice invalid_value'],
    [{ summary: '' }, 'summary blank'],
    [{ summary: '\u3000\n' }, 'summary blank'],
    [{ summary: '字'.repeat(2001) }, 'summary tooLong'],
    [{ heldBack: 'yes' }, 'heldBack invalid_type'],
    [{ absent: { nope: 'unknown' } }, 'absent unrecognized_keys'],
    [{ absent: { village: 'gone' } }, 'absent.village invalid_value'],
    [{ policeReportedAt: '24:00' }, 'policeReportedAt notATime'],
  ]
  for (const [values, problem] of wrong) {
    const { code, problems } = await refusalOf('dispute', { ...disputeOf(), ...values })
    assert.equal(code, 'input-invalid', problem)
    assert.ok(
      problems.some((x) => x.startsWith(problem.split(' ')[0] ?? '')),
      `${problems} is not ${problem}`,
    )
  }
  const { village: _, ...lacking } = disputeOf()
  assert.equal((await refusalOf('dispute', lacking)).code, 'input-invalid')
})

test('text is counted in characters as people see them, not in halves of them', async () => {
  assert.ok(await save(t, 'dispute', disputeOf({ summary: '𬭎'.repeat(2000) })))
})

test('the largest sums are kept exactly, and larger ones refused', async () => {
  const most = 10 ** 13
  const performances = Array.from({ length: 500 }, () => partOf(p.performance, { manner: '分期', amount: most }))
  const made = await save(t, 'dispute', disputeOf({ performances }))
  const back = await t.call('record.get', { ledger: 'dispute', id: made.id })
  assert.deepEqual(back.data.performances, performances)
  const db = await t.inspect()
  assert.equal(db.prepare('SELECT amount_promised FROM dispute WHERE id = ?').pluck().get(made.id), 500 * most)
  db.close()
  const more = disputeOf({ performances: [partOf(p.performance, { manner: '一次付清', amount: most + 1 })] })
  assert.deepEqual((await refusalOf('dispute', more)).problems, ['performances.0.amount too_big'])
})

test('a removed record is gone, its history stays in the journal, and its place is not taken over by the next one', async () => {
  const locked = await save(t, 'dispute', disputeOf({ secrecy: 'private', summary: '锁' }))
  await t.call('record.remove', { ledger: 'dispute', id: locked.id, revision: 1, reason: '重复登记' })
  for (const name of ['record.get', 'record.history'] as const)
    assert.equal((await t.refusal(name, { ledger: 'dispute', id: locked.id })).code, 'not-found')
  const next = await save(t, 'dispute', disputeOf({ secrecy: 'private' }), { pipe: '李示例' })
  assert.equal((await t.refusal('record.get', { ledger: 'dispute', id: next.id })).code, 'not-found')
  const db = await t.inspect()
  assert.equal(db.prepare('SELECT count(*) FROM journal WHERE record_id = ?').pluck().get(locked.id), 2)
  assertWhole(db)
  db.close()
})

test('once effective, what was signed can no longer be typed over; whether it was kept can be noted', async () => {
  const made = await save(t, 'dispute', agreedDispute())
  const key = { ledger: 'dispute', id: made.id } as const
  const on = { signedByPartiesOn: '2026-11-20', signedByMediatorsOn: '2026-11-20', sealedOn: '2026-11-21' }
  assert.equal((await t.refusal('agreement.takeEffect', { ...key, revision: 1, ...on })).code, 'paper-incomplete')
  await t.call('dispute.giveNumber', { ...key, revision: 1, series: 'agreementNo', on: '2026-11-20', typed: null })
  assert.equal((await t.call('agreement.takeEffect', { ...key, revision: 2, ...on })).effectiveOn, '2026-11-21')
  const now = await t.call('record.get', key)
  assert.ok(now.frozenFields.includes('clauses'))
  const change = (values: object) =>
    t.answer('record.save', { ...key, revision: now.revision, data: { ...now.data, ...values } })
  for (const values of [
    { clauses: [partOf(p.clause, { text: '另一条' })] },
    { parties: [] as AnyData[], absent: { parties: 'unknown' } },
    { facts: '另一些事实' },
    { agreementNo: null },
    { performances: [] as AnyData[] },
    { sealedOn: '2026-11-22' },
  ]) {
    const answer = await change(values)
    assert.ok(!answer.ok && ['record-frozen', 'record-invalid'].includes(answer.error.code), JSON.stringify(answer))
  }
  const performances = (now.data.performances as readonly object[]).map((x) => ({
    ...x,
    doneOn: '2026-11-22',
    voucherPage: '3',
  }))
  assert.ok((await change({ performances, performanceState: 'done', remarks: '已履行' })).ok)
  const kept = await t.call('paper.preview', { ...key, paper: 'agreement', mode: 'final' })
  assert.ok(kept.frozen)
})

test('dates that only signing may set are not set by a form', async () => {
  const first = disputeOf({ signedByPartiesOn: '2026-11-20' })
  assert.deepEqual(await refusalOf('dispute', first), {
    code: 'record-frozen',
    problems: ['signedByPartiesOn givenByCall'],
  })
})

test('a training counts who was there, and an outing its households', async () => {
  const attendance = ledgers.training.fields.attendances.part
  const states = ['present', 'substitute', 'leave', 'absent', 'present'] as const
  const attendances = states.map((state, i) =>
    partOf(attendance, { name: `第${i}人`, state, substitute: state === 'substitute' ? '替示例' : null }),
  )
  await save(t, 'training', trainingOf({ attendances }))
  const [row] = (await t.call('record.page', { ledger: 'training' })).rows
  assert.deepEqual([row?.presentCount, row?.expected, row?.year, row?.quarter], [3, 5, 2026, 4])
  const household = ledgers.visit.fields.households.part
  const households = [1, 2].map((n) => partOf(household, { door: `第${n}户`, peopleMet: n, leaflets: 3 }))
  await save(t, 'visit', visitOf({ households }))
  const [outing] = (await t.call('record.page', { ledger: 'visit' })).rows
  assert.deepEqual([outing?.householdCount, outing?.peopleCount, outing?.leafletCount], [2, 3, 6])
})
