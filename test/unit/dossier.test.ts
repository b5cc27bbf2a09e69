import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { casePaperRules, casePapers } from '../../shared/rules/casePapers.ts'
import { dossierKindOf, type FilePlace, filePlaces, fileStateOf } from '../../shared/rules/dossier.ts'
import {
  type DossierKind,
  defaultFileLists,
  dossierKinds,
  type FileItem,
  fileItems,
  fileListOf,
  fileListsSchema,
  noOwnLists,
  scanItems,
  statutoryItems,
} from '../../shared/rules/dossierLists.ts'
import { defaultSettings, settings as settingsSchema } from '../../shared/settings.ts'
import { agreedDispute, disputeOf, partOf } from '../support/samples.ts'

const oneForm = { ...defaultSettings, simpleOnOneForm: true }
const kindOf = (values: Partial<DisputeData>, settings = defaultSettings) => dossierKindOf(disputeOf(values), settings)

test('the kind of a dossier is told from the case', () => {
  const table: readonly (readonly [Partial<DisputeData>, DossierKind | null])[] = [
    [{}, 'ordinary'],
    [{ result: 'written' }, 'ordinary'],
    [{ result: 'oral' }, 'oral'],
    [{ result: 'failed' }, 'failed'],
    [{ result: 'refused' }, 'failed'],
    [{ result: 'withdrawn' }, 'failed'],
    [{ result: 'transferred' }, 'failed'],
    [{ result: 'terminated' }, 'failed'],
    [{ result: 'calmed' }, null],
    [{ notAcceptedOn: '2026-11-02' }, null],
    [{ result: 'written', difficulty: 'simple' }, 'ordinary'],
  ]
  for (const [values, kind] of table) assert.equal(kindOf(values), kind, JSON.stringify(values))
})

test('一案一表 is the kind of simple cases where the office says so, unless they came to nothing', () => {
  assert.equal(kindOf({ difficulty: 'simple', result: 'written' }, oneForm), 'simple')
  assert.equal(kindOf({ difficulty: 'simple', result: 'oral' }, oneForm), 'simple')
  assert.equal(kindOf({ difficulty: 'simple', result: 'failed' }, oneForm), 'failed')
  assert.equal(kindOf({ difficulty: 'general', result: 'oral' }, oneForm), 'oral')
})

const names = (places: readonly FilePlace[]) => places.map((x) => x.item)
const asked = (data: DisputeData, settings = defaultSettings) =>
  names(filePlaces(data, settings).filter((x) => x.asked))

test('the list of an agreed case: domain 2.1 in its order, and nothing the case does not call for', () => {
  const plain: readonly FileItem[] = [
    ...(['cover', 'catalogue', 'acceptanceForm', 'rightsNotice', 'identity'] as const),
    ...(['mediationRecord', 'agreement', 'backCover'] as const),
  ]
  assert.deepEqual(asked(agreedDispute()), plain)
  assert.deepEqual(asked(agreedDispute({ applicationForm: 'written' })), [
    ...(['cover', 'catalogue', 'application', 'acceptanceForm', 'rightsNotice', 'identity'] as const),
    ...(['mediationRecord', 'agreement', 'backCover'] as const),
  ])
})

test('the two papers of item 1: one of them is a must, told by the form of the application', () => {
  const needs = (values: Partial<DisputeData>) =>
    Object.fromEntries(filePlaces(agreedDispute(values), defaultSettings).map((x) => [x.item, x.need]))
  assert.equal(needs({ applicationForm: 'written' }).application, 'must')
  assert.equal(needs({ applicationForm: 'written' }).acceptanceForm, 'ifNeeded')
  assert.equal(needs({ applicationForm: 'oral' }).application, 'ifNeeded')
  assert.equal(needs({ applicationForm: 'oral' }).acceptanceForm, 'must')
})

test('what is asked for only when the case says so', () => {
  const paid = { manner: '现金', amount: 100, doneOn: '2026-11-25' } as const
  const table: readonly (readonly [Partial<DisputeData>, FileItem])[] = [
    [{ agents: [partOf(p.agent, { kind: 'entrusted', name: '示例代理' })] }, 'powerOfAttorney'],
    [{ inquiries: [partOf(p.inquiry, { asked: '示例证人' })] }, 'inquiryRecord'],
    [{ evidence: [partOf(p.evidence, { name: '示例照片' })] }, 'evidenceList'],
    [{ extensions: [partOf(p.extension, { until: '2026-12-20' })] }, 'extensionConsent'],
    [{ supplements: [partOf(p.supplement, { text: '示例补充' })] }, 'supplement'],
    [{ performances: [partOf(p.performance, { ...paid, receivedBy: '示例卓玛' })] }, 'receipt'],
    [{ performances: [partOf(p.performance, paid)] }, 'vouchers'],
    [{ urgings: [partOf(p.urging, { urgedOn: '2026-11-26' })] }, 'urgingNotice'],
    [{ followUps: [partOf(p.followUp, { heldOn: '2026-12-20' })] }, 'followUpRecord'],
    [{ confirmationWanted: true }, 'confirmationApplication'],
    [{ confirmationAppliedOn: '2026-11-26' }, 'courtPapers'],
    [{ policeReportedOn: '2026-11-26' }, 'policeReport'],
    [{ dossierNote: '示例说明' }, 'dossierNote'],
  ]
  for (const [values, item] of table) {
    assert.ok(!asked(agreedDispute({ performances: [] })).includes(item), item)
    assert.ok(asked(agreedDispute({ performances: [], ...values })).includes(item), item)
  }
  assert.ok(
    !asked(agreedDispute({ agents: [partOf(p.agent, { kind: 'legal', name: '示例母亲' })] })).includes(
      'powerOfAttorney',
    ),
  )
})

