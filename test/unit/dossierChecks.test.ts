import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { filePlaces, fileStateOf } from '../../shared/rules/dossier.ts'
import { type DossierFacts, dossierChecks, type FileStanding } from '../../shared/rules/dossierChecks.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { agreedDispute, partOf } from '../support/samples.ts'

const mark = { state: 'onFile', day: '2026-11-25', byName: '李示例', reason: null, pages: null } as const
/** The facts of a case whose every item somebody has seen, but for what is changed. */
function factsOf(
  data: DisputeData,
  change: Partial<DossierFacts> = {},
  of: Record<string, Partial<FileStanding>> = {},
) {
  const items = filePlaces(data, defaultSettings).map((place): FileStanding => {
    const seen = place.asked ? mark : null
    const state = fileStateOf(place, seen, 0)
    return {
      ...place,
      mark: seen,
      state,
      scans: 0,
      changedSincePrint: false,
      changedSinceMark: false,
      ...of[place.key],
    }
  })
  const context = { today: '2026-12-01', sample: false, settings: defaultSettings }
  return { data, items, context, unreadable: [], homeless: [], builtPages: null, catalogueOutdated: false, ...change }
}
const whole: Partial<DisputeData> = {
  ...{ caseNo: '示例1号', agreementNo: '示例2号', evidence: [partOf(p.evidence, { name: '照片' })] },
  performances: [partOf(p.performance, { manner: '道歉', dueOn: '2026-12-10' })],
}
const found = (
  values: Partial<DisputeData> = {},
  ...rest: [Partial<DossierFacts>?, Record<string, Partial<FileStanding>>?]
) =>
  dossierChecks(factsOf(agreedDispute({ ...whole, ...values }), ...rest), []).map(
    (c) => `${c.severity} ${c.code} ${c.item ?? ''} ${c.path ?? ''}`,
  )
const acts = { signedByPartiesOn: '2026-11-20', signedByMediatorsOn: '2026-11-20', sealedOn: '2026-11-20' }
const paid = { manner: '现金', amount: 100, dueOn: '2026-11-25' } as const
const kept = (values: object) => [partOf(p.performance, { ...paid, ...values })]

test('a dossier with nothing to remark on is remarked on with nothing', () => {
  assert.deepEqual(found(), [])
})

test('each thing only the dossier shows is found where it is, and leads to the place where it is mended', () => {
  const lacking = { mark: null, state: 'lacking' as const }
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['a must that is missing', found({}, {}, { identity: { ...lacking, lacks: ['parties'] } })],
    ['a number that is missing', found({ caseNo: null })],
    ['an agreement in effect without number', found({ agreementNo: null, ...acts })],
    ['an original nobody saw', found({}, {}, { agreement: { mark: null, state: 'filled' } })],
    ['retyped after printing', found({}, {}, { agreement: { changedSincePrint: true } })],
    ['retyped after it was seen', found({}, {}, { agreement: { changedSinceMark: true, changedSincePrint: true } })],
    ['a must not needed, unexplained', found({}, {}, { identity: { state: 'notNeeded' } })],
    ['no evidence', found({ evidence: [] })],
    ['a visit that is due', found({ ...acts, closedOn: '2026-11-30', pages: 20 })],
    ['a visit too late', found({ ...acts, followUps: [partOf(p.followUp, { heldOn: '2027-02-01' })] })],
    ['a promise past its day', found({ performances: kept({}) })],
    [
      'money without proof',
      found(
        { performances: kept({ doneOn: '2026-11-25' }) },
        {},
        { vouchers: { mark: null, state: 'lacking', lacks: ['performances'] } },
      ),
    ],
    ['pages not counted', found({ closedOn: '2026-11-30' })],
    ['pages that differ', found({ pages: 12 }, { builtPages: 14 })],
    ['contents out of date', found({}, { catalogueOutdated: true })],
    ['a scan that is gone', found({}, { unreadable: [{ item: 'identity', title: '身份证' }] })],
    ['a scan of nothing', found({}, { homeless: [{ item: 'terminationNotice', title: '通知' }] })],
  ]
  assert.deepEqual(
    table.map(([, codes]) => codes),
    [
      ['error fileMissing identity parties'],
      ['error caseNoNone  caseNo'],
      ['error agreementNoNone  agreementNo'],
      ['warning originalUnseen agreement '],
      ['warning changedSincePrint agreement '],
      ['warning changedSinceMark agreement '],
      ['warning noteWanted identity dossierNote'],
      ['warning evidenceNone evidenceList evidence'],
      ['warning visitNone  followUps'],
      ['warning visitLate  followUps.0.heldOn'],
      ['warning promiseUnproved  performances.0.doneOn'],
      ['warning fileMissing vouchers performances', 'warning proofNone vouchers performances.0.receivedBy'],
      ['warning pagesNotCounted  pages'],
      ['warning pagesDiffer  pages'],
      ['warning catalogueOutdated catalogue '],
      ['error scanUnreadable identity '],
      ['warning scanHomeless terminationNotice '],
    ],
    JSON.stringify(table, null, 1),
  )
})

test('money is proved by a receipt, a voucher seen or scanned, or its page', () => {
  const done = (values: object = {}) => ({ performances: kept({ doneOn: '2026-11-25', ...values }) })
  const proof = (...args: Parameters<typeof found>) => found(...args).filter((c) => c.includes('proofNone'))
  assert.deepEqual(proof(done()), [], 'the voucher was seen')
  assert.deepEqual(proof(done({ receivedBy: '示例卓玛' })), [], 'a receipt')
  assert.deepEqual(proof(done(), {}, { vouchers: { mark: null, state: 'filled', scans: 1 } }), [], 'scanned')
  assert.deepEqual(proof(done({ voucherPage: '12' }), {}, { vouchers: { mark: null, state: 'lacking' } }), [])
})

test('what the case’s own rules found comes along as it is, errors before warnings', () => {
  const problems = [
    { path: 'recorder', code: 'recorderPresides', severity: 'warning' },
    { path: 'filedOn', code: 'dateOrder', severity: 'error', params: { step: 'closedOn' } },
  ] as const
  const checks = dossierChecks(factsOf(agreedDispute({ ...whole, caseNo: null })), problems)
  assert.deepEqual(
    checks.map((c) => [c.code, c.path]),
    [
      ['dateOrder', 'filedOn'],
      ['caseNoNone', 'caseNo'],
      ['recorderPresides', 'recorder'],
    ],
  )
})
