import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { test } from 'node:test'
import type { Receipt } from '../../electron/core/handover/format.ts'
import { handedIds } from '../../electron/core/handover/leaving.ts'
import { phoneCode } from '../../electron/core/handover/phoneCode.ts'
import { confirmByPhone, takeReceipt } from '../../electron/core/handover/receipts.ts'
import { bookState } from '../../electron/core/handover/state.ts'
import { beginEpoch, currentEpoch, newStation } from '../../electron/core/register/life.ts'
import { AppError } from '../../shared/errors.ts'
import { tempFolder } from './handoverKit.ts'
import {
  aDispute,
  clock,
  makeOffice,
  type Office,
  receiptFile,
  receiptFor,
  recipientLife,
  save,
  sealNow,
} from './handoverOffice.ts'

const refused = (code: string) => (e: unknown) => e instanceof AppError && e.code === code
const state = (o: Office) => bookState(o.register.db, 'mediation', o.desk)
const take = async (o: Office, receipt: Receipt) => takeReceipt(o.desk, 'mediation', await receiptFile(o, receipt))
const journalEnd = (o: Office) => o.register.db.prepare('SELECT max(seq) FROM journal').pluck().get() as number

/** An office that sealed this many handovers, a new case before each. */
async function officeWith(handovers: number): Promise<Office> {
  const o = await makeOffice(tempFolder())
  for (let n = 1; n <= handovers; n++) {
    save(o, 'dispute', aDispute(n))
    await sealNow(o)
  }
  return o
}
const upTo = (o: Office, no: number) => state(o).sent.find((s) => s.no === no)?.upTo

test('a receipt moves the mark; nothing before it counts as delivered', async () => {
  const o = await officeWith(2)
  assert.deepEqual(
    [state(o).mark, state(o).acknowledgedNo, state(o).sent.map((s) => s.state)],
    [0, null, ['sent', 'sent']],
  )
  const taken = await take(o, receiptFor(o, 2))
  assert.deepEqual(taken, { book: 'mediation', mark: upTo(o, 2), acknowledgedNo: 2, missingNos: [], exceptions: 0 })
  assert.deepEqual(
    state(o).sent.map((s) => s.state),
    ['acknowledged', 'acknowledged'],
  )
})

test('the same receipt twice, and an older one afterwards, change nothing', async () => {
  const o = await officeWith(2)
  const [first, second] = [receiptFor(o, 1), receiptFor(o, 2)]
  const file = await receiptFile(o, second)
  await takeReceipt(o.desk, 'mediation', file)
  const before = { state: state(o), end: journalEnd(o) }
  await takeReceipt(o.desk, 'mediation', file)
  await take(o, first)
  assert.deepEqual({ state: state(o), end: journalEnd(o) }, before)
})

test('a missing number stays named and its handover is not delivered', async () => {
  const o = await officeWith(2)
  await take(o, receiptFor(o, 2, { missingNos: [1] }))
  assert.deepEqual(state(o).missingNos, [1])
  assert.deepEqual(
    state(o).sent.map((s) => [s.no, s.state]),
    [
      [2, 'acknowledged'],
      [1, 'sent'],
    ],
  )
})

test('rows set aside come home with their record, and go when the next receipt does not name them', async () => {
  const o = await officeWith(1)
  const record = o.register.db.prepare('SELECT id FROM dispute').pluck().get() as string
  const exception = {
    no: 1,
    ledger: 'dispute',
    id: handedIds(o.station.handed_secret)('dispute', record),
    seq: 2,
    reason: 'newer-shape',
  }
  await take(o, receiptFor(o, 1, { exceptions: [exception] }))
  assert.deepEqual(state(o).exceptions, [{ no: 1, ledger: 'dispute', recordId: record, reason: 'newer-shape' }])
  assert.equal(state(o).sent[0]?.exceptions, 1)
  await take(o, receiptFor(o, 1, { at: '2026-03-04T00:00:00.000Z' }))
  assert.deepEqual(state(o).exceptions, [])
})

test('a recipient set back to an earlier life makes the office fall back; late receipts of the former life do not', async () => {
  const o = await officeWith(3)
  const [life1, life2] = [recipientLife, '019a0000-0000-7000-8000-00000000c002']
  const of = (epoch: string, earlier: readonly string[]) => ({
    station: o.recipient.id,
    epoch,
    earlier: [...earlier],
    name: '示例市司法局',
  })
  await take(o, receiptFor(o, 3))
  await take(o, receiptFor(o, 1, { recipient: of(life2, [life1]) }))
  assert.deepEqual([state(o).mark, state(o).acknowledgedNo], [upTo(o, 1), 1])
  assert.deepEqual(
    state(o).sent.map((s) => s.state),
    ['sent', 'sent', 'acknowledged'],
  )
  await take(o, receiptFor(o, 3, { at: '2026-03-09T00:00:00.000Z' }))
  assert.equal(state(o).mark, upTo(o, 1), 'the former life is over')
  const unrelated = '019a0000-0000-7000-8000-00000000c003'
  await take(o, receiptFor(o, 2, { recipient: of(unrelated, []) }))
  assert.equal(state(o).mark, upTo(o, 1), 'two lives that do not know of each other: the lower mark')
})

