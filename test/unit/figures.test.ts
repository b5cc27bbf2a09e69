import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import type { ImportPreview } from '../../shared/contract/handover.ts'
import type { Row } from '../../shared/contract/records.ts'
import type { CallName, Input } from '../../shared/contract.ts'
import { duty, personTimes } from '../../shared/ledgers/duty.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { present, presentOf } from '../../shared/ledgers/training.ts'
import { isOpenMatter, visitFigures } from '../../shared/ledgers/visit.ts'
import {
  type FigureGroup,
  type FigureScope,
  type FiguresView,
  filtersOf,
  type InGroup,
  isTimeGroup,
  type MeasureName,
  measureNames,
  measureOf,
  summedBy,
  type Team,
  teamCodes,
} from '../../shared/rules/figures.ts'
import { heldOn } from '../../shared/rules/post.ts'
import { isHeld } from '../../shared/rules/training.ts'
import { isVisited } from '../../shared/rules/visit.ts'
import { addUser, createRegister, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, placeOf, save } from '../support/samples.ts'
import { type Records, records } from './figuresKit.ts'
import { bodyText, readPdf } from './papersKit.ts'

const today = '2026-11-23'
let office: TestOffice
let city: TestOffice
const book = 'teams'

async function stickOf(t: TestOffice): Promise<string> {
  const [first] = await t.call('place.list', {})
  assert.ok(first)
  return first.token
}
async function carry(from: TestOffice, to: TestOffice): Promise<void> {
  for (const name of fs.readdirSync(from.stick)) fs.copyFileSync(path.join(from.stick, name), path.join(to.stick, name))
}
async function filesOf(t: TestOffice, extension: 'jfb' | 'jfk'): Promise<string[]> {
  return (await t.call('place.files', { place: await stickOf(t), extensions: [extension] })).map((f) => f.token)
}
async function done<T, N extends CallName>(t: TestOffice, name: N, input: Input<N>): Promise<T> {
  const ended = await t.job(name, input)
  assert.equal(ended.state, 'done', JSON.stringify(ended.error))
  return ended.outcome as T
}
async function enrol(of: TestOffice, at: TestOffice, own: 'teams' | null): Promise<void> {
  await of.call('card.write', { book: own, place: await stickOf(of) })
  const { checkCode } = await of.call('card.own', { book: own })
  await carry(of, at)
  for (const file of await filesOf(at, 'jfk')) {
    if ((await at.call('card.inspect', { file })).checkCode === checkCode)
      await at.call('card.accept', { file, checkCode })
  }
}

before(async () => {
  office = await unitOffice()
  city = await testOffice()
  await createRegister(city, { kind: 'recipient', unitName: '示例市政法委', unitCode: '99', book })
  await enrol(city, office, book)
  await enrol(office, city, null)
  for (const name of ['示例一村', '示例二村']) await save(office, 'place', placeOf({ name }))
  for (const [ledger, all] of Object.entries(records))
    for (const data of all) await save(office, ledger as LedgerName, data)
  await done(office, 'handover.seal', { book, place: await stickOf(office) })
  await carry(office, city)
  const preview = await done<ImportPreview, 'city.inspect'>(city, 'city.inspect', {
    book,
    files: await filesOf(city, 'jfb'),
  })
  await done(city, 'city.merge', { book, batch: preview.batch })
})
after(async () => {
  await office.dispose()
  await city.dispose()
})

interface Period {
  readonly from: string | null
  readonly until: string | null
}
const periods: readonly Period[] = [
  { from: null, until: null },
  { from: '2026-01-01', until: '2026-12-31' },
  { from: '2026-04-01', until: '2026-06-30' },
  { from: null, until: '2025-12-31' },
]
const asOfIn = ({ until }: Period): string => (until === null || until > today ? today : until)

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((n, one) => n + of(one), 0)

/** Groups of people who lead one: number 3 and 3组 of one village and team are the same. */
const groupsOf = (posts: readonly Readonly<Record<string, unknown>>[]): number => {
  const led = posts.filter((p) => p.groupNo !== null)
  const department = (p: Readonly<Record<string, unknown>>) =>
    p.team === 'vehicle' || p.team === 'street' ? p.department : null
  const written = led.map((p) => [p.team, p.unitName ?? null, p.village ?? null, p.groupName, department(p)])
  return new Set(written.map((w) => JSON.stringify(w))).size
}

