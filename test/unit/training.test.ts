import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { problemsOf } from '../../shared/ledgers/check.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../shared/ledgers/index.ts'
import type { TrainingData } from '../../shared/ledgers/training.ts'
import { trainingStage } from '../../shared/rules/training.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { partOf, postOf, save, trainingOf } from '../support/samples.ts'

const context = { today: '2026-11-23', sample: true, settings: defaultSettings }
const { part } = ledgers.training.fields.attendances
type Attendance = TrainingData['attendances'][number]
const row = (values: Partial<Attendance> = {}): Attendance =>
  partOf(part, { name: '才让·示例', team: 'household', state: 'present', ...values })
const problems = (values: Partial<TrainingData>) =>
  problemsOf(ledgerOf('training'), trainingOf(values) as unknown as AnyData, context).map(
    (p) => `${p.path} ${p.code} ${p.severity}`,
  )

test('a training is a plan until something of what happened is written, and on file with its signed sheet', () => {
  const stage = (values: Partial<TrainingData>) => trainingStage(trainingOf(values))
  assert.equal(stage({}), 'planned')
  assert.equal(stage({ attendances: [row({ state: null })], signSheetFiled: true }), 'planned')
  assert.equal(stage({ attendances: [row({ state: null }), row({ state: 'absent' })] }), 'held')
  assert.equal(stage({ countOnly: true, countedPresent: 0 }), 'held')
  assert.equal(stage({ countedPresent: 30 }), 'planned')
  assert.equal(stage({ form: 'handbook', materials: 300 }), 'held')
  assert.equal(stage({ form: 'classroom', materials: 300 }), 'planned')
  assert.equal(stage({ attendances: [row()], signSheetFiled: true }), 'filed')
})

test('a plan may lie ahead, what happened may not; forty days are no training', () => {
  assert.deepEqual(problems({ heldOn: '2026-12-05' }), [])
  assert.deepEqual(problems({ heldOn: '2026-12-05', attendances: [row({ state: null })] }), [])
  assert.deepEqual(problems({ heldOn: '2026-12-05', attendances: [row()] }), ['heldOn heldInFuture error'])
  assert.deepEqual(problems({ heldOn: '2026-11-24', countOnly: true, countedPresent: 3 }), [
    'heldOn heldInFuture error',
  ])
  assert.deepEqual(problems({ heldOn: '2027-12-05' }), ['heldOn plannedFarAhead warning'])
  assert.deepEqual(problems({ heldOn: '2026-10-01', endsOn: '2026-10-31' }), [])
  assert.deepEqual(problems({ heldOn: '2026-10-01', endsOn: '2026-11-09' }), ['endsOn trainingTooLong error'])
  assert.deepEqual(problems({ endsOn: '2026-11-09' }), ['endsOn endsBeforeHeld error'])
  const times = { startTime: '14:00', endTime: '09:00' }
  assert.deepEqual(problems(times), ['endTime endTimeEarly error'])
  assert.deepEqual(problems({ ...times, heldOn: '2026-11-10', endsOn: '2026-11-11' }), [])
})

test('a head count has no names, a handbook no attendance; more cannot be signed for than was printed', () => {
  assert.deepEqual(problems({ countOnly: true }), ['countedPresent needed error'])
  assert.deepEqual(problems({ countOnly: true, countedPresent: 20, attendances: [row()] }), [
    'attendances countOnlyNames error',
  ])
  assert.deepEqual(problems({ countedPresent: 20 }), ['countedPresent countIdle warning'])
  const book = { form: 'handbook' } as const
  assert.deepEqual(problems({ ...book, materials: 300, materialsSigned: 290 }), [])
  assert.deepEqual(problems({ ...book, materials: 300, materialsSigned: 301 }), ['materialsSigned signedMore error'])
  assert.deepEqual(problems({ ...book, materials: 300, attendances: [row()] }), ['attendances handbookNoNames error'])
  assert.deepEqual(problems({ ...book, countOnly: true, countedPresent: 9 }), ['countedPresent handbookNoNames error'])
  assert.deepEqual(problems({ ...book, materialsSigned: 9 }), ['materials handbookCopies warning'])
})

