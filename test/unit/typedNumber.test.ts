import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { typedDecimal, typedInteger, typedMoney } from '../../shared/rules/typedNumber.ts'

test('amounts typed in 元 become exact 分', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['1005', 100500],
    ['1,234.5', 123450],
    ['1.15', 115],
    ['１２００元', 120000],
    ['￥0.50', 50],
    ['3万', 3000000],
    ['1.2万元', 1200000],
    ['0.005', null],
    ['12.3.4', null],
    ['三千', null],
    ['', null],
  ]
  for (const [typed, expected] of cases) assert.equal(typedMoney(typed), expected, typed)
})

test('every amount of 分 written in 元 is read back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
      const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
      assert.equal(typedMoney(yuan), fen)
    }),
  )
})

test('whole and decimal numbers', () => {
  assert.equal(typedInteger('１２人'), 12)
  assert.equal(typedInteger('1.5'), null)
  assert.equal(typedDecimal('102.911'), 102.911)
  assert.equal(typedDecimal('abc'), null)
})
