import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import type { ImportPreview, MergeOutcome, SealOutcome } from '../../shared/contract/handover.ts'
import type { Place } from '../../shared/contract/office.ts'
import type { RecordView } from '../../shared/contract/records.ts'
import type { CallName, Input } from '../../shared/contract.ts'
import type { Book } from '../../shared/ledgers/describe.ts'
import {
  addUser,
  allRoles,
  createRegister,
  signInFounder,
  type TestOffice,
  testOffice,
  unitOffice,
} from '../support/office.ts'
import { agreedDispute, disputeOf, save, trainingOf, visitOf } from '../support/samples.ts'

let office: TestOffice
let city: TestOffice
const book = 'mediation'
const cases: RecordView[] = []

/** The stick of one program, as another sees it. */
async function carry(from: TestOffice, to: TestOffice): Promise<void> {
  for (const name of fs.readdirSync(from.stick)) fs.copyFileSync(path.join(from.stick, name), path.join(to.stick, name))
}
async function stickOf(t: TestOffice): Promise<Place> {
  const found =
    (await t.call('place.list', {})).find((p) => p.label.includes('盘')) ?? (await t.call('place.list', {}))[0]
  assert.ok(found)
  return found
}
async function filesOf(t: TestOffice, extension: 'jfb' | 'jfr' | 'jfk'): Promise<readonly string[]> {
  const place = (await stickOf(t)).token
  return (await t.call('place.files', { place, extensions: [extension] })).map((f) => f.token)
}
async function done<T, N extends CallName>(t: TestOffice, name: N, input: Input<N>): Promise<T> {
  const ended = await t.job(name, input)
  assert.equal(ended.state, 'done', JSON.stringify(ended.error))
  return ended.outcome as T
}

async function enrol(of: TestOffice, at: TestOffice, ownBook: Book | null): Promise<void> {
  await of.call('card.write', { book: ownBook, place: (await stickOf(of)).token })
  const { checkCode } = await of.call('card.own', { book: ownBook })
  await carry(of, at)
  for (const file of await filesOf(at, 'jfk')) {
    const card = await at.call('card.inspect', { file })
    if (card.checkCode === checkCode) await at.call('card.accept', { file, checkCode })
  }
}
const seal = async () =>
  done<SealOutcome, 'handover.seal'>(office, 'handover.seal', { book, place: (await stickOf(office)).token })
async function receive(): Promise<{ preview: ImportPreview; outcome: MergeOutcome }> {
  await carry(office, city)
  const preview = await done<ImportPreview, 'city.inspect'>(city, 'city.inspect', {
    book,
    files: [...(await filesOf(city, 'jfb'))],
  })
  return {
    preview,
    outcome: await done<MergeOutcome, 'city.merge'>(city, 'city.merge', { book, batch: preview.batch }),
  }
}
const unit = async () => {
  const [found] = await city.call('city.units', { book })
  assert.ok(found)
  return found
}

before(async () => {
  office = await unitOffice()
  city = await testOffice()
  await createRegister(city, { kind: 'recipient', unitName: '示例市司法局', unitCode: '99', book })
  await enrol(city, office, book)
  await enrol(office, city, null)
})
after(async () => {
  await office.dispose()
  await city.dispose()
})

test('a dispute goes from the counter to the city and its receipt comes home', async () => {
  for (let n = 1; n <= 3; n++)
    cases.push(await save(office, 'dispute', agreedDispute({ caseNo: `示例人调字〔2026〕第${n}号` })))
  await save(office, 'dispute', agreedDispute({ secrecy: 'private', caseNo: '密卷' }))
  await save(office, 'training', trainingOf())
  await save(office, 'visit', visitOf())
  const sealed = await seal()
  const { preview, outcome } = await receive()
  assert.deepEqual(
    preview.files.map((f) => [f.verdict, f.no, f.unitName]),
    [['ready', sealed.no, '示例乡']],
  )
  assert.deepEqual(outcome, { files: 1, rows: 3, setAside: 0 })
  const page = await city.call('city.page', { ledger: 'dispute', sort: { field: 'caseNo', direction: 'asc' } })
  assert.deepEqual(
    page.rows.map((r) => [r.unitName, r.caseNo, r.parties, r.amountPromised, r.decisionMark]),
    [1, 2, 3].map((n) => ['示例乡', `示例人调字〔2026〕第${n}号`, 2, 'under10k', 'none']),
  )
  const { fileName, phoneCode, acknowledgedNo } = await done<
    { fileName: string; phoneCode: string; acknowledgedNo: number },
    'city.writeReceipt'
  >(city, 'city.writeReceipt', { book, stationId: (await unit()).stationId, place: (await stickOf(city)).token })
  assert.deepEqual([acknowledgedNo, (await unit()).receiptPending], [1, false])
  const confirmed = await office.call('handover.confirmByPhone', { book, no: 1, code: phoneCode })
  assert.equal(confirmed.sent[0]?.state, 'confirmedByPhone')
  await carry(city, office)
  const [receipt] = await filesOf(office, 'jfr')
  assert.ok(fileName.endsWith('.jfr') && receipt)
  await done(office, 'handover.takeReceipt', { book, file: receipt })
  const state = await office.call('handover.state', { book })
  assert.deepEqual([state.acknowledgedNo, state.sent.map((s) => s.state), state.exceptions], [1, ['acknowledged'], []])
})

