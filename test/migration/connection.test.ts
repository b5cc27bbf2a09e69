import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import Database from 'better-sqlite3'
import { randomBytes } from '../../electron/core/crypto.ts'
import { openReadOnly, openRegister, type Register, registerPath } from '../../electron/core/register/open.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, partyOf, save } from '../support/samples.ts'

const marker = 'ZebraMarker7531'
let folder: string
let register: Register
let t: TestOffice

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
  register = await openRegister(folder, randomBytes(32), { create: true })
  t = await unitOffice()
  await save(
    t,
    'dispute',
    disputeOf({ summary: `摘要${marker}`, parties: [partyOf({ side: 'applicant', name: marker })] }),
  )
  await t.call('draft.save', {
    ledger: 'dispute',
    key: marker,
    recordId: null,
    baseRevision: 0,
    data: { summary: marker },
  })
})
after(async () => {
  await register.close()
  fs.rmSync(folder, { recursive: true })
  await t.dispose()
})

test('the live connection is durable, keeps references and leaves nothing of what was deleted', () => {
  const wanted = {
    cipher: 'aegis',
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
    page_size: 16384,
    temp_store: 2,
    recursive_triggers: 1,
  }
  for (const [name, value] of Object.entries(wanted))
    assert.equal(register.db.pragma(name, { simple: true }), value, name)
})

test('the read-only connection writes nothing', () => {
  const db = openReadOnly(folder, register.key)
  assert.throws(() => db.exec("INSERT INTO fact VALUES ('x', '1')"), /readonly/)
  assert.equal(db.pragma('cipher', { simple: true }), 'aegis')
  db.close()
})

test('nothing of a register can be read in its files: no header, no name, not in the log beside it either', async () => {
  const read = () =>
    fs
      .readdirSync(path.join(t.dataDir, 'register'), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => ({ name: e.name, bytes: fs.readFileSync(path.join(e.parentPath, e.name)) }))
  const running = read()
  assert.ok(
    running.some((f) => f.name === 'register.db-wal' && f.bytes.length > 0),
    'a log lies beside the open register',
  )
  await t.restart()
  const stopped = read()
  for (const { name, bytes } of [...running, ...stopped]) {
    if (name === 'register.db') assert.notEqual(bytes.subarray(0, 15).toString('latin1'), 'SQLite format 3')
    for (const text of [marker, '摘要', 'CREATE TABLE', 'journal_append_only'])
      assert.equal(bytes.indexOf(Buffer.from(text)), -1, `${name} holds ${text}`)
  }
})

test('without the key the file is no database', () => {
  const db = new Database(registerPath(folder))
  assert.throws(() => db.prepare('SELECT 1 FROM sqlite_master').get(), /not a database/)
  db.close()
  assert.throws(() => openReadOnly(folder, randomBytes(32)), /not a database/)
})
