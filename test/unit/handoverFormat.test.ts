/** Follows FORMAT.md without the program's own reader: what a recipient who lost the program would do. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { extract } from 'tar-stream'
import { agree, hmac, sha256, subkey, toHex, verify } from '../../electron/core/crypto.ts'
import { ageKeyBytes } from '../../electron/core/handover/ageKeys.ts'
import { checkCodeOf } from '../../electron/core/handover/cards.ts'
import { phoneCode } from '../../electron/core/handover/phoneCode.ts'
import type { Station } from '../../electron/core/register/life.ts'
import { makeFile, makeParties, stateEntry, tempFolder } from './handoverKit.ts'
import {
  aDispute,
  cardBytes,
  cardOf,
  chainOf,
  makeOffice,
  receiptFile,
  receiptFor,
  save,
  sealNow,
} from './handoverOffice.ts'

const run = (command: string, args: readonly string[], options: { cwd?: string; input?: Uint8Array } = {}) =>
  spawnSync(command, args, options)
const has = (command: string): boolean => run(command, ['--version']).error === undefined

async function decrypted(file: string, identity: string): Promise<Uint8Array> {
  const bytes = fs.readFileSync(file)
  const header = bytes.indexOf('\n', bytes.indexOf('\n--- ') + 1) + 1
  assert.equal((bytes.length - header - 16) % 65552, 0, 'whole chunks only')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(bytes)
}

async function members(tar: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>()
  const reader = extract()
  reader.end(Buffer.from(tar))
  for await (const entry of reader) {
    assert.equal(entry.header.type, 'file')
    const chunks: Uint8Array[] = []
    for await (const chunk of entry) chunks.push(chunk as Uint8Array)
    found.set(entry.header.name, Buffer.concat(chunks))
  }
  return found
}
const need = (found: ReadonlyMap<string, Buffer>, name: string): Buffer => {
  const bytes = found.get(name)
  assert.ok(bytes, name)
  return bytes
}
const signedBy = (station: Station, prefix: string, document: Uint8Array, signature: Uint8Array): boolean =>
  verify(station.sign_public, Buffer.concat([Buffer.from(prefix), document]), signature)

test('a handover, read with age, tar, gunzip and Ed25519', async () => {
  const o = await makeOffice(tempFolder())
  const record = save(o, 'dispute', aDispute(1, { mediators: [{ name: '示例调解员', presiding: true, absent: {} }] }))
  const { fileName } = await sealNow(o)
  const found = await members(await decrypted(path.join(o.usb, fileName), o.recipient.age_identity))
  assert.deepEqual([...found.keys()], ['entries-0001.ndjson.gz', 'manifest.json', 'manifest.sig'])
  const manifest = JSON.parse(need(found, 'manifest.json').toString('utf8'))
  assert.ok(signedBy(o.station, 'jiefenbu-manifest-v1\n', need(found, 'manifest.json'), need(found, 'manifest.sig')))
  const [part] = manifest.parts
  const packed = need(found, part.name)
  assert.deepEqual([part.bytes, part.sha256], [packed.length, toHex(sha256(packed))])
  const lines = gunzipSync(packed).toString('utf8').split('\n')
  assert.equal(lines.pop(), '')
  assert.equal(lines.length, part.lines)
  const state = JSON.parse(lines[0] ?? '')
  assert.equal(state.id, toHex(hmac(o.station.handed_secret, `dispute\0${record.id}`)))
  assert.equal(state.data.mediators, '示例调解员')
  assert.equal(state.data.acceptanceDate, '2026-01')
  assert.equal(manifest.upTo.chain, chainOf(o, manifest.upTo.seq))
})

test('a receipt and a card, the same way', async () => {
  const o = await makeOffice(tempFolder())
  save(o, 'dispute', aDispute(1))
  await sealNow(o)
  const file = await receiptFile(o, receiptFor(o, 1))
  const found = await members(await decrypted(file, o.station.age_identity))
  assert.deepEqual([...found.keys()], ['receipt.json', 'receipt.sig'])
  assert.ok(signedBy(o.recipient, 'jiefenbu-receipt-v1\n', need(found, 'receipt.json'), need(found, 'receipt.sig')))
  const card = cardOf(o.station, 'unit', null)
  const [body = '', signature = '', end] = Buffer.from(cardBytes(o.station, card)).toString('utf8').split('\n')
  assert.equal(end, '')
  assert.deepEqual(JSON.parse(body), card)
  assert.ok(signedBy(o.station, 'jiefenbu-card-v1\n', Buffer.from(body), Buffer.from(signature, 'hex')))
  const hash = sha256(`jiefenbu-check-v1\n${card.signKey}\n${card.ageRecipient}\n`)
  const digits = String(BigInt(`0x${toHex(hash).slice(0, 32)}`) % 10n ** 16n).padStart(16, '0')
  assert.equal(checkCodeOf(card).replaceAll(' ', ''), digits)
})

test('the telephone code, by its definition and from both sides', async () => {
  const { office, recipient } = await makeParties()
  const facts = {
    book: 'teams' as const,
    station: office.id,
    epoch: recipient.id,
    no: 3,
    mark: 77,
    manifestHash: sha256('m'),
  }
  const keysOf = (s: Station) => ({ ageIdentity: s.age_identity, ageRecipient: s.age_recipient })
  const raw = (s: Station) => ({
    privateKey: ageKeyBytes(s.age_identity, 'age-secret-key-') ?? new Uint8Array(0),
    publicKey: ageKeyBytes(s.age_recipient, 'age') ?? new Uint8Array(0),
  })
  const key = subkey(agree(raw(office), raw(recipient).publicKey), 'phone-code-v1')
  const text = `jiefenbu-phone-v1\n["teams","${office.id}","${recipient.id}",3,77,"${toHex(sha256('m'))}"]`
  const digits = String(BigInt(`0x${toHex(hmac(key, text)).slice(0, 32)}`) % 10n ** 8n).padStart(8, '0')
  assert.equal(phoneCode(facts, keysOf(office), recipient.age_recipient).replace(' ', ''), digits)
  assert.equal(phoneCode(facts, keysOf(recipient), office.age_recipient).replace(' ', ''), digits)
  assert.notEqual(phoneCode({ ...facts, mark: 78 }, keysOf(office), recipient.age_recipient).replace(' ', ''), digits)
})

test('the commands of the page', async (t) => {
  const missing = ['tar', 'gunzip', 'openssl', 'sha256sum'].filter((c) => !has(c))
  if (missing.length > 0) return t.skip(`skipped: no ${missing.join(', ')} here`)
  const folder = tempFolder()
  const parties = await makeParties()
  const file = await makeFile(folder, parties, { entries: [1, 2, 3].map(stateEntry) })
  const tar = path.join(folder, 'handover.tar')
  // Without the age program the library of the same author stands in for this one step.
  fs.writeFileSync(tar, await decrypted(file, parties.recipient.age_identity))
  const out = path.join(folder, 'out')
  fs.mkdirSync(out)
  const ok = (command: string, args: readonly string[], input?: Uint8Array): Buffer => {
    const done = run(command, args, { cwd: out, ...(input ? { input } : {}) })
    assert.equal(done.status, 0, `${command}: ${done.stderr}`)
    return done.stdout
  }
  ok('tar', ['-xf', tar])
  ok(
    'openssl',
    ['pkey', '-pubin', '-inform', 'DER', '-out', 'station.pem'],
    Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), parties.office.sign_public]),
  )
  fs.writeFileSync(
    path.join(out, 'signed.bin'),
    Buffer.concat([Buffer.from('jiefenbu-manifest-v1\n'), fs.readFileSync(path.join(out, 'manifest.json'))]),
  )
  ok('openssl', [
    'pkeyutl',
    '-verify',
    '-pubin',
    '-inkey',
    'station.pem',
    '-rawin',
    '-in',
    'signed.bin',
    '-sigfile',
    'manifest.sig',
  ])
  const manifest = JSON.parse(fs.readFileSync(path.join(out, 'manifest.json'), 'utf8'))
  assert.ok(ok('sha256sum', ['entries-0001.ndjson.gz']).toString().startsWith(manifest.parts[0].sha256))
  const lines = ok('gunzip', ['-c', 'entries-0001.ndjson.gz']).toString('utf8').trim().split('\n')
  assert.equal(lines.length, 3)
  assert.equal(JSON.parse(lines[1] ?? '').data.caseNo, '示例人调字〔2026〕第2号')
})
