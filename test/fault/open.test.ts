import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import type { Answer } from '../../shared/errors.ts'
import { createRegister, password, signInFounder, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

const file = (t: TestOffice, name: 'register.db' | 'keys.json') => path.join(t.dataDir, 'register', name)
const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'answered' : answer.error.code)

/** An office with one case in it, closed, and its users as the sign-in page last saw them. */
async function closedOffice(): Promise<{ readonly t: TestOffice; readonly userId: string; readonly caseId: string }> {
  const t = await unitOffice()
  const { id: caseId } = await save(t, 'dispute', disputeOf())
  const userId = (await t.call('session.me', {}))?.userId ?? ''
  await t.stop()
  return { t, userId, caseId }
}
/** What the program says to a sign-in over files that were tampered with, and that it then made nothing new. */
async function signInOver(t: TestOffice, userId: string): Promise<string> {
  await t.restart()
  const given = codeOf(await t.answer('session.signIn', { userId, password }))
  const creation = {
    ...{ kind: 'unit', unitName: '示例乡', unitCode: '990001', book: null, committee: '' },
    ...{ adminName: '张示例', password },
  }
  assert.equal(codeOf(await t.answer('register.create', creation)), 'register-exists')
  await t.stop()
  return given
}

test('register.db missing, empty, cut, junk or of another register: each is told, and nothing is made or lost', async () => {
  const other = await closedOffice()
  const { t, userId, caseId } = await closedOffice()
  const whole = fs.readFileSync(file(t, 'register.db'))
  const flipped = (at: number) => {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }
  const cases: readonly (readonly [string, Uint8Array | null, string])[] = [
    ['missing', null, 'register-missing'],
    ['of zero bytes', Buffer.alloc(0), 'register-damaged'],
    ['one byte', whole.subarray(0, 1), 'register-damaged'],
    ['cut in the first page', whole.subarray(0, 5000), 'register-damaged'],
    ['cut after the first page', whole.subarray(0, 16384), 'register-damaged'],
    ['cut in the middle', whole.subarray(0, Math.floor(whole.length / 2)), 'register-damaged'],
    ['junk', Buffer.alloc(40_000, 7), 'register-damaged'],
    ['text', Buffer.from('示例'.repeat(9000)), 'register-damaged'],
    ['one bit changed in the first page', flipped(4000), 'register-damaged'],
    ['of another register', fs.readFileSync(file(other.t, 'register.db')), 'register-damaged'],
  ]
  for (const [what, bytes, code] of cases) {
    if (bytes === null) fs.rmSync(file(t, 'register.db'))
    else fs.writeFileSync(file(t, 'register.db'), bytes)
    const keys = fs.readFileSync(file(t, 'keys.json'))
    assert.equal(await signInOver(t, userId), code, what)
    if (bytes === null) assert.equal(fs.existsSync(file(t, 'register.db')), false)
    else assert.ok(fs.readFileSync(file(t, 'register.db')).equals(bytes), `${what}: the file was changed`)
    assert.ok(fs.readFileSync(file(t, 'keys.json')).equals(keys), `${what}: the key file was changed`)
  }
  fs.writeFileSync(file(t, 'register.db'), whole)
  await t.restart()
  await signInFounder(t)
  assert.equal((await t.call('record.get', { ledger: 'dispute', id: caseId })).id, caseId)
  await t.dispose()
  await other.t.dispose()
})

test('a bit changed in a page read later is damage, not an unknown error, and no contents', async () => {
  const { t, userId } = await closedOffice()
  const bytes = fs.readFileSync(file(t, 'register.db'))
  for (let page = 3; page * 16384 < bytes.length; page++)
    bytes[page * 16384 + 100] = (bytes[page * 16384 + 100] ?? 0) ^ 1
  fs.writeFileSync(file(t, 'register.db'), bytes)
  await t.restart()
  const signedIn = codeOf(await t.answer('session.signIn', { userId, password }))
  const paged = signedIn === 'answered' ? codeOf(await t.answer('record.page', { ledger: 'dispute' })) : signedIn
  assert.equal(paged, 'register-damaged')
  await t.dispose()
})

test('keys.json missing, empty, cut, junk or a folder: each is told, and nothing is made or lost', async () => {
  const { t, userId } = await closedOffice()
  const whole = fs.readFileSync(file(t, 'keys.json'), 'utf8')
  const cases: readonly (readonly [string, string | null, string])[] = [
    ['missing', null, 'key-file-missing'],
    ['empty', '', 'key-file-damaged'],
    ['cut', whole.slice(0, -20), 'key-file-damaged'],
    ['junk', '\u0000\u0001', 'key-file-damaged'],
    ['an array', '[]', 'key-file-damaged'],
    ['null', 'null', 'key-file-damaged'],
    ['a number', '7', 'key-file-damaged'],
    ['without wraps', JSON.stringify({ body: {}, sum: '', proof: '' }), 'key-file-damaged'],
    ['with __proto__', whole.replace('{', '{"__proto__":{"version":1},'), 'key-file-damaged'],
  ]
  for (const [what, text, code] of cases) {
    if (text === null) fs.rmSync(file(t, 'keys.json'))
    else fs.writeFileSync(file(t, 'keys.json'), text)
    assert.equal(await signInOver(t, userId), code, what)
    await t.restart()
    assert.equal((await t.refusal('register.status', {})).code, code, `${what}: at the start`)
    await t.stop()
  }
  fs.rmSync(file(t, 'keys.json'))
  fs.mkdirSync(file(t, 'keys.json'))
  assert.equal(await signInOver(t, userId), 'key-file-damaged', 'a folder')
  await t.dispose()
})