test('the city’s own word on a row survives the office’s updates, its removal and its coming back', async () => {
  const [first] = cases
  const rowOf = async (caseNo: string) =>
    (await city.call('city.page', { ledger: 'dispute', filters: [{ field: 'caseNo', op: 'equals', value: caseNo }] }))
      .rows[0]
  const no = '示例人调字〔2026〕第1号'
  const row = await rowOf(no)
  assert.ok(first && row)
  await city.call('city.decide', { ledger: 'dispute', rowId: Number(row.id), mark: 'query', note: '请补履行凭证' })
  const changed = await save(office, 'dispute', { ...first.data, difficulty: 'complex' }, { old: first })
  await seal()
  await receive()
  const word = (r: typeof row | undefined) => [r?.difficulty, r?.decisionMark, r?.decisionNote]
  assert.deepEqual(word(await rowOf(no)), ['complex', 'query', '请补履行凭证'])
  assert.equal((await rowOf(no))?.id, row.id, 'the row keeps its key')
  const hidden = await save(office, 'dispute', { ...changed.data, secrecy: 'private' }, { old: changed })
  await seal()
  await receive()
  assert.equal(await rowOf(no), undefined, 'de-identified by a tombstone')
  await save(office, 'dispute', { ...hidden.data, secrecy: 'normal' }, { old: hidden })
  await seal()
  await receive()
  assert.deepEqual(word(await rowOf(no)), ['complex', 'query', '请补履行凭证'])
  const others = await city.call('city.page', { ledger: 'dispute' })
  assert.deepEqual(
    others.rows.filter((r) => r.decisionMark !== 'none').map((r) => r.caseNo),
    [no],
    'the word is on no other row',
  )
})

test('merged lists sort and filter by unit and by columns of the city layout, and by nothing else', async () => {
  const page = (more: object) => city.answer('city.page', { ledger: 'dispute', ...more })
  const total = async (filter: object): Promise<number> => {
    const answer = await page({ filters: [filter] })
    assert.ok(answer.ok)
    return (answer.value as { total: number }).total
  }
  assert.equal(await total({ field: 'unitName', op: 'equals', value: '示例乡' }), 3)
  assert.equal(await total({ field: 'unitName', op: 'equals', value: '示例' }), 0)
  assert.equal(await total({ field: 'caseNo', op: 'startsWith', value: '示例人调字〔2026〕第2' }), 1)
  for (const field of ['summary', 'station', 'handed_id', 'partyNames']) {
    const answer = await page({ sort: { field, direction: 'asc' } })
    assert.equal(answer.ok ? null : answer.error.code, 'input-invalid', field)
  }
})

test('the cells of the counts hold every case, secret ones too', async () => {
  const cells = await city.call('city.counts', { book })
  const accepted = cells.filter((c) => c.measure === 'accepted').reduce((sum, c) => sum + c.amount, 0)
  assert.equal(accepted, 4)
  assert.ok(cells.every((c) => c.unitName === '示例乡' && c.ledger === 'dispute'))
})

test('the other book is not this recipient’s', async () => {
  await addUser(city, '两本示例', allRoles)
  for (const [name, input] of [
    ['city.units', { book: 'teams' }],
    ['city.page', { ledger: 'training' }],
    ['city.counts', { book: 'teams' }],
  ] as const)
    assert.equal((await city.refusal(name, input, '两本示例')).code, 'file-other-book', name)
})

test('an import that was looked at and never merged is forgotten at the next start; a cancelled one leaves nothing', async () => {
  await save(office, 'dispute', disputeOf({ caseNo: '示例人调字〔2026〕第9号' }))
  await seal()
  await carry(office, city)
  const files = [...(await filesOf(city, 'jfb'))]
  const { jobId } = await city.call('city.inspect', { book, files })
  await city.call('job.cancel', { jobId })
  const staged = async () => {
    const db = await city.inspect()
    const found = db.prepare('SELECT count(*) FROM staged_file').pluck().get()
    db.close()
    return [
      found,
      fs.readdirSync(path.join(city.dataDir, 'register', 'received')).filter((n) => n.endsWith('.staged')).length,
    ]
  }
  const looked = await done<ImportPreview, 'city.inspect'>(city, 'city.inspect', { book, files: [...files] })
  assert.equal((await city.call('job.get', { jobId })).state, 'cancelled')
  assert.deepEqual(await staged(), [1, 1])
  await city.restart()
  await signInFounder(city)
  const again = await city.job('city.merge', { book, batch: looked.batch })
  assert.equal(again.error?.code, 'import-outdated')
  assert.deepEqual(await staged(), [0, 0])
  assert.equal((await receive()).outcome.rows, 1)
})

test('only who has a role in the book reads the lists; only the administrator revokes', async () => {
  await addUser(city, '外人示例', [])
  await addUser(city, '阅者示例', [{ book, role: 'mediator' }])
  const { stationId } = await unit()
  assert.equal((await city.refusal('city.page', { ledger: 'dispute' }, '外人示例')).code, 'not-allowed')
  assert.equal(
    (await city.refusal('city.decide', { ledger: 'dispute', rowId: 1, mark: 'checked', note: '' }, '阅者示例')).code,
    'not-allowed',
  )
  assert.equal((await city.refusal('city.revoke', { stationId, reason: '电脑丢失' }, '阅者示例')).code, 'not-allowed')
  await city.call('city.revoke', { stationId, reason: '电脑丢失' })
  assert.equal((await unit()).revoked, true)
  await save(office, 'dispute', disputeOf())
  await seal()
  await carry(office, city)
  const preview = await done<ImportPreview, 'city.inspect'>(city, 'city.inspect', {
    book,
    files: [...(await filesOf(city, 'jfb'))],
  })
  assert.ok(preview.files.every((f) => f.reason === 'file-revoked'))
  assert.equal((await city.call('city.page', { ledger: 'dispute' })).total, 4, 'what was merged stays')
})
