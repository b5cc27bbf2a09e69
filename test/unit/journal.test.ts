import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { randomBytes } from '../../electron/core/crypto.ts'
import { append, type Change, chainAt, chainEnd, payloadOf, verifyChain } from '../../electron/core/register/journal.ts'
import { type Db, openRegister, type Register } from '../../electron/core/register/open.ts'
import type { RecordView } from '../../shared/contract/records.ts'
import { anyRecord } from '../support/anyRecord.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'
import { assertWhole } from '../support/whole.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

type Step =
  | { readonly do: 'create'; readonly what: ReturnType<typeof anyRecord> extends fc.Arbitrary<infer R> ? R : never }
  | { readonly do: 'update'; readonly which: number; readonly stale: boolean; readonly seed: number }
  | { readonly do: 'lock'; readonly which: number }
  | { readonly do: 'remove'; readonly which: number; readonly stale: boolean }
  | { readonly do: 'number'; readonly which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), what: anyRecord() }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('update' as const), which: fc.nat(), stale: fc.boolean(), seed: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lock' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(), stale: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('number' as const), which: fc.nat() }) },
)

async function run(s: Step, alive: RecordView[]): Promise<void> {
  if (s.do === 'create') {
    alive.push(await save(t, s.what.ledger, s.what.data))
    return
  }
  const at = alive.length === 0 ? -1 : s.which % alive.length
  const old = alive[at]
  if (old === undefined) return
  const key = { ledger: old.ledger, id: old.id } as const
  const stale = 'stale' in s && s.stale
  const revision = stale ? old.revision - 1 : old.revision
  if (s.do === 'remove') {
    if (revision === 0 || old.data.caseNo) return
    const answer = await t.answer('record.remove', { ...key, revision, reason: '重复登记' })
    if (answer.ok) alive.splice(at, 1)
    assert.equal(answer.ok, !stale)
    return
  }
  if (s.do === 'number') {
    if (old.ledger !== 'dispute' || old.data.caseNo) return
    const given = { ledger: 'dispute', id: old.id, revision, series: 'caseNo', on: '2026-11-23', typed: null } as const
    alive[at] = await t.call('dispute.giveNumber', given)
    return
  }
  const change = s.do === 'lock' ? { secrecy: 'private' } : { remarks: `改${s.seed}` }
  if (s.do === 'lock' && old.ledger !== 'dispute') return
  const answer = await t.answer('record.save', { ...key, revision, data: { ...old.data, ...change } })
  if (answer.ok) alive[at] = answer.value as RecordView
  else assert.deepEqual(answer.error, { code: 'revision-conflict', details: { revision: old.revision } })
  assert.equal(answer.ok, !stale)
  // A refused save loses nothing: what is there is what was there.
  const now = await t.call('record.get', key)
  assert.deepEqual(now.data, alive[at]?.data)
}

test('whatever is saved, changed, locked, numbered and removed: the journal replays to the tables, the chain holds', async () => {
  const alive: RecordView[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
      for (const s of steps) await run(s, alive)
      const db = await t.inspect()
      assertWhole(db)
      db.close()
    }),
    { numRuns: 12 },
  )
  assert.ok(alive.length > 5)
})

/** A small register of its own, for tampering; its triggers are dropped as an attacker with the key would do. */
async function tampered(): Promise<{ readonly db: Db; readonly close: () => Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
  const register: Register = await openRegister(folder, randomBytes(32), { create: true })
  for (let i = 1; i <= 4; i++)
    append(
      register.db,
      { epoch: 'e1', station: 's1' },
      {
        ...{ at: `2026-11-2${i}T00:00:00.000Z`, by: 'u1', book: 'mediation', ledger: 'dispute', recordId: `r${i}` },
        ...{ revision: i, kind: 'create', shape: 1, payload: { text: `第${i}件` } },
      },
    )
  register.db.exec('DROP TRIGGER journal_append_only; DROP TRIGGER journal_no_delete')
  return {
    db: register.db,
    close: async () => {
      await register.close()
      fs.rmSync(folder, { recursive: true })
    },
  }
}