/** Every value of a JSON tree by its path. */
function leaves(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [at]
  const entries = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : Object.entries(value)
  return entries.flatMap(([k, v]) => leaves(v, [...at, k]))
}
function withChanged(json: unknown, at: readonly (string | number)[]): unknown {
  const copy = structuredClone(json) as Record<string | number, unknown>
  const parent = at.slice(0, -1).reduce((o, k) => o[k] as Record<string | number, unknown>, copy)
  const last = at.at(-1) ?? ''
  const old = parent[last]
  if (typeof old === 'number') parent[last] = old ^ 1
  else if (typeof old === 'boolean') parent[last] = !old
  else parent[last] = flipLastBit(String(old))
  return copy
}
const flipLastBit = (text: string): string => {
  const middle = Math.floor(text.length / 2)
  return text.slice(0, middle) + String.fromCharCode(text.charCodeAt(middle) ^ 1) + text.slice(middle + 1)
}

test('one bit changed in any value of keys.json is found, at the start or with the right password', async () => {
  const { t, userId } = await closedOffice()
  const whole = fs.readFileSync(file(t, 'keys.json'), 'utf8')
  const json: unknown = JSON.parse(whole)
  const paths = leaves(json).filter((p) => !(p.includes('name') && String(p) === ''))
  assert.ok(paths.length >= 14)
  for (const at of paths) {
    if (at.at(-1) === 'name' && at[2] === 1) continue // the recovery wrap has no name to change
    fs.writeFileSync(file(t, 'keys.json'), JSON.stringify(withChanged(json, at)))
    assert.equal(await signInOver(t, userId), 'key-file-damaged', at.join('.'))
  }
  await t.dispose()
})

test('whoever changes keys.json and mends its sum is found out by the right password', async () => {
  const { sha256, toHex } = await import('../../electron/core/crypto.ts')
  const { t, userId } = await closedOffice()
  const json = JSON.parse(fs.readFileSync(file(t, 'keys.json'), 'utf8')) as { body: object; sum: string }
  const mended = { ...json, body: { ...json.body, sample: true } }
  fs.writeFileSync(file(t, 'keys.json'), JSON.stringify({ ...mended, sum: toHex(sha256(JSON.stringify(mended.body))) }))
  assert.equal(await signInOver(t, userId), 'key-file-damaged')
  await t.dispose()
})

test('the key file of another register opens nothing here', async () => {
  const [one, two] = [await closedOffice(), await closedOffice()]
  fs.copyFileSync(file(two.t, 'keys.json'), file(one.t, 'keys.json'))
  assert.equal(await signInOver(one.t, one.userId), 'wrong-password', 'the user is not in it')
  assert.equal(await signInOver(one.t, two.userId), 'register-damaged', 'its key is not this register’s')
  type Keys = { body: { wraps: unknown[] }; sum: string; proof: string }
  const { sha256, toHex } = await import('../../electron/core/crypto.ts')
  const [mine, theirs] = [one, two].map((o) => JSON.parse(fs.readFileSync(file(o.t, 'keys.json'), 'utf8')) as Keys)
  assert.ok(mine && theirs)
  const body = { ...mine.body, wraps: theirs.body.wraps }
  fs.writeFileSync(
    file(one.t, 'keys.json'),
    JSON.stringify({ ...mine, body, sum: toHex(sha256(JSON.stringify(body))) }),
  )
  assert.equal(await signInOver(one.t, two.userId), 'register-damaged')
  for (const { t } of [one, two]) await t.dispose()
})

test('a half-made register and a half-unpacked backup of a crash are swept, a whole register is left alone', async () => {
  const t = await testOffice()
  await t.stop()
  for (const name of ['creating', 'restoring', 'backup-abc123']) {
    fs.mkdirSync(path.join(t.dataDir, name))
    fs.writeFileSync(path.join(t.dataDir, name, 'register.db'), 'half')
  }
  await t.restart()
  assert.equal((await t.call('register.status', {})).state, 'none')
  await createRegister(t)
  await save(t, 'dispute', disputeOf())
  await t.stop()
  fs.writeFileSync(`${file(t, 'keys.json')}.4711.part`, 'half')
  await t.restart()
  assert.deepEqual(fs.readdirSync(path.dirname(file(t, 'keys.json'))).sort(), ['keys.json', 'register.db'])
  assert.deepEqual(
    fs.readdirSync(t.dataDir).filter((n) => !n.startsWith('in-use.lock')),
    ['register'],
  )
  await signInFounder(t)
  assert.equal((await t.call('record.page', { ledger: 'dispute' })).total, 1)
  await t.dispose()
})
