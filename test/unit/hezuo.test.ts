import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { playCity } from '../../electron/cli/sample/city.ts'
import { openReadOnly } from '../../electron/core/register/connection.ts'
import { readKeyFile, unwrapKey } from '../../electron/core/register/keys.ts'
import { lockFolder } from '../../electron/core/register/lock.ts'
import { enterHezuo } from '../../electron/core/sample/hezuo/enter.ts'
import { type HezuoSizes, hezuoPlan, hezuoSizes } from '../../electron/core/sample/hezuo/plan.ts'
import { hezuoUnits } from '../../electron/core/sample/hezuo/units.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import { dataSchema, problemsOf } from '../../shared/ledgers/check.ts'
import { teams } from '../../shared/ledgers/codes.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import type { PostData } from '../../shared/ledgers/post.ts'
import { present, type TrainingData } from '../../shared/ledgers/training.ts'
import type { VisitData } from '../../shared/ledgers/visit.ts'
import { heldOn } from '../../shared/rules/post.ts'
import { sharesOf } from '../../shared/rules/shares.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { testClock } from '../support/clock.ts'
import { testKdfCost } from '../support/office.ts'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-hezuo-'))
after(() => fs.rmSync(root, { recursive: true, force: true }))
const today = '2026-11-23'
const small: HezuoSizes = {
  posts: { household: 61, vehicle: 5, street: 4, building: 17, shop: 12 },
  trainings: 53,
  attendances: 211,
  outings: 47,
}
const sum = (list: readonly number[]) => list.reduce((a, n) => a + n, 0)

/** What a unit enters, without a register. */
async function entered(unit: number, seed: number, sizes: HezuoSizes) {
  const saved: { ledger: LedgerName; id: string; data: AnyData }[] = []
  const save = async (ledger: LedgerName, records: readonly AnyData[]) =>
    records.map((data) => {
      const id = `00000000-0000-7000-8000-${String(saved.length).padStart(12, '0')}`
      saved.push({ ledger, id, data })
      return id
    })
  const shares: number[] = []
  await enterHezuo({ unit, seed, today, sizes, save, progress: (done) => shares.push(done) })
  const of = <T>(ledger: LedgerName) => saved.filter((r) => r.ledger === ledger).map((r) => r.data as unknown as T)
  return {
    saved,
    shares,
    posts: of<PostData>('post'),
    trainings: of<TrainingData>('training'),
    visits: of<VisitData>('visit'),
  }
}

test('shares by weight add up exactly and stay within one of their exact part', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), weights, (total, w) => {
      const all = sum(w)
      const shares = sharesOf(total, w)
      assert.equal(sum(shares), all === 0 ? 0 : total)
      w.forEach((weight, i) => {
        assert.ok(Math.abs((shares[i] ?? 0) - (all === 0 ? 0 : (total * weight) / all)) < 1)
        if (weight === 0) assert.equal(shares[i], 0)
      })
    }),
  )
})

test('the units of any plan add up to the wished sums, whatever the day and the chance', () => {
  const size = (max: number) => fc.integer({ min: 0, max })
  const posts = fc.record({
    household: size(2000),
    vehicle: size(60),
    street: size(60),
    building: size(500),
    shop: size(500),
  })
  const sizes = fc.record({
    posts,
    trainings: fc.integer({ min: 1, max: 400 }),
    attendances: size(15_000),
    outings: size(7000),
  })
  const days = fc.constantFrom('2026-01-01', '2026-03-31', '2026-11-23', '2028-02-29')
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 2 ** 31 }), days, (wished, seed, day) => {
      const units = hezuoPlan({ seed, today: day, sizes: wished })
      const sessions = units.flatMap((u) => u.sessions)
      for (const team of teams) {
        const has = units.some((u) => u.posts[team] !== undefined)
        assert.equal(sum(units.map((u) => u.posts[team] ?? 0)), has ? wished.posts[team] : 0)
      }
      assert.equal(sessions.length, wished.trainings)
      assert.equal(sum(sessions.map((s) => s.present)), wished.attendances)
      assert.equal(sum(units.map((u) => u.outings)), wished.posts.household === 0 ? 0 : wished.outings)
      assert.ok(sessions.every((s) => s.heldOn <= day))
    }),
    { numRuns: 30 },
  )
})

test('the case report: exact members of each team where they belong, and what is entered adds up to it', async () => {
  const plan = hezuoPlan({ seed: 1, today, sizes: hezuoSizes })
  assert.deepEqual(
    plan.filter((u) => u.posts.vehicle !== undefined || u.posts.street !== undefined).map((u) => u.kind),
    ['department', 'department'],
  )
  const units = await Promise.all(hezuoUnits.map((_, unit) => entered(unit, 1, hezuoSizes)))
  const serving = units.flatMap((u) => u.posts).filter((p) => p.leftOn === null)
  const byTeam = teams.map((team) => [team, serving.filter((p) => p.team === team).length])
  assert.deepEqual(Object.fromEntries(byTeam), { household: 1616, vehicle: 41, street: 28, building: 378, shop: 282 })
  const trainings = units.flatMap((u) => u.trainings)
  assert.deepEqual([trainings.length, sum(trainings.map(present))], [350, 13_000])
  assert.equal(sum(units.map((u) => u.visits.length)), 6700)

  assert.ok(trainings.some((d) => d.countOnly) && trainings.some((d) => (d.teams?.length ?? 0) > 1))
  assert.ok(units.flatMap((u) => u.posts).some((p) => p.leftOn !== null))
  const outings = units.flatMap((u) => u.visits)
  const [old, recent] = [outings.filter((v) => v.countOnly), outings.filter((v) => !v.countOnly)]
  assert.ok(old.length > 1000 && recent.length > 1000)
  for (const v of recent) assert.ok(v.households.length >= 10 && v.households.length <= 15)
})

