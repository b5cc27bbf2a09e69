import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import type { Host } from '../../electron/core/host.ts'
import type { Office } from '../../electron/core/office.ts'
import { openWorkerOffice } from '../../electron/core/workerOffice.ts'
import type { CoreEvent } from '../../shared/contract.ts'

const root = mkdtempSync(join(tmpdir(), 'jiefenbu-worker-'))
const dataDir = join(root, 'data')
const password = '示例口令12345'
const lines: string[] = []
let asked: string[] = []
let office: Office

const host: Host = {
  kind: 'test',
  version: '0.1.0',
  machineId: async () => 'machine one',
  places: async () => {
    asked.push('places')
    return [{ path: root, label: '示例U盘', kind: 'removable' }]
  },
  plainFolder: async () => null,
  fontFolders: async () => [],
  pickFolder: async () => {
    throw new Error('the dialog broke')
  },
  pickFiles: async (extensions) => {
    asked.push(`pickFiles ${extensions.join()}`)
    return []
  },
}
const open = () =>
  openWorkerOffice({ dataDir, host, log: (level, message) => void lines.push(`${level} ${message}`), kdfCost: 10 })
const ask = async (name: string, input: unknown = {}) => {
  const answer = await office.dispatch('one', name, input)
  return answer.ok ? answer.value : answer.error.code
}
const founder = {
  kind: 'unit',
  unitName: '示例乡',
  unitCode: '990001',
  book: null,
  committee: '',
  adminName: '张示例',
  password,
}

beforeEach(() => {
  asked = []
})
after(async () => {
  await office.close()
  rmSync(root, { recursive: true, force: true })
})

test('calls, errors and sessions pass through the thread as through the office itself', async () => {
  office = await open()
  assert.equal(await ask('nope'), 'unknown-call')
  assert.equal(await ask('record.page', { ledger: 'dispute' }), 'not-signed-in')
  assert.match(JSON.stringify(await ask('register.create', founder)), /recoveryCode/)
  assert.equal((await office.dispatch('two', 'setting.all', {})).ok, false)
  assert.match(JSON.stringify(await ask('setting.all')), /idleMinutes/)
})

test('the host’s functions are asked in the main thread', async () => {
  assert.match(JSON.stringify(await ask('place.list')), /示例U盘/)
  assert.deepEqual(await ask('place.pickFiles', { extensions: ['jfb', 'jfr'] }), [])
  assert.deepEqual(asked, ['places', 'pickFiles jfb,jfr'])
})

test('a host’s function that fails is an error of that call, and nothing else stops', async () => {
  assert.equal(await ask('place.pickFolder'), 'internal')
  assert.match(JSON.stringify(await ask('setting.all')), /idleMinutes/)
})

test('events arrive, for whom they are meant', async () => {
  const heard: [string | null, CoreEvent][] = []
  const done = new Promise<void>((resolve) => {
    office.on((pipe, event) => {
      heard.push([pipe, event])
      if (event.type === 'locked') resolve()
    })
  })
  await ask('session.lock')
  await done
  assert.deepEqual(heard.at(-1), ['one', { type: 'locked' }])
})

test('what cannot be sent to a thread is refused, not thrown', async () => {
  assert.equal(await ask('register.status', { f: () => 1 }), 'input-invalid')
})

test('a second program on the same folder says so', async () => {
  const second = await open()
  const answer = await second.dispatch('one', 'register.status', {})
  assert.equal(answer.ok ? null : answer.error.code, 'register-in-use')
  await second.close()
})

test('a closed office answers instead of hanging, and its folder can be opened again', async () => {
  await office.close()
  assert.equal(await ask('register.status'), 'cancelled')
  await office.close()
  office = await open()
  assert.match(JSON.stringify(await ask('register.status')), /"state":"closed"/)
})

test('a thread that dies answers everybody who waits and everybody who comes later, with an incident of the log', async () => {
  const thread = new URL('../support/dyingThread.ts', import.meta.url)
  const dying = await openWorkerOffice({
    dataDir,
    host,
    log: (level, message) => void lines.push(`${level} ${message}`),
    thread,
  })
  const [one, two] = await Promise.all([
    dying.dispatch('one', 'session.me', {}),
    dying.dispatch('two', 'session.me', {}),
  ])
  assert.equal(one.ok ? null : one.error.code, 'internal')
  assert.match(String(one.ok || one.error.details.incident), /^[0-9a-f]{8}$/)
  assert.deepEqual(two, one)
  assert.deepEqual(await dying.dispatch('one', 'session.me', {}), one)
  assert.ok(lines.includes('error the core stopped'))
  await dying.close()
})

test('a thread that cannot start is an error of opening', async () => {
  const thread = new URL('../support/stillbornThread.ts', import.meta.url)
  await assert.rejects(openWorkerOffice({ dataDir, host, log: () => {}, thread }), { code: 'internal' })
})
