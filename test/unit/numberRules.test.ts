import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { problemsOf } from '../../shared/ledgers/check.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { committeesOf, committeesOn, patternOf } from '../../shared/rules/committees.ts'
import {
  earlyProblems,
  fillNumber,
  gapsOf,
  numberDate,
  readNumber,
  type TypedNumber,
  typedProblems,
} from '../../shared/rules/numbers.ts'
import { type Committee, defaultSettings, settings as schema } from '../../shared/settings.ts'
import { disputeOf } from '../support/samples.ts'

const pattern = '示例人调字〔{年}〕第{序号}号'
const patterns = [
  pattern,
  '{年}示例{序号}',
  '示例医人调字[{年}]{序号3}号',
  '（{年}）示例调{序号}号',
  '示例.{序号}+{年}',
  '{序号4}/{年}',
]

test('what a pattern makes it reads again, whatever brackets, digits and spaces the paper has (property)', () => {
  const habit = (number: string): string =>
    number
      .replace(/[〔[（]/g, '【')
      .replace(/[〕\]）]/g, ' 】')
      .replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.integer({ min: 1990, max: 2099 }),
      fc.integer({ min: 1, max: 999999 }),
      (p, year, serial) => {
        assert.ok(schema.shape.caseNoPattern.safeParse(p).success, p)
        const number = fillNumber(p, year, serial)
        assert.deepEqual(readNumber(p, number), { year, serial }, number)
        assert.deepEqual(readNumber(p, habit(number)), { year, serial }, habit(number))
      },
    ),
  )
})

test('a serial may be written with leading zeros; what does not follow the pattern has none', () => {
  assert.equal(fillNumber('示例医人调字[{年}]{序号3}号', 2019, 11), '示例医人调字[2019]011号')
  assert.deepEqual(readNumber(pattern, '示例人调字〔2026〕第007号'), { year: 2026, serial: 7 })
  for (const other of [
    '示例人调字〔2026〕第0号',
    '示例人调字〔26〕第7号',
    '旧卷 7',
    '示例人调字〔2026〕第7号附',
    '示例人调字〔2026〕第号',
    '',
  ])
    assert.equal(readNumber(pattern, other), null, other)
})

test('gaps are exactly the serials nobody has, as ranges (property)', () => {
  const serials = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 })
  fc.assert(
    fc.property(serials, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 45 }), (used, first, last) => {
      const gaps = gapsOf(used, first, last)
      const listed = gaps.flatMap((g) => Array.from({ length: g.to - g.from + 1 }, (_, i) => g.from + i))
      const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
        (n) => !used.includes(n),
      )
      assert.deepEqual(listed, missing)
      const whole = gaps.every((g, i) => g.from <= g.to && (gaps[i + 1]?.from ?? 99) > g.to + 1)
      assert.ok(whole, 'no range is cut in two')
    }),
  )
})

const typed = (values: Partial<TypedNumber>): readonly string[] =>
  typedProblems({
    series: 'caseNo',
    typed: '示例人调字〔2026〕第8号',
    pattern,
    on: '2026-11-23',
    next: 8,
    holder: null,
    ...values,
  }).map((p) => [p.severity, p.code, ...Object.values(p.params ?? {})].join(' '))

test('a typed number is told what is wrong with it, by name', () => {
  assert.deepEqual(typed({}), [])
  assert.deepEqual(typed({ typed: '示例人调字〔2026〕第3号' }), [], 'paper that was missing comes in late')
  assert.deepEqual(typed({ typed: '示例人调字〔2026〕第08号' }), [])
  const holder = { number: '示例人调字〔2026〕第8号', voided: false }
  assert.deepEqual(typed({ holder }), ['error numberTaken 示例人调字〔2026〕第8号'])
  assert.deepEqual(typed({ holder: { ...holder, voided: true } }), ['error numberVoided 示例人调字〔2026〕第8号'])
  assert.deepEqual(typed({ typed: '示例人调字〔2026〕第80号' }), ['warning numberGap 8 72'])
  assert.deepEqual(typed({ on: '2027-01-04' }), ['warning numberYear 2026 2027-01-04'])
  assert.deepEqual(typed({ typed: '示例人调字[2026]第8号' }), ['warning numberBrackets 示例人调字〔2026〕第8号'])
  assert.deepEqual(typed({ typed: '旧（2025）8号' }), [
    'warning numberYear 2025 2026-11-23',
    'warning numberStyle 示例人调字〔2025〕第8号',
  ])
})