test('each kind has its own musts; what is no part of its list is not asked for', () => {
  const failed = asked(disputeOf({ result: 'failed', acceptanceDate: '2026-11-02' }))
  assert.ok(failed.includes('mediationRecord') && failed.includes('terminationNotice'))
  assert.ok(!failed.includes('agreement') && !failed.includes('transferLetter'))
  const withdrawn = asked(disputeOf({ result: 'withdrawn' }))
  assert.ok(!withdrawn.includes('mediationRecord'), 'nobody sat down together')
  const oral = asked(disputeOf({ result: 'oral' }))
  assert.ok(oral.includes('oralAgreement') && !oral.includes('agreement'))
  const simple = asked(disputeOf({ result: 'oral', difficulty: 'simple' }), oneForm)
  assert.deepEqual(simple, ['cover', 'catalogue', 'simpleForm', 'backCover'])
  assert.deepEqual(filePlaces(disputeOf({ result: 'calmed' }), defaultSettings), [])
})

test('every paper of a dossier is known to the register, and the others are scans only', () => {
  const papers = fileItems.filter((i) => !(scanItems as readonly string[]).includes(i))
  for (const paper of casePapers)
    assert.ok(paper === 'refusalNotice' || (papers as readonly string[]).includes(paper), paper)
  for (const kind of dossierKinds)
    for (const item of statutoryItems[kind])
      assert.equal(defaultFileLists[kind].find((r) => r.item === item)?.need, 'must', `${kind} ${item}`)
})

test('several of a list are several places; one that is a must and has none yet is a place to begin', () => {
  const keyed = (d: DisputeData, item: FileItem) =>
    filePlaces(d, defaultSettings).flatMap((x) => (x.item === item ? [[x.key, x.asked, x.lacks.length > 0]] : []))
  const two = agreedDispute({
    extensions: [1, 2].map((n) => partOf(p.extension, { until: n === 1 ? '2026-12-20' : null })),
  })
  assert.deepEqual(keyed(two, 'extensionConsent'), [
    ['extensionConsent.0', true, false],
    ['extensionConsent.1', true, true],
  ])
  assert.deepEqual(keyed(agreedDispute(), 'extensionConsent'), [['extensionConsent.0', false, false]])
  assert.deepEqual(keyed(disputeOf(), 'agreement'), [['agreement', true, true]])
  assert.equal(casePaperRules.agreement.count(disputeOf()), 1)
})

test('a mark decides how a place stands, then a scan, then the paper', () => {
  const place = (values: Partial<FilePlace>): FilePlace => ({
    ...{ key: 'agreement', item: 'agreement', paper: 'agreement', part: 0, need: 'must', asked: true, lacks: [] },
    ...values,
  })
  const mark = { day: '2026-11-25', byName: '李示例', reason: null, pages: null } as const
  assert.equal(fileStateOf(place({}), null, 0), 'filled')
  assert.equal(fileStateOf(place({ lacks: ['agreementNo'] }), null, 0), 'lacking')
  assert.equal(fileStateOf(place({ lacks: ['agreementNo'] }), null, 1), 'filled')
  assert.equal(fileStateOf(place({ paper: null, lacks: ['parties'] }), null, 0), 'lacking')
  assert.equal(fileStateOf(place({ asked: false }), null, 0), 'notAsked')
  assert.equal(fileStateOf(place({ asked: false }), null, 2), 'filled')
  assert.equal(fileStateOf(place({}), { ...mark, state: 'onFile' }, 0), 'onFile')
  assert.equal(fileStateOf(place({}), { ...mark, state: 'notNeeded' }, 3), 'notNeeded')
})

test('an office orders its list; what it leaves unnamed comes back in its usual place', () => {
  const own = defaultFileLists.ordinary.filter((r) => r.item !== 'mediationRecord' && r.item !== 'cover').toReversed()
  const list = fileListOf({ ...noOwnLists, ordinary: own }, 'ordinary').map((r) => r.item)
  assert.deepEqual(new Set(list), new Set(defaultFileLists.ordinary.map((r) => r.item)))
  assert.equal(list[0], 'cover')
  assert.equal(list[list.indexOf('extensionConsent') + 1], 'mediationRecord')
  assert.deepEqual(fileListOf(noOwnLists, 'oral'), defaultFileLists.oral)
})

test('what the law asks for can neither be left out nor weakened; the rest can', () => {
  const withNeed = (item: FileItem, need: 'ifNeeded' | 'out' | 'must') => ({
    ...noOwnLists,
    ordinary: defaultFileLists.ordinary.map((r) => (r.item === item ? { item, need } : r)),
  })
  const messages = (lists: unknown) => fileListsSchema.safeParse(lists).error?.issues.map((i) => i.message) ?? []
  for (const item of statutoryItems.ordinary) {
    assert.deepEqual(messages(withNeed(item, 'out')), ['fileItemStatutory'], item)
    assert.deepEqual(messages(withNeed(item, 'ifNeeded')), ['fileItemStatutory'], item)
  }
  assert.deepEqual(messages(withNeed('rightsNotice', 'out')), [])
  assert.deepEqual(messages(withNeed('closingReport', 'must')), [])
  assert.deepEqual(messages({ ...noOwnLists, failed: [{ item: 'agreement', need: 'must' }] }), ['fileItemUnknown'])
  const row = { item: 'identity', need: 'must' } as const
  assert.deepEqual(messages({ ...noOwnLists, simple: [row, row] }), ['twice'])
  assert.equal(settingsSchema.safeParse(defaultSettings).success, true)
})

test('an empty case has places and none of them throws', () => {
  const empty = emptyData(ledgerOf('dispute')) as unknown as DisputeData
  assert.ok(filePlaces(empty, defaultSettings).length > 10)
})
