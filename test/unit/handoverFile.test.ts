import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { sealedChunk } from '../../electron/core/handover/ageFile.ts'
import { openHandover } from '../../electron/core/handover/container.ts'
import type { Entry } from '../../electron/core/handover/format.ts'
import { makeFile, makeParties, openerFor, stateEntry, tempFolder, verdictOf } from './handoverKit.ts'

const folder = tempFolder()
const parties = await makeParties()
const opener = openerFor(parties)

const headerLength = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .indexOf('\n', Buffer.from(bytes).indexOf('\n---') + 1) + 1

test('what was written is read back entry by entry', async () => {
  const entries: Entry[] = [
    ...[...Array(20).keys()].map(stateEntry),
    { kind: 'tombstone', ledger: 'dispute', id: 'f'.repeat(64), seq: 30, revision: 4, level: 'T1' },
    { kind: 'count', ledger: 'dispute', period: '2026-01', measure: 'accepted', category: '', amount: 3 },
  ]
  const opened = await openHandover(await makeFile(folder, parties, { entries }), opener)
  const read: Entry[] = []
  for await (const line of opened.entries()) if ('entry' in line) read.push(line.entry)
  assert.deepEqual(read, entries)
  assert.equal(opened.manifest.parts.length, 1)
})

test('a file for two recipients is opened by each of them', async () => {
  const other = await makeParties()
  const age = [parties.recipient.age_recipient, other.recipient.age_recipient]
  const file = await makeFile(folder, parties, {
    recipients: age,
    changes: { recipient: { station: parties.recipient.id, age } },
  })
  assert.equal(await verdictOf(file, opener), null)
  const second = openerFor(parties, {
    ageIdentity: other.recipient.age_identity,
    ageRecipient: other.recipient.age_recipient,
  })
  assert.equal(await verdictOf(file, second), null)
})

/** About 300 KB of text that does not compress: several chunks. */
const many = Array.from({ length: 4000 }, (_, i) => stateEntry(i))

test('a file cut at every chunk boundary, and anywhere else, is said to be cut', async () => {
  const bytes = fs.readFileSync(await makeFile(folder, parties, { entries: many }))
  const header = headerLength(bytes)
  const payload = bytes.length - header - 16
  assert.equal(payload % sealedChunk, 0)
  assert.ok(payload / sealedChunk >= 3)
  const boundaries = Array.from({ length: payload / sealedChunk }, (_, i) => header + 16 + i * sealedChunk)
  const around = boundaries.flatMap((b) => [b - 1, b, b + 1, b + 15, b + 16, b + 17])
  const cuts = [
    ...around,
    ...Array.from({ length: 120 }, (_, n) => n),
    header - 1,
    header,
    header + 8,
    bytes.length - 1,
    bytes.length - 16,
    bytes.length - 17,
  ]
  const file = path.join(folder, 'cut.jfb')
  for (const length of cuts) {
    fs.writeFileSync(file, bytes.subarray(0, length))
    assert.equal(await verdictOf(file, opener), 'file-cut', `cut to ${length} of ${bytes.length}`)
  }
})

test('a byte changed in any chunk is said to be altered, also in the last one', async () => {
  const bytes = fs.readFileSync(await makeFile(folder, parties, { entries: many }))
  const first = headerLength(bytes) + 16
  const file = path.join(folder, 'altered.jfb')
  for (let at = first + 100; at < bytes.length; at += sealedChunk / 2) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    fs.writeFileSync(file, changed)
    assert.equal(await verdictOf(file, opener), 'file-altered', `byte ${at}`)
  }
  const lastTag = Uint8Array.from(bytes)
  lastTag[bytes.length - 1] = (lastTag[bytes.length - 1] ?? 0) ^ 1
  fs.writeFileSync(file, lastTag)
  assert.equal(await verdictOf(file, opener), 'file-altered')
  fs.writeFileSync(file, Buffer.concat([bytes, Buffer.from('x')]))
  assert.equal(await verdictOf(file, opener), 'file-altered', 'something added behind')
  const swapped = Buffer.concat([
    bytes.subarray(0, first),
    bytes.subarray(first + sealedChunk, first + 2 * sealedChunk),
    bytes.subarray(first, first + sealedChunk),
    bytes.subarray(first + 2 * sealedChunk),
  ])
  fs.writeFileSync(file, swapped)
  assert.equal(await verdictOf(file, opener), 'file-altered', 'two chunks exchanged')
})

test('every byte of the header counts', async () => {
  const bytes = fs.readFileSync(await makeFile(folder, parties))
  const file = path.join(folder, 'header.jfb')
  const refusals = new Set<string>()
  for (let at = 0; at < headerLength(bytes) + 16; at++) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    fs.writeFileSync(file, changed)
    const verdict = await verdictOf(file, opener)
    assert.notEqual(verdict, null, `header byte ${at}`)
    refusals.add(String(verdict))
  }
  assert.deepEqual([...refusals].sort(), ['file-altered', 'file-not-ours', 'file-other-recipient', 'file-unsupported'])
})

test('files of others are named for what they are', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['PK\u0003\u0004 a workbook', 'file-not-ours'],
    ['-----BEGIN AGE ENCRYPTED FILE-----\n', 'file-not-ours'],
    ['age-encryption.org/v2\n-> X25519 abc\n', 'file-unsupported'],
    ['age-encryption.org/v1\n-> scrypt bm90IG91cnM 18\nabc\n--- abc\n', 'file-unsupported'],
    ['', 'file-cut'],
    ['age-encryp', 'file-cut'],
  ]
  const file = path.join(folder, 'other.jfb')
  for (const [text, verdict] of cases) {
    fs.writeFileSync(file, text)
    assert.equal(await verdictOf(file, opener), verdict, text)
  }
  assert.equal(await verdictOf(path.join(folder, 'nowhere.jfb'), opener), 'target-gone')
})

test('who sent it, to whom, of which book, sample or real', async () => {
  const other = await makeParties()
  const file = await makeFile(folder, parties)
  const cases: readonly (readonly [string, string, Parameters<typeof openerFor>[1]])[] = [
    [file, 'file-other-recipient', { ageIdentity: other.recipient.age_identity }],
    [file, 'file-other-recipient', { ageRecipient: other.recipient.age_recipient }],
    [file, 'file-other-recipient', { station: other.recipient.id }],
    [file, 'file-other-book', { book: 'teams' }],
    [file, 'sample-mismatch', { sample: false }],
    [file, 'file-stranger', { senders: [] }],
    [
      file,
      'file-stranger',
      { senders: [{ station: parties.office.id, signKey: other.office.sign_public, revoked: false }] },
    ],
    [
      file,
      'file-revoked',
      { senders: [{ station: parties.office.id, signKey: parties.office.sign_public, revoked: true }] },
    ],
    [
      file,
      'file-hostile',
      { senders: [{ station: other.office.id, signKey: parties.office.sign_public, revoked: false }] },
    ],
    [await makeFile(folder, parties, { signer: other.office }), 'file-stranger', {}],
  ]
  for (const [tried, verdict, changes] of cases) {
    assert.equal(await verdictOf(tried, openerFor(parties, changes)), verdict, JSON.stringify(changes))
  }
})
