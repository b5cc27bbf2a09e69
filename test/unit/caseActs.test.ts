import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { stateOf } from '../../shared/rules/caseLife.ts'
import {
  again,
  change,
  dayOfActs,
  filed,
  filing,
  inEffect,
  keyOf,
  refusedChange,
  threeActs,
} from '../support/caseActs.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, partOf, partyOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
  for (const role of ['clerk', 'mediator', 'head'] as const) await addUser(t, role, [{ book: 'mediation', role }])
})
after(() => t.dispose())

const decisions: readonly (readonly [string, Partial<DisputeData>])[] = [
  ['notAccepted', { notAcceptedOn: dayOfActs, refusalGround: 'settled', refusalReason: '双方已经和好。' }],
  [
    'transferred',
    { result: 'transferred', resultDate: dayOfActs, transferredTo: '示例乡人民政府', transferredLetterNo: '示例1号' },
  ],
]

test('what the committee decides is not entered by the desk alone: the refusal names step and roles', async () => {
  for (const [act, values] of decisions) {
    const record = await save(t, 'dispute', disputeOf(), { pipe: 'clerk' })
    const input = { ...keyOf(record), revision: 1, data: { ...record.data, ...values } }
    assert.deepEqual(await t.refusal('record.save', input, 'clerk'), {
      code: 'approval-needed',
      details: { act, roles: 'mediator head' },
    })
    const half = { ...input, data: { ...input.data, slipNo: '示例审1号' } }
    assert.equal((await t.refusal('record.save', half, 'clerk')).code, 'approval-needed', 'a number without its day')
    const slip = { ...half, data: { ...half.data, slipOn: dayOfActs } }
    const saved = await t.call('record.save', slip, 'clerk')
    assert.equal(saved.stage, act)
    const own = await save(t, 'dispute', disputeOf(values), { pipe: 'mediator' })
    assert.equal(own.stage, act)
  }
})

test('a step once taken by who may is not asked for again with every later save', async () => {
  const record = await save(t, 'dispute', disputeOf(decisions[0]?.[1]), { pipe: 'mediator' })
  const later = await change(t, record, { remarks: '已告知' }, 'clerk')
  assert.equal(later.stage, 'notAccepted')
})

test('归档 is for clerk and head; 结案 is not left by typing', async () => {
  const signed = await inEffect(t)
  const closed = await change(t, signed, { performanceState: 'done', closedOn: '2026-11-22' }, 'mediator')
  assert.deepEqual(await refusedChange(t, closed, filing, 'mediator'), ['approval-needed'])
  assert.deepEqual(await refusedChange(t, closed, { closedOn: null }, 'head'), ['case-finished'])
  const put = await change(t, closed, filing, 'clerk')
  assert.equal(put.stage, 'archived')
})

test('a filed case is closed but for the dossier, secrecy and subsidy', async () => {
  const record = await filed(t)
  assert.deepEqual(await refusedChange(t, record, { summary: '改写' }), ['case-finished', 'summary frozenFiled'])
  const followUp = partOf(p.followUp, { heldOn: '2026-11-23' })
  assert.deepEqual(await refusedChange(t, record, { followUps: [followUp], filedOn: null }), [
    'case-finished',
    ...['followUps frozenFiled', 'filedOn frozenFiled'],
  ])
  assert.ok(record.frozenFields.includes('summary') && !record.frozenFields.includes('loans'))
  const loan = partOf(p.loan, { borrower: '示例借阅人', lentOn: '2026-11-23' })
  const lent = await change(t, record, { loans: [loan], pages: 26, box: '3-2', remarks: '外借', subsidyGrade: '一般' })
  assert.equal(lent.revision, record.revision + 1)
})

