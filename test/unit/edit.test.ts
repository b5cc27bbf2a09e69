import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asDataOf, changedFields, type Edit, edited, reasonAfter, takeFields } from '../../renderer/ledger/edit.ts'
import { firstState, followed, resolvedOver, savedAs } from '../../renderer/ledger/recordState.ts'
import type { RecordView } from '../../shared/contract/records.ts'
import { type AnyData, type AnyPart, emptyData, emptyPart } from '../../shared/ledgers/describe.ts'
import { party } from '../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { defaultSettings } from '../../shared/settings.ts'

const ledger = ledgerOf('dispute')
const today = '2026-03-09'
const context = { today, sample: true, variant: null, assumedYear: null, settings: defaultSettings }
const blank = emptyData(ledger)
const apply = (data: AnyData, ...edits: readonly Edit[]): AnyData =>
  edits.reduce((d, e) => edited(ledger, d, e, context), data)
const partiesOf = (data: AnyData) => data.parties as readonly AnyPart[]
const names = (data: AnyData) => partiesOf(data).map((p) => p.name)
const withParties = (...given: readonly string[]): AnyData => ({
  ...blank,
  parties: given.map((name) => ({ ...emptyPart(party), name })),
})

test('a value given is no longer absent, and an absent value is blank', () => {
  const absent = apply(
    blank,
    { type: 'set', path: 'summary', value: '甲' },
    { type: 'absent', path: 'summary', reason: 'unknown' },
  )
  assert.equal(absent.summary, null)
  assert.deepEqual(absent.absent, { summary: 'unknown' })
  assert.deepEqual(apply(absent, { type: 'set', path: 'summary', value: '乙' }).absent, {})
})

test('the key for 暂缺 steps through its reasons and back', () => {
  assert.equal(reasonAfter(blank, 'summary'), 'unknown')
  assert.equal(reasonAfter({ ...blank, absent: { summary: 'unknown' } }, 'summary'), 'refused')
  assert.equal(reasonAfter({ ...blank, absent: { summary: 'refused' } }, 'summary'), null)
})

test('a right ID number fills sex and birth date, and leaves what was typed by hand', () => {
  const id = { type: 'set', path: 'parties.0.idNumber', value: '990011199001010016' } as const
  const [filled] = partiesOf(apply(withParties('甲'), id))
  assert.equal(filled?.sex, '1')
  assert.equal(filled?.birthDate, '1990-01-01')
  const [kept] = partiesOf(
    apply(withParties('甲'), { type: 'set', path: 'parties.0.birthDate', value: '1991-02-03' }, id),
  )
  assert.equal(kept?.birthDate, '1991-02-03')
  const [wrong] = partiesOf(apply(withParties('甲'), { ...id, value: '990011199001010017' }))
  assert.equal(wrong?.birthDate, null)
  const [passport] = partiesOf(
    apply(withParties('甲'), { type: 'set', path: 'parties.0.certificateKind', value: 'passport' }, id),
  )
  assert.equal(passport?.sex, null)
})

test('parts are added, copied, moved and removed where they are meant', () => {
  const three = withParties('甲', '乙', '丙')
  assert.deepEqual(names(apply(three, { type: 'copy', list: 'parties', index: 0 })), ['甲', '甲', '乙', '丙'])
  assert.deepEqual(names(apply(three, { type: 'remove', list: 'parties', index: 1 })), ['甲', '丙'])
  assert.deepEqual(names(apply(three, { type: 'move', list: 'parties', index: 2, by: -1 })), ['甲', '丙', '乙'])
  assert.deepEqual(names(apply(three, { type: 'move', list: 'parties', index: 0, by: -1 })), ['甲', '乙', '丙'])
  assert.deepEqual(names(apply(three, { type: 'add', list: 'parties' })), ['甲', '乙', '丙', null])
  assert.deepEqual(names(apply(three, { type: 'remove', list: 'parties', index: 9 })), ['甲', '乙', '丙'])
})

test('differing fields are found, and taken with their reasons', () => {
  const mine = { ...blank, summary: '甲', village: '示例一村', absent: {} }
  const theirs = { ...blank, village: '示例二村', absent: { summary: 'refused' } } as const
  assert.deepEqual(changedFields(ledger, mine, theirs), ['village', 'summary'])
  const taken = takeFields(mine, theirs, ['summary'])
  assert.equal(taken.summary, null)
  assert.equal(taken.village, '示例一村')
  assert.deepEqual(taken.absent, { summary: 'refused' })
})

test('a draft of an older description loses unknown fields and gains blank ones', () => {
  const read = asDataOf(blank, { summary: '甲', goneField: '乙', absent: {} })
  assert.equal(read.summary, '甲')
  assert.equal(read.village, null)
  assert.ok(!Object.hasOwn(read, 'goneField'))
})

const view = (revision: number, data: AnyData): RecordView => ({
  ledger: 'dispute',
  id: '0',
  revision,
  createdAt: '',
  updatedAt: '',
  updatedBy: '',
  stage: 'registration',
  frozenFields: [],
  keptPapers: [],
  data,
  warnings: [],
})
const opened = {
  ledger: 'dispute',
  draftKey: 'k',
  view: view(1, blank),
  draft: null,
  initial: {},
  today,
  sample: true,
  variant: null,
  assumedYear: null,
  settings: defaultSettings,
  places: [],
} as const

test('what is typed while a save is under way is neither lost nor taken for saved', () => {
  const sent: AnyData = { ...blank, summary: '甲' }
  const typedOn: AnyData = { ...sent, village: '示例一村' }
  const after = savedAs({ ...firstState(opened), data: typedOn }, view(2, sent), sent)
  assert.equal(after.data.village, '示例一村')
  assert.equal(after.saved.village, null)
  assert.equal(after.revision, 2)
})

test('a newer record is followed, or continued over with chosen fields', () => {
  const theirs = view(5, { ...blank, summary: '他改的', village: '示例二村' })
  const mine = { ...firstState(opened), data: { ...blank, village: '示例一村' } as AnyData }
  assert.deepEqual(followed(mine, theirs).data, theirs.data)
  const merged = resolvedOver(mine, theirs, ['summary'])
  assert.equal(merged.data.summary, '他改的')
  assert.equal(merged.data.village, '示例一村')
  assert.equal(merged.revision, 5)
})

test('a draft begun on an older revision knows that what is saved is not what it started from', () => {
  const draft = {
    key: 'k',
    ledger: 'dispute',
    recordId: '0',
    baseRevision: 1,
    data: blank,
    title: '',
    savedAt: '',
  } as const
  assert.equal(firstState({ ...opened, draft }).baseKnown, true)
  const late = firstState({ ...opened, view: view(3, blank), draft })
  assert.equal(late.baseKnown, false)
  assert.equal(late.revision, 1)
  assert.equal(resolvedOver(late, view(3, blank), []).baseKnown, true)
})
