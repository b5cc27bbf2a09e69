import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarOf, isRestDay, shifted, workingDaysAfter } from '../../shared/rules/calendar.ts'
import { daysAfter, daysBetween, isRealDate, lastDay, monthsAfter, weekdayOf } from '../../shared/rules/dates.ts'
import { builtInHolidays } from '../../shared/rules/holidayTables.ts'

const both = calendarOf(builtInHolidays)
const national = calendarOf(builtInHolidays.filter((t) => t.layer === 'national'))

test('the arrangements of 2024 to 2026, counted day by day', () => {
  const counts = builtInHolidays.map((t) => [t.layer, t.year, t.off.length, t.work.length])
  assert.deepEqual(counts, [
    ['national', 2024, 28, 8],
    ['national', 2025, 28, 5],
    ['national', 2026, 33, 6],
    ['prefecture', 2025, 1, 0],
    ['prefecture', 2026, 1, 0],
  ])
  for (const { off, work, year } of builtInHolidays) {
    for (const day of [...off, ...work]) assert.ok(isRealDate(day) && day.startsWith(`${year}-`), day)
    for (const day of work) assert.ok(weekdayOf(day) > 5 && !off.includes(day), `${day} is worked in exchange`)
    assert.equal(new Set([...off, ...work]).size, off.length + work.length)
  }
})

test('weekends rest, make-up working days do not, holidays do', () => {
  const rests = ['2026-02-28', '2026-03-01', '2026-02-14', '2026-02-16', '2026-03-02', '2026-01-04', '2026-10-08']
  assert.deepEqual(
    rests.map((day) => isRestDay(both, day)),
    [false, true, false, true, false, false, true],
  )
  assert.equal(isRestDay(national, '2026-10-08'), false)
})

test('a period that ends on a rest day ends on the next working day', () => {
  const ends: readonly (readonly [string, string, string])[] = [
    // [end as counted, with the prefecture's layer, without]
    ['2026-02-04', '2026-02-04', '2026-02-04'],
    ['2026-02-28', '2026-02-28', '2026-02-28'],
    ...['01', '02', '03', '04', '05', '06', '07'].map((d): readonly [string, string, string] => [
      `2026-10-${d}`,
      '2026-10-09',
      '2026-10-08',
    ]),
    ['2025-10-05', '2025-10-10', '2025-10-09'],
    ['2026-01-01', '2026-01-04', '2026-01-04'],
    ['2025-01-01', '2025-01-02', '2025-01-02'],
    ['2026-02-15', '2026-02-24', '2026-02-24'],
    ['2026-02-14', '2026-02-14', '2026-02-14'],
    ['2024-02-10', '2024-02-18', '2024-02-18'],
    ['2024-05-11', '2024-05-11', '2024-05-11'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2026-12-26', '2026-12-28', '2026-12-28'],
    ['2026-12-31', '2026-12-31', '2026-12-31'],
  ]
  for (const [end, withLayer, without] of ends) {
    assert.deepEqual(shifted(both, end), { dueOn: withLayer, tableMissing: false }, end)
    assert.deepEqual(shifted(national, end), { dueOn: without, tableMissing: false }, end)
  }
})

test('a year without a table counts without shift and says so, whatever day it is', () => {
  for (const day of ['2027-01-01', '2027-01-02', '2027-03-03', '2023-12-31', lastDay])
    assert.deepEqual(shifted(both, day), { dueOn: day, tableMissing: true }, day)
  // The prefecture's table alone does not make a year known.
  const alone = calendarOf([{ layer: 'prefecture', year: 2027, off: ['2027-10-08'], work: [], source: '示例' }])
  assert.deepEqual(shifted(alone, '2027-10-08'), { dueOn: '2027-10-08', tableMissing: true })
})

test('an end that would move into a year without a table stays', () => {
  const days = Array.from({ length: 31 }, (_, i) => `2026-12-${String(i + 1).padStart(2, '0')}`)
  const december = calendarOf([{ layer: 'national', year: 2026, off: days, work: [], source: '示例' }])
  assert.deepEqual(shifted(december, '2026-12-20'), { dueOn: '2026-12-20', tableMissing: true })
})

test('where both layers name a day, the prefecture’s word stands, in whatever order they came', () => {
  const tables = [
    { layer: 'prefecture', year: 2026, off: ['2026-10-10'], work: ['2026-10-05'], source: '示例' },
    ...builtInHolidays,
  ] as const
  for (const order of [tables, tables.toReversed()]) {
    const calendar = calendarOf(order)
    assert.deepEqual([isRestDay(calendar, '2026-10-10'), isRestDay(calendar, '2026-10-05')], [true, false])
  }
})

test('thirty working days across the National Day holiday, fifteen across the Spring Festival', () => {
  assert.deepEqual(workingDaysAfter(both, '2026-09-10', 30), { dueOn: '2026-10-29', tableMissing: false })
  assert.deepEqual(workingDaysAfter(national, '2026-09-10', 30), { dueOn: '2026-10-28', tableMissing: false })
  // 6, 9–14 February with the worked Saturday, 24–28 with the worked Saturday, 2–4 March.
  assert.deepEqual(workingDaysAfter(both, '2026-02-05', 15), { dueOn: '2026-03-04', tableMissing: false })
  // The first day is not counted, whether it is a working day or not.
  assert.equal(workingDaysAfter(both, '2026-11-20', 1).dueOn, '2026-11-23')
  assert.equal(workingDaysAfter(both, '2026-11-21', 1).dueOn, '2026-11-23')
})

test('working days over the end of the known years go on by weekdays and say that a table is missing', () => {
  assert.deepEqual(workingDaysAfter(both, '2026-12-30', 1), { dueOn: '2026-12-31', tableMissing: false })
  assert.deepEqual(workingDaysAfter(both, '2026-12-30', 3), { dueOn: '2027-01-04', tableMissing: true })
})

test('days of a pause are not counted, both ends included', () => {
  const pause = { from: '2026-11-24', until: '2026-11-26' }
  assert.equal(workingDaysAfter(both, '2026-11-20', 3, pause).dueOn, '2026-11-30')
  assert.equal(workingDaysAfter(both, '2026-11-20', 3, { from: '2026-11-26', until: '2026-11-24' }).dueOn, '2026-11-25')
  assert.equal(workingDaysAfter(both, '2026-11-20', 1, { from: '2000-01-01', until: lastDay }).dueOn, lastDay)
})

test('months end on the corresponding day, or at their end', () => {
  const ends: readonly (readonly [string, number, string])[] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2023-01-29', 1, '2023-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['0001-01-31', 1, '0001-02-28'],
    ['9999-12-15', 1, lastDay],
  ]
  for (const [from, months, end] of ends) assert.equal(monthsAfter(from, months), end, from)
})