test('every record passes the checks and rules without a fault or warning, and says nothing of anybody', async () => {
  const context = { today, sample: true, settings: defaultSettings }
  for (const unit of [0, 4, 10, 11]) {
    const { saved, posts, trainings, visits, shares } = await entered(unit, 3, small)
    const faults = saved.flatMap(({ ledger, data }): readonly unknown[] => {
      const parsed = dataSchema(ledger).safeParse(data)
      return parsed.success ? problemsOf(ledgerOf(ledger), data, context) : parsed.error.issues
    })
    assert.deepEqual(faults, [])
    for (const p of posts) {
      assert.deepEqual([p.idNumber, p.phone, p.tibetanName, p.remarks], [null, null, null, null])
      assert.match(p.name ?? '', /示例|样本|演示|样例|示范|例文|例样|虚名|拟名|样稿/)
    }
    for (const h of visits.flatMap((v) => v.households)) assert.deepEqual([h.request, h.matter], [null, null])
    assert.ok(visits.every((v) => v.remarks === null) && trainings.every((d) => d.summary === null))
    assert.equal(shares.at(-1), 1)
  }
})

test('a post names the one before it, and attendance somebody who served on that day', async () => {
  const { saved, posts, trainings } = await entered(4, 2, hezuoSizes)
  const postOf = new Map(saved.filter((r) => r.ledger === 'post').map((r) => [r.id, r.data as unknown as PostData]))
  const followers = posts.filter((p) => p.replaces !== null)
  assert.ok(followers.length > 3)
  for (const p of followers) {
    const before = postOf.get(p.replaces ?? '')
    assert.deepEqual([before?.team, before?.groupName, before?.leftOn], [p.team, p.groupName, p.selectedOn])
  }
  let linked = 0
  for (const d of trainings) {
    for (const a of d.attendances) {
      if (a.member === null) continue
      const member = postOf.get(a.member)
      assert.ok(member && heldOn(member, d.heldOn ?? ''))
      assert.deepEqual([member.name, member.team], [a.name, a.team])
      linked += 1
    }
  }
  assert.ok(linked > 100)
})

test('the same seed gives the same records, another seed others', async () => {
  const of = async (seed: number) => JSON.stringify((await entered(1, seed, small)).saved)
  assert.equal(await of(1), await of(1))
  assert.notEqual(await of(1), await of(2))
})

async function heldBy(dir: string, station: string, sql: string): Promise<number> {
  const folder = path.join(dir, station, 'register')
  const file = readKeyFile(folder)
  const user = file.wraps.find((w) => w.kind === 'user')
  const key = user && (await unwrapKey(file, 'user', user.id, sampleUser.password))
  assert.ok(key)
  const db = openReadOnly(folder, key)
  try {
    return Number(db.prepare(sql).pluck().get())
  } finally {
    db.close()
  }
}

test('a small city: every unit seals, the recipient counts exactly what was wished, and it is there to be opened', async () => {
  const dir = path.join(root, 'city')
  fs.mkdirSync(dir)
  const wishes = { dir, seed: 5, sizes: small, clock: testClock(), kdfCost: testKdfCost, told: () => undefined }
  const report = await playCity(wishes)
  assert.deepEqual(
    [report.units, report.posts, report.byTeam, report.trainings, report.attendances, report.outings],
    [12, 99, small.posts, 53, 211, 47],
  )
  const sealed = fs.readdirSync(path.join(dir, 'usb')).filter((n) => n.endsWith('.jfb'))
  assert.deepEqual([sealed.length, report.handovers], [12, 12])
  const sizes = sealed.map((n) => fs.statSync(path.join(dir, 'usb', n)).size)
  assert.equal(report.bytes, sum(sizes))

  const unitSums = async (sql: string) =>
    sum(await Promise.all(hezuoUnits.map((u) => heldBy(dir, `unit-${u.code}`, sql))))
  assert.equal(await unitSums('SELECT count(*) FROM post WHERE left_on IS NULL'), 99)
  assert.equal(await unitSums('SELECT count(*) FROM post WHERE left_on IS NOT NULL'), report.left)
  assert.equal(await unitSums('SELECT sum(present_count) FROM training'), 211)
  assert.equal(await unitSums('SELECT sum(household_count) FROM visit'), report.households)
  // The same sums come a second way, as the units reckoned them.
  const told = (measure: string) =>
    heldBy(dir, 'recipient', `SELECT sum(amount) FROM city_count WHERE measure = '${measure}'`)
  assert.equal(await told('attendances'), 211)
  assert.equal(await told('households'), report.households)
  assert.equal(await told('outings'), 47)
})

test('a recipient that cannot be made ends it with its own error: nothing new is begun, and every register is closed', async () => {
  const dir = path.join(root, 'blocked')
  fs.mkdirSync(dir)
  fs.writeFileSync(path.join(dir, 'recipient'), 'no folder')
  const wishes = { dir, seed: 5, sizes: small, clock: testClock(), kdfCost: testKdfCost, told: () => undefined }
  await assert.rejects(playCity(wishes), { code: 'folder-unsuitable' })
  const begun = fs.readdirSync(dir).filter((n) => n.startsWith('unit-'))
  assert.ok(begun.length > 0 && begun.length < hezuoUnits.length)
  // A register still open would hold its folder's lock.
  const [first = ''] = begun
  lockFolder(path.join(dir, first))()
})
