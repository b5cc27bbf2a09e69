import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { handedIds } from '../../electron/core/handover/leaving.ts'
import { takeReceipt } from '../../electron/core/handover/receipts.ts'
import { bookState } from '../../electron/core/handover/state.ts'
import { verifyChain } from '../../electron/core/register/journal.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { tempFolder } from '../unit/handoverKit.ts'
import { aDispute, foundOffice, openOffice, receiptFile, receiptFor, save, sealNow } from '../unit/handoverOffice.ts'

const child = fileURLToPath(new URL('./handoverReceiptChild.ts', import.meta.url))
const before = ['receipt:verified', 'receipt:mark', 'receipt:states', 'receipt:exceptions', 'write:before-commit']

test('killed at every step of taking a receipt: all of it counts or none, and taking it again works', async () => {
  const folder = tempFolder()
  const [data, usb] = [path.join(folder, 'data'), path.join(folder, 'usb')]
  for (const f of [data, usb]) fs.mkdirSync(f)
  const recipient = await newStation()
  await foundOffice(data, recipient)
  for (const step of [...before, 'write:after-commit']) {
    const first = await openOffice(data, usb, recipient)
    const { id } = save(first, 'dispute', aDispute(1))
    const { no } = await sealNow(first)
    const exception = {
      no,
      ledger: 'dispute',
      id: handedIds(first.station.handed_secret)('dispute', id),
      seq: 1,
      reason: 'newer-shape',
    }
    const file = await receiptFile(first, receiptFor(first, no, { exceptions: [exception] }))
    const held = bookState(first.register.db, 'mediation', first.desk)
    await first.register.close()
    const run = spawnSync(process.execPath, [child, data, usb, file, step], { encoding: 'utf8', timeout: 60_000 })
    assert.equal(run.signal, 'SIGKILL', `${step} is reached; ${run.stderr}`)
    const o = await openOffice(data, usb, recipient)
    const after = bookState(o.register.db, 'mediation', o.desk)
    if (before.includes(step)) assert.deepEqual(after, held, `${step}: nothing half-done`)
    await takeReceipt(o.desk, 'mediation', file)
    const taken = bookState(o.register.db, 'mediation', o.desk)
    if (!before.includes(step)) assert.deepEqual(taken, after, 'it was taken already')
    assert.deepEqual(
      [taken.acknowledgedNo, taken.sent[0]?.state, taken.exceptions[0]?.recordId],
      [no, 'acknowledged', id],
    )
    assert.equal(verifyChain(o.register.db).brokenAt, null)
    await o.register.close()
  }
})