test('any changed byte in any column of any row of the journal is found', async () => {
  const { db, close } = await tampered()
  assert.deepEqual(verifyChain(db), { rows: 4, brokenAt: null })
  const columns = db.prepare("SELECT name FROM pragma_table_info('journal')").pluck().all() as string[]
  let changes = 0
  for (const column of columns) {
    for (const seq of [1, 2, 4]) {
      const value = db.prepare(`SELECT "${column}" FROM journal WHERE seq = ?`).pluck().get(seq) as
        | string
        | number
        | Buffer
      for (const other of othersOf(value)) {
        db.exec('SAVEPOINT tampering')
        db.prepare(`UPDATE journal SET "${column}" = ? WHERE seq = ?`).run(other, seq)
        assert.notEqual(verifyChain(db).brokenAt, null, `${column} of row ${seq}`)
        db.exec('ROLLBACK TO tampering')
        changes++
      }
    }
  }
  assert.ok(changes > 300)
  assert.deepEqual(verifyChain(db), { rows: 4, brokenAt: null })
  await close()
})
/** Every value that differs in one byte. */
function othersOf(value: string | number | Buffer): readonly (string | number | Buffer)[] {
  if (typeof value === 'number') return [value + 100, -value]
  if (typeof value === 'string')
    return [...value].map(
      (_, i) => value.slice(0, i) + String.fromCharCode(value.charCodeAt(i) ^ 1) + value.slice(i + 1),
    )
  return [...value].map((byte, i) => {
    const other = Buffer.from(value)
    other[i] = byte ^ 1
    return other
  })
}

test('a row taken out, put in, or put in another order is found', async () => {
  const { db, close } = await tampered()
  const tampering = (sql: string) => {
    db.exec('SAVEPOINT tampering')
    db.exec(sql)
    const { brokenAt } = verifyChain(db)
    db.exec('ROLLBACK TO tampering')
    return brokenAt
  }
  assert.equal(tampering('DELETE FROM journal WHERE seq = 1'), 2)
  assert.equal(tampering('DELETE FROM journal WHERE seq = 2'), 3)
  assert.equal(tampering('DELETE FROM journal WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3'), 2)
  assert.equal(
    tampering(
      'UPDATE journal SET seq = 9 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 9',
    ),
    2,
  )
  assert.equal(
    tampering(
      'INSERT INTO journal SELECT 5, epoch, station, at, "by", book, ledger, record_id, revision, kind, shape, payload, salt, commitment, chain FROM journal WHERE seq = 4',
    ),
    5,
  )
  assert.equal(tampering('UPDATE journal SET record_id = NULL WHERE seq = 3'), 3)
  assert.equal(
    tampering('UPDATE journal SET payload = NULL, salt = NULL'),
    null,
    'an erased payload leaves the chain whole',
  )
  await close()
})

test('the salt is a row’s own: the same record twice is committed to differently', async () => {
  const { db, close } = await tampered()
  const life = { epoch: 'e', station: 's' }
  const change: Change = {
    ...{ at: 'x', by: 'u', book: null, ledger: null, recordId: null, revision: null, kind: 'event', shape: 1 },
    payload: { id: '990011199001010016' },
  }
  const [a, b] = [append(db, life, change), append(db, life, change)]
  const rows = db.prepare('SELECT salt, commitment, payload FROM journal WHERE seq IN (?, ?)').all(a, b) as {
    salt: Buffer
    commitment: Buffer
    payload: Buffer
  }[]
  assert.ok(rows[0] && rows[1])
  assert.equal(rows[0].salt.length, 16)
  assert.ok(rows[0].payload.equals(rows[1].payload) && !rows[0].commitment.equals(rows[1].commitment))
  assert.deepEqual(payloadOf(rows[0].payload), change.payload)
  assert.deepEqual(chainEnd(db).chain, chainAt(db, b))
  assert.equal(chainAt(db, b + 1), null)
  await close()
})

test('an event of the office and a change of a record stand in one row of time', async () => {
  const record = await save(t, 'dispute', disputeOf())
  await t.call('paper.printed', { ledger: 'dispute', id: record.id, paper: 'agreement', mode: 'draft', copies: 1 })
  const changed = await save(t, 'dispute', disputeOf({ summary: '改' }), { old: record })
  const history = await t.call('record.history', { ledger: 'dispute', id: record.id })
  assert.deepEqual(
    history.map((h) => [h.kind, h.event, h.revision]),
    [
      ['update', null, 2],
      ['event', 'paper.printed', 0],
      ['create', null, 1],
    ],
  )
  assert.ok(history.every((h, i) => h.seq > (history[i + 1]?.seq ?? 0)))
  assert.deepEqual(history[0]?.changes, [
    { field: 'summary', before: record.data.summary, after: changed.data.summary },
  ])
})
