import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { procedurePhrases } from '../../shared/procedurePhrases.ts'
import { defaultReviewRows } from '../../shared/rules/dossierReview.ts'
import { defaultPaperSettings } from '../../shared/settingsPapers.ts'
import { defaultSocialOf, defaultSubtypes } from '../../shared/settingsTypes.ts'
import { addUser, signInFounder, type TestOffice, unitOffice } from '../support/office.ts'

let t: TestOffice
const listed = {
  name: '示例一村人民调解委员会',
  kind: 'village',
  validFrom: null,
  validUntil: null,
  caseNoPattern: null,
  agreementNoPattern: null,
} as const
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

test('every setting has a default, and the committee is what was typed at the start', async () => {
  assert.deepEqual(await t.call('setting.all', {}), {
    committee: '示例乡人民调解委员会',
    committees: [],
    caseNoAt: 'acceptance',
    caseNoPattern: '人调字〔{年}〕第{序号}号',
    agreementNoPattern: '人调协字〔{年}〕第{序号}号',
    idleMinutes: 10,
    backupEveryHours: 4,
    largeText: false,
    followUpDays: 30,
    monthShifts: false,
    levels: ['网格（联户组）', '村（社区）', '乡镇（街道）', '市'].map((name) => ({
      name,
      days: null,
      unit: 'working',
    })),
    phrases: procedurePhrases,
    subtypes: defaultSubtypes,
    socialOf: defaultSocialOf,
    paperFonts: { body: 'song', title: 'song' },
    mediators: [],
    smallerPeoples: {},
    teamManagers: {},
    ...defaultPaperSettings,
    printers: [],
    formPlaces: [],
    simpleOnOneForm: false,
    dossierLists: { ordinary: null, simple: null, oral: null, failed: null },
    reviewRows: defaultReviewRows,
    trainingUnit: 'office',
    trainingWarningDays: 30,
  })
})

test('what is saved stays, beside what was there; the session shows the idle minutes', async () => {
  const saved = await t.call('setting.save', { idleMinutes: 3, largeText: true })
  assert.deepEqual([saved.idleMinutes, saved.largeText, saved.backupEveryHours], [3, true, 4])
  await t.restart()
  await signInFounder(t)
  assert.deepEqual(await t.call('setting.all', {}), saved)
  assert.equal((await t.call('session.me', {}))?.idleMinutes, 3)
})

test('a change is an event of the office: which settings, not what they were set to', async () => {
  await t.call('setting.save', { committee: '示例一村人民调解委员会' })
  const { payloadOf } = await import('../../electron/core/register/journal.ts')
  const db = await t.inspect()
  const payload = db.prepare('SELECT payload FROM journal ORDER BY seq DESC LIMIT 1').pluck().get() as Uint8Array
  db.close()
  assert.deepEqual(payloadOf(payload), { event: 'setting.saved', changed: ['committee'] })
})

test('settings that would break something are refused', async () => {
  const wrong: readonly object[] = [
    { caseNoPattern: '第{序号}号' },
    { caseNoPattern: '〔{年}〕' },
    { caseNoPattern: '〔{年}〕第{序号}号{序号}' },
    { agreementNoPattern: '' },
    { caseNoPattern: '〔{年}〕第{序号0}号' },
    { caseNoAt: 'registration' },
    { committees: [{ ...listed, name: '' }] },
    { committees: [{ ...listed, kind: 'city' }] },
    { committees: [{ ...listed, caseNoPattern: '第{序号}号' }] },
    { committees: [{ ...listed, validFrom: '2026-03-01', validUntil: '2026-02-28' }] },
    { committees: [listed, listed] },
    { idleMinutes: 0 },
    { idleMinutes: 241 },
    { idleMinutes: 1.5 },
    { backupEveryHours: -1 },
    { committee: '\u0000' },
    { villages: ['示例村'] },
    { committee: '长'.repeat(61) },
    { followUpDays: 0 },
    { followUpDays: 366 },
    { levels: [{ name: '村', days: 0, unit: 'working' }] },
    { levels: [{ name: ' ', days: 1, unit: 'working' }] },
    { levels: [{ name: '村', days: 1, unit: 'hours' }] },
    { levels: ['村', '村'].map((name) => ({ name, days: 1, unit: 'working' })) },
    { unknown: 1 },
    { paperHeading: '示例市\n示例乡' },
    { paperHeading: '长'.repeat(41) },
    { acceptanceOpening: 'mine' },
    { partySignature: '签章' },
    { noticeExtra: '长'.repeat(601) },
    { noticeContact: '0941\u0007' },
    { tibetanTitles: { invoice: 'བོད་' } },
    { tibetanNotice: { fees: 'བོད་' } },
  ]
  for (const change of wrong)
    assert.equal((await t.refusal('setting.save', change)).code, 'input-invalid', JSON.stringify(change))
})

test('every window hears that settings changed', async () => {
  const heard: unknown[] = []
  const stop = t.office().on((pipe, event) => void heard.push([pipe, event]))
  await t.call('setting.save', { largeText: false })
  stop()
  await t.call('setting.save', { largeText: true })
  assert.deepEqual(heard, [[null, { type: 'changed', what: 'settings' }]])
})

test('whoever has no say in it is refused', async () => {
  await addUser(t, '李示例', [{ book: 'mediation', role: 'clerk' }])
  assert.equal((await t.refusal('setting.save', { largeText: true }, '李示例')).code, 'not-allowed')
  assert.ok(await t.call('setting.all', {}, '李示例'))
})

test('a stored setting that is no longer right gives way to its default and shuts nobody out', async () => {
  const stored = { idleMinutes: 0, largeText: true, caseNoPattern: '第{序号}{序号}号', gone: 1 }
  await t.change((db) => db.prepare("UPDATE fact SET value = ? WHERE key = 'settings'").run(JSON.stringify(stored)))
  const { idleMinutes, largeText, caseNoPattern } = await t.call('setting.all', {})
  assert.deepEqual([idleMinutes, largeText, caseNoPattern], [10, true, '人调字〔{年}〕第{序号}号'])
  await t.restart()
  assert.equal((await signInFounder(t)).idleMinutes, 10)
})

test('settings kept by an earlier program, without the wording of papers, read with its defaults and lose nothing', async () => {
  const { acceptanceOpening, ...changed } = await t.call('setting.save', {
    ...{ acceptanceOpening: 'plain', paperHeading: '示例市示例乡' },
  })
  assert.equal(acceptanceOpening, 'plain')
  const wording = Object.keys(defaultPaperSettings)
  const old = Object.fromEntries(Object.entries(changed).filter(([name]) => !wording.includes(name)))
  await t.change((db) => db.prepare("UPDATE fact SET value = ? WHERE key = 'settings'").run(JSON.stringify(old)))
  const read = await t.call('setting.all', {})
  assert.deepEqual(read, { ...old, ...defaultPaperSettings })
})
