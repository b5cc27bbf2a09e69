import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DossierView } from '../../shared/contract/dossier.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, save } from '../support/samples.ts'
import { projectRoot } from './papersKit.ts'

let t: TestOffice
before(async () => {
  copyFonts(projectRoot)
  t = await unitOffice()
})
after(() => t.dispose())

const about = (r: { readonly id: string }) => ({ ledger: 'dispute', id: r.id }) as const
const view = (r: { readonly id: string }, pipe?: string) => t.call('dossier.view', about(r), pipe)
const item = (v: DossierView, key: string) => v.items.find((i) => i.key === key)
const seen = { state: 'onFile', day: '2026-11-23', byName: '李示例', reason: null, pages: null } as const
let serial = 0
const agreed = (values: Partial<DisputeData> = {}) =>
  save(t, 'dispute', agreedDispute({ agreementNo: `示例人调协字〔2026〕第${++serial}号`, ...values }) as never)
const codes = (v: DossierView, key: string) => v.checks.filter((c) => c.item === key).map((c) => c.code)

test('the dossier of a case: its kind, its items, what is missing', async () => {
  const v = await view(await agreed())
  assert.equal(v.kind, 'ordinary')
  assert.equal(item(v, 'agreement')?.state, 'filled')
  assert.equal(item(v, 'catalogue')?.state, 'filled')
  assert.equal(item(v, 'identity')?.state, 'lacking')
  assert.equal(item(v, 'otherPapers')?.state, 'notAsked')
  assert.deepEqual(codes(v, 'identity'), ['fileMissing'])
  assert.deepEqual(codes(v, 'agreement'), ['originalUnseen'])
  assert.equal(
    v.checks.findIndex((c) => c.severity === 'warning') > v.checks.findLastIndex((c) => c.severity === 'error'),
    true,
  )
})

test('a mark says day and who looked, is journaled, and its answer takes it back', async () => {
  const r = await agreed()
  const { before: old } = await t.call('dossier.mark', { ...about(r), marks: [{ item: 'agreement', mark: seen }] })
  assert.deepEqual(old, [{ item: 'agreement', mark: null }])
  const marked = await view(r)
  assert.deepEqual(item(marked, 'agreement')?.mark, seen)
  assert.equal(item(marked, 'agreement')?.state, 'onFile')
  assert.deepEqual(codes(marked, 'agreement'), [])
  const events = (await t.call('record.history', about(r))).filter((h) => h.event === 'dossier.marked')
  assert.equal(events.length, 1)
  const undone = await t.call('dossier.mark', { ...about(r), marks: [...old] })
  assert.deepEqual(undone.before, [{ item: 'agreement', mark: seen }])
  assert.equal(item(await view(r), 'agreement')?.state, 'filled')
})

test('a must that is not needed has a reason, stays visible, and is explained in the note', async () => {
  const r = await agreed()
  const mark = (reason: string | null) => ({
    ...about(r),
    marks: [{ item: 'identity', mark: { ...seen, state: 'notNeeded' as const, reason } }],
  })
  const refused = await t.refusal('dossier.mark', mark(null))
  assert.equal(refused.code, 'input-invalid')
  assert.deepEqual(refused.details.problems, [{ path: 'identity', code: 'reasonNeeded', severity: 'error' }])
  assert.equal(item(await view(r), 'identity')?.state, 'lacking')
  await t.call('dossier.mark', mark('当事人拒绝提供复印件'))
  const v = await view(r)
  assert.equal(item(v, 'identity')?.mark?.reason, '当事人拒绝提供复印件')
  assert.deepEqual(codes(v, 'identity'), ['noteWanted'])
})

test('nothing was seen tomorrow, and an item the dossier has not is refused; of several marks then none is kept', async () => {
  const r = await agreed()
  const both = (second: object) => ({ ...about(r), marks: [{ item: 'agreement', mark: seen }, second] })
  const tomorrow = await t.refusal('dossier.mark', both({ item: 'identity', mark: { ...seen, day: '2099-01-01' } }))
  assert.deepEqual(tomorrow.details.problems, [{ path: 'identity', code: 'dateFuture', severity: 'error' }])
  assert.equal((await t.refusal('dossier.mark', both({ item: 'oralAgreement', mark: seen }))).code, 'not-found')
  assert.equal((await t.refusal('dossier.mark', both({ item: 'agreement', mark: null }))).code, 'input-invalid')
  assert.equal(item(await view(r), 'agreement')?.mark, null)
})

test('全部原件已在卷: what is filled, never what is missing; of 补录 everything asked for', async () => {
  const all = { day: '2026-11-23', byName: '李示例' }
  const r = await agreed()
  await t.call('dossier.markAll', { ...about(r), ...all })
  const v = await view(r)
  assert.equal(item(v, 'agreement')?.state, 'onFile')
  assert.equal(item(v, 'identity')?.state, 'lacking')
  const late = await agreed({ lateEntry: true, caseNo: '示例人调字〔2026〕第3号' })
  const { before: old } = await t.call('dossier.markAll', { ...about(late), ...all })
  const seenAll = await view(late)
  assert.equal(seenAll.late, true)
  assert.deepEqual(
    seenAll.items.filter((i) => i.asked && i.state !== 'onFile'),
    [],
  )
  assert.equal(item(seenAll, 'otherPapers')?.state, 'notAsked')
  await t.call('dossier.mark', { ...about(late), marks: [...old] })
  assert.deepEqual(
    (await view(late)).items.filter((i) => i.mark !== null),
    [],
  )
})

