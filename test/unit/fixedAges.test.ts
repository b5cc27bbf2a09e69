import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RecordView } from '../../shared/contract/records.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, partyOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const agesOf = (view: RecordView) => (view.data as unknown as DisputeData).parties.map((p) => p.age)
const born = (birthDate: string | null, age: number | null = null) => [
  partyOf({ side: 'applicant', name: '扎西·示例', birthDate, age }),
  partyOf({ side: 'respondent', name: '李示例', age: 50 }),
]

test('a save fixes ages at 受理, follows a mended day, and leaves a signed agreement as printed', async () => {
  const data = agreedDispute({ parties: born('1990-11-10') })
  const first = await save(t, 'dispute', data)
  assert.deepEqual(agesOf(first), [35, 50])
  const mended = { ...first.data, acceptanceDate: '2026-11-12', noticeDate: '2026-11-12' }
  const second = await save(t, 'dispute', mended, { old: first })
  assert.deepEqual(agesOf(second), [36, 50])
  const { id } = second
  const number = { ledger: 'dispute', id, series: 'agreementNo', on: '2026-11-20', typed: null } as const
  const numbered = await t.call('dispute.giveNumber', { ...number, revision: second.revision })
  const acts = { signedByPartiesOn: '2026-11-20', signedByMediatorsOn: '2026-11-20', sealedOn: '2026-11-20' }
  await t.call('agreement.takeEffect', { ledger: 'dispute', id, revision: numbered.revision, ...acts })
  const signed = await t.call('record.get', { ledger: 'dispute', id })
  const moved = await save(
    t,
    'dispute',
    { ...signed.data, acceptanceDate: '2026-11-05', noticeDate: '2026-11-05' },
    { old: signed },
  )
  assert.deepEqual(agesOf(moved), [36, 50], 'one dossier shows one age')
})

test('the law answers at the core too: what is refused is not saved, and says which field', async () => {
  const refused = { parties: born('1990-11-10').map((p) => ({ ...p, refusedOn: '2026-11-19' })) }
  const answer = await t.refusal('record.save', {
    ledger: 'dispute',
    id: null,
    revision: 0,
    data: agreedDispute(refused) as never,
  })
  assert.equal(answer.code, 'record-invalid')
  const problems = answer.details.problems as readonly { readonly path: string; readonly code: string }[]
  assert.deepEqual(
    problems.map((p) => `${p.path} ${p.code}`),
    ['sessions.0.heldOn sessionAfterRefusal', 'result agreedAfterRefusal'],
  )
})