const anyDay = fc
  .integer({ min: 0, max: daysBetween('2023-06-01', '2027-06-01') })
  .map((n) => daysAfter('2023-06-01', n))

test('property: a shifted end is the first working day from the counted one on', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { dueOn, tableMissing } = shifted(both, day)
      if (tableMissing) return assert.equal(dueOn, day)
      assert.ok(dueOn >= day && !isRestDay(both, dueOn))
      for (let d = day; d < dueOn; d = daysAfter(d, 1)) assert.ok(isRestDay(both, d))
    }),
  )
})

test('property: so many working days lie between, and the last of them is the end', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (start, days) => {
      const { dueOn } = workingDaysAfter(both, start, days)
      const between = Array.from({ length: daysBetween(start, dueOn) }, (_, i) => daysAfter(start, i + 1))
      assert.equal(between.filter((d) => !isRestDay(both, d)).length, days)
      assert.ok(!isRestDay(both, dueOn))
    }),
  )
})

test('property: a pause never brings an end forward', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (start, from, until) => {
      const paused = workingDaysAfter(both, start, 30, { from, until })
      assert.ok(paused.dueOn >= workingDaysAfter(both, start, 30).dueOn)
    }),
  )
})

test('the calendar ends: the farthest dates a form takes are counted without end or error', () => {
  const last = calendarOf([{ layer: 'national', year: 9999, off: [lastDay], work: [], source: '示例' }])
  assert.equal(shifted(last, lastDay).dueOn, lastDay)
  assert.equal(workingDaysAfter(last, '9999-12-30', 30).dueOn, lastDay)
  assert.equal(daysAfter(lastDay, 30), lastDay)
  assert.equal(workingDaysAfter(both, '0001-01-01', 5).tableMissing, true)
})
