import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { yuanCapital, yuanFigures } from '../../shared/rules/money.ts'
import { capitalNumber, chineseNumber } from '../../shared/rules/numerals.ts'

const capitals: readonly (readonly [number, string])[] = [
  [100500, '壹仟零伍元整'],
  [1205000, '壹万贰仟零伍拾元整'],
  [1000000000, '壹仟万元整'],
  [50, '伍角整'],
  [0, '零元整'],
  [5, '伍分'],
  [1005, '壹拾元零伍分'],
  [1050, '壹拾元伍角整'],
  [100055, '壹仟元伍角伍分'],
  [10700053, '壹拾万柒仟元伍角叁分'],
  [10000100, '壹拾万零壹元整'],
  [1000010000, '壹仟万零壹佰元整'],
  [100000000_00, '壹亿元整'],
  [100000001_00, '壹亿零壹元整'],
  [100010000_00, '壹亿零壹万元整'],
  [110000000_00, '壹亿壹仟万元整'],
  [1000000000001_00, '壹万亿零壹元整'],
]

test('大写 of known amounts', () => {
  for (const [fen, text] of capitals) assert.equal(yuanCapital(fen), text)
})

test('figures have thousands and two decimals', () => {
  assert.equal(yuanFigures(0), '0.00')
  assert.equal(yuanFigures(5), '0.05')
  assert.equal(yuanFigures(99999), '999.99')
  assert.equal(yuanFigures(1205000), '12,050.00')
  assert.equal(yuanFigures(123456789012), '1,234,567,890.12')
})

test('headings count in ordinary numerals', () => {
  const known = [
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
  ] as const
  for (const [n, text] of known) assert.equal(chineseNumber(n), text)
  assert.equal(capitalNumber(12), '壹拾贰')
})

/** Reads 大写 back, digit by digit, without knowing how it was written. */
function fenOf(text: string): number {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }
  let [sum, section, digit, fen] = [0, 0, 0, 0]
  for (const char of text) {
    const unit = units[char]
    if (digits.includes(char)) digit = digits.indexOf(char)
    else if (unit !== undefined) [section, digit] = [section + digit * unit, 0]
    else if (char === '万') [sum, section, digit] = [sum + (section + digit) * 1e4, 0, 0]
    else if (char === '亿') [sum, section, digit] = [(sum + section + digit) * 1e8, 0, 0]
    else if (char === '元') [fen, sum, section, digit] = [(sum + section + digit) * 100, 0, 0, 0]
    else if (char === '角') [fen, digit] = [fen + digit * 10, 0]
    else if (char === '分') [fen, digit] = [fen + digit, 0]
  }
  return fen
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 10 ** 15 }),
  // Amounts full of zeros: the gaps are where 大写 goes wrong.
  fc.array(fc.constantFrom(0, 0, 0, 1, 5), { minLength: 1, maxLength: 15 }).map((d) => Number(d.join(''))),
)

test('大写 and figures both read back as the amount', () => {
  fc.assert(
    fc.property(amount, (fen) => {
      assert.equal(fenOf(yuanCapital(fen)), fen)
      assert.equal(Number(yuanFigures(fen).replace(/[,.]/g, '')), fen)
    }),
  )
})

test('大写 never doubles a 零, never ends a unit with one, and says 整 exactly when there are no 分', () => {
  fc.assert(
    fc.property(amount, (fen) => {
      const text = yuanCapital(fen)
      assert.doesNotMatch(text, /零零|零[拾佰仟万亿角分]/)
      if (fen > 0) assert.doesNotMatch(text, /零元|^零/)
      assert.equal(text.endsWith('整'), fen % 10 === 0)
    }),
  )
})

test('what is not a whole number of fen is refused', () => {
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => yuanCapital(wrong), RangeError)
    assert.throws(() => yuanFigures(wrong), RangeError)
  }
})
