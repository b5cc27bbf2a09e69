import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { runChild } from '../support/child.ts'
import { createRegister, signInFounder, type TestOffice, testOffice } from '../support/office.ts'
import { jpegOf } from '../support/pictures.ts'
import { disputeOf, save } from '../support/samples.ts'
import { addScan, refusedScan } from '../support/scans.ts'
import { skipWithoutMount, smallDisk } from '../support/tmpfs.ts'
import { assertWhole } from '../support/whole.ts'

let root: string
before(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
})
after(() => fs.rmSync(root, { recursive: true }))

const steps = ['attachment:entered', 'attachment:stored', 'write:before-commit', 'write:after-commit'] as const

/** Every row has its file, every file its row, and no half of one is left. */
async function assertPaired(t: TestOffice): Promise<void> {
  const db = await t.inspect()
  const rows = db.prepare('SELECT name, "references" FROM attachment').all() as { name: string; references: number }[]
  const scans = db.prepare('SELECT DISTINCT attachment FROM scan ORDER BY attachment').pluck().all() as string[]
  const folder = path.join(t.dataDir, 'register', 'attachments')
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
  assert.deepEqual(rows.map((r) => r.name).sort(), files)
  assert.deepEqual(scans, files)
  assert.ok(rows.every((r) => r.references > 0))
  assertWhole(db)
  db.close()
}

test('the steps of an addition are those that are tried here', async () => {
  const run = await runChild('./scanningProgram.ts', [path.join(root, 'all'), 'none'])
  assert.deepEqual([run.code, run.lines.at(-1)], [0, 'done'])
  const passed = run.lines.filter((l) => l.startsWith('step ')).map((l) => l.slice(5))
  assert.deepEqual(passed, [...steps])
})

for (const step of steps) {
  test(`killed at ${step}: the scan is there whole or not at all, and its file with it`, async () => {
    const folder = path.join(root, step.replace(':', '-'))
    const run = await runChild('./scanningProgram.ts', [folder, step])
    assert.equal(run.signal, 'SIGKILL')
    const id = run.lines.find((l) => l.startsWith('case '))?.slice(5) ?? ''
    const t = await testOffice({ root: folder })
    await signInFounder(t)
    const { scans } = await t.call('scan.list', { ledger: 'dispute', id })
    assert.equal(scans.length, step === 'write:after-commit' ? 2 : 1)
    for (const scan of scans)
      assert.ok((await t.call('scan.read', { ledger: 'dispute', id, scan: scan.id })).bytes.length > 0)
    await assertPaired(t)
    // And on from there, with the same file.
    const again = await jpegOf({ width: 300, height: 200, text: 'b' })
    if (scans.length === 1) await addScan(t, { id, bytes: again })
    else assert.equal((await refusedScan(t, { id, bytes: again })).code, 'scan-twice')
    await assertPaired(t)
    await t.stop()
  })
}

test('a full disk refuses the scan and keeps what is there; with room again it is added', {
  skip: skipWithoutMount,
}, async (context) => {
  const disk = smallDisk(context, 24)
  const t = await testOffice({ root: disk.folder })
  await createRegister(t)
  const { id } = await save(t, 'dispute', disputeOf())
  await addScan(t, { id, bytes: await jpegOf({ width: 300, height: 200, text: 'a' }) })
  const large = await jpegOf({ width: 2400, height: 1700, seal: true, text: 'large' })
  disk.fill(20_000)
  const { code } = await refusedScan(t, { id, bytes: large })
  assert.equal(code, 'disk-full')
  assert.equal((await t.call('scan.list', { ledger: 'dispute', id })).scans.length, 1)
  disk.empty()
  await addScan(t, { id, bytes: large })
  assert.equal((await t.call('scan.list', { ledger: 'dispute', id })).scans.length, 2)
  await assertPaired(t)
  await t.stop()
})
