import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, test } from 'node:test'
import { type DemoReport, playJourney } from '../../electron/cli/demo/journey.ts'
import { demo } from '../../electron/cli/demo.ts'
import { UsageError } from '../../electron/cli/usage.ts'
import { readKeyFile, unwrapKey } from '../../electron/core/register/keys.ts'
import { type Db, openReadOnly } from '../../electron/core/register/open.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import { testClock } from '../support/clock.ts'
import { testKdfCost } from '../support/office.ts'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-demo-'))
after(() => fs.rmSync(root, { recursive: true, force: true }))
const around = { env: {}, from: root }

async function played(name: string, seed: number): Promise<{ dir: string; report: DemoReport }> {
  const dir = path.join(root, name)
  fs.mkdirSync(dir)
  const wishes = { dir, seed, cases: 8, clock: testClock(), kdfCost: testKdfCost, told: () => undefined }
  return { dir, report: await playJourney(wishes) }
}
async function opened(dir: string, station: string): Promise<Db> {
  const folder = path.join(dir, station, 'register')
  const file = readKeyFile(folder)
  const user = file.wraps.find((w) => w.kind === 'user')
  const key = user && (await unwrapKey(file, 'user', user.id, sampleUser.password))
  assert.ok(key)
  return openReadOnly(folder, key)
}
const first = played('first', 5)
const number = (db: Db, sql: string) => db.prepare(sql).pluck().get() as number

test('the report says what the registers hold, on both sides', async () => {
  const { dir, report } = await first
  const unit = await opened(dir, 'unit')
  assert.equal(report.cases, number(unit, 'SELECT count(*) FROM dispute'))
  assert.equal(report.posts, number(unit, 'SELECT count(*) FROM post'))
  const { post, training, visit } = report.books.teams.rows
  assert.equal(post, report.posts)
  // Plans are the office's own.
  assert.equal(training, number(unit, "SELECT count(*) FROM training WHERE stage <> 'planned'"))
  assert.equal(visit, number(unit, "SELECT count(*) FROM visit WHERE stage <> 'planned'"))
  assert.ok((training ?? 0) < report.trainings && (visit ?? 0) < report.visits)
  assert.equal(
    number(unit, "SELECT count(*) FROM post WHERE left_on = '2026-11-23' AND leaving_reason = '外出务工'"),
    1,
  )
  assert.equal(report.trainings, number(unit, 'SELECT count(*) FROM training'))
  assert.equal(report.visits, number(unit, 'SELECT count(*) FROM visit'))
  assert.equal(report.agreements, number(unit, 'SELECT count(*) FROM kept_paper'))
  assert.ok(report.agreements > 0)
  // Each agreement in effect once, beside them one draft and one empty form.
  const papers = fs.readdirSync(path.join(dir, 'papers'))
  assert.equal(papers.length, report.agreements + 2)
  assert.equal(report.papers, papers.length)
  assert.ok(report.changes.locked === 1 && report.changes.removed >= 1 && report.changes.added > 1)

  const mayLeave = 'SELECT count(*) FROM dispute WHERE locked = 0 AND coalesce(held_back, 0) = 0'
  assert.equal(report.books.mediation.rows.dispute, number(unit, mayLeave))
  for (const book of ['mediation', 'teams'] as const) {
    const { handovers, rows, mark, bytes } = report.books[book]
    const city = await opened(dir, `city-${book}`)
    const held = Object.entries(rows).map(([ledger]) => [ledger, number(city, `SELECT count(*) FROM city_${ledger}`)])
    assert.deepEqual(Object.fromEntries(held), rows)
    assert.equal(mark, number(unit, `SELECT mark FROM recipient WHERE book = '${book}'`))
    assert.equal(
      mark,
      number(unit, `SELECT max(up_to) FROM handover WHERE book = '${book}' AND state = 'acknowledged'`),
    )
    const sizes = handovers.map((h) => fs.statSync(path.join(dir, 'usb', h.fileName)).size)
    assert.equal(
      bytes,
      sizes.reduce((a, b) => a + b, 0),
    )
    const second = `SELECT base FROM handover WHERE book = '${book}' AND no = 2`
    assert.equal(number(unit, second), handovers[0]?.mark, 'the second carries what changed since the receipt')
    city.close()
  }
  unit.close()
})

test('the same seed gives the same cases', async () => {
  const contents = async ({ dir }: { readonly dir: string }) => {
    const unit = await opened(dir, 'unit')
    const rows = unit
      .prepare(
        `SELECT d.case_no, d.summary, d.agreement_no, d.stage, group_concat(p.name || coalesce(p.id_number, '')) AS parties
         FROM dispute d JOIN dispute_party p ON p.parent = d.k GROUP BY d.k ORDER BY d.k`,
      )
      .all()
    unit.close()
    return rows
  }
  const rows = await contents(await first)
  assert.ok(rows.length > 5)
  assert.deepEqual(await contents(await played('again', 5)), rows)
})

test('a folder with something in it is refused and stays as it is', async () => {
  const dir = path.join(root, 'taken')
  fs.mkdirSync(dir)
  fs.writeFileSync(path.join(dir, 'mine.txt'), 'x')
  await assert.rejects(demo(['--out', dir], around), UsageError)
  assert.deepEqual(fs.readdirSync(dir), ['mine.txt'])
})

test('a number of cases that is none is refused before anything is made', async () => {
  for (const cases of ['0', '-1', '1.5', 'many']) {
    await assert.rejects(demo([`--cases=${cases}`, '--out', path.join(root, 'none')], around), UsageError)
  }
  assert.equal(fs.existsSync(path.join(root, 'none')), false)
})
