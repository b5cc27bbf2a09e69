import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const at = (path: string) => new URL(`../../electron/${path}`, import.meta.url)
const { missingPackage } = (await import(at('setup/packages.mjs').href)) as {
  readonly missingPackage: (root: string) => string | null
}

const root = mkdtempSync(join(tmpdir(), 'jiefenbu-setup-'))
after(() => rmSync(root, { recursive: true, force: true }))

const [own, other] = [process.platform, process.platform === 'win32' ? 'linux' : 'win32']
const locked = {
  '': { name: 'project' },
  'node_modules/plain': { version: '1.0.0' },
  'node_modules/own-addon': { version: '2.0.0', optional: true, os: [own], cpu: [process.arch] },
  'node_modules/other-addon': { version: '2.0.0', optional: true, os: [other], cpu: [process.arch] },
  'node_modules/musl-addon': { version: '2.0.0', optional: true, os: [own], cpu: [process.arch], libc: ['musl'] },
}
const write = (path: string, packages: Readonly<Record<string, unknown>>) =>
  writeFileSync(join(root, path), JSON.stringify({ packages }))
const { 'node_modules/other-addon': _other, 'node_modules/musl-addon': _musl, ...installed } = locked

beforeEach(() => {
  rmSync(join(root, 'node_modules'), { recursive: true, force: true })
  write('package-lock.json', locked)
  for (const name of ['plain', 'own-addon']) mkdirSync(join(root, 'node_modules', name), { recursive: true })
  write('node_modules/.package-lock.json', installed)
})

test('nothing is missing when all that this system needs is there', () => {
  assert.equal(missingPackage(root), null)
})

test('a fresh clone, and an installation that was interrupted, lack everything', () => {
  rmSync(join(root, 'node_modules', '.package-lock.json'))
  assert.equal(missingPackage(root), 'node_modules')
  rmSync(join(root, 'node_modules'), { recursive: true })
  assert.equal(missingPackage(root), 'node_modules')
})

test('a package that is gone, of another version, or new in the lock is missing', () => {
  rmSync(join(root, 'node_modules', 'own-addon'), { recursive: true })
  assert.equal(missingPackage(root), 'node_modules/own-addon')
  mkdirSync(join(root, 'node_modules', 'own-addon'))
  write('package-lock.json', { ...locked, 'node_modules/plain': { version: '1.0.1' } })
  assert.equal(missingPackage(root), 'node_modules/plain')
  write('package-lock.json', { ...locked, 'node_modules/new': { version: '1.0.0' } })
  assert.equal(missingPackage(root), 'node_modules/new')
})

test('a command that set-up does not know is told in one line, without a stack', () => {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(at('setup.mjs')), 'nonsense'], {
    encoding: 'utf8',
  })
  assert.equal(status, 1)
  assert.match(stderr, /^用法 .*start\|test\|cli\|bench\|dist\n$/)
})

test('the program started by npm start stays up without a display and ends when it is asked to', async () => {
  const env = {
    ...process.env,
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    JIEFENBU_HOST: 'bridge',
    JIEFENBU_DATA: join(root, 'data'),
    JIEFENBU_LOGS: join(root, 'logs'),
    JIEFENBU_OUTGOING: join(root, 'out'),
  }
  const child = spawn(process.execPath, [fileURLToPath(at('setup.mjs')), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  for await (const part of child.stdout) {
    output += String(part)
    if (output.includes('Ctrl+C')) break
  }
  const url = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\w+/.exec(output)?.[0]
  assert.ok(url, output)
  assert.match(output, /why not Electron\): \S/)
  assert.equal((await fetch(url, { redirect: 'manual' })).status, 303)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
  await assert.rejects(fetch(url))
})
