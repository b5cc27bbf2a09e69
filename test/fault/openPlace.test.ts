import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { currentEpoch, currentStation } from '../../electron/core/register/life.ts'
import { firstLine, startChild } from '../support/child.ts'
import { createRegister, password, signInFounder, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'
import { skipWithoutMount, smallDisk } from '../support/tmpfs.ts'
import { assertWhole } from '../support/whole.ts'

const codes = async (t: TestOffice, calls: readonly (readonly [string, unknown])[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const [name, input] of calls) {
    const answer = await t.answer(name, input)
    found.push(answer.ok ? 'answered' : answer.error.code)
  }
  return found
}
const creation = {
  ...{ kind: 'unit', unitName: '示例乡', unitCode: '990001', book: null, committee: '' },
  ...{ adminName: '张示例', password },
}
const newCase = { ledger: 'dispute', id: null, revision: 0, data: disputeOf() }
const everyday = [
  ['register.status', {}],
  ['register.create', creation],
  ['session.me', {}],
] as const

test('a second copy of the program, in another process, says so to every call and touches nothing', async () => {
  const t = await unitOffice()
  await save(t, 'dispute', disputeOf())
  await t.stop()
  const first = startChild('./holdingProgram.ts', [t.root])
  assert.equal(await firstLine(first), 'open')
  await t.restart()
  assert.deepEqual(await codes(t, everyday), ['register-in-use', 'register-in-use', 'register-in-use'])
  const ended = new Promise((resolve) => first.once('close', resolve))
  first.kill('SIGKILL')
  await ended
  await t.restart()
  await signInFounder(t)
  assert.equal((await t.call('record.page', { ledger: 'dispute' })).total, 1, 'a killed program leaves no lock behind')
  await t.dispose()
})

test('a second copy in the same process says so too', async () => {
  const t = await unitOffice()
  const second = await testOffice({ root: t.root })
  assert.deepEqual(await codes(second, everyday), ['register-in-use', 'register-in-use', 'register-in-use'])
  await second.stop()
  await t.call('home.view', {})
  await t.dispose()
})

test('a data folder that cannot be written', { skip: skipWithoutMount }, async (c) => {
  const disk = smallDisk(c, 40)
  const t = await unitOffice({ root: disk.folder })
  await save(t, 'dispute', disputeOf())
  await t.stop()
  disk.readOnly()
  await t.restart()
  assert.deepEqual(await codes(t, everyday), ['folder-read-only', 'folder-read-only', 'folder-read-only'])
  await t.stop()
  disk.writable()
  await t.restart()
  await signInFounder(t)
  assert.equal((await t.call('record.page', { ledger: 'dispute' })).total, 1)
  await t.stop()
})

test('a data folder that is a file', async () => {
  const t = await testOffice()
  await t.stop()
  fs.rmSync(t.dataDir, { recursive: true })
  fs.writeFileSync(t.dataDir, 'not a folder')
  await t.restart()
  assert.deepEqual(await codes(t, everyday), ['folder-unsuitable', 'folder-unsuitable', 'folder-unsuitable'])
  await t.dispose()
})

test('a disk that is full: creating', { skip: skipWithoutMount }, async (c) => {
  const disk = smallDisk(c, 20)
  const t = await testOffice({ root: disk.folder })
  disk.fill(100_000)
  assert.deepEqual(await codes(t, [['register.create', creation]]), ['disk-full'])
  assert.equal((await t.call('register.status', {})).state, 'none')
  disk.empty()
  await createRegister(t)
  await t.stop()
})

test('a disk that is full: opening', { skip: skipWithoutMount }, async (c) => {
  const disk = smallDisk(c, 40)
  const t = await unitOffice({ root: disk.folder })
  const { id } = await save(t, 'dispute', disputeOf())
  const { users } = await t.call('register.status', {})
  const signIn = ['session.signIn', { userId: users[0]?.id ?? '', password }] as const
  for (const left of [0, 4096, 40_000]) {
    await t.stop()
    disk.fill(left)
    await t.restart()
    const [given] = await codes(t, [signIn])
    assert.ok(['disk-full', 'answered'].includes(given ?? ''), `with ${left} bytes left: ${given}`)
    disk.empty()
  }
  await signInFounder(t)
  assert.equal((await t.call('record.get', { ledger: 'dispute', id })).id, id)
  await t.stop()
})

test('a disk that is full: saving, reading, searching, backing up', { skip: skipWithoutMount }, async (c) => {
  const disk = smallDisk(c, 40)
  const t = await unitOffice({ root: disk.folder })
  const locked = await save(t, 'dispute', disputeOf({ secrecy: 'private' }))
  disk.fill(0)
  let saved = 0
  for (; saved < 1000; saved++) {
    const answer = await t.answer('record.save', { ...newCase, data: disputeOf({ facts: '满'.repeat(20_000) }) })
    if (answer.ok) continue
    assert.deepEqual(answer.error, { code: 'disk-full', details: {} })
    break
  }
  assert.ok(saved < 1000, 'the disk filled up')
  const draft = { ledger: 'dispute', key: 'k', recordId: null, baseRevision: 0, data: { facts: '满'.repeat(90_000) } }
  const given = await codes(t, [
    ['record.page', { ledger: 'dispute' }],
    ['record.get', { ledger: 'dispute', id: locked.id }],
    ['record.search', { ledger: 'dispute', text: '示例' }],
    ['draft.save', draft],
  ])
  assert.deepEqual(given, ['answered', 'answered', 'answered', 'disk-full'])
  const backup = await t.job('backup.make', { place: null })
  assert.deepEqual([backup.state, backup.error?.code], ['failed', 'disk-full'])
  // A turn, for the notes of what was read: they must not end the program.
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal((await t.call('record.page', { ledger: 'dispute' })).total, saved + 1)
  disk.empty()
  await save(t, 'dispute', disputeOf())
  await t.call('record.search', { ledger: 'dispute', text: '示例' })
  await new Promise((resolve) => setImmediate(resolve))
  const db = await t.inspect()
  assertWhole(db)
  const notes = db.prepare("SELECT count(*) FROM access_log WHERE what IN ('open-locked', 'search-name')").pluck().get()
  assert.equal(notes, 3, 'what was read while the disk was full is in the access log')
  db.close()
  await t.stop()
})

const lifeOf = async (t: TestOffice) => {
  const db = await t.inspect()
  const { id, reason, parent_seq } = currentEpoch(db)
  const station = currentStation(db)
  db.close()
  return {
    epoch: id,
    reason,
    parent_seq,
    station: station.id,
    age: station.age_recipient,
    sign: Buffer.from(station.sign_public).toString('hex'),
  }
}

test('a folder found on another machine answers no change until 搬家 or 复制 is said', async () => {
  const t = await unitOffice()
  const { id } = await save(t, 'dispute', disputeOf())
  await t.restart('machine two')
  await signInFounder(t)
  assert.equal((await t.call('register.status', {})).machine, 'changed')
  assert.equal((await t.call('record.get', { ledger: 'dispute', id })).id, id, 'reading goes on')
  const changes = [
    ['record.save', newCase],
    ['backup.make', { place: null }],
    ['setting.save', { largeText: true }],
    ['user.create', { name: '李示例', password, admin: false, roles: [] }],
  ] as const
  assert.deepEqual(
    await codes(t, changes),
    changes.map(() => 'machine-changed'),
  )
  await t.dispose()
})

test('搬家: the same life goes on; 复制: a new one begins, with keys of its own', async () => {
  const t = await unitOffice()
  await save(t, 'dispute', disputeOf())
  const before = await lifeOf(t)
  await t.restart('machine two')
  await signInFounder(t)
  await t.call('register.settleMachine', { choice: 'moved' })
  await save(t, 'dispute', disputeOf())
  assert.deepEqual(await lifeOf(t), before)
  await t.restart('machine two')
  assert.equal((await t.call('register.status', {})).machine, 'same')
  await t.restart('machine three')
  await signInFounder(t)
  const db = await t.inspect()
  const seq = db.prepare('SELECT max(seq) FROM journal').pluck().get()
  db.close()
  await t.call('register.settleMachine', { choice: 'copied' })
  const after = await lifeOf(t)
  assert.deepEqual([after.reason, after.parent_seq], ['copied', seq])
  for (const key of ['epoch', 'station', 'age', 'sign'] as const) assert.notEqual(after[key], before[key], key)
  await save(t, 'dispute', disputeOf())
  const check = await t.inspect()
  assertWhole(check)
  const lives = check.prepare('SELECT DISTINCT epoch FROM journal ORDER BY seq').pluck().all()
  assert.deepEqual(lives, [before.epoch, after.epoch])
  check.close()
  await t.dispose()
})

test('a clock set back a year: saves go on in their order, and the chain holds', async () => {
  const t = await unitOffice()
  const first = await save(t, 'dispute', disputeOf())
  t.clock.set('2025-11-23T01:00:00.000Z')
  const second = await save(t, 'dispute', disputeOf({ summary: '改' }), { old: first })
  assert.ok(second.updatedAt < first.updatedAt)
  const history = await t.call('record.history', { ledger: 'dispute', id: first.id })
  assert.deepEqual(
    history.map((h) => h.revision),
    [2, 1],
  )
  await t.restart()
  await signInFounder(t)
  await save(t, 'dispute', disputeOf())
  assert.equal((await t.call('home.view', {})).today, '2025-11-23')
  const db = await t.inspect()
  assertWhole(db)
  db.close()
  await t.dispose()
})

test('the folder copied away and back under another name is the same register', async () => {
  const t = await unitOffice()
  const { id } = await save(t, 'dispute', disputeOf())
  await t.stop()
  const elsewhere = `${t.root}-示例 目录`
  fs.cpSync(t.root, elsewhere, { recursive: true })
  const copy = await testOffice({ root: elsewhere })
  await signInFounder(copy)
  assert.equal((await copy.call('record.get', { ledger: 'dispute', id })).id, id)
  assert.ok(fs.existsSync(path.join(t.dataDir, 'register', 'register.db')))
  await copy.dispose()
  await t.dispose()
})
