import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { toHex } from '../../electron/core/crypto.ts'
import { ageKeyBytes } from '../../electron/core/handover/ageKeys.ts'
import { checkCodeOf, confirmCheckCode, parseCard, readCard } from '../../electron/core/handover/cards.ts'
import { findRecipient, storeRecipient, storeUnit } from '../../electron/core/handover/recipients.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import { AppError } from '../../shared/errors.ts'
import { tempFolder } from './handoverKit.ts'
import { cardBytes, cardOf, clock, makeOffice } from './handoverOffice.ts'

const refused = (code: string) => (e: unknown) => e instanceof AppError && e.code === code
const station = await newStation()
const card = cardOf(station, 'recipient', 'mediation')
const bytes = cardBytes(station, card)

test('a card is read back, and its code can be typed as it was heard', () => {
  assert.deepEqual(parseCard(bytes), card)
  const code = checkCodeOf(card)
  assert.match(code, /^(\d{4} ){3}\d{4}$/)
  confirmCheckCode(card, code)
  confirmCheckCode(card, ` ${code.replaceAll(' ', '-')}。`)
  assert.throws(() => confirmCheckCode(card, code.slice(0, -1)), refused('card-mismatch'))
  assert.throws(() => confirmCheckCode(card, ''), refused('card-mismatch'))
})

test('the code hangs on the keys alone, and everything else on their signature', async () => {
  const later = cardOf(station, 'recipient', 'mediation', { made: '2027-01-01T00:00:00.000Z' })
  assert.equal(checkCodeOf(parseCard(cardBytes(station, later))), checkCodeOf(card))
  const other = await newStation()
  assert.notEqual(checkCodeOf(cardOf(other, 'recipient', 'mediation')), checkCodeOf(card))
  const renamed = Buffer.from(Buffer.from(bytes).toString('utf8').replace('示例市', '冒名市'))
  assert.throws(() => parseCard(renamed), refused('file-altered'))
  const forged = cardBytes(other, cardOf(station, 'recipient', 'mediation'))
  assert.throws(() => parseCard(forged), refused('file-altered'), 'signed by another key than it carries')
})

test('a card with any one byte changed is refused', () => {
  const verdicts = new Set<string>()
  for (let at = 0; at < bytes.length; at++) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    try {
      parseCard(changed)
      assert.fail(`byte ${at}`)
    } catch (e) {
      assert.ok(e instanceof AppError, String(e))
      verdicts.add(e.code)
    }
  }
  assert.deepEqual([...verdicts].sort(), ['file-altered', 'file-cut', 'file-not-ours'])
})

test('cut cards, huge cards, other files', async () => {
  for (const length of [0, 30, bytes.length - 200, bytes.length - 1]) {
    assert.throws(() => parseCard(bytes.subarray(0, length)), refused('file-cut'), `cut to ${length}`)
  }
  assert.throws(() => parseCard(Buffer.from('{"format":"other"}\n')), refused('file-not-ours'))
  const file = path.join(tempFolder(), 'x.jfk')
  fs.writeFileSync(file, new Uint8Array(65 * 1024))
  await assert.rejects(readCard(file), refused('file-too-large'))
  await assert.rejects(readCard(`${file}.gone`), refused('target-gone'))
})

test('cards that are signed but make no sense are refused', () => {
  const wrong = [
    cardOf(station, 'unit', 'mediation'),
    cardOf(station, 'recipient', null),
    cardOf(station, 'recipient', 'mediation', { ageRecipient: `age1${'q'.repeat(58)}` }),
    cardOf(station, 'recipient', 'mediation', { code: '../../x' }),
    { ...card, extra: 1 },
  ]
  for (const c of wrong)
    assert.throws(() => parseCard(cardBytes(station, c)), refused('file-hostile'), JSON.stringify(c))
  assert.throws(() => parseCard(cardBytes(station, { ...card, version: 2 as never })), refused('file-unsupported'))
})

test("age's spelling of keys is read with its checksum", async () => {
  for (let i = 0; i < 20; i++) {
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    assert.equal(ageKeyBytes(identity, 'age-secret-key-')?.length, 32)
    assert.equal(ageKeyBytes(recipient, 'age')?.length, 32)
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 61 }),
        fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'),
        (at, letter) => {
          const changed = `${recipient.slice(0, at)}${letter}${recipient.slice(at + 1)}`
          assert.equal(ageKeyBytes(changed, 'age') === null, changed !== recipient)
        },
      ),
      { numRuns: 30 },
    )
  }
})

test('a new recipient begins at nothing; a station cannot change its keys; a revoked card stays revoked', async () => {
  const o = await makeOffice(tempFolder())
  const { db } = o.register
  const act = <T>(work: Parameters<typeof transact<T>>[3]) => transact(o.register, clock, o.desk.userId, work)
  db.prepare("UPDATE recipient SET mark = 5, mark_epoch = 'x' WHERE book = 'mediation'").run()
  act((tx) =>
    storeRecipient(tx, 'mediation', cardOf(o.recipient, 'recipient', 'mediation', { name: '示例市司法局（新名）' })),
  )
  assert.deepEqual(
    [findRecipient(db, 'mediation')?.mark, findRecipient(db, 'mediation')?.name],
    [5, '示例市司法局（新名）'],
  )
  const swapped = { ...cardOf(o.recipient, 'recipient', 'mediation'), signKey: toHex(station.sign_public) }
  assert.throws(() => act((tx) => storeRecipient(tx, 'mediation', swapped)), refused('card-mismatch'))
  act((tx) => storeRecipient(tx, 'mediation', card))
  assert.equal(findRecipient(db, 'mediation')?.mark, 0)
  const unit = cardOf(station, 'unit', null)
  act((tx) => storeUnit(tx, unit))
  assert.throws(
    () => act((tx) => storeUnit(tx, { ...unit, signKey: toHex(o.station.sign_public) })),
    refused('card-mismatch'),
  )
  db.prepare("UPDATE unit SET revoked_at = '2026-01-01'").run()
  assert.throws(() => act((tx) => storeUnit(tx, unit)), refused('file-revoked'))
})
