import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commands } from '../../electron/cli/commands.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'

const root = mkdtempSync(join(tmpdir(), 'jiefenbu-cli-'))
after(() => rmSync(root, { recursive: true, force: true }))
const file = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))

/** Runs the command line as a script would, from the test's folder. */
function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { INIT_CWD: _ignored, JIEFENBU_PASSWORD: _none, ...inherited } = process.env
  const env = {
    ...inherited,
    JIEFENBU_LOGS: join(root, 'logs'),
    JIEFENBU_OUTGOING: join(root, 'out'),
    JIEFENBU_DATA: join(root, 'data'),
    ...more,
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: root, env, encoding: 'utf8' })
  return { status, stdout, stderr, value: (): unknown => JSON.parse(stdout) }
}
const asSample = { JIEFENBU_PASSWORD: sampleUser.password }
const sample = (name: string) => join('demo', name)
/** As on the machine of one of the journey's stations. */
const at = (station: string) => ({ ...asSample, JIEFENBU_MACHINE_ID: `demo ${station}` })

before(() => {
  const played = run(['demo', '--out', 'demo', '--cases', '3', '--seed', '4', '--json'])
  assert.equal(played.status, 0, played.stderr)
})

test('a result stands alone on standard output, as one line of JSON', () => {
  const { status, stdout, stderr, value } = run(['call', 'register.status', '{}'])
  assert.deepEqual([status, stderr, stdout.indexOf('\n')], [0, '', stdout.length - 1])
  assert.equal((value() as { readonly state: string }).state, 'none')
})

test('what went wrong is said in Chinese on standard error, with exit code 1 and nothing on standard output', () => {
  for (const [args, words] of [
    [[], /^用法/],
    [['toString'], /没有这个命令：toString/],
    [['call', 'setting.all'], /登记簿已锁定.*not-signed-in/],
  ] as const) {
    const { status, stdout, stderr } = run(args)
    assert.deepEqual([status, stdout], [1, ''])
    assert.match(stderr, words)
    assert.doesNotMatch(stderr, /\n {4}at /, 'no stack')
  }
})

test('a command typed wrong is refused before anything is opened', async () => {
  const around = { env: {}, from: root }
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['city', ['constructor'], /没有这个命令/],
    ['call', [], /缺少/],
    ['call', ['__proto__'], /unknown-call/],
    ['call', ['register.status', '{'], /不是有效的 JSON/],
    ['verify', [], /缺少/],
    ['verify', ['nowhere.jfb'], /找不到文件：nowhere\.jfb/],
    ['city', ['status', '--password', 'x'], /选项不对/],
    ['city', ['init', '--name', '示例县', '--code', '990000', '--user', '张示例'], /需要密码/],
  ]
  for (const [name, args, words] of wrong) {
    const command = commands[name]
    assert.ok(command)
    await assert.rejects(command(args, around), words, args.join(' '))
  }
})

test('the password comes from the environment or a file, and a wrong one opens nothing', () => {
  writeFileSync(join(root, 'password.txt'), `${sampleUser.password}\n`)
  const ask = ['call', 'setting.all', '--data', sample('unit')]
  assert.equal(run(ask, asSample).status, 0)
  assert.equal(run([...ask, '--password-file', 'password.txt']).status, 0)
  assert.match(run(ask, { JIEFENBU_PASSWORD: 'wrong' }).stderr, /密码不对/)
  assert.match(run([...ask, '--password-file', 'none.txt']).stderr, /读不到密码文件/)
  assert.match(run([...ask, '--user', '李示例'], asSample).stderr, /没有这个用户：李示例/)
})

test('a recipient’s state, and what a file would do there', () => {
  const city = ['--data', sample('city-mediation')]
  const units = run(['city', 'status', ...city], at('city-mediation')).value() as readonly {
    readonly unitCode: string
    readonly lastNo: number
  }[]
  assert.deepEqual(
    units.map((unit) => [unit.unitCode, unit.lastNo]),
    [['990001', 2]],
  )
  const handovers = readdirSync(join(root, 'demo', 'usb')).filter(
    (name) => name.endsWith('.jfb') && name.includes('调解'),
  )
  const files = handovers.map((name) => sample(join('usb', name)))
  assert.equal(files.length, 2)
  const [verdict] = run(['verify', String(files[0]), ...city], at('city-mediation')).value() as readonly {
    readonly verdict: string
  }[]
  assert.equal(verdict?.verdict, 'alreadyHeld')
  const again = run(['city', 'import', ...files, ...city], at('city-mediation')).value()
  assert.equal((again as { readonly merged: unknown }).merged, null, 'what is held already changes nothing')
})

test('a unit compares a file with what it sent', () => {
  const name = readdirSync(join(root, 'demo', 'usb')).find((file) => file.endsWith('0002.jfb') && file.includes('调解'))
  const args = ['verify', sample(join('usb', String(name))), '--data', sample('unit')]
  assert.match(run(args, at('unit')).stderr, /--book/)
  assert.deepEqual(run([...args, '--book', 'mediation'], at('unit')).value(), { intact: true, no: 2 })
})

test('a city sets up its register with one command', () => {
  const args = ['city', 'init', '--name', '示例县', '--code', '990000', '--book', 'teams', '--user', '张示例']
  const made = run(args, { JIEFENBU_PASSWORD: '示例口令12345' })
  assert.match(String((made.value() as { readonly recoveryCode: string }).recoveryCode), /^[0-9A-Z-]{20,}$/)
  assert.match(run(args, { JIEFENBU_PASSWORD: '示例口令12345' }).stderr, /register-exists/)
  assert.deepEqual(run(['city', 'status'], { JIEFENBU_PASSWORD: '示例口令12345' }).value(), [])
})