/** The figures of a team (null: of all), counted over the records by hand. */
function plainly(period: Period, of: Team | null, { post, training, visit, duty: shifts, meeting }: Records) {
  const inPeriod = (d: string | null) =>
    (period.from === null || (d ?? '') >= period.from) && (period.until === null || (d ?? '9') <= period.until)
  const serving = post.filter((p) => heldOn(p, asOfIn(period)) && (of === null || p.team === of))
  const sessions = training.filter(
    (d) => isHeld(d) && inPeriod(d.heldOn) && (of === null || d.teams?.includes(of) === true),
  )
  const undivided = sessions.filter((d) => d.countOnly === true && (d.teams?.length ?? 0) > 1)
  const outings = visit.filter((v) => isVisited(v) && inPeriod(v.visitedOn) && (of === null || v.team === of))
  const doors = outings.flatMap((v) => v.households)
  const onDuty = shifts.filter((d) => inPeriod(d.dutyOn) && (of === null || d.teams?.includes(of) === true))
  return {
    serving: serving.length,
    groups: groupsOf(serving),
    sessions: sessions.length,
    attendances: sum(sessions, (d) => (of === null ? present(d) : (presentOf(d, of) ?? 0))),
    undivided: sum(undivided, (d) => d.countedPresent ?? 0),
    outings: outings.length,
    households: sum(outings, (v) => visitFigures(v).households),
    people: sum(outings, (v) => visitFigures(v).people),
    leaflets: sum(outings, (v) => visitFigures(v).leaflets),
    matters: doors.filter((h) => h.matter !== null).length,
    mattersDone: doors.filter((h) => h.matter !== null && !isOpenMatter(h)).length,
    duties: onDuty.length,
    ...(of === null
      ? { dutyTimes: sum(onDuty, personTimes), meetings: meeting.filter((m) => inPeriod(m.heldOn)).length }
      : {}),
  }
}

const view = (t: TestOffice, by: FigureGroup, period: Period, of: Team | null = null) =>
  t.call('figures.view', { book, by, ...period, team: of })

test('figures equal a plain count over the records, for every team and in all', async () => {
  for (const period of periods) {
    const found = await view(office, 'team', period)
    assert.deepEqual(found.total, plainly(period, null, records))
    for (const t of teamCodes)
      assert.deepEqual(found.rows.find((r) => r.key === t)?.values, plainly(period, t, records), `${t} ${period.from}`)
    for (const t of teamCodes) {
      const only = await view(office, 'year', period, t)
      assert.deepEqual(only.total, plainly(period, t, records), `only ${t}`)
    }
  }
  const all = await view(office, 'team', { from: null, until: null })
  assert.ok(
    Object.values(all.total).every((n) => n > 0),
    'the records have something of everything',
  )
  assert.ok((all.total.groups ?? 0) < (all.total.serving ?? 0), 'some lead a group together')
  const added = sum(all.rows, (r) => r.values.sessions ?? 0)
  assert.ok(added > (all.total.sessions ?? 0), 'joint sessions are credits of each team')
})

test('office and recipient say the same', async () => {
  for (const period of periods)
    for (const by of ['team', 'department', 'event', 'month', 'quarter', 'year'] as const) {
      const [here, there] = [await view(office, by, period), await view(city, by, period)]
      assert.deepEqual({ ...there, home: 'unit' }, here, `${by} ${period.from}`)
    }
  const [unit] = (await view(city, 'unit', { from: null, until: null })).rows
  assert.equal(unit?.key, '示例乡')
  assert.deepEqual(unit?.values, (await view(office, 'team', { from: null, until: null })).total)
})

/** All rows of a list, which shows a hundred at once. */
async function listed(t: TestOffice, name: MeasureName, scope: FigureScope, groups: readonly InGroup[]) {
  const filters = filtersOf(name, scope, groups)
  assert.ok(filters)
  const call = scope.home === 'unit' ? 'record.page' : 'city.page'
  const ofTeam = groups.find((g) => g.by === 'team')?.key as Team | undefined
  const field = summedBy(name, ofTeam ?? null)
  return t.call(call, {
    ledger: measureOf(name).ledger,
    filters: [...filters],
    sums: field === null ? [] : [field],
    limit: 500,
  })
}