test('reopening: by the head with a reason or with a slip; the history keeps the reason, and it may be filed anew', async () => {
  const record = await filed(t)
  const asked = { ...keyOf(record), revision: record.revision, reason: '履行又起争议' }
  assert.deepEqual(await t.refusal('case.reopen', asked, 'clerk'), {
    code: 'approval-needed',
    details: { act: 'reopen', roles: 'head' },
  })
  assert.equal((await t.refusal('case.reopen', { ...asked, reason: ' ' }, 'head')).code, 'input-invalid')
  assert.equal((await t.refusal('case.reopen', { ...asked, revision: 1 }, 'head')).code, 'revision-conflict')
  const open = await t.call('case.reopen', asked, 'head')
  assert.deepEqual([open.data.filedOn, open.data.closedOn, open.data.retention], [null, null, 'long'])
  const history = await t.call('record.history', keyOf(record))
  assert.deepEqual([history[0]?.event, history[0]?.note, history[0]?.by], ['case.reopened', '履行又起争议', 'head'])
  const anew = await change(t, open, { closedOn: '2026-11-23', ...filing })
  const slip = { no: '示例审7号', on: '2026-11-23' }
  const bySlip = await t.call('case.reopen', { ...asked, revision: anew.revision, slip }, 'clerk')
  assert.deepEqual([bySlip.data.slipNo, bySlip.data.slipOn], [slip.no, slip.on])
  assert.equal(
    (await t.refusal('case.reopen', { ...asked, revision: bySlip.revision }, 'head')).code,
    'case-not-finished',
  )
  // What the agreement printed stays frozen all the while.
  assert.deepEqual(await refusedChange(t, bySlip, { facts: '改写' }), ['record-frozen', 'facts frozen'])
})

const supplementOf = (text: string) => partOf(p.supplement, { reason: '转场提前', text })

test('补充协议: only to an agreement in effect, its acts by the call, its PDF kept and its words frozen', async () => {
  const early = await save(t, 'dispute', disputeOf())
  assert.deepEqual(await refusedChange(t, early, { supplements: [supplementOf('一')] }), [
    'record-invalid',
    'supplements supplementEarly',
  ])
  const signed = await inEffect(t)
  const typed = { ...supplementOf('第一笔改期。'), ...threeActs }
  assert.equal((await refusedChange(t, signed, { supplements: [typed] }))[0], 'record-frozen')
  const both = [supplementOf('第一笔改期。'), supplementOf('围栏共同修复。')]
  const added = await change(t, signed, { supplements: both })
  const act = { ...keyOf(signed), revision: added.revision, part: 1, ...threeActs }
  assert.equal((await t.refusal('supplement.takeEffect', { ...act, part: 2 })).code, 'not-found')
  assert.equal(
    (await t.refusal('supplement.takeEffect', { ...act, signedByPartiesOn: '2026-11-19' })).code,
    'record-invalid',
    'older than what it adds to',
  )
  assert.deepEqual(await t.call('supplement.takeEffect', { ...act, sealedOn: null }), { effectiveOn: null })
  const half = await again(t, signed)
  assert.deepEqual(half.keptPapers, ['agreement'])
  assert.deepEqual(await t.call('supplement.takeEffect', { ...act, revision: half.revision }), {
    effectiveOn: dayOfActs,
  })
  const now = await again(t, signed)
  assert.deepEqual(now.keptPapers, ['agreement', 'supplement.1'])
  assert.ok(now.frozenFields.includes('supplements.1') && !now.frozenFields.includes('supplements.0'))
  const view = { ...keyOf(signed), paper: 'supplement', mode: 'final' } as const
  const kept = await t.call('paper.preview', { ...view, part: 1 })
  assert.ok(kept.frozen && kept.pages > 0)
  assert.equal((await t.call('paper.preview', { ...view, part: 0 })).frozen, false)
  const [first, second] = now.data.supplements as unknown as DisputeData['supplements']
  assert.ok(first && second)
  const changed = { ...second, text: '改写' }
  assert.deepEqual(await refusedChange(t, now, { supplements: [first, changed] }), [
    'record-frozen',
    'supplements.1 frozen',
  ])
  // Taking the first away would put the signed one in its place.
  assert.equal((await refusedChange(t, now, { supplements: [second] }))[0], 'record-frozen')
  const free = await change(t, now, { supplements: [{ ...first, text: '第一笔改为九月底。' }, second] })
  assert.equal((free.data.supplements as unknown as DisputeData['supplements'])[0]?.text, '第一笔改为九月底。')
  const file = await t.call('paper.preview', { ...view, part: 1 })
  assert.ok(Buffer.from(file.pdf).equals(Buffer.from(kept.pdf)), 'the kept paper is the same bytes')
})

