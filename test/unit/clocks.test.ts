import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { justiceTypes, results } from '../../shared/ledgers/codes.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { calendarOf } from '../../shared/rules/calendar.ts'
import { type Clock, type ClockContext, clockKinds, clocksOf, remindersOf } from '../../shared/rules/clocks.ts'
import { isRealDate, lastDay } from '../../shared/rules/dates.ts'
import { builtInHolidays } from '../../shared/rules/holidayTables.ts'
import { defaultSettings, exampleLevels } from '../../shared/settings.ts'
import { disputeOf, partOf } from '../support/samples.ts'

const context: ClockContext = { calendar: calendarOf(builtInHolidays), settings: defaultSettings, today: '2026-11-23' }
const nationalOnly = { ...context, calendar: calendarOf(builtInHolidays.filter((t) => t.layer === 'national')) }
const withSettings = (settings: Partial<ClockContext['settings']>): ClockContext => ({
  ...context,
  settings: { ...defaultSettings, ...settings },
})
const accepted = (acceptanceDate: string, more: Partial<DisputeData> = {}) => disputeOf({ acceptanceDate, ...more })
const inEffect = (on: string, more: Partial<DisputeData> = {}) =>
  accepted(on, {
    result: 'written',
    resultDate: on,
    signedByPartiesOn: on,
    signedByMediatorsOn: on,
    sealedOn: on,
    ...more,
  })
const promise = (dueOn: string | null, more: Partial<DisputeData['performances'][number]> = {}) =>
  partOf(p.performance, { debtor: '李示例', manner: '付款', dueOn, ...more })

const one = (d: DisputeData, kind: Clock['kind'], by: ClockContext = context): Clock | undefined =>
  clocksOf(d, by).find((c) => c.kind === kind)
/** [start, end as counted, end in law]. */
const days = (c: Clock | undefined) => c && [c.startsOn, c.unshiftedOn, c.dueOn]
const kinds = (d: DisputeData, by: ClockContext = context) => clocksOf(d, by).map((c) => c.kind)

test('one month from 受理, unshifted by default, shifted where the office wishes', () => {
  assert.deepEqual(days(one(accepted('2026-01-31'), 'general')), ['2026-01-31', '2026-02-28', '2026-02-28'])
  assert.deepEqual(days(one(accepted('2026-09-03'), 'general')), ['2026-09-03', '2026-10-03', '2026-10-03'])
  assert.equal(one(accepted('2026-09-03'), 'general', withSettings({ monthShifts: true }))?.dueOn, '2026-10-09')
  assert.equal(one(accepted('2024-01-31'), 'general')?.dueOn, '2024-02-29')
  assert.equal(one(accepted('2026-12-31'), 'general')?.tableMissing, false, 'what is not shifted needs no table')
  assert.equal(one(disputeOf(), 'general'), undefined, 'nothing runs before 受理')
})

test('劳动争议: fifteen days from the application, also before 受理', () => {
  for (const typeJustice of ['migrantWages', 'otherLabour'] as const) {
    const applied = disputeOf({ typeJustice, applicationDate: '2026-09-16' })
    assert.deepEqual(days(one(applied, 'labour')), ['2026-09-16', '2026-10-01', '2026-10-09'])
    assert.equal(one(applied, 'labour', nationalOnly)?.dueOn, '2026-10-08')
    const withBoth = accepted('2026-09-20', { typeJustice, applicationDate: '2026-09-16' })
    assert.deepEqual(kinds(withBoth), ['labour'], 'the month is for the other types')
    assert.equal(one(accepted('2026-09-20', { typeJustice }), 'labour')?.unshiftedOn, '2026-10-05')
  }
})

test('医疗纠纷: thirty working days from 受理, across the National Day holiday', () => {
  const d = accepted('2026-09-10', { typeJustice: 'medical' })
  assert.deepEqual(days(one(d, 'medical')), ['2026-09-10', '2026-10-29', '2026-10-29'])
  assert.equal(one(d, 'medical', nationalOnly)?.dueOn, '2026-10-28')
  assert.deepEqual(kinds(d), ['medical'])
})

test('医疗纠纷: the time of an appraisal is not counted; one still being made lets the clock stand still', () => {
  const medical = { typeJustice: 'medical', appraisalFrom: '2026-11-02' } as const
  const whole = one(accepted('2026-10-19', medical), 'medical', { ...context, today: '2026-11-01' })
  assert.deepEqual([whole?.dueOn, whole?.paused], ['2026-11-30', false], 'an appraisal to come takes no time yet')
  const ended = one(accepted('2026-10-19', { ...medical, appraisalUntil: '2026-11-13' }), 'medical')
  assert.deepEqual([ended?.dueOn, ended?.paused], ['2026-12-14', false], 'ten working days later')
  const open = one(accepted('2026-10-19', medical), 'medical')
  assert.deepEqual([open?.paused, open?.path, open?.dueOn], [true, 'appraisalUntil', '2026-12-22'])
  assert.deepEqual(remindersOf(accepted('2026-10-19', medical), context, '2026-10-19'), [])
  const backwards = one(accepted('2026-10-19', { ...medical, appraisalUntil: '2026-10-01' }), 'medical')
  assert.equal(backwards?.dueOn, '2026-11-30', 'an end before its beginning takes no time')
})

