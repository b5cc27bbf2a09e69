import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chineseDate, fullYears, isRealDate, latestDate, monthOf, quarterOf, yearOf } from '../../shared/rules/dates.ts'
import { birthDateOf, identityProblem, isCreditCode, isSampleId, sexOf } from '../../shared/rules/identity.ts'
import { amountBand } from '../../shared/rules/travel.ts'

const today = '2026-11-23'

const numbers: readonly (readonly [string, string, '1' | '2', ReturnType<typeof identityProblem>])[] = [
  ['990011199001010016', '1990-01-01', '1', null],
  ['990012201506071232', '2015-06-07', '1', null],
  ['990021196812040453', '1968-12-04', '1', null],
  ['990031197508153020', '1975-08-15', '2', null],
  ['990011198502300025', '', '2', 'idDate'],
]
for (const [id, birth, sex, problem] of numbers)
  test(`${id} of domain 6.1: ${problem ?? 'right'}`, () => {
    assert.equal(identityProblem(id, today), problem)
    assert.equal(birthDateOf(id) ?? '', birth)
    assert.equal(sexOf(id), sex)
    assert.ok(isSampleId(id))
  })

const wrongNumbers: readonly (readonly [string, ReturnType<typeof identityProblem>])[] = [
  ['', 'idShape'],
  ['99001119900101001', 'idShape'],
  ['9900111990010100160', 'idShape'],
  ['99001119900101001x', 'idShape'],
  ['９９００１１１９９００１０１００１６', 'idShape'],
  ['990011 19900101 0016', 'idShape'],
  ['990011199001010017', 'idCheckDigit'],
  ['990011199001010061', 'idCheckDigit'],
  ['990011199013010016', 'idDate'],
  ['990011202612010016', 'idFuture'],
  ['990011189001010016', 'idAge'],
]
for (const [id, problem] of wrongNumbers)
  test(`「${id}」 is ${problem}`, () => assert.equal(identityProblem(id, today), problem))

/** The check digit computed anew, as GB 11643 writes it. */
function numberOf(first17: string): string {
  const weight = (place: number) => 2 ** (18 - place) % 11
  const sum = [...first17].reduce((s, digit, i) => s + Number(digit) * weight(i + 1), 0)
  return first17 + ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11]
}
const birth = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const idNumber = fc
  .tuple(birth, fc.integer({ min: 0, max: 999 }))
  .map(([d, n]) => numberOf(`990011${d.replaceAll('-', '')}${String(n).padStart(3, '0')}`))

test('a right number with any one digit changed is wrong (property)', () => {
  fc.assert(
    fc.property(idNumber, fc.nat(17), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
      assert.equal(identityProblem(id, today), null)
      const digit = id[at] === 'X' ? '0' : String((Number(id[at]) + by) % 10)
      assert.notEqual(identityProblem(id.slice(0, at) + digit + id.slice(at + 1), today), null)
    }),
  )
})

test('two neighbouring digits of a right number changed over are found, when they differ (property)', () => {
  fc.assert(
    fc.property(idNumber, fc.nat(15), (id, at) => {
      if (id[at] === id[at + 1]) return
      const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)
      assert.notEqual(identityProblem(swapped, today), null)
    }),
  )
})

test('an age of 130 years is a slip of the pen, 129 is not', () => {
  assert.equal(identityProblem(numberOf('99001118961123001'), today), 'idAge')
  assert.equal(identityProblem(numberOf('99001118961124001'), today), null)
  assert.equal(identityProblem(numberOf('99001120261123001'), today), null)
  assert.equal(identityProblem(numberOf('99001120261124001'), today), 'idFuture')
})

test('统一社会信用代码 of domain 6.2', () => {
  const right = ['11623001000000019W', '526230011234567880', '92623001MA0A0A0A5K', '54623001N24000010A']
  for (const code of right) {
    assert.ok(isCreditCode(code), code)
    assert.ok(!isCreditCode(code.toLowerCase()) || !/[a-z]/.test(code.toLowerCase()), code)
    for (let at = 0; at < code.length; at++) {
      const other = code[at] === '1' ? '2' : '1'
      assert.ok(!isCreditCode(code.slice(0, at) + other + code.slice(at + 1)), `${code} with ${other} at ${at}`)
    }
  }
  for (const wrong of ['', '11623001000000019I', '11623001000000019', '1162300100000001 9W', 'O1623001000000019W'])
    assert.ok(!isCreditCode(wrong), wrong)
})

test('days that exist', () => {
  for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01']) assert.ok(isRealDate(day), day)
  for (const day of [
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-5',
    '2026-01-05 ',
    '20260105',
    '',
    '2026/01/05',
    '２０２６-01-05',
  ])
    assert.ok(!isRealDate(day), day)
})

test('full years: the day itself is the birthday, one born on 29 February has it on 1 March of common years', () => {
  const table = [
    ['1990-01-05', '2026-01-04', 35],
    ['1990-01-05', '2026-01-05', 36],
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
    ['2000-02-29', '2024-02-29', 24],
    ['2026-11-23', '2026-11-23', 0],
  ] as const
  for (const [born, on, years] of table) assert.equal(fullYears(born, on), years, `${born} ${on}`)
})

test('full years never fall back as days go on, and grow by one a year (property)', () => {
  fc.assert(
    fc.property(birth, birth, (a, b) => {
      const [born, on] = a < b ? [a, b] : [b, a]
      const years = fullYears(born, on)
      assert.ok(years >= 0)
      const nextYear = `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`
      assert.equal(fullYears(born, nextYear), years + 1)
    }),
  )
})

test('parts of dates, and dates as Chinese papers write them', () => {
  assert.equal(chineseDate('2026-01-05'), '2026年1月5日')
  assert.equal(chineseDate('2026-12-31'), '2026年12月31日')
  assert.deepEqual([monthOf('2026-01-05'), monthOf(null)], ['2026-01', ''])
  assert.deepEqual([yearOf('2026-01-05'), yearOf(null)], [2026, null])
  assert.deepEqual(['2026-01-31', '2026-03-31', '2026-04-01', '2026-12-01'].map(quarterOf), [1, 1, 2, 4])
  assert.equal(quarterOf(null), null)
  assert.equal(latestDate(['2026-01-05', '2025-12-31', '2026-01-04']), '2026-01-05')
})

test('bands an amount travels as', () => {
  const table = [
    [0, '0'],
    [1, 'under10k'],
    [1_000_000, 'under10k'],
    [1_000_001, 'under50k'],
    [5_000_000, 'under50k'],
    [10_000_000, 'under100k'],
    [50_000_000, 'under500k'],
    [50_000_001, 'over500k'],
  ] as const
  for (const [fen, band] of table) assert.equal(amountBand(fen), band, String(fen))
})
