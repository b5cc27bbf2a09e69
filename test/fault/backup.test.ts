import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import type { BackupView } from '../../shared/contract/office.ts'
import { restore } from '../support/backups.ts'
import { createRegister, password, signInFounder, type TestOffice, testOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, save } from '../support/samples.ts'
import { skipWithoutMount, smallDisk } from '../support/tmpfs.ts'
import { assertWhole } from '../support/whole.ts'

const founderName = '张示例'

interface BackedUp {
  readonly t: TestOffice
  readonly recoveryCode: string
  readonly caseId: string
  readonly file: string
  readonly pdf: Uint8Array
}
/** An office with a case whose agreement is kept, backed up to its stick. */
async function backedUp(): Promise<BackedUp> {
  const t = await testOffice()
  const { recoveryCode } = await createRegister(t)
  const agreed = await save(t, 'dispute', agreedDispute())
  const key = { ledger: 'dispute', id: agreed.id } as const
  await t.call('dispute.giveNumber', { ...key, revision: 1, series: 'agreementNo', on: '2026-11-20', typed: null })
  const on = '2026-11-20'
  await t.call('agreement.takeEffect', {
    ...key,
    revision: 2,
    signedByPartiesOn: on,
    signedByMediatorsOn: on,
    sealedOn: on,
  })
  const { pdf } = await t.call('paper.preview', { ...key, paper: 'agreement', mode: 'final' })
  const [stick] = await t.call('place.list', {})
  const done = await t.job('backup.make', { place: stick?.token ?? '' })
  assert.equal(done.state, 'done', JSON.stringify(done.error))
  const { name } = done.outcome as BackupView
  return { t, recoveryCode, caseId: agreed.id, file: path.join(t.stick, name), pdf }
}

const rightPassword = { userName: founderName, secret: password }

async function assertRestored(t: TestOffice, b: BackedUp): Promise<void> {
  await signInFounder(t)
  const key = { ledger: 'dispute', id: b.caseId } as const
  const record = await t.call('record.get', key)
  assert.equal(record.data.facts, '示例一村两户因草场边界发生争议。')
  const { pdf, frozen } = await t.call('paper.preview', { ...key, paper: 'agreement', mode: 'final' })
  assert.ok(frozen && Buffer.from(pdf).equals(Buffer.from(b.pdf)), 'the kept paper came along')
  const db = await t.inspect()
  assertWhole(db)
  const lives = db.prepare('SELECT reason, parent_seq FROM epoch ORDER BY position').all() as {
    reason: string
    parent_seq: number
  }[]
  assert.deepEqual(
    lives.map((l) => l.reason),
    ['created', 'restored'],
  )
  assert.ok((lives[1]?.parent_seq ?? 0) > 0)
  db.close()
}

test('an empty machine gets everything back from the one file and the password', async () => {
  const b = await backedUp()
  const empty = await testOffice()
  assert.equal(await restore(empty, fs.readFileSync(b.file), rightPassword), 'done')
  assert.equal((await empty.call('register.status', {})).state, 'closed')
  await assertRestored(empty, b)
  await save(empty, 'dispute', disputeOf())
  await empty.restart()
  await assertRestored(empty, b)
  for (const t of [empty, b.t]) await t.dispose()
})

test('an empty machine gets everything back with the recovery code', async () => {
  const b = await backedUp()
  const empty = await testOffice()
  const proof = { userName: null, secret: b.recoveryCode }
  assert.equal(
    await restore(empty, fs.readFileSync(b.file), { ...proof, secret: 'AAAAA-AAAAA' }),
    'wrong-recovery-code',
  )
  assert.equal(await restore(empty, fs.readFileSync(b.file), proof), 'done')
  await assertRestored(empty, b)
  for (const t of [empty, b.t]) await t.dispose()
})

test('a wrong password or an unknown name restores nothing and leaves nothing behind', async () => {
  const b = await backedUp()
  const empty = await testOffice()
  const bytes = fs.readFileSync(b.file)
  for (const proof of [
    { userName: founderName, secret: 'wrong password' },
    { userName: '无此人', secret: password },
  ])
    assert.equal(await restore(empty, bytes, proof), 'wrong-password')
  assert.equal((await empty.call('register.status', {})).state, 'none')
  assert.deepEqual(
    fs.readdirSync(empty.dataDir).filter((n) => !n.startsWith('in-use.lock')),
    [],
  )
  for (const t of [empty, b.t]) await t.dispose()
})

