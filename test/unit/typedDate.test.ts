import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chineseDate } from '../../shared/rules/dates.ts'
import { typedDate, typedTime } from '../../shared/rules/typedDate.ts'

const today = '2026-03-09'

test('dates are taken as people type them', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2026.1.5', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2026/01/05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['２０２６．１．５', '2026-01-05'],
    ['二〇二六年一月五日', '2026-01-05'],
    ['1月5日', '2026-01-05'],
    ['1.5', '2026-01-05'],
    ['26.1.5', '2026-01-05'],
    ['68.12.4', '1968-12-04'],
    [' 2026 . 1 . 5 ', '2026-01-05'],
    ['今天', '2026-03-09'],
    ['昨天', '2026-03-08'],
    ['2024.2.29', '2024-02-29'],
    ['2023.2.29', null],
    ['2026.13.1', null],
    ['1985', null],
    ['去年', null],
    ['', null],
  ]
  for (const [typed, expected] of cases) assert.equal(typedDate(typed, today), expected, typed)
})

test('every date printed in Chinese is read back the same', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      assert.equal(typedDate(chineseDate(day), today), day)
      assert.equal(typedDate(day, today), day)
    }),
  )
})

test('times are taken as people type them', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['9:30', '09:30'],
    ['９：３０', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['下午3点20分', '15:20'],
    ['15', '15:00'],
    ['24:00', null],
    ['9:75', null],
    ['上午', null],
  ]
  for (const [typed, expected] of cases) assert.equal(typedTime(typed), expected, typed)
})

test('a date without a year is of the year assumed, as in a pile of old dossiers; a year typed is kept', () => {
  assert.equal(typedDate('3.5', '2026-11-01', '2019'), '2019-03-05')
  assert.equal(typedDate('2020.3.5', '2026-11-01', '2019'), '2020-03-05')
  assert.equal(typedDate('2.29', '2026-11-01', '2019'), null)
  assert.equal(typedDate('今天', '2026-11-01', '2019'), '2026-11-01')
})