test('重新调解: a new case with parties, type and place, nothing of the sessions; the old one keeps a line', async () => {
  const early = await save(t, 'dispute', disputeOf())
  assert.equal((await t.refusal('case.mediateAgain', keyOf(early))).code, 'agreement-not-in-effect')
  const parties = [
    partyOf({ side: 'applicant', name: '扎西·示例', birthDate: '1980-01-05', refusedOn: null }),
    partyOf({ side: 'respondent', name: '李示例' }),
  ]
  const old = await filed(t, { parties, village: '示例一村' })
  const made = await t.call('case.mediateAgain', keyOf(old))
  const data = made.data as unknown as DisputeData
  assert.deepEqual(
    data.parties.map((x) => x.name),
    ['扎西·示例', '李示例'],
  )
  assert.equal(data.parties[0]?.age, null, 'the age is counted for the new dossier')
  assert.deepEqual(
    [data.typeJustice, data.village, data.committee, data.continuesCaseNo],
    [old.data.typeJustice, '示例一村', old.data.committee, old.data.caseNo],
  )
  assert.deepEqual([data.sessions, data.clauses, data.result, data.caseNo], [[], [], null, null])
  assert.equal(stateOf(data), 'registered')
  const history = await t.call('record.history', keyOf(old))
  assert.equal(history[0]?.event, 'case.mediatedAgain')
  assert.deepEqual((await again(t, old)).revision, old.revision)
})

test('重新调解 of a locked case: the new one is known to the same people and to nobody else', async () => {
  const old = await inEffect(t, { secrecy: 'domesticViolence' })
  const { users } = await t.call('register.status', {})
  const head = users.find((u) => u.name === 'head')?.id ?? ''
  await t.change((db) =>
    db.exec(
      `INSERT INTO need_to_know (ledger, record, user_id) SELECT 'dispute', k, '${head}' FROM dispute WHERE id = '${old.id}'`,
    ),
  )
  const made = await t.call('case.mediateAgain', keyOf(old))
  assert.equal((await again(t, made, 'head')).id, made.id)
  assert.equal((await t.refusal('record.get', keyOf(made), 'clerk')).code, 'not-found')
})

const lateCase: Partial<DisputeData> = {
  ...{ lateEntry: true, acceptanceDate: '2026-03-01', source: 'application', caseNo: '示例旧卷12' },
  ...{ result: 'written', resultDate: '2026-03-20', agreementNo: '示例旧协12' },
  ...{ signedByPartiesOn: '2026-03-20', signedByMediatorsOn: '2026-03-20', sealedOn: '2026-03-21' },
}

test('补录: in effect at the first saving without a PDF of ours, its dates mended until it is filed', async () => {
  const late = await save(t, 'dispute', disputeOf(lateCase), { pipe: 'clerk' })
  assert.deepEqual([late.stage, late.keptPapers], ['performing', []])
  const view = { ...keyOf(late), paper: 'agreement', part: 0 } as const
  for (const mode of ['final', 'draft'] as const) {
    assert.equal((await t.refusal('paper.preview', { ...view, mode })).code, 'paper-on-file')
    assert.equal((await t.refusal('paper.printed', { ...view, mode, copies: 1 })).code, 'paper-on-file')
    assert.equal((await t.refusal('paper.savePdf', { ...view, mode, place: null })).code, 'paper-on-file')
  }
  assert.ok((await t.call('paper.preview', { ...view, mode: 'blank' })).pages > 0)
  const acts = { ...keyOf(late), revision: late.revision, ...threeActs }
  assert.equal((await t.refusal('agreement.takeEffect', acts)).code, 'paper-on-file')
  const mended = await change(t, late, { sealedOn: '2026-03-22' })
  assert.equal(mended.data.sealedOn, '2026-03-22')
  const put = await change(t, mended, { closedOn: '2026-04-01', filedOn: '2026-04-02' }, 'clerk')
  assert.deepEqual(await refusedChange(t, put, { sealedOn: '2026-03-23' }), ['case-finished', 'sealedOn frozenFiled'])
})

test('补录 is neither begun nor ended later, and decides nothing by its hand afterwards', async () => {
  const usual = await save(t, 'dispute', disputeOf())
  assert.deepEqual(await refusedChange(t, usual, { lateEntry: true }), ['record-invalid', 'lateEntry lateTooLate'])
  const late = await save(t, 'dispute', disputeOf({ lateEntry: true }), { pipe: 'clerk' })
  assert.deepEqual(await refusedChange(t, late, { lateEntry: null }), ['record-invalid', 'lateEntry lateForGood'])
  assert.equal((await refusedChange(t, late, { signedByPartiesOn: dayOfActs }))[0], 'record-frozen')
  assert.deepEqual(await refusedChange(t, late, decisions[0]?.[1] ?? {}, 'clerk'), ['approval-needed'])
  const decided = await save(t, 'dispute', disputeOf({ lateEntry: true, ...decisions[0]?.[1] }), { pipe: 'clerk' })
  assert.equal(decided.stage, 'notAccepted')
})

