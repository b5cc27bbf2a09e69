import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SampleCase, sampleCases, stories } from '../../electron/core/sample/cases.ts'
import { sampleDuties, sampleMeetings, samplePlaces } from '../../electron/core/sample/officeLife.ts'
import type { Member } from '../../electron/core/sample/posts.ts'
import { sampleRoster } from '../../electron/core/sample/roster.ts'
import { sampleTrainings } from '../../electron/core/sample/trainings.ts'
import { sampleVisits } from '../../electron/core/sample/visits.ts'
import { dataSchema, problemsOf } from '../../shared/ledgers/check.ts'
import { justiceTypes, results, teams } from '../../shared/ledgers/codes.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import type { TrainingData } from '../../shared/ledgers/training.ts'
import { isOpenMatter } from '../../shared/ledgers/visit.ts'
import { caseStates, pathOf } from '../../shared/rules/caseLife.ts'
import { quarterOf, yearOf } from '../../shared/rules/dates.ts'
import { isSampleId } from '../../shared/rules/identity.ts'
import { heldOn } from '../../shared/rules/post.ts'
import { trainingStage } from '../../shared/rules/training.ts'
import { isVisited } from '../../shared/rules/visit.ts'
import { defaultSettings } from '../../shared/settings.ts'

const today = '2026-11-23'
const context = { today, sample: true, settings: defaultSettings }
const many = [...sampleCases({ seed: 7, count: 600, today })]
const uuidOf = (no: number) => `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`
const rosterOf = (seed: number, day = today): readonly Member[] =>
  sampleRoster({ seed, today: day })
    .flatMap(({ before, latest }) => (before === null ? [latest] : [before, latest]))
    .map((data, i) => ({ id: uuidOf(i), data }))
const roster = rosterOf(7)

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
function faults(name: LedgerName, data: unknown, day = today): readonly unknown[] {
  const parsed = dataSchema(name).safeParse(data)
  if (!parsed.success) return parsed.error.issues
  return problemsOf(ledgerOf(name), data as AnyData, { ...context, today: day })
}