test('after 归档 marks stand; reopened, they are open again; a dossier bound before it came here is described', async () => {
  const filed: Partial<DisputeData> = {
    closedOn: '2026-11-23',
    filedOn: '2026-11-23',
    filedBy: '李示例',
    retention: 'long',
    performanceState: 'notDue',
  }
  const signed = { signedByPartiesOn: '2026-11-20', signedByMediatorsOn: '2026-11-20', sealedOn: '2026-11-20' }
  const r = await agreed({ caseNo: '示例人调字〔2026〕第4号' })
  await t.call('agreement.takeEffect', { ...about(r), revision: r.revision, ...signed })
  const now = await t.call('record.get', about(r))
  const done = await save(t, 'dispute', { ...now.data, ...filed } as never, { old: now })
  assert.equal((await view(r)).locked, true)
  const marks = [{ item: 'agreement', mark: seen }]
  assert.deepEqual((await t.refusal('dossier.mark', { ...about(r), marks })).code, 'case-finished')
  assert.deepEqual(
    (await t.refusal('dossier.markAll', { ...about(r), day: '2026-11-23', byName: '李示例' })).code,
    'case-finished',
  )
  await t.call('case.reopen', { ...about(r), revision: done.revision, reason: '漏订收条' })
  await t.call('dossier.mark', { ...about(r), marks })
  assert.equal(item(await view(r), 'agreement')?.state, 'onFile')
  const late = await agreed({
    lateEntry: true,
    caseNo: '示例人调字〔2026〕第5号',
    ...filed,
    ...signed,
  })
  assert.equal((await view(late)).locked, false)
  await t.call('dossier.markAll', { ...about(late), day: '2026-11-23', byName: '李示例' })
})

test('a locked case does not exist for who is not on its list; who may not read cases reads no dossier', async () => {
  const r = await save(t, 'dispute', disputeOf({ secrecy: 'minor' }) as never)
  await addUser(t, '外示例', [{ book: 'mediation', role: 'clerk' }])
  await addUser(t, '队示例', [{ book: 'teams', role: 'head' }])
  for (const name of ['dossier.view', 'dossier.markAll', 'dossier.mark'] as const) {
    const more = {
      'dossier.view': {},
      'dossier.markAll': { day: '2026-11-23', byName: '李示例' },
      'dossier.mark': { marks: [{ item: 'identity', mark: seen }] },
    }[name]
    assert.equal((await t.refusal(name, { ...about(r), ...more }, '外示例')).code, 'not-found')
    assert.equal((await t.refusal(name, { ...about(r), ...more }, '队示例')).code, 'not-allowed')
  }
  assert.equal((await view(r)).kind, 'ordinary')
})

test('retyped after printing: told of the paper concerned, not of a later printing or a birthday; a kept paper never', async () => {
  const r = await agreed()
  const print = { ...about(r), paper: 'agreement', copies: 3 } as const
  await t.call('paper.printed', { ...print, mode: 'draft' })
  assert.equal(item(await view(r), 'agreement')?.printed, null, 'a draft is nothing to sign')
  await t.call('paper.printed', { ...print, mode: 'final' })
  t.clock.set('2027-03-01T09:00:00Z')
  assert.deepEqual(
    [item(await view(r), 'agreement')?.printed?.copies, item(await view(r), 'agreement')?.printed?.changed],
    [3, false],
  )
  const old = await t.call('record.get', about(r))
  const other = await save(t, 'dispute', { ...old.data, remarks: '不印在协议上' } as never, { old })
  assert.equal(item(await view(r), 'agreement')?.printed?.changed, false)
  const changed = await save(t, 'dispute', { ...other.data, facts: '又改了一句。' } as never, { old: other })
  const v = await view(r)
  assert.equal(item(v, 'agreement')?.printed?.changed, true)
  assert.ok(codes(v, 'agreement').includes('changedSincePrint'))
  const { copyNo } = await t.call('paper.printed', { ...print, mode: 'final' })
  assert.equal(item(await view(r), 'agreement')?.printed?.changed, false)
  await t.call('paper.printUndone', { ...about(r), paper: 'agreement', mode: 'final', copyNo })
  assert.equal(item(await view(r), 'agreement')?.printed?.changed, true, 'the printer was off')
  await t.call('paper.printed', { ...print, mode: 'final', pages: '1' })
  assert.equal(item(await view(r), 'agreement')?.printed?.changed, true, 'one page of it is not the paper')
  await t.call('agreement.takeEffect', {
    ...about(r),
    revision: changed.revision,
    signedByPartiesOn: '2026-11-20',
    signedByMediatorsOn: '2026-11-20',
    sealedOn: '2026-11-20',
  })
  assert.equal(item(await view(r), 'agreement')?.kept, true)
  assert.equal(item(await view(r), 'agreement')?.printed?.changed, false)
})

test('retyped after its original was seen: the register and the paper differ', async () => {
  const r = await agreed()
  await t.call('dossier.mark', { ...about(r), marks: [{ item: 'agreement', mark: seen }] })
  await save(t, 'dispute', { ...r.data, copies: 5 } as never, { old: r })
  assert.deepEqual(codes(await view(r), 'agreement'), ['changedSinceMark'])
})