test('a type changed after its clock started has the clock of its new type', () => {
  const d = { applicationDate: '2026-09-01', acceptanceDate: '2026-09-10' }
  const clocks = (['neighbour', 'otherLabour', 'medical'] as const).map((typeJustice) =>
    clocksOf(disputeOf({ ...d, typeJustice }), context).map((c) => [c.kind, c.unshiftedOn]),
  )
  assert.deepEqual(clocks, [[['general', '2026-10-10']], [['labour', '2026-09-16']], [['medical', '2026-10-29']]])
})

const putOff = (until: string | null, signed: boolean | null = true) =>
  partOf(p.extension, { agreedOn: '2026-11-10', until, signed })

test('延期: the latest day that both sides signed for takes the place of the period’s end', () => {
  const d = accepted('2026-11-01', { extensions: [putOff('2026-12-20'), putOff('2027-01-02'), putOff('2026-12-25')] })
  const { unshiftedOn, dueOn, extended, startsOn } = one(d, 'general') ?? {}
  assert.deepEqual([startsOn, unshiftedOn, dueOn, extended], ['2026-11-01', '2027-01-02', '2027-01-02', true])
  const unsigned = accepted('2026-11-01', { extensions: [putOff('2026-12-20', null), putOff('2026-12-20', false)] })
  assert.deepEqual([one(unsigned, 'general')?.dueOn, one(unsigned, 'general')?.extended], ['2026-12-01', false])
  const shorter = accepted('2026-11-01', { extensions: [putOff('2026-11-15'), putOff(null)] })
  assert.deepEqual([one(shorter, 'general')?.dueOn, one(shorter, 'general')?.extended], ['2026-12-01', false])
  const labour = disputeOf({
    typeJustice: 'otherLabour',
    applicationDate: '2026-09-01',
    extensions: [putOff('2026-10-04')],
  })
  assert.deepEqual(days(one(labour, 'labour')), ['2026-09-01', '2026-10-04', '2026-10-09'])
})

test('mediation clocks stop when the case has moved on', () => {
  const last = { level: '村', enteredOn: '2026-11-20' }
  const escalated = withSettings({ levels: exampleLevels.slice() })
  const running = accepted('2026-11-01', { escalations: [partOf(p.escalation, last)] })
  assert.deepEqual(kinds(running, escalated), ['level', 'general'])
  const moved: readonly Partial<DisputeData>[] = [
    ...results.map((result) => ({ result })),
    { notAcceptedOn: '2026-11-02' },
    { closedOn: '2026-11-02' },
    { filedOn: '2026-11-02' },
  ]
  for (const change of moved) assert.deepEqual(kinds({ ...running, ...change }, escalated), [], JSON.stringify(change))
})

test('司法确认: thirty days from 生效, by the calendar', () => {
  assert.deepEqual(days(one(inEffect('2026-01-05'), 'confirmation')), ['2026-01-05', '2026-02-04', '2026-02-04'])
  assert.equal(one(inEffect('2025-12-02'), 'confirmation')?.dueOn, '2026-01-04', 'New Year; the Sunday is worked')
  assert.equal(one(inEffect('2026-01-16'), 'confirmation')?.dueOn, '2026-02-24', 'Spring Festival')
  assert.equal(one(inEffect('2026-01-29'), 'confirmation')?.dueOn, '2026-02-28', 'a worked Saturday stays')
  const nextYear = one(inEffect('2026-12-15'), 'confirmation')
  assert.deepEqual([nextYear?.dueOn, nextYear?.tableMissing], ['2027-01-14', true])
  const oral = accepted('2026-01-05', { result: 'oral', resultDate: '2026-01-05' })
  assert.equal(one(oral, 'confirmation')?.unshiftedOn, '2026-02-04')
  const lastAct = inEffect('2026-01-01', { sealedOn: '2026-01-05' })
  assert.equal(one(lastAct, 'confirmation')?.startsOn, '2026-01-05', 'from the last of the three acts')
})