test('a day before the one of the year’s first number is doubted; the same day and a new book are not', () => {
  const early = (on: string, first: string | null) =>
    earlyProblems('caseNo', on, first).map((x) => [x.code, x.severity])
  assert.deepEqual(early('2026-01-04', '2026-01-05'), [['numberEarly', 'warning']])
  for (const [on, first] of [
    ['2026-01-05', '2026-01-05'],
    ['2026-01-06', '2026-01-05'],
    ['2026-01-04', null],
  ] as const)
    assert.deepEqual(early(on, first), [])
})

test('the day a number is for: 受理 or 立卷 by the setting, signing or agreeing, else today', () => {
  const of = (values: Partial<DisputeData>) => disputeOf({ acceptanceDate: '2026-03-01', ...values })
  assert.equal(numberDate('caseNo', of({}), 'acceptance', '2026-11-23'), '2026-03-01')
  assert.equal(numberDate('caseNo', of({}), 'filing', '2026-11-23'), '2026-11-23')
  assert.equal(numberDate('caseNo', of({ filedOn: '2026-06-01' }), 'filing', '2026-11-23'), '2026-06-01')
  assert.equal(numberDate('agreementNo', of({}), 'acceptance', '2026-11-23'), '2026-11-23')
  assert.equal(numberDate('agreementNo', of({ resultDate: '2026-04-01' }), 'acceptance', '2026-11-23'), '2026-04-01')
})

const old: Committee = {
  ...{ name: '示例乡人民调解委员会', kind: 'township', validFrom: null, validUntil: '2026-05-31' },
  ...{ caseNoPattern: '示例乡调〔{年}〕{序号}号', agreementNoPattern: null },
}
const renamed: Committee = {
  ...old,
  name: '示例镇人民调解委员会',
  validFrom: '2026-06-01',
  validUntil: null,
  caseNoPattern: null,
}
const settings = { ...defaultSettings, committee: renamed.name, committees: [old, renamed] }

test('the office’s own committee stands first; a renamed one keeps its papers and its pattern', () => {
  assert.deepEqual(
    committeesOf(settings).map((c) => c.name),
    [renamed.name, old.name],
  )
  assert.deepEqual(committeesOf({ ...settings, committee: '示例村人民调解委员会' })[0]?.name, '示例村人民调解委员会')
  assert.deepEqual(committeesOf({ ...settings, committee: '' }), [old, renamed])
  assert.deepEqual(
    committeesOn(settings, '2026-05-31').map((c) => c.name),
    [old.name],
  )
  assert.equal(patternOf(settings, old.name, 'caseNo'), old.caseNoPattern)
  assert.equal(patternOf(settings, old.name, 'agreementNo'), defaultSettings.agreementNoPattern)
  assert.equal(patternOf(settings, '只是写上的名称', 'caseNo'), defaultSettings.caseNoPattern)
})

const codesOf = (values: Partial<DisputeData>): readonly string[] =>
  problemsOf(ledgerOf('dispute'), disputeOf(values) as unknown as AnyData, {
    today: '2026-11-23',
    sample: false,
    settings,
  })
    .filter((p) => ['caseNo', 'agreementNo', 'committee'].includes(p.path))
    .map((p) => `${p.path} ${p.code} ${p.severity}`)

test('a case has the name that was on the seal that day, and no number it may not have', () => {
  assert.deepEqual(codesOf({ committee: old.name, acceptanceDate: '2026-05-31', source: 'application' }), [])
  assert.deepEqual(codesOf({ committee: old.name, acceptanceDate: '2026-06-01', source: 'application' }), [
    'committee committeeNotOnSeal warning',
  ])
  assert.deepEqual(codesOf({ committee: '只是写上的名称', acceptanceDate: '2026-06-01', source: 'application' }), [])
  const calmed = { result: 'calmed', resultDate: '2026-11-20', committee: renamed.name } as const
  assert.deepEqual(codesOf(calmed), [])
  assert.deepEqual(codesOf({ ...calmed, caseNo: '示例1' }), ['caseNo calmedNumber error'])
  const refused = { notAcceptedOn: '2026-11-20', refusalGround: null, committee: renamed.name } as const
  assert.deepEqual(codesOf({ ...refused, agreementNo: '示例1' }), ['agreementNo notAcceptedNumber error'])
})