test('a backup cut anywhere, with a byte changed anywhere, junk or empty is refused, and nothing comes of it', async () => {
  const b = await backedUp()
  const whole = fs.readFileSync(b.file)
  const empty = await testOffice()
  const cuts = [0, 1, 511, 512, 1024, 5000, Math.floor(whole.length / 2), whole.length - 2048, whole.length - 1200]
  for (const at of cuts)
    assert.equal(await restore(empty, whole.subarray(0, at), rightPassword), 'backup-damaged', `cut at ${at}`)
  const places = [0, 3, 100, 160, 512, 700, 2000, 9000, Math.floor(whole.length / 2), whole.length - 1500]
  for (const at of places) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const given = await restore(empty, bytes, rightPassword)
    assert.ok(['backup-damaged', 'key-file-damaged'].includes(given), `changed at ${at}: ${given}`)
  }
  assert.equal(await restore(empty, Buffer.alloc(100_000, 1), rightPassword), 'backup-damaged')
  assert.equal((await empty.call('register.status', {})).state, 'none')
  assert.equal(await restore(empty, whole, rightPassword), 'done')
  await assertRestored(empty, b)
  for (const t of [empty, b.t]) await t.dispose()
})

test('a restore over a damaged register keeps the damaged one, and everything else that lay there', async () => {
  const b = await backedUp()
  const whole = fs.readFileSync(b.file)
  const later = await save(b.t, 'dispute', disputeOf({ summary: '备份之后登记的一件' }))
  await b.t.stop()
  const register = path.join(b.t.dataDir, 'register', 'register.db')
  fs.truncateSync(register, 20_000)
  const damaged = fs.readFileSync(register)
  await b.t.restart()
  await assert.rejects(() => signInFounder(b.t), /register-damaged/)
  assert.equal(await restore(b.t, whole, rightPassword), 'done')
  await assertRestored(b.t, b)
  const lost = await b.t.refusal('record.get', { ledger: 'dispute', id: later.id })
  assert.equal(lost.code, 'not-found')
  const old = fs.readdirSync(b.t.dataDir).filter((n) => /^register-\d+$/.test(n))
  assert.equal(old.length, 1)
  const kept = path.join(b.t.dataDir, old[0] ?? '', 'register.db')
  assert.ok(fs.readFileSync(kept).equals(damaged), 'the damaged register lies there as it was')
  await b.t.dispose()
})

test('an open register is not restored over', async () => {
  const b = await backedUp()
  assert.equal(await restore(b.t, fs.readFileSync(b.file), rightPassword), 'register-exists')
  assert.equal((await b.t.call('record.get', { ledger: 'dispute', id: b.caseId })).id, b.caseId)
  await b.t.dispose()
})

test('a power cut between the two renames of a restore: the proven register takes its place at the next start', async () => {
  const b = await backedUp()
  await b.t.stop()
  const place = path.join(b.t.dataDir, 'register')
  fs.cpSync(place, `${place}-20261123`, { recursive: true })
  fs.renameSync(place, path.join(b.t.dataDir, 'restored'))
  await b.t.restart()
  await signInFounder(b.t)
  assert.equal((await b.t.call('record.get', { ledger: 'dispute', id: b.caseId })).id, b.caseId)
  await b.t.dispose()
})

test('a backup holds nothing readable', async () => {
  const b = await backedUp()
  const bytes = fs.readFileSync(b.file)
  for (const text of ['扎西', '草场', '示例一村', 'SQLite format 3', '%PDF', password, b.recoveryCode])
    assert.equal(bytes.indexOf(Buffer.from(text)), -1, text)
  await b.t.dispose()
})

test('a stick pulled out, full or read-only is told as the target’s fault', { skip: skipWithoutMount }, async (c) => {
  const disk = smallDisk(c, 1)
  const t = await testOffice()
  await createRegister(t)
  fs.rmSync(t.stick, { recursive: true })
  fs.symlinkSync(disk.folder, t.stick)
  const [stick] = await t.call('place.list', {})
  const make = async () => (await t.job('backup.make', { place: stick?.token ?? '' })).error?.code
  assert.equal(await make(), 'target-full')
  disk.readOnly()
  assert.ok(['target-read-only', 'target-full'].includes((await make()) ?? ''))
  fs.rmSync(t.stick)
  assert.equal(await make(), 'target-gone')
  assert.equal(fs.existsSync(t.stick), false, 'a stick that is gone is not made up as a folder')
  assert.deepEqual(fs.readdirSync(disk.folder), [], 'no half file is left on the stick')
  await t.dispose()
})

test('a backup given up half way leaves nothing behind, beside the register and on the stick', async () => {
  const t = await testOffice()
  await createRegister(t)
  const ended = new Promise<string>((resolve) =>
    t.office().on((_pipe, e) => e.type === 'job' && e.job.state !== 'running' && resolve(e.job.state)),
  )
  const { jobId } = await t.call('backup.make', { place: null })
  await t.call('job.cancel', { jobId })
  assert.equal(await ended, 'cancelled')
  const left = fs.readdirSync(t.dataDir, { recursive: true }).map(String)
  assert.deepEqual(
    left.filter((n) => n.includes('backup-') || n.endsWith('.part') || n.endsWith('.jfbak')),
    [],
  )
  await t.dispose()
})
