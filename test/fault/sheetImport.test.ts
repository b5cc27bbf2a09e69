import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { test } from 'node:test'
import { verifyChain } from '../../electron/core/register/journal.ts'
import type { ImportView } from '../../shared/contract/sheets.ts'
import { runChild } from '../support/child.ts'
import { signInFounder, testOffice, unitOffice } from '../support/office.ts'
import { commit, dryRun } from '../support/sheets.ts'
import { skipWithoutMount, smallDisk } from '../support/tmpfs.ts'

const count = 450
const roster = (): string =>
  ['队伍,姓名,选配日期', ...Array.from({ length: count }, (_, i) => `联户长,示例${i}号,2024-03-05`)].join('\n')

interface Standing {
  readonly view: ImportView
  readonly records: number
}
/** Opens the register again after the power came back, and looks at what is there. */
async function reopened(
  root: string,
  batch: string,
  work: (standing: Standing, t: Awaited<ReturnType<typeof testOffice>>) => Promise<void>,
) {
  const t = await testOffice({ root })
  await signInFounder(t)
  const view = await t.call('import.view', { ledger: 'post', batch })
  const records = (await t.call('record.page', { ledger: 'post' })).total
  await work({ view, records }, t)
  const db = await t.inspect()
  assert.equal(verifyChain(db).brokenAt, null)
  db.close()
  await t.stop()
}

/** Each step, how often it was reached when the power fails, and how many records are in then. */
const commitSteps: readonly (readonly [step: string, times: number, saved: number])[] = [
  ['sheet:record', 1, 0],
  ['write:before-commit', 2, 0],
  ['sheet:saved', 1, 200],
  ['sheet:record', 250, 200],
  ['sheet:saved', 3, 450],
]
for (const [step, times, saved] of commitSteps) {
  test(`power fails at ${step} (${times}) of a commit: ${saved} records are in, whole pieces, and the next commit ends it`, async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-import-'))
    const run = await runChild('./importingProgram.ts', [root, 'commit', step, String(times)])
    assert.equal(run.signal, 'SIGKILL', 'the step was never reached')
    const [batch = ''] = run.lines
    await reopened(root, batch, async ({ view, records }, t) => {
      assert.deepEqual([records, view.counts.saved], [saved, saved])
      assert.equal(view.state, saved === 0 ? 'staged' : 'saving')
      if (saved < count) assert.equal((await commit(t, view, 'post')).saved, count - saved)
      assert.equal((await t.call('record.page', { ledger: 'post' })).total, count)
      const undone = await t.job('import.undo', { ledger: 'post', batch })
      assert.equal(undone.state, 'done')
      assert.equal((await t.call('record.page', { ledger: 'post' })).total, 0)
    })
    fs.rmSync(root, { recursive: true })
  })
}

test('power fails in the middle of an undo: what is out is out, and the next undo ends it', async () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-import-'))
  const run = await runChild('./importingProgram.ts', [root, 'undo', 'sheet:undone', '2'])
  assert.equal(run.signal, 'SIGKILL', 'the step was never reached')
  await reopened(root, run.lines[0] ?? '', async ({ view, records }, t) => {
    assert.deepEqual([view.state, records, view.counts.saved, view.counts.left], ['undoing', 250, 250, 200])
    assert.equal((await t.job('import.undo', { ledger: 'post', batch: view.batch })).state, 'done')
    assert.equal((await t.call('record.page', { ledger: 'post' })).total, 0)
  })
  fs.rmSync(root, { recursive: true })
})

test('power fails while a file is read: no import is left, and the next reading is whole', async () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-import-'))
  const run = await runChild('./importingProgram.ts', [root, 'commit', 'sheet:staged', '1'])
  assert.equal(run.signal, 'SIGKILL', 'the step was never reached')
  const t = await testOffice({ root })
  await signInFounder(t)
  assert.deepEqual(await t.call('import.list', { ledger: 'post' }), [])
  assert.equal((await dryRun(t, 'post', '名册.csv', roster())).counts.good, count)
  await t.stop()
  fs.rmSync(root, { recursive: true })
})

test('the disk is full: reading and saving are refused as such, and nothing that was there is lost', {
  skip: skipWithoutMount,
}, async (test) => {
  const disk = smallDisk(test, 40)
  const t = await unitOffice({ root: disk.folder })
  const dry = await dryRun(t, 'post', '名册.csv', roster())
  disk.fill(0)
  const job = await t.job('import.commit', { ledger: 'post', batch: dry.batch })
  assert.equal(job.error?.code, 'disk-full')
  disk.empty()
  assert.equal((await commit(t, dry, 'post')).saved, count)
  await t.stop()
})
