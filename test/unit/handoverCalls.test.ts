/** Cards and handovers as a window asks for them: an office and a recipient with a stick carried between the two. */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, test } from 'node:test'
import type { CallName, Input } from '../../shared/contract.ts'
import { createRegister, type TestOffice, testOffice } from '../support/office.ts'
import { disputeOf } from '../support/samples.ts'

async function register(kind: 'unit' | 'recipient'): Promise<TestOffice> {
  const t = await testOffice()
  after(() => t.dispose())
  const [unitName, unitCode] = kind === 'unit' ? ['示例乡', '990001'] : ['示例市司法局', '99']
  await createRegister(t, { kind, unitName, unitCode, book: kind === 'unit' ? null : 'mediation' })
  return t
}
async function stickOf(t: TestOffice): Promise<string> {
  const [place] = await t.call('place.list', {})
  assert.ok(place)
  return place.token
}
async function fileOf(t: TestOffice, extension: 'jfb' | 'jfr' | 'jfk'): Promise<string> {
  const [file] = await t.call('place.files', { place: await stickOf(t), extensions: [extension] })
  assert.ok(file, extension)
  return file.token
}
/** Carries the stick: everything on it is there afterwards on the other side too. */
const carry = (from: TestOffice, to: TestOffice, extension: string) => {
  for (const f of fs.readdirSync(from.stick).filter((n) => n.endsWith(extension)))
    fs.copyFileSync(path.join(from.stick, f), path.join(to.stick, f))
}
async function outcomeOf<T>(t: TestOffice, name: CallName, input: Input<CallName>): Promise<T> {
  const job = await t.job(name, input)
  assert.equal(job.state, 'done', JSON.stringify(job.error))
  return job.outcome as T
}
async function enrol(from: TestOffice, to: TestOffice): Promise<void> {
  await from.call('card.write', { book: null, place: await stickOf(from) })
  carry(from, to, '.jfk')
  const { checkCode } = await from.call('card.own', { book: null })
  const file = await fileOf(to, 'jfk')
  assert.equal((await to.call('card.inspect', { file })).checkCode, checkCode)
  assert.equal((await to.refusal('card.accept', { file, checkCode: '0000 0000 0000 0000' })).code, 'card-mismatch')
  await to.call('card.accept', { file, checkCode })
  fs.rmSync(to.stick, { recursive: true })
  fs.mkdirSync(to.stick)
}
const saveDispute = (t: TestOffice) =>
  t.call('record.save', { ledger: 'dispute', id: null, revision: 0, data: disputeOf() as never })

test('cards both ways, a handover, its receipt; and the code by telephone', async () => {
  const [unit, city] = [await register('unit'), await register('recipient')]
  const place = await stickOf(unit)
  assert.equal((await unit.job('handover.seal', { book: 'mediation', place })).error?.code, 'no-recipient')
  await enrol(city, unit)
  await enrol(unit, city)
  assert.equal((await unit.job('handover.seal', { book: 'mediation', place })).error?.code, 'nothing-to-hand-over')
  await saveDispute(unit)
  const view = await unit.call('handover.leaving', { book: 'mediation' })
  assert.deepEqual([view.no, view.base, view.ledgers[0]?.changed, view.recipient?.name], [1, 0, 1, '示例市司法局'])
  const sealed = await outcomeOf<{ fileName: string; placeLabel: string }>(unit, 'handover.seal', {
    book: 'mediation',
    place,
  })
  assert.deepEqual([sealed.fileName, sealed.placeLabel], ['990001-调解-0001.jfb', '示例U盘'])
  assert.deepEqual(await outcomeOf(unit, 'handover.verify', { book: 'mediation', file: await fileOf(unit, 'jfb') }), {
    intact: true,
    no: 1,
  })
  carry(unit, city, '.jfb')
  const preview = await outcomeOf<{ batch: string; files: { verdict: string; reason: string | null }[] }>(
    city,
    'city.inspect',
    { book: 'mediation', files: [await fileOf(city, 'jfb')] },
  )
  assert.deepEqual(
    preview.files.map((f) => [f.verdict, f.reason]),
    [['ready', null]],
  )
  await outcomeOf(city, 'city.merge', { book: 'mediation', batch: preview.batch })
  const [held] = await city.call('city.units', { book: 'mediation' })
  assert.equal(held?.records, 1)
  const receipt = await outcomeOf<{ phoneCode: string; acknowledgedNo: number }>(city, 'city.writeReceipt', {
    book: 'mediation',
    stationId: held.stationId,
    place: await stickOf(city),
  })
  const spoken = await unit.call('handover.confirmByPhone', { book: 'mediation', no: 1, code: receipt.phoneCode })
  assert.deepEqual([spoken.mark, spoken.sent[0]?.state], [view.upTo, 'confirmedByPhone'])
  carry(city, unit, '.jfr')
  const taken = await outcomeOf<{ mark: number; acknowledgedNo: number }>(unit, 'handover.takeReceipt', {
    book: 'mediation',
    file: await fileOf(unit, 'jfr'),
  })
  assert.deepEqual([taken.mark, taken.acknowledgedNo], [view.upTo, 1])
  const state = await unit.call('handover.state', { book: 'mediation' })
  assert.deepEqual([state.sent[0]?.state, state.missingNos, state.exceptions], ['acknowledged', [], []])
})

test('a card of the same kind, and a unit calling for the city, are refused', async () => {
  const [one, other] = [await register('unit'), await register('unit')]
  await one.call('card.write', { book: null, place: await stickOf(one) })
  carry(one, other, '.jfk')
  const { checkCode } = await one.call('card.own', { book: null })
  assert.equal(
    (await other.refusal('card.accept', { file: await fileOf(other, 'jfk'), checkCode })).code,
    'wrong-profile',
  )
  const city = await register('recipient')
  assert.equal((await city.refusal('handover.state', { book: 'mediation' })).code, 'wrong-profile')
  assert.equal((await city.refusal('card.own', { book: 'teams' })).code, 'file-other-book')
})
