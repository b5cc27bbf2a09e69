import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dataSchema, problemsOf } from '../../shared/ledgers/check.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { fullYears } from '../../shared/rules/dates.ts'
import { capacityOf, filledParty, proposedCapacity, withFixedAges } from '../../shared/rules/party.ts'
import { context } from '../support/lawKit.ts'
import { disputeOf, partyOf } from '../support/samples.ts'

const days = { today: '2026-11-23', ageDay: '2026-11-23' }

test('民法典 17–20: capacity by age, and from sixteen by own labour', () => {
  const table = [
    [0, false, 'none'],
    [7, false, 'none'],
    [7, true, 'none'],
    [8, false, 'limited'],
    [15, true, 'limited'],
    [16, false, 'limited'],
    [16, true, 'full'],
    [17, true, 'full'],
    [17, false, 'limited'],
    [18, false, 'full'],
    [90, false, 'full'],
  ] as const
  for (const [age, ownLabour, capacity] of table)
    assert.equal(proposedCapacity(age, ownLabour), capacity, `${age} ${ownLabour}`)
  assert.equal(proposedCapacity(null, true), null)
  assert.equal(capacityOf(partyOf({ kind: 'company', age: 3 }), days.today), null)
})

test('an ID number fills sex, birth date, age and capacity; what was typed stays', () => {
  const blank = partyOf({ kind: 'person', name: '示例甲' })
  const typed = { ...blank, idNumber: '990012201506071232' }
  const filled = filledParty(typed, blank, days)
  assert.deepEqual([filled.sex, filled.birthDate, filled.age, filled.capacity], ['1', '2015-06-07', 11, 'limited'])
  const known = partyOf({ kind: 'person', sex: '2', birthDate: '2000-01-01', age: 40, capacity: 'none' })
  const kept = filledParty({ ...known, idNumber: typed.idNumber }, known, days)
  assert.deepEqual(kept, { ...known, idNumber: typed.idNumber })
  assert.deepEqual(filledParty({ ...typed, idNumber: '990012201506071233' }, blank, days).birthDate, null)
  const unit = partyOf({ kind: 'company' })
  assert.deepEqual(filledParty({ ...unit, idNumber: typed.idNumber }, unit, days), {
    ...unit,
    idNumber: typed.idNumber,
  })
})

test('age is of the day of 受理; age alone will do; what only followed follows on', () => {
  const blank = partyOf({ kind: 'person' })
  const born = { ...blank, birthDate: '1990-06-01' }
  assert.equal(filledParty(born, blank, { ...days, ageDay: '2026-05-31' }).age, 35)
  const aged = filledParty({ ...blank, age: 17 }, blank, days)
  assert.deepEqual([aged.birthDate, aged.capacity], [null, 'limited'])
  assert.equal(filledParty({ ...aged, ownLabour: true }, aged, days).capacity, 'full')
  const chosen = { ...aged, capacity: 'full', capacityReason: '示例判决' } as const
  assert.equal(filledParty({ ...chosen, age: 7 }, chosen, days).capacity, 'full')
  const mended = filledParty({ ...born, age: 36, birthDate: '1991-06-01' }, { ...born, age: 36 }, days)
  assert.equal(mended.age, 35)
  const byHand = filledParty({ ...born, age: 37, birthDate: '1991-06-01' }, { ...born, age: 37 }, days)
  assert.equal(byHand.age, 37)
})

const one = (age: number | null, birthDate: string | null = '1990-11-10') => [partyOf({ name: '甲', age, birthDate })]
const agesOf = (d: { readonly parties: readonly { readonly age: number | null }[] }) => d.parties.map((p) => p.age)

test('one dossier, one age: fixed at 受理, moved only with its day', () => {
  const today = '2026-11-23'
  const registered = disputeOf({ applicationDate: '2026-11-01', parties: one(null) })
  assert.deepEqual(agesOf(withFixedAges(registered, null, today)), [null])
  const accepted = { ...registered, acceptanceDate: '2026-11-05' }
  assert.deepEqual(agesOf(withFixedAges(accepted, registered, today)), [35])
  // A birthday between typing and 受理, either way round.
  const typed = { ...registered, parties: one(36) }
  assert.deepEqual(agesOf(withFixedAges({ ...accepted, parties: one(36) }, typed, today)), [35])
  const fixed = { ...accepted, parties: one(35) }
  assert.deepEqual(agesOf(withFixedAges(fixed, fixed, '2027-11-23')), [35])
  assert.deepEqual(agesOf(withFixedAges({ ...fixed, acceptanceDate: '2026-11-12' }, fixed, today)), [36])
  const byPaper = { ...accepted, parties: one(38) }
  assert.deepEqual(agesOf(withFixedAges({ ...byPaper, acceptanceDate: '2026-11-12' }, byPaper, today)), [38])
  const late = { ...accepted, lateEntry: true, parties: one(36) }
  assert.deepEqual(agesOf(withFixedAges(late, { ...late, acceptanceDate: null }, today)), [36])
  const unaccepted = disputeOf({ lateEntry: true, agreementNo: '示例1', resultDate: '2020-01-01', parties: one(null) })
  assert.deepEqual(agesOf(withFixedAges(unaccepted, null, today)), [29])
})

test('a save without a change of dates never changes an age (property)', () => {
  const age = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null })
  fc.assert(
    fc.property(age, fc.constantFrom('2026-11-01', '2026-11-10', '2026-11-23'), (given, acceptanceDate) => {
      const d = disputeOf({ acceptanceDate, parties: one(given) })
      const kept = withFixedAges(d, d, '2027-03-01')
      assert.deepEqual(agesOf(kept), [given ?? fullYears('1990-11-10', acceptanceDate)])
      assert.deepEqual(withFixedAges(kept, kept, '2030-01-01'), kept)
    }),
  )
})

test('names as people have them: forty characters with ·, Tibetan script, one character, rare ones', () => {
  const names = [
    `${'才'.repeat(19)}·${'让'.repeat(20)}`,
    'བཀྲ་ཤིས་དཔེ་མཚོན',
    '马',
    '示例𠮷𬭎',
    '扎西 · 示例',
    `${'索'.repeat(59)}·`,
  ]
  for (const name of names) {
    const d = disputeOf({
      parties: [
        partyOf({ side: 'applicant', name, tibetanName: name }),
        partyOf({ side: 'respondent', name: '李示例' }),
      ],
    })
    assert.ok(dataSchema('dispute').safeParse(d).success, name)
    assert.deepEqual(problemsOf(ledgerOf('dispute'), d as unknown as AnyData, context), [], name)
  }
  const long = disputeOf({ parties: [partyOf({ side: 'applicant', name: '索'.repeat(61) })] })
  assert.ok(!dataSchema('dispute').safeParse(long).success)
})