async function opensItsRows(t: TestOffice, by: FigureGroup, period: Period): Promise<number> {
  const figures: FiguresView = await view(t, by, period)
  const scope: FigureScope = { home: figures.home, asOf: figures.asOf, ...period }
  let opened = 0
  const check = async (name: MeasureName, n: number | undefined, groups: readonly InGroup[], of: Team | null) => {
    if (n === undefined) return
    const page = await listed(t, name, scope, groups)
    const field = summedBy(name, of)
    if (name === 'groups') assert.equal(groupsOf(page.rows), n, `${by} ${JSON.stringify(groups)}`)
    else if (field === null) assert.equal(page.total, n, `${name} ${JSON.stringify(groups)}`)
    else {
      assert.equal(page.sums[field], n, `${name} ${JSON.stringify(groups)}`)
      if (field in (page.rows[0] ?? {}))
        assert.equal(
          sum(page.rows, (r: Row) => Number(r[field] ?? 0)),
          n,
        )
    }
    opened += 1
  }
  for (const name of measureNames) {
    await check(name, figures.total[name], [], null)
    for (const { key, values } of figures.rows) {
      const isTold = isTimeGroup(by) ? measureOf(name).day !== null : measureOf(name).by[by] !== undefined
      assert.equal(values[name] !== undefined, isTold, `${name} by ${by}`)
      await check(name, values[name], [{ by, key }], by === 'team' ? (key as Team) : null)
    }
  }
  return opened
}

test('every number opens just the rows it counts, at the office and at the recipient', async () => {
  for (const period of periods.slice(0, 3)) {
    for (const by of ['team', 'village', 'department', 'event', 'month', 'quarter', 'year'] as const)
      assert.ok((await opensItsRows(office, by, period)) > 5, by)
    for (const by of ['team', 'unit', 'department', 'event', 'quarter'] as const)
      assert.ok((await opensItsRows(city, by, period)) > 10, by)
  }
})

test('a way of telling apart that the register has no records for is refused, and so is a day that is none', async () => {
  assert.equal(
    (await office.refusal('figures.view', { book, by: 'unit', from: null, until: null })).code,
    'input-invalid',
  )
  assert.equal(
    (await city.refusal('figures.view', { book, by: 'village', from: null, until: null })).code,
    'input-invalid',
  )
  const noDay = { book, by: 'team', from: '2026-02-30', until: null }
  assert.equal((await office.refusal('figures.view', noDay)).code, 'input-invalid')
  assert.equal(duty.book, book)
})

test('figures of the teams are not for users of the other book, and hold nothing of it', async () => {
  const before = await view(office, 'year', { from: null, until: null })
  await save(office, 'dispute', agreedDispute({ secrecy: 'private' }))
  await addUser(office, '只管调解示例', [{ book: 'mediation', role: 'clerk' }])
  const asked = { book, by: 'team', from: null, until: null }
  assert.equal((await office.refusal('figures.view', asked, '只管调解示例')).code, 'not-allowed')
  assert.deepEqual(await view(office, 'year', { from: null, until: null }), before)
  const other = await office.refusal('figures.view', { ...asked, book: 'mediation' })
  assert.equal(other.code, 'input-invalid')
})

test('the paper has every figure of the period, says how joint sessions count, and leaves room to sign', async () => {
  const period = periods[1]
  assert.ok(period)
  const { total } = await view(office, 'team', period)
  const { pdf, pages, missingGlyphs } = await office.call('officePaper.preview', {
    book,
    paper: 'figures',
    about: '2026-01-01..2026-12-31',
  })
  const text = bodyText(await readPdf(pdf))
  for (const n of Object.values(total)) assert.ok(text.includes(n.toLocaleString('en-US')), String(n))
  for (const word of [
    '队伍工作统计表',
    '联户长',
    '示例一村',
    '示例交通局',
    '香浪节',
    '各队各记一场',
    '制表人',
    '审核人',
  ])
    assert.ok(text.includes(word), word)
  assert.ok(pages <= 3 && missingGlyphs.length === 0)
  for (const about of ['2026', '2026-02-30..', '2026-12-31..2026-01-01', null])
    assert.equal((await office.refusal('officePaper.preview', { book, paper: 'figures', about })).code, 'input-invalid')
})