test('a final paper names what it still needs; copies are counted for each paper by itself', async () => {
  const record = await save(
    t,
    'dispute',
    disputeOf({ ...decisions[1]?.[1], acceptanceDate: '2026-11-02', source: 'application' }),
  )
  const letter = { ...keyOf(record), paper: 'transferLetter', mode: 'final' } as const
  assert.ok((await t.call('paper.preview', letter)).pages > 0)
  const agreement = { ...letter, paper: 'agreement' } as const
  assert.equal((await t.refusal('paper.preview', agreement)).code, 'not-found', 'a case handed on has no agreement')
  const other = await save(t, 'dispute', disputeOf())
  const { code, details } = await t.refusal('paper.preview', { ...agreement, ...keyOf(other) })
  assert.deepEqual(
    [code, details.problems],
    ['paper-incomplete', [{ path: 'agreementNo', code: 'needed', severity: 'error' }]],
  )
  const printed = (paper: 'agreement' | 'transferLetter', mode: 'draft' | 'final', copies: number) =>
    t.call('paper.printed', { ...keyOf(paper === 'agreement' ? other : record), paper, mode, copies })
  assert.deepEqual(
    [await printed('transferLetter', 'final', 2), await printed('transferLetter', 'final', 1)].map((x) => x.copyNo),
    [1, 3],
  )
  assert.equal((await printed('agreement', 'draft', 1)).copyNo, 1)
  const { fileName } = await t.call('paper.savePdf', { ...letter, place: null })
  assert.match(fileName, /^移送函示例1号-\d{14}/)
})

test('one user with every role takes a case from 登记 to 归档, and an approval of a superior by slip', async () => {
  const record = await save(t, 'dispute', disputeOf({ applicationDate: '2026-11-01' }))
  const stages = [record.stage]
  const steps: readonly (() => Promise<unknown>)[] = [
    () => change(t, record, { acceptanceDate: '2026-11-02', source: 'application' }),
    () => change(t, record, { inquiries: [partOf(p.inquiry, { heldOn: '2026-11-05', asked: '李示例' })] }),
    () =>
      change(t, record, {
        mediators: [partOf(p.mediator, { name: '张示例', presiding: true })],
        sessions: [partOf(p.session, { heldOn: '2026-11-20', record: '双方同意。', result: 'agreed' })],
      }),
    () =>
      change(t, record, {
        ...{ result: 'written', resultDate: dayOfActs, facts: '示例事实。', copies: 3 },
        clauses: [partOf(p.clause, { text: '以旧界石为界。' })],
        performances: [partOf(p.performance, { debtor: '李示例', manner: '修复界石', dueOn: '2026-11-22' })],
      }),
    async () => {
      for (const series of ['caseNo', 'agreementNo'] as const) {
        const { revision } = await again(t, record)
        await t.call('dispute.giveNumber', { ...keyOf(record), revision, series, on: dayOfActs, typed: null })
      }
      const { revision } = await again(t, record)
      await t.call('agreement.takeEffect', { ...keyOf(record), revision, ...threeActs })
    },
    () => change(t, record, { followUps: [partOf(p.followUp, { heldOn: '2026-11-22', by: '张示例' })] }),
    () => change(t, record, { performanceState: 'done', closedOn: '2026-11-22' }),
    () => change(t, record, filing),
  ]
  for (const step of steps) {
    await step()
    stages.push((await again(t, record)).stage)
  }
  assert.deepEqual(stages, [
    ...['registered', 'accepted', 'investigating', 'mediating', 'agreed'],
    ...['performing', 'followedUp', 'closed', 'archived'],
  ])
  const { revision } = await again(t, record)
  const slip = { no: '示例审9号', on: '2026-11-23' }
  const open = await t.call('case.reopen', { ...keyOf(record), revision, reason: '补一次回访', slip })
  assert.equal(open.stage, 'followedUp')
})