test('司法确认 stops when it was asked for, decided or not wanted, and before 生效 it does not run', () => {
  const stops: readonly Partial<DisputeData>[] = [
    { confirmationAppliedOn: '2026-01-20' },
    { confirmationWanted: false },
    { confirmationResult: 'confirmed' },
    { closedOn: '2026-01-20' },
    { sealedOn: null },
  ]
  for (const change of stops) assert.equal(one(inEffect('2026-01-05', change), 'confirmation'), undefined)
  assert.equal(one(inEffect('2026-01-05'), 'confirmation')?.lapses, true)
  assert.equal(one(inEffect('2026-01-05', { confirmationWanted: true }), 'confirmation')?.lapses, false)
})

test('every instalment that is not done has a clock of its own', () => {
  const d = inEffect('2026-09-01', {
    performances: [promise('2026-10-01'), promise('2026-11-02', { doneOn: '2026-11-01' }), promise('2026-12-01')],
  })
  const found = clocksOf(d, context).filter((c) => c.kind === 'performance')
  assert.deepEqual(
    found.map((c) => [c.unshiftedOn, c.dueOn, c.what, c.path]),
    [
      ['2026-10-01', '2026-10-09', '李示例 付款', 'performances.0.doneOn'],
      ['2026-12-01', '2026-12-01', '李示例 付款', 'performances.2.doneOn'],
    ],
  )
  assert.equal(one({ ...d, performanceState: 'done' }, 'performance'), undefined)
  assert.equal(one({ ...d, closedOn: '2026-12-01' }, 'performance'), undefined)
  assert.equal(one({ ...d, performances: [promise(null)] }, 'performance'), undefined)
  assert.equal(one({ ...d, result: null }, 'performance'), undefined, 'a promise nobody has agreed on is none')
})

test('回访: so many days after 生效 or the last promised day', () => {
  assert.deepEqual(days(one(inEffect('2026-01-05'), 'followUp')), ['2026-01-05', '2026-02-04', '2026-02-04'])
  const owed = inEffect('2026-01-05', { performances: [promise('2026-09-03'), promise('2026-02-01')] })
  assert.deepEqual(days(one(owed, 'followUp')), ['2026-09-03', '2026-10-03', '2026-10-03'])
  assert.equal(one(owed, 'followUp', withSettings({ followUpDays: 7 }))?.dueOn, '2026-09-10')
  const visited = { ...owed, followUps: [partOf(p.followUp, { heldOn: '2026-09-04' })] }
  assert.equal(one(visited, 'followUp'), undefined)
  assert.equal(one({ ...owed, closedOn: '2026-09-04' }, 'followUp'), undefined)
  assert.equal(one(accepted('2026-01-05', { result: 'failed', resultDate: '2026-01-06' }), 'followUp'), undefined)
})

test('道路交通: three days after a failed mediation to ask the traffic police together, which count as working days', () => {
  const failed = accepted('2026-10-08', { typeJustice: 'traffic', result: 'failed', resultDate: '2026-11-20' })
  assert.deepEqual(days(one(failed, 'traffic')), ['2026-11-20', '2026-11-23', '2026-11-25'])
  assert.deepEqual(days(one({ ...failed, resultDate: '2026-09-29' }, 'traffic')), [
    '2026-09-29',
    '2026-10-02',
    '2026-10-10',
  ])
  assert.equal(one({ ...failed, result: 'terminated' }, 'traffic')?.lapses, true)
  assert.equal(one({ ...failed, result: 'withdrawn' }, 'traffic'), undefined)
  assert.equal(one({ ...failed, typeJustice: 'neighbour' }, 'traffic'), undefined)
  assert.equal(one({ ...failed, closedOn: '2026-11-21' }, 'traffic'), undefined)
})

test('逐级化解: the days of the level the case lies at, working days or calendar days', () => {
  const at = (level: string, enteredOn: string, leftOn: string | null = null) =>
    partOf(p.escalation, { level, enteredOn, leftOn })
  const example = withSettings({ levels: exampleLevels.slice() })
  const climbed = accepted('2026-09-28', {
    escalations: [at('社', '2026-09-28', '2026-09-29'), at('村', '2026-09-29')],
  })
  assert.deepEqual(days(one(climbed, 'level', example)), ['2026-09-29', '2026-10-09', '2026-10-09'])
  assert.deepEqual(one(climbed, 'level', example)?.path, 'escalations.1.leftOn')
  const calendarDays = withSettings({ levels: [{ name: '村', days: 2, unit: 'calendar' }] })
  assert.equal(one(climbed, 'level', calendarDays)?.dueOn, '2026-10-01')
  assert.equal(one(climbed, 'level'), undefined, 'no days are set for the levels an office begins with')
  const left = accepted('2026-09-28', { escalations: [at('社', '2026-09-28', '2026-09-29')] })
  assert.equal(one(left, 'level', example), undefined)
  assert.equal(
    exampleLevels.reduce((sum, l) => sum + (l.days ?? 0), 0),
    7,
  )
})

