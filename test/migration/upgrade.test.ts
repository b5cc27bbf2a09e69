import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { migrations } from '../../electron/core/register/migrations.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { password, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, partOf, save } from '../support/samples.ts'
import { takeBack } from '../support/takeBack.ts'

/** Signs in with a given register file; the answer may be a refusal. */
async function signIn(t: TestOffice) {
  const { users } = await t.call('register.status', {})
  return t.answer('session.signIn', { userId: users[0]?.id ?? '', password })
}
const registerFile = (t: TestOffice) => path.join(t.dataDir, 'register', 'register.db')
const schemaOf = async (t: TestOffice): Promise<unknown> => {
  const db = await t.inspect()
  const found = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()
  const applied = db.prepare('SELECT name FROM migration ORDER BY id').pluck().all()
  db.close()
  return { found, applied }
}

test('the register of a newer program is refused and not a byte of it changes', async () => {
  const t = await unitOffice()
  await save(t, 'dispute', disputeOf())
  await t.stop()
  await t.change((db) => db.exec("INSERT INTO migration (timestamp, name) VALUES (9999, 'future0000000009999')"))
  const bytes = fs.readFileSync(registerFile(t))
  await t.restart()
  assert.deepEqual(await signIn(t), { ok: false, error: { code: 'register-newer', details: { steps: 1 } } })
  await t.stop()
  assert.ok(fs.readFileSync(registerFile(t)).equals(bytes))
  assert.deepEqual(fs.readdirSync(path.dirname(registerFile(t))).sort(), ['keys.json', 'register.db'])
  await t.dispose()
})

/** Takes the register back to where it lacks its last two steps; the last of them will then fail half way. */
async function breakLastStep(t: TestOffice): Promise<void> {
  const made = [...(migrations.at(-1)?.sql ?? '').matchAll(/^CREATE TABLE (\w+)/gm)].at(-1)?.[1]
  assert.ok(made, 'the last step makes a table')
  await t.change((db) => {
    takeBack(db, 2)
    db.exec(`CREATE TABLE ${made} (k INTEGER) STRICT`)
  })
}

test('a failing step leaves the register as it was, with a proven backup of it beside', async () => {
  const t = await unitOffice()
  const { id } = await save(t, 'dispute', disputeOf())
  await t.stop()
  await breakLastStep(t)
  const before = await schemaOf(t)
  await t.restart()
  const refused = await signIn(t)
  assert.equal(refused.ok ? '' : refused.error.code, 'migration-failed')
  assert.deepEqual(await schemaOf(t), before, 'the step before the failing one is taken back too')
  const backups = fs.readdirSync(path.join(t.dataDir, 'backups'))
  assert.equal(backups.length, 1)
  assert.match(backups[0] ?? '', /^2026-11-23-before-update-\d{6}\.jfbak$/)
  const db = await t.inspect()
  assert.equal(db.prepare('SELECT id FROM dispute').pluck().get(), id)
  db.close()
  await t.dispose()
})

test('a register that lacks the last step gets it, keeps its rows, and is backed up before', async () => {
  const t = await unitOffice()
  const { id } = await save(t, 'dispute', disputeOf())
  const whole = await schemaOf(t)
  await t.stop()
  await t.change((db) => takeBack(db, 1))
  await t.restart()
  assert.equal((await signIn(t)).ok, true)
  assert.equal((await t.call('record.get', { ledger: 'dispute', id })).id, id)
  assert.equal(fs.readdirSync(path.join(t.dataDir, 'backups')).length, 1)
  assert.deepEqual(await schemaOf(t), whole)
  await t.restart()
  await signIn(t)
  assert.equal(
    fs.readdirSync(path.join(t.dataDir, 'backups')).length,
    1,
    'no second backup where nothing is to be done',
  )
  await t.dispose()
})

test('shape 1 of a case becomes shape 2: helpers in a list, sub-types by name, states told from the record', async () => {
  const t = await unitOffice()
  const { id } = await save(t, 'dispute', disputeOf())
  await t.stop()
  await t.change((db) => {
    takeBack(db, migrations.length - migrations.findIndex((m) => m.name.startsWith('life')))
    db.exec(`UPDATE dispute SET interpreter = '示例译员', interpreter_language = '藏语', witness = '示例见证',
      local_subtype = 'overgrazing', acceptance_date = '2026-11-02', stage = 'acceptance', absent = '{"witness":"unknown"}'`)
  })
  await t.restart()
  assert.equal((await signIn(t)).ok, true)
  const { data, stage } = await t.call('record.get', { ledger: 'dispute', id })
  assert.deepEqual(
    (data as unknown as DisputeData).attendants.map(({ kind, name, language }) => [kind, name, language]),
    [
      ['interpreter', '示例译员', '藏语'],
      ['witness', '示例见证', null],
    ],
  )
  assert.deepEqual([data.localSubtype, stage, data.absent], ['越界放牧', 'accepted', {}])
  await t.dispose()
})

test('a register from before the papers: its cases keep every word, and their new fields are open', async () => {
  const t = await unitOffice()
  const typed = agreedDispute({
    ...{
      result: 'transferred',
      transferredTo: '示例乡人民政府',
      transferredLetterNo: '示例函1号',
      checkedBy: '示例检查人',
    },
    inquiries: [partOf(p.inquiry, { heldOn: '2026-11-10', asked: '示例证人', record: '问：看见了吗？' })],
    urgings: [partOf(p.urging, { urgedOn: '2026-11-26', note: '电话督促' })],
  })
  const record = await save(t, 'dispute', typed)
  await t.stop()
  await t.change((db) => takeBack(db, migrations.length - migrations.findIndex((m) => m.name.startsWith('papers'))))
  await t.restart()
  assert.equal((await signIn(t)).ok, true)
  const key = { ledger: 'dispute', id: record.id } as const
  const now = await t.call('record.get', key)
  assert.deepEqual(now.data, record.data, 'what was typed then says the same, and what is new is open')
  const { items } = await t.call('dossier.view', key)
  assert.ok(items.some((i) => i.item === 'transferLetter' && i.state === 'filled' && i.mark === null))
  assert.deepEqual(await t.call('scan.list', key), { scans: [], removed: [] })
  const saved = await save(t, 'dispute', { ...now.data, transferReason: '示例原因' }, { old: now })
  assert.equal((saved.data as unknown as DisputeData).transferReason, '示例原因')
  await t.dispose()
})
