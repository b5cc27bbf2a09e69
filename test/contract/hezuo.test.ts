import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { CityReport } from '../../electron/cli/sample/city.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'

const root = mkdtempSync(join(tmpdir(), 'jiefenbu-hezuo-'))
after(() => rmSync(root, { recursive: true, force: true }))
const file = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))

function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { INIT_CWD: _ignored, JIEFENBU_PASSWORD: _none, ...inherited } = process.env
  const env = { ...inherited, JIEFENBU_LOGS: join(root, 'logs'), JIEFENBU_MACHINE_ID: 'one machine', ...more }
  return spawnSync(process.execPath, [file, ...args], { cwd: root, env, encoding: 'utf8' })
}

test('the case report as a whole: twelve units hand over, and the recipient counts its figures exactly', () => {
  const { status, stdout, stderr } = run(['sample', '--profile', 'hezuo', '--out', 'city', '--json'])
  assert.equal(status, 0, stderr)
  assert.equal(stdout.indexOf('\n'), stdout.length - 1, 'one line')
  const report = JSON.parse(stdout) as CityReport
  const { units, posts, byTeam, trainings, attendances, outings, households, handovers } = report
  assert.deepEqual(
    { units, posts, byTeam, trainings, attendances, outings, handovers },
    {
      units: 12,
      posts: 2345,
      byTeam: { household: 1616, vehicle: 41, street: 28, building: 378, shop: 282 },
      trainings: 350,
      attendances: 13_000,
      outings: 6700,
      handovers: 12,
    },
  )
  assert.ok(households >= 10 * outings && households <= 15 * outings)
  assert.match(stderr, /npm start -- --data .*recipient/)
  assert.match(stderr, new RegExp(sampleUser.password))
  process.stdout.write(`the whole city took ${report.seconds} s\n`)

  const password = { JIEFENBU_PASSWORD: sampleUser.password }
  const page = (filters: readonly unknown[]) =>
    run(
      ['call', 'city.page', JSON.stringify({ ledger: 'post', limit: 1, filters }), '--data', 'city/recipient'],
      password,
    )
  const buildings = page([
    { field: 'team', op: 'equals', value: 'building' },
    { field: 'leftOn', op: 'blank' },
  ])
  assert.equal(buildings.status, 0, buildings.stderr)
  assert.equal((JSON.parse(buildings.stdout) as { readonly total: number }).total, 378)
})

test('an unknown sample and a folder with something in it are refused; nothing is made', () => {
  const unknown = run(['sample', '--profile', 'lanzhou', '--out', 'none'])
  assert.deepEqual([unknown.status, unknown.stdout], [1, ''])
  assert.match(unknown.stderr, /没有这种样本：lanzhou/)
  assert.equal(existsSync(join(root, 'none')), false)

  mkdirSync(join(root, 'taken'))
  writeFileSync(join(root, 'taken', 'mine.txt'), 'x')
  const taken = run(['sample', '--profile', 'hezuo', '--out', 'taken'])
  assert.equal(taken.status, 1)
  assert.match(taken.stderr, /不是空的/)
  assert.deepEqual(readdirSync(join(root, 'taken')), ['mine.txt'])
})