test('a bound dossier is due back, also after filing', () => {
  const lent = (dueOn: string | null, returnedOn: string | null = null) =>
    partOf(p.loan, { borrower: '示例法院', lentOn: '2026-11-01', dueOn, returnedOn })
  const d = accepted('2026-01-05', {
    closedOn: '2026-03-01',
    filedOn: '2026-03-02',
    loans: [lent('2026-11-14'), lent('2026-11-15', '2026-11-12'), lent(null)],
  })
  assert.deepEqual(
    clocksOf(d, context).map((c) => [c.kind, c.dueOn, c.what, c.path]),
    [['loan', '2026-11-14', '示例法院', 'loans.0.returnedOn']],
  )
})

test('补录: nothing reminds of a day that was past when the case was entered', () => {
  const late = inEffect('2026-06-01', {
    lateEntry: true,
    performances: [promise('2026-07-01'), promise('2026-12-01')],
  })
  const reminded = (d: DisputeData) => remindersOf(d, context, '2026-11-20').map((c) => [c.kind, c.unshiftedOn])
  assert.deepEqual(reminded(late), [
    ['performance', '2026-12-01'],
    ['followUp', '2026-12-31'],
  ])
  assert.deepEqual(reminded({ ...late, lateEntry: null }), [
    ['confirmation', '2026-07-01'],
    ['performance', '2026-07-01'],
    ['performance', '2026-12-01'],
    ['followUp', '2026-12-31'],
  ])
  const onTheDay = { ...late, performances: [promise('2026-11-20')] }
  assert.deepEqual(reminded(onTheDay)[0], ['performance', '2026-11-20'])
})

test('a clock of the machine set back a year changes no end', () => {
  const back = { ...context, today: '2025-11-23' }
  const d = inEffect('2026-10-01', { performances: [promise('2026-12-01')] })
  for (const any of [d, accepted('2026-10-01'), accepted('2026-10-01', { typeJustice: 'medical' })])
    assert.deepEqual(clocksOf(any, back), clocksOf(any, context))
})

const day = fc.constantFrom(
  null,
  '0001-01-01',
  '2025-12-31',
  '2026-02-14',
  '2026-09-30',
  '2026-11-23',
  '2027-03-01',
  lastDay,
)
const anyCase = fc
  .record<Partial<DisputeData>>({
    typeJustice: fc.constantFrom(null, ...justiceTypes),
    lateEntry: fc.constantFrom(null, true),
    applicationDate: day,
    acceptanceDate: day,
    appraisalFrom: day,
    appraisalUntil: day,
    result: fc.constantFrom(null, ...results),
    resultDate: day,
    signedByPartiesOn: day,
    signedByMediatorsOn: day,
    sealedOn: day,
    closedOn: fc.constantFrom(null, null, '2026-11-01'),
    extensions: fc.array(
      fc.tuple(day, fc.constantFrom(null, true)).map(([until, signed]) => putOff(until, signed)),
      { maxLength: 2 },
    ),
    escalations: fc.array(
      fc
        .tuple(day, day, fc.constantFrom('社', '村', '别处', null))
        .map(([enteredOn, leftOn, level]) => partOf(p.escalation, { enteredOn, leftOn, level })),
      { maxLength: 3 },
    ),
    performances: fc.array(
      fc.tuple(day, day).map(([dueOn, doneOn]) => promise(dueOn, { doneOn })),
      { maxLength: 3 },
    ),
    loans: fc.array(
      fc.tuple(day, day).map(([dueOn, returnedOn]) => partOf(p.loan, { dueOn, returnedOn })),
      { maxLength: 2 },
    ),
  })
  .map((values) => disputeOf(values))
const mediationKinds: ReadonlySet<string> = new Set(['general', 'labour', 'medical'])

test('property: of any record, every clock has real days in order, a known kind, one mediation period at most', () => {
  const example = withSettings({ levels: exampleLevels.slice(), monthShifts: true })
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyCase, (d) => {
      const clocks = clocksOf(d, example)
      for (const c of clocks) {
        seen.add(c.kind)
        assert.ok(isRealDate(c.unshiftedOn) && isRealDate(c.dueOn) && c.unshiftedOn <= c.dueOn, JSON.stringify(c))
        assert.ok((c.startsOn ?? '') <= c.dueOn || c.kind === 'performance' || c.kind === 'loan', JSON.stringify(c))
      }
      assert.ok(clocks.filter((c) => mediationKinds.has(c.kind)).length <= 1)
      assert.deepEqual(
        clocks.map((c) => c.unshiftedOn),
        clocks.map((c) => c.unshiftedOn).toSorted(),
      )
      if (d.closedOn !== null) assert.ok(clocks.every((c) => c.kind === 'loan'))
    }),
    { numRuns: 2000 },
  )
  assert.deepEqual([...seen].sort(), [...clockKinds].sort(), 'every kind was met')
})
