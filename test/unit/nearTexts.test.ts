import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { addUser, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, partOf, partyOf, save } from '../support/samples.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const record = (who: string) =>
  `${who}陈述，今年五月十二日早晨他家的牛群在河边吃草时越过了旧界石，踩坏了对方新栽的一片柳树，大约有三十几棵，他愿意照数补栽。对方认为树苗是去年合作社统一买的，每棵八元，人工另算，希望在雨季以前栽好。`
const caseOf = (name: string, mediator: string, values: Partial<DisputeData> = {}) =>
  save(
    t,
    'dispute',
    disputeOf({
      acceptanceDate: '2026-11-02',
      source: 'application',
      mediators: [partOf(p.mediator, { name: mediator })],
      parties: [partyOf({ side: 'applicant', name }), partyOf({ side: 'respondent', name: '李示例' })],
      sessions: [partOf(p.session, { heldOn: '2026-11-05', record: record(name) })],
      ...values,
    }),
  )
const near = (id: string, pipe?: string) => t.call('case.nearTexts', { ledger: 'dispute', id }, pipe)

test('a copied session of the same mediator is told, one of another mediator is not', async () => {
  const first = await caseOf('示例甲', '王示例')
  const copy = await caseOf('示例乙', '王示例')
  await caseOf('示例丙', '赵示例')
  const found = await near(copy.id)
  assert.deepEqual(
    found.map((n) => [n.id, n.field, n.title]),
    [[first.id, 'sessions', '示例甲、李示例']],
  )
  assert.ok((found[0]?.share ?? 0) > 0.7)
})

test('a locked case is not told to a head who is not on its list', async () => {
  const open = await caseOf('示例丁', '钱示例')
  await caseOf('示例戊', '钱示例', { secrecy: 'private' })
  assert.equal((await near(open.id)).length, 1)
  await addUser(t, '周负责', [{ book: 'mediation', role: 'head' }])
  assert.deepEqual(await near(open.id, '周负责'), [])
})

test('without a mediator, or for who is no head, there is no answer', async () => {
  const none = await caseOf('示例己', '孙示例', { mediators: [], sessions: [] })
  assert.deepEqual(await near(none.id), [])
  await addUser(t, '吴经办', [{ book: 'mediation', role: 'clerk' }])
  await assert.rejects(near(none.id, '吴经办'), /not-allowed/)
})
