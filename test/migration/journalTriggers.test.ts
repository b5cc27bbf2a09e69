import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { randomBytes } from '../../electron/core/crypto.ts'
import { append, verifyChain } from '../../electron/core/register/journal.ts'
import { openRegister, type Register } from '../../electron/core/register/open.ts'

let folder: string
let register: Register
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
  register = await openRegister(folder, randomBytes(32), { create: true })
  for (let i = 1; i <= 3; i++)
    append(
      register.db,
      { epoch: 'e', station: 's' },
      {
        at: `2026-11-2${i}T00:00:00.000Z`,
        by: 'u',
        book: 'mediation',
        ledger: 'dispute',
        recordId: 'r',
        revision: i,
        kind: i === 1 ? 'create' : 'update',
        shape: 1,
        payload: { text: `版本${i}` },
      },
    )
})
after(async () => {
  await register.close()
  fs.rmSync(folder, { recursive: true })
})

const refused = /the journal is append-only/

test('no column of a journal row can be changed, one by one', () => {
  const columns = register.db.prepare("SELECT name FROM pragma_table_info('journal')").pluck().all() as string[]
  assert.equal(columns.length, 15)
  const values: Readonly<Record<string, string>> = { seq: '99', revision: '99', shape: '99' }
  for (const column of columns) {
    const value = values[column] ?? (['payload', 'salt', 'commitment', 'chain'].includes(column) ? "x'00'" : "'x'")
    assert.throws(() => register.db.exec(`UPDATE journal SET "${column}" = ${value} WHERE seq = 2`), refused, column)
    if (['epoch', 'station', 'at', 'by', 'commitment', 'chain', 'kind', 'shape', 'seq'].includes(column)) continue
    if (column === 'payload' || column === 'salt') continue
    assert.throws(() => register.db.exec(`UPDATE journal SET "${column}" = NULL WHERE seq = 2`), refused, column)
  }
})

test('half an erasure, and an erasure that changes something else, are refused', () => {
  for (const change of [
    'payload = NULL',
    'salt = NULL',
    "payload = NULL, salt = NULL, at = 'x'",
    'payload = NULL, salt = NULL, record_id = NULL',
  ])
    assert.throws(() => register.db.exec(`UPDATE journal SET ${change} WHERE seq = 2`), refused, change)
})

test('a row is not deleted, nor replaced by another of its number', () => {
  assert.throws(() => register.db.exec('DELETE FROM journal WHERE seq = 2'), refused)
  assert.throws(() => register.db.exec('DELETE FROM journal'), refused)
  assert.throws(() => register.db.exec('REPLACE INTO journal SELECT * FROM journal WHERE seq = 2'), refused)
  assert.throws(() => register.db.exec('UPDATE OR REPLACE journal SET seq = 2 WHERE seq = 3'), refused)
  assert.equal(register.db.prepare('SELECT count(*) FROM journal').pluck().get(), 3)
  assert.deepEqual(verifyChain(register.db), { rows: 3, brokenAt: null })
})

test('an erasure takes the contents and leaves the chain whole', () => {
  register.db.exec('UPDATE journal SET payload = NULL, salt = NULL WHERE seq = 2')
  assert.deepEqual(verifyChain(register.db), { rows: 3, brokenAt: null })
  assert.throws(() => register.db.exec("UPDATE journal SET payload = x'00', salt = x'00' WHERE seq = 2"), refused)
})