test('a substitute has a name or nobody knows it; nobody stands twice; who is not ticked is counted', () => {
  const substitute = row({ state: 'substitute' })
  assert.deepEqual(problems({ attendances: [substitute] }), ['attendances.0.substitute substituteNeeded error'])
  assert.deepEqual(problems({ attendances: [{ ...substitute, absent: { substitute: 'unknown' } }] }), [])
  assert.deepEqual(problems({ attendances: [row({ substitute: '李示例' })] }), [
    'attendances.0.substitute substituteIdle warning',
  ])
  const member = '01890000-0000-7000-8000-000000000001'
  assert.deepEqual(problems({ attendances: [row({ member }), row({ member })] }), [
    'attendances.1.name memberTwice error',
  ])
  assert.deepEqual(problems({ attendances: [row({ member }), row()] }), [])
  assert.deepEqual(problems({ attendances: [row(), row()] }), ['attendances.1.name nameTwice warning'])
  assert.deepEqual(problems({ attendances: [row(), row({ unit: '示例二村' })] }), [])
  assert.deepEqual(problems({ attendances: [row(), row({ name: '李示例', state: null })] }), [
    'attendances notTicked warning',
  ])
  assert.deepEqual(problems({ attendances: [row({ team: 'shop' })] }), ['attendances.0.team teamNotMeant warning'])
  assert.deepEqual(problems({ signSheetFiled: true }), ['signSheetFiled filedNotHeld warning'])
})

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const codesOf = (found: readonly { readonly path: string; readonly code: string }[]) =>
  found.map((p) => `${p.path} ${p.code}`)

test('the roster of a day is who served on it, in the order of village and group, homonyms told apart', async () => {
  const posts = [
    { groupNo: '12', name: '卓玛·示例', village: '示例一村', birthDate: '1975-08-15' },
    { groupNo: '2', name: '卓玛·示例', village: '示例一村', birthDate: '1981-02-03' },
    { groupNo: '3', name: '李示例', village: '示例一村', leftOn: '2026-06-01', leavingReason: '外出' },
    { groupNo: '3', name: '王示例', village: '示例一村', selectedOn: '2026-06-01' },
    { groupNo: '1', name: '赵示例', village: '示例二村' },
    { team: 'vehicle', groupNo: '1', name: '马示例', department: '示例运输局', company: '示例出租' },
  ] as const
  for (const values of posts) await save(t, 'post', postOf(values))
  const ask = { ledger: 'training' as const, audiences: [] }
  const before6 = await t.call('training.roster', { ...ask, on: '2026-05-31', teams: ['household'] })
  assert.deepEqual(
    before6.rows.map((r) => [r.name, r.unit, r.hint]),
    [
      ['赵示例', '示例二村1组', ''],
      ['卓玛·示例', '示例一村2组', '2组 · 1981年生'],
      ['李示例', '示例一村3组', ''],
      ['卓玛·示例', '示例一村12组', '12组 · 1975年生'],
    ],
  )
  const after6 = await t.call('training.roster', { ...ask, on: '2026-06-01', teams: ['vehicle', 'household'] })
  assert.deepEqual(
    after6.rows.map((r) => r.name),
    ['赵示例', '卓玛·示例', '王示例', '卓玛·示例', '马示例'],
  )
  assert.equal(after6.rows.at(-1)?.unit, '示例运输局示例出租1组')
  const village = await t.call('training.roster', {
    ...{ ledger: 'training', on: '2026-06-01', teams: ['household'], audiences: ['示例二村'] },
  })
  assert.deepEqual(
    village.rows.map((r) => r.name),
    ['赵示例'],
  )
  assert.equal((await t.refusal('training.roster', { ...ask, on: '2026-02-30', teams: [] })).code, 'input-invalid')
})

test('who is ticked before joining or after leaving is named, in the record and while it is typed', async () => {
  const { rows } = await t.call('training.roster', {
    ...{ ledger: 'training', on: '2026-05-31', teams: ['household'], audiences: [] },
  })
  const later = await t.call('training.roster', {
    ...{ ledger: 'training', on: '2026-06-01', teams: ['household'], audiences: [] },
  })
  const li = rows.find((r) => r.name === '李示例')
  const wang = later.rows.find((r) => r.name === '王示例')
  assert.ok(li && wang)
  const attendances = [row({ member: wang.member, name: wang.name }), row({ member: li.member, name: li.name })]
  const may = await save(t, 'training', trainingOf({ heldOn: '2026-05-31', attendances }))
  assert.deepEqual(codesOf(may.warnings), ['attendances.0.name attendedBeforeJoining'])
  const june = await save(t, 'training', trainingOf({ heldOn: '2026-06-01', attendances }))
  assert.deepEqual(codesOf(june.warnings), ['attendances.1.name attendedAfterLeaving'])
  const found = await t.call('training.check', {
    ...{ ledger: 'training', id: null, heldOn: '2026-05-31', endsOn: '2026-06-02', ordinal: 1 },
    ...{ teams: ['household'], audiences: [] },
    members: attendances.map(({ member, name }) => ({ member, name })),
  })
  // Of two days one is enough; the session of the first day already has the number.
  assert.deepEqual(codesOf(found), ['ordinal ordinalTaken'])
})

