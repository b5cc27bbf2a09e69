import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep, withDossier } from '../../renderer/pages/dispute/nextStep.ts'
import { emptyData, emptyPart } from '../../shared/ledgers/describe.ts'
import { type DisputeData, dispute } from '../../shared/ledgers/dispute.ts'
import { clause, followUp, performance, session } from '../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'

const blank = emptyData(ledgerOf('dispute')) as unknown as DisputeData
const one = (part: Parameters<typeof emptyPart>[0]) => [{ ...emptyPart(part), text: '甲', manner: '一次付清' }] as never

test('a case is led from the counter to the file, one step at a time', () => {
  const stages: readonly (readonly [string, Partial<DisputeData>])[] = [
    ['accept', {}],
    ['caseNo', { acceptanceDate: '2026-01-05' }],
    ['session', { caseNo: '示例人调字〔2026〕第1号' }],
    ['result', { sessions: one(session) }],
    ['clauses', { result: 'written', resultDate: '2026-01-06' }],
    ['agreementNo', { clauses: one(clause), performances: one(performance), copies: 3 }],
    ['effect', { agreementNo: '示例人调字〔2026〕第1号' }],
    ['performance', { signedByPartiesOn: '2026-01-06', signedByMediatorsOn: '2026-01-06', sealedOn: '2026-01-07' }],
    ['performance', { performanceState: 'notDue' }],
    ['followUp', { performanceState: 'done' }],
    ['close', { followUps: one(followUp) }],
    ['file', { closedOn: '2026-02-01' }],
    ['done', { filedOn: '2026-02-02' }],
  ]
  let data = blank
  for (const [key, change] of stages) {
    data = { ...data, ...change }
    const next = nextStep(data, true, 'acceptance')
    assert.equal(next.key, key)
    assert.ok(
      dispute.form.some((s) => s.key === next.section),
      next.section,
    )
  }
})

test('a record never saved is saved first', () => {
  assert.equal(nextStep({ ...blank, acceptanceDate: '2026-01-05' }, false, 'acceptance').key, 'save')
})

test('calmed on the spot asks for no number, no session and no file', () => {
  assert.equal(nextStep({ ...blank, result: 'calmed' }, true, 'acceptance').key, 'done')
})

test('what ends before 受理 is not sent back to it', () => {
  assert.equal(nextStep({ ...blank, notAcceptedOn: '2026-01-05' }, true, 'acceptance').key, 'done')
  assert.equal(nextStep({ ...blank, result: 'withdrawn' }, true, 'acceptance').key, 'close')
  assert.equal(nextStep({ ...blank, result: 'withdrawn', closedOn: '2026-01-05' }, true, 'acceptance').key, 'done')
})

test('a failed mediation closes without an agreement', () => {
  const failed = {
    ...blank,
    acceptanceDate: '2026-01-05',
    caseNo: '1',
    sessions: one(session),
    result: 'failed',
  } as DisputeData
  assert.equal(nextStep(failed, true, 'acceptance').key, 'close')
})

test('an office that numbers its files at 立卷 is asked for the 卷号 then, and not before', () => {
  const accepted = { ...blank, acceptanceDate: '2026-01-05' }
  assert.equal(nextStep(accepted, true, 'filing').key, 'session')
  const closed = { ...accepted, sessions: one(session), result: 'failed', closedOn: '2026-02-01' } as DisputeData
  assert.deepEqual(nextStep(closed, true, 'filing'), { key: 'caseNo', section: 'filing', path: null })
  assert.equal(nextStep({ ...closed, caseNo: '1' }, true, 'filing').key, 'file')
})

test('before 立卷 the dossier is completed, and nothing else is put before it', () => {
  const item = { need: 'must', state: 'lacking', lacks: [] } as const
  const file = { key: 'file', section: 'filing', path: 'filedOn' } as const
  assert.equal(withDossier(file, { items: [item] as never }).key, 'dossier')
  assert.equal(withDossier(file, { items: [{ ...item, need: 'ifNeeded' }] as never }).key, 'file')
  assert.equal(withDossier(file, { items: [{ ...item, state: 'onFile' }] as never }).key, 'file')
  const cover = { ...item, lacks: ['filedBy', 'filedOn', 'retention'] }
  assert.equal(withDossier(file, { items: [cover] as never }).key, 'file', 'what 立卷 fills in is not waited for')
  assert.equal(withDossier(file, { items: [{ ...cover, lacks: ['caseNo', 'filedOn'] }] as never }).key, 'dossier')
  assert.equal(withDossier(file, undefined).key, 'file')
  assert.equal(withDossier({ ...file, key: 'close' }, { items: [item] as never }).key, 'close')
})