test('receipts that are not about this register are refused and change nothing', async () => {
  const o = await officeWith(1)
  const other = await newStation()
  const good = receiptFor(o, 1)
  const before = { state: state(o), end: journalEnd(o) }
  const wrong: readonly (readonly [string, Receipt])[] = [
    ['file-stranger', { ...good, recipient: { ...good.recipient, station: other.id } }],
    ['sample-mismatch', { ...good, sample: false }],
    ['file-other-book', { ...good, book: 'teams' }],
    ['receipt-unknown', { ...good, station: other.id }],
    ['receipt-unknown', { ...good, epoch: recipientLife }],
    ['receipt-unknown', { ...good, mark: good.mark + 100, markChain: good.markChain }],
    ['receipt-unknown', { ...good, markChain: 'ab'.repeat(32) }],
    ['receipt-unknown', receiptFor(o, 1, { mark: good.mark - 1 })],
  ]
  for (const [code, receipt] of wrong) await assert.rejects(take(o, receipt), refused(code), code)
  await assert.rejects(takeReceipt(o.desk, 'mediation', await receiptFile(o, good, other)), refused('file-stranger'))
  await assert.rejects(
    takeReceipt(o.desk, 'mediation', await receiptFile(o, good, o.recipient, other.age_recipient)),
    refused('file-other-recipient'),
  )
  assert.deepEqual({ state: state(o), end: journalEnd(o) }, before)
})

test('a new life of the register begins with a baseline, and old receipts say nothing about it', async () => {
  const o = await officeWith(1)
  const old = receiptFor(o, 1)
  await take(o, old)
  beginEpoch(o.register.db, 'restored', clock.now())
  assert.deepEqual([state(o).mark, state(o).acknowledgedNo], [0, null])
  await assert.rejects(take(o, { ...old, at: '2026-03-05T00:00:00.000Z' }), refused('receipt-unknown'))
  fs.rmSync(`${o.usb}/990000-调解-0001.jfb`)
  assert.equal((await sealNow(o)).no, 1, 'numbers begin anew with the epoch')
  assert.equal(state(o).sent[0]?.base, 0)
})

test('a lost receipt is confirmed by telephone with the code only the two sides can make', async () => {
  const o = await officeWith(2)
  const row = o.register.db.prepare('SELECT up_to, manifest_hash FROM handover WHERE no = 2').get() as {
    up_to: number
    manifest_hash: Uint8Array
  }
  const facts = {
    book: 'mediation' as const,
    station: o.station.id,
    epoch: currentEpoch(o.register.db).id,
    no: 2,
    mark: row.up_to,
    manifestHash: row.manifest_hash,
  }
  const theirs = { ageIdentity: o.recipient.age_identity, ageRecipient: o.recipient.age_recipient }
  const code = phoneCode(facts, theirs, o.station.age_recipient)
  assert.match(code, /^\d{4} \d{4}$/)
  const wrong = String((Number(code.replace(' ', '')) + 1) % 100_000_000).padStart(8, '0')
  assert.throws(() => confirmByPhone(o.desk, 'mediation', 2, wrong), refused('receipt-unknown'))
  assert.throws(() => confirmByPhone(o.desk, 'mediation', 1, code), refused('receipt-unknown'))
  assert.throws(() => confirmByPhone(o.desk, 'mediation', 9, code), refused('receipt-unknown'))
  assert.equal(state(o).mark, 0)
  const fullWidth = [...code].map((c) => (c === ' ' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('')
  confirmByPhone(o.desk, 'mediation', 2, fullWidth)
  assert.deepEqual(
    [state(o).mark, state(o).acknowledgedNo, state(o).sent[0]?.state],
    [row.up_to, 2, 'confirmedByPhone'],
  )
  await assert.rejects(sealNow(o), refused('nothing-to-hand-over'))
  await take(o, receiptFor(o, 2))
  assert.deepEqual(
    state(o).sent.map((s) => s.state),
    ['acknowledged', 'acknowledged'],
    'until the file comes',
  )
})

test('a file whose seal was interrupted after it got its name may arrive after all', async () => {
  const o = await officeWith(2)
  o.register.db.prepare("UPDATE handover SET state = 'unfinished' WHERE no = 2").run()
  assert.deepEqual(
    state(o).sent.map((s) => s.no),
    [1],
    'nobody was told that it was sent',
  )
  await take(o, receiptFor(o, 1, { missingNos: [2] }))
  assert.deepEqual(state(o).missingNos, [], 'and nobody misses it')
  await take(o, receiptFor(o, 2))
  assert.deepEqual(
    state(o).sent.map((s) => [s.no, s.state]),
    [
      [2, 'acknowledged'],
      [1, 'acknowledged'],
    ],
  )
})