test('第几次 is proposed from the sessions before it, for the teams and villages it is for', async () => {
  const ordinal = async (values: Partial<TrainingData>) => (await save(t, 'training', trainingOf(values))).data.ordinal
  assert.equal(await ordinal({ heldOn: '2026-01-10', teams: ['shop'] }), 1)
  assert.equal(await ordinal({ heldOn: '2026-03-31', teams: ['shop'] }), 2)
  assert.equal(await ordinal({ heldOn: '2026-04-01', teams: ['shop'] }), 1)
  assert.equal(await ordinal({ heldOn: '2026-03-31', teams: ['shop', 'building'] }), null)
  assert.equal(await ordinal({ heldOn: '2026-03-31', teams: ['building'], ordinal: 7 }), 7)
  const area = [partOf(ledgers.training.fields.audiences.part, { unit: '示例三村' })]
  assert.equal(await ordinal({ heldOn: '2026-07-05', teams: ['shop'], audiences: area }), 1)
  const other = [partOf(ledgers.training.fields.audiences.part, { unit: '示例四村' })]
  assert.equal(await ordinal({ heldOn: '2026-07-06', teams: ['shop'], audiences: other }), 1)
  assert.equal(await ordinal({ heldOn: '2026-07-07', teams: ['shop'] }), 3)
})

test('near the quarter’s end 今日 names the teams that owe trainings, by the office’s own days and unit, to the teams’ book only', async () => {
  const own = await unitOffice()
  try {
    const asked = async (pipe?: string) =>
      (await own.call('reminder.list', {}, pipe)).filter((r) => r.kind === 'quarterTrainings')
    assert.deepEqual(await asked(), [])
    await save(own, 'post', postOf({ village: '示例一村' }))
    await save(own, 'post', postOf({ team: 'shop', name: '马示例', village: '示例二村' }))
    await save(own, 'training', trainingOf({ heldOn: '2026-11-10', countOnly: true, countedPresent: 20 }))
    // 2026-11-23 is 38 days before the end.
    assert.deepEqual(await asked(), [])
    await own.call('setting.save', { trainingWarningDays: 38 })
    assert.deepEqual(await asked(), [
      {
        ...{ kind: 'quarterTrainings', year: 2026, quarter: 4, days: 38, count: 2 },
        units: [
          { team: 'household', unit: null, credits: 1 },
          { team: 'shop', unit: null, credits: 0 },
        ],
      },
    ])
    await own.call('setting.save', { trainingUnit: 'village' })
    assert.deepEqual(
      (await asked()).flatMap((r) => r.units.map((u) => u.unit)),
      ['示例一村', '示例二村'],
    )
    await addUser(own, 'mediator only', [{ book: 'mediation', role: 'clerk' }])
    assert.deepEqual(await asked('mediator only'), [])
    await own.call('setting.save', { trainingWarningDays: 0 })
    assert.deepEqual(await asked(), [])
  } finally {
    await own.dispose()
  }
})

test('that the signed sheet is on file is in the history, with who ticked it', async () => {
  const attendances = [row()]
  const old = await save(t, 'training', trainingOf({ attendances, teams: ['street'] }))
  const filed = await save(t, 'training', { ...old.data, signSheetFiled: true }, { old })
  assert.equal(filed.stage, 'filed')
  const history = await t.call('record.history', { ledger: 'training', id: old.id })
  const entry = history.find((h) => h.changes.some((c) => c.field === 'signSheetFiled'))
  assert.deepEqual(
    entry?.changes.map((c) => [c.field, c.before, c.after]),
    [['signSheetFiled', null, true]],
  )
  assert.notEqual(entry?.by, '')
})
