import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SampleCase, sampleCases, stories } from '../../electron/core/sample/cases.ts'
import { sampleTrainings, sampleVisits } from '../../electron/core/sample/teamRecords.ts'
import { dataSchema, problemsOf } from '../../shared/ledgers/check.ts'
import { justiceTypes, results, teams } from '../../shared/ledgers/codes.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type LedgerName, ledgerOf, ledgers } from '../../shared/ledgers/index.ts'
import { caseStates, pathOf } from '../../shared/rules/caseLife.ts'
import { isSampleId } from '../../shared/rules/identity.ts'
import { defaultSettings } from '../../shared/settings.ts'

const today = '2026-11-23'
const context = { today, sample: true, settings: defaultSettings }
const many = [...sampleCases({ seed: 7, count: 600, today })]

/** Everything a case becomes: as registered, signed, and at its end. */
function states({ data, caseNoOn, agreementOn, effectiveOn: day, after }: SampleCase): readonly DisputeData[] {
  const numbered: DisputeData = {
    ...data,
    caseNo: caseNoOn && '示例人调字〔2026〕第1号',
    agreementNo: agreementOn && '示例人调协字〔2026〕第1号',
  }
  const signed: DisputeData = { ...numbered, signedByPartiesOn: day, signedByMediatorsOn: day, sealedOn: day }
  return [data, numbered, signed, { ...signed, ...after }]
}
function faults(name: LedgerName, data: unknown): readonly unknown[] {
  const parsed = dataSchema(name).safeParse(data)
  if (!parsed.success) return parsed.error.issues
  return problemsOf(ledgerOf(name), data as AnyData, context)
}

test('every sample passes the input checks and the rules without a fault or warning, in every state', () => {
  const found = many.flatMap((c) => states(c).flatMap((d) => faults('dispute', d)))
  assert.deepEqual(found, [])
  assert.deepEqual(
    [...sampleTrainings({ seed: 7, today })].flatMap((d) => faults('training', d)),
    [],
  )
  assert.deepEqual(
    [...sampleVisits({ seed: 7, today, count: 200 })].flatMap((d) => faults('visit', d)),
    [],
  )
})

test('the same seed gives the same samples, another seed others', () => {
  const of = (seed: number) => JSON.stringify([...sampleCases({ seed, count: 20, today })])
  assert.equal(of(1), of(1))
  assert.notEqual(of(1), of(2))
})

test('every dispute type, result and stage occurs, secret and held-back cases too', () => {
  const last = many.map((c) => states(c).at(-1) as DisputeData)
  assert.deepEqual(new Set(last.map((d) => d.typeJustice)), new Set(justiceTypes))
  assert.deepEqual(new Set(last.flatMap((d) => d.result ?? [])), new Set(results))
  assert.deepEqual(new Set(last.flatMap(pathOf)), new Set(caseStates))
  assert.deepEqual(new Set(last.map((d) => d.secrecy)), new Set(['normal', 'minor', 'domesticViolence', 'private']))
  assert.ok(last.some((d) => d.heldBack))
})

test('sixty samples, as a new user sees them, reach every stage and hold several results', () => {
  const last = [...sampleCases({ seed: 1, count: 60, today })].map((c) => states(c).at(-1) as DisputeData)
  assert.deepEqual(new Set(last.flatMap(pathOf)), new Set(caseStates))
  assert.ok(new Set(last.map((d) => d.result)).size >= 7)
})

test('samples name nobody real: ID numbers of province 99, no local phone, names of made-up parts', () => {
  const parties = many.flatMap((c) => c.data.parties)
  const artificial = /示例|样本|演示|样例|示范|例文|例样|虚名|拟名|样稿/
  for (const p of parties) {
    assert.ok(p.idNumber === null || isSampleId(p.idNumber))
    assert.ok(p.phone === null || /^0941-0\d{6}$/.test(p.phone))
    assert.match(p.name ?? '', artificial)
    assert.match(p.address ?? '', /^示例乡示例/)
  }
  assert.ok(parties.some((p) => p.name?.includes('𬭎')))
  assert.ok(parties.some((p) => p.tibetanName !== null))
  const names = parties.map((p) => p.name)
  assert.ok(new Set(names).size < names.length, 'homonyms occur')
})

test('whoever is under age has a guardian who acts for them', () => {
  const minors = many.filter((c) => c.data.parties.some((p) => p.capacity !== 'full' && p.kind === 'person'))
  assert.ok(minors.length > 5)
  for (const { data } of minors) {
    const child = data.parties.find((p) => p.capacity !== 'full' && p.kind === 'person')
    assert.equal(data.agents[0]?.kind, 'legal')
    assert.equal(data.agents[0]?.forParty, child?.name)
  }
})

test('no text of a sample keeps a gap that was to be filled', () => {
  assert.ok(!/[{}]|undefined|null年/.test(many.map((c) => JSON.stringify(texts(c.data))).join('')))
  assert.equal(new Set(stories.map((s) => s.type)).size, justiceTypes.length)
})
const texts = (d: DisputeData) =>
  [
    d.summary,
    d.facts,
    ...d.claims.map((c) => c.text),
    ...d.clauses.map((c) => c.text),
    ...d.sessions.map((s) => s.record),
  ].map(String)

test('一季两培训: no team trains more than twice a quarter, and none after today', () => {
  const held = [...sampleTrainings({ seed: 3, today })]
  const perTeam = Map.groupBy(held, (d) => `${d.teams?.[0]} ${ledgers.training.derived.quarter?.from(d)}`)
  assert.ok([...perTeam.values()].every((list) => list.length <= 2))
  assert.deepEqual(new Set(held.flatMap((d) => d.teams ?? [])), new Set(teams))
  assert.ok(held.every((d) => (d.heldOn ?? '') <= today))
  const households = [...sampleVisits({ seed: 3, today, count: 40 })].map((d) => d.households.length)
  assert.ok(Math.min(...households) >= 10 && Math.max(...households) <= 15)
})