test('every sample passes the input checks and the rules without a fault or warning, in every state', () => {
  const found = many.flatMap((c) => states(c).flatMap((d) => faults('dispute', d)))
  assert.deepEqual(found, [])
  assert.deepEqual(
    roster.flatMap(({ data }) => faults('post', data)),
    [],
  )
  const beside = { seed: 7, today, roster }
  const [duties, meetings, places] = [[...sampleDuties(beside)], [...sampleMeetings(beside)], samplePlaces()]
  assert.ok(duties.length > 8 && meetings.length === 3 && places.length > 10)
  assert.deepEqual(
    [
      ...duties.flatMap((d) => faults('duty', d)),
      ...meetings.flatMap((d) => faults('meeting', d)),
      ...places.flatMap((d) => faults('place', d)),
    ],
    [],
  )
  for (const day of ['2026-01-01', '2026-10-02', today, '2028-02-29']) {
    const members = rosterOf(7, day)
    const teamsOf = [...sampleTrainings({ seed: 7, today: day, roster: members })]
    assert.deepEqual(
      teamsOf.flatMap((d) => faults('training', d, day)),
      [],
    )
    assert.deepEqual(
      [...sampleVisits({ seed: 7, today: day, count: 100, roster: members })].flatMap((d) => faults('visit', d, day)),
      [],
    )
  }
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

test('一季两培训: the last quarter is complete; in this one 0/2, 1/2 and 2/2 all occur, whatever day it is', () => {
  for (const day of ['2026-01-01', '2026-10-02', today, '2026-12-31']) {
    const all = [...sampleTrainings({ seed: 3, today: day, roster: rosterOf(3, day) })]
    const held = all.filter((d) => trainingStage(d) !== 'planned')
    const planned = all.filter((d) => trainingStage(d) === 'planned')
    assert.ok(held.every((d) => (d.heldOn ?? '') <= day) && planned.every((d) => (d.heldOn ?? '') > day))
    assert.equal(planned.length, 2)
    const quarter = (d: TrainingData) => `${yearOf(d.heldOn)} ${quarterOf(d.heldOn)}`
    const credits = (now: boolean) =>
      teams.map(
        (team) => held.filter((d) => (quarter(d) === quarterNow(day)) === now && d.teams?.includes(team)).length,
      )
    assert.deepEqual(credits(false), [2, 2, 2, 2, 2])
    assert.deepEqual(credits(true), [2, 1, 0, 1, 2])
    assert.ok(held.some((d) => d.countOnly) && held.some((d) => !d.countOnly && (d.teams?.length ?? 0) > 1))
  }
})
const quarterNow = (day: string) => `${yearOf(day)} ${quarterOf(day)}`

test('the roster: every group but one led by somebody, changes with reason, homonyms told apart, one person to look at twice', () => {
  const successions = sampleRoster({ seed: 1, today })
  const all = successions.map((s) => s.latest)
  const serving = all.filter((p) => p.leftOn === null)
  assert.equal(all.length - serving.length, 1, 'one group waits for somebody')
  assert.deepEqual(new Set(serving.map((p) => p.team)), new Set(teams))
  const groups = serving.map((p) => `${p.team} ${p.groupName} ${p.village ?? ''} ${p.groupNo}`)
  assert.equal(new Set(groups).size, groups.length, 'one serving person for each group')
  const changed = successions.flatMap(({ before, latest }) => (before === null ? [] : [{ before, latest }]))
  assert.ok(changed.length >= 4)
  for (const { before, latest } of changed) {
    assert.equal(before.leftOn, latest.selectedOn)
    assert.notEqual(before.leavingReason, null)
  }
  const twins = serving.filter((p) => p.name === '才让·示例' && p.village === '示例一村')
  assert.equal(twins.length, 2)
  assert.notEqual(twins[0]?.birthDate?.slice(0, 4), twins[1]?.birthDate?.slice(0, 4))
  const again = Map.groupBy(serving, (p) => `${p.name} ${p.birthDate}`)
  const double = [...again.values()].find((list) => list.length > 1)
  assert.deepEqual(
    double?.map((p) => p.team),
    ['household', 'shop'],
  )
  for (const p of serving) assert.ok(p.idNumber === null || isSampleId(p.idNumber))
})

test('attendance is ticked in the roster by who served that day; outings are led by them and carry matters', () => {
  const postOf = new Map(roster.map((m) => [m.id, m.data]))
  const ticked = [...sampleTrainings({ seed: 7, today, roster })].flatMap((d) =>
    d.attendances.flatMap((a) => (a.member === null ? [] : [{ a, post: postOf.get(a.member), day: d.heldOn ?? '' }])),
  )
  assert.ok(ticked.length > 50)
  for (const { a, post, day } of ticked) assert.ok(post && heldOn(post, day) && post.name === a.name)

  const visits = [...sampleVisits({ seed: 7, today, count: 40, roster })]
  assert.deepEqual(
    visits.filter((d) => (d.visitedOn ?? '') > today),
    visits.slice(-1),
    'the last is a list of doors to go to',
  )
  assert.ok(visits.every((d) => isVisited(d) === (d.visitedOn ?? '') <= today))
  const listed = visits.filter((d) => !d.countOnly)
  assert.equal(visits.length - listed.length, 1)
  const sizes = listed.map((d) => d.households.length)
  assert.ok(Math.min(...sizes) >= 10 && Math.max(...sizes) <= 15)
  assert.ok(visits.every((d) => d.team !== null))
  const matters = visits.flatMap((d) => d.households).filter((h) => h.matter !== null)
  assert.ok(matters.some(isOpenMatter) && matters.some((h) => h.matterDoneOn !== null))
  assert.ok(
    matters.some((h) => isOpenMatter(h) && (h.matterDueOn ?? '') < today),
    'one is late',
  )
})
