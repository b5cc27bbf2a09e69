import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import { defaultReviewRows, reviewRowsSchema, suggestedDeduction } from '../../shared/rules/dossierReview.ts'
import { zhCN } from '../../shared/text/zh-CN.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, save } from '../support/samples.ts'
import { bodyText, projectRoot, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  copyFonts(projectRoot)
  t = await unitOffice()
})
after(() => t.dispose())
const about = (r: { readonly id: string }) => ({ ledger: 'dispute', id: r.id }) as const

test('the sheet an office finds has a hundred points, and each of its checks is one that can be found', () => {
  assert.equal(
    defaultReviewRows.reduce((sum, r) => sum + r.points, 0),
    100,
  )
  assert.equal(reviewRowsSchema.safeParse(defaultReviewRows).success, true)
  const named = defaultReviewRows.flatMap((r) => r.checks)
  assert.deepEqual(
    named.filter((code) => !Object.hasOwn(zhCN.problems, code)),
    [],
  )
  assert.equal(new Set(named).size, named.length, 'a check lowers one row only')
})

test('each check found takes off its points, never more than the row has', () => {
  const row = { key: 'x', text: '示例', points: 5, each: 2, checks: ['visitNone'] }
  const found = (count: number) => Array.from({ length: count }, () => ({ code: 'visitNone' }))
  assert.deepEqual(
    [0, 1, 2, 3, 9].map((n) => suggestedDeduction(row, [...found(n), { code: 'other' }])),
    [0, 2, 4, 5, 5],
  )
})

test('a dossier is scored row by row, and the sum stands when none is open', async () => {
  const r = await save(t, 'dispute', agreedDispute())
  const open = await t.call('dossier.review', about(r))
  assert.deepEqual([open.points, open.reached, open.by], [100, null, null])
  assert.ok((open.rows.find((x) => x.key === 'complete')?.suggested ?? 0) > 0, 'much is missing')
  const full = open.rows.map(({ key, points }) => ({ key, score: points, reason: null }))
  const [first, ...others] = full
  const lowered = { key: first?.key ?? '', score: 12.5, reason: '缺身份证明' }
  const scored = await t.call('dossier.saveReview', { ...about(r), scores: [lowered, ...others] })
  assert.deepEqual([scored.reached, scored.by], [92.5, '张示例'])
  const text = bodyText(
    await readPdf((await t.call('officePaper.preview', { book: 'mediation', paper: 'reviewSheet', about: r.id })).pdf),
  )
  for (const word of ['卷宗评查表', '缺身份证明', '12.5', '92.5']) assert.ok(text.includes(word), word)
  const opened = await t.call('dossier.saveReview', { ...about(r), scores: [{ ...lowered, score: null }] })
  assert.equal(opened.reached, null)
})

test('a score above its row, points off without a reason, an unknown row: refused, and nothing of it is kept', async () => {
  const r = await save(t, 'dispute', agreedDispute())
  const good = { key: 'visit', score: 4, reason: null }
  const refused = async (scores: object[]) => {
    const { code, details } = await t.refusal('dossier.saveReview', { ...about(r), scores })
    return [code, details.problems]
  }
  const problem = (code: string, params: object) => [{ path: 'evidence', code, severity: 'error', params }]
  assert.deepEqual(await refused([good, { key: 'evidence', score: 9, reason: null }]), [
    'input-invalid',
    problem('scoreTooHigh', { points: 8 }),
  ])
  assert.deepEqual(await refused([good, { key: 'evidence', score: 7, reason: null }]), [
    'input-invalid',
    problem('scoreReason', {}),
  ])
  assert.equal((await refused([good, { key: 'other', score: 1, reason: null }]))[0], 'not-found')
  assert.ok((await t.call('dossier.review', about(r))).rows.every((x) => x.score === null))
})

test('heads score; a locked case’s sheet is nobody else’s, also on paper; printing says which case it was', async () => {
  await addUser(t, '评示例', [{ book: 'mediation', role: 'clerk' }])
  const open = await save(t, 'dispute', agreedDispute({ caseNo: '示例人调字〔2026〕第9号' }))
  const scores = [{ key: 'visit', score: 4, reason: null }]
  assert.equal((await t.refusal('dossier.saveReview', { ...about(open), scores }, '评示例')).code, 'not-allowed')
  assert.equal((await t.call('dossier.review', about(open), '评示例')).points, 100)
  const locked = await save(t, 'dispute', agreedDispute({ secrecy: 'private' }))
  assert.equal((await t.refusal('dossier.review', about(locked), '评示例')).code, 'not-found')
  const sheet = { book: 'mediation', paper: 'reviewSheet' } as const
  for (const id of [locked.id, null]) {
    assert.equal((await t.refusal('officePaper.preview', { ...sheet, about: id }, '评示例')).code, 'not-found')
    assert.equal(
      (await t.refusal('officePaper.printed', { ...sheet, about: id, copies: 1 }, '评示例')).code,
      'not-found',
    )
  }
  await t.call('officePaper.printed', { ...sheet, about: open.id, copies: 1 }, '评示例')
  const style = { about: open.id, style: 'plain', place: null } as const
  const { fileName } = await t.call('officePaper.savePdf', { ...sheet, ...style }, '评示例')
  assert.ok(fileName.startsWith('卷宗评查表示例人调字〔2026〕第9号'), `${fileName}: a file is found by its case number`)
  const db = await t.inspect()
  const noted = db.prepare("SELECT record_id FROM access_log WHERE what = 'print'").pluck().all()
  db.close()
  assert.deepEqual(noted, [open.id])
})
