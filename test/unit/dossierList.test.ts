import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, disputeOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const standings = (ids: readonly string[], pipe?: string) =>
  t.call('dossier.standings', { ledger: 'dispute', ids: [...ids] }, pipe)

test('the list tells of each dossier what is missing, and shrinks as originals are found', async () => {
  const { id } = await save(t, 'dispute', agreedDispute())
  const [first] = await standings([id])
  assert.equal(first?.kind, 'ordinary')
  assert.ok(first?.lacking.includes('identity'))
  const mark = { state: 'onFile', day: '2026-11-23', byName: '李示例' } as const
  await t.call('dossier.mark', { ledger: 'dispute', id, marks: [{ item: 'identity', mark }] })
  const [then] = await standings([id])
  assert.deepEqual(
    then?.lacking,
    first?.lacking.filter((i) => i !== 'identity'),
  )
})

test('a dispute calmed on the spot has no dossier; the order is the one asked in', async () => {
  const calmed = await save(t, 'dispute', disputeOf({ result: 'calmed', resultDate: '2026-11-20' }))
  const open = await save(t, 'dispute', disputeOf())
  const found = await standings([calmed.id, open.id])
  assert.deepEqual(
    found.map((s) => [s.id, s.kind]),
    [
      [calmed.id, null],
      [open.id, 'ordinary'],
    ],
  )
  assert.deepEqual(found[0]?.lacking, [])
})

test('a locked case is on no list of who may not know of it, and a case that is gone on none', async () => {
  await addUser(t, '别的调解员', [{ book: 'mediation', role: 'mediator' }])
  const locked = await save(t, 'dispute', disputeOf({ secrecy: 'minor' }))
  const open = await save(t, 'dispute', disputeOf())
  const gone = '019a0000-0000-7000-8000-00000000abcd'
  assert.deepEqual(
    (await standings([locked.id, gone, open.id], '别的调解员')).map((s) => s.id),
    [open.id],
  )
  assert.deepEqual(
    (await standings([locked.id])).map((s) => s.id),
    [locked.id],
  )
})

test('no more than a page of cases is asked for at once', async () => {
  const ids = Array.from({ length: 51 }, (_, i) => `019a0000-0000-7000-8000-${String(i).padStart(12, '0')}`)
  assert.equal((await t.refusal('dossier.standings', { ledger: 'dispute', ids })).code, 'input-invalid')
})
