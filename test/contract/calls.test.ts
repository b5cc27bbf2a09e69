import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { handlers } from '../../electron/core/handlers.ts'
import type { Call } from '../../shared/contract/call.ts'
import { type CallName, contract } from '../../shared/contract.ts'
import { exampleInput } from '../support/inputs.ts'
import { addUser, allRoles, type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

const calls = Object.entries(contract) as [CallName, Call][]
let t: TestOffice
let disputeId: string

before(async () => {
  t = await unitOffice()
  disputeId = (await save(t, 'dispute', disputeOf())).id
  await addUser(t, 'everything', allRoles)
})
after(() => t.dispose())

test('every call of the contract has a handler, and every handler a call', () => {
  assert.deepEqual(Object.keys(handlers).sort(), Object.keys(contract).sort())
})

test('every call has an example input that parses', () => {
  for (const [name, call] of calls) {
    const parsed = call.input.safeParse(exampleInput(name, disputeId))
    assert.ok(parsed.success, `${name}: ${JSON.stringify(parsed.error?.issues)}`)
  }
})

test('names that are no calls are refused, those every object has among them', async () => {
  const names = [
    '',
    'nope',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'record.page ',
    'RECORD.PAGE',
  ]
  for (const name of names) assert.deepEqual((await t.refusal(name as CallName, {})).code, 'unknown-call', name)
  for (const name of [null, undefined, 7, {}, [], Symbol('record.page')])
    assert.equal((await t.refusal(name as never, {})).code, 'unknown-call')
})

test('an unknown key beside a right input is refused in every call', async () => {
  for (const [name, call] of calls) {
    const input = { ...(exampleInput(name, disputeId) as object), somethingElse: 1 }
    assert.equal(call.input.safeParse(input).success, false, name)
    if (call.profile !== 'recipient')
      assert.equal((await t.refusal(name, input, 'everything')).code, 'input-invalid', name)
  }
})

const wrongInputs: readonly unknown[] = [
  null,
  undefined,
  0,
  Number.NaN,
  '',
  'text',
  true,
  [],
  [[]],
  { ledger: {} },
  JSON.parse('{"__proto__":{"ledger":"dispute"}}'),
]
test('an input of a wrong type is refused in every call that takes one', async () => {
  for (const [name, call] of calls) {
    for (const input of wrongInputs) {
      if (call.profile === 'recipient' || call.input.safeParse(input).success) continue
      assert.equal((await t.refusal(name, input, 'everything')).code, 'input-invalid', `${name} ${String(input)}`)
    }
  }
})

test('an own key __proto__ reaches no handler', async () => {
  for (const [name, call] of calls) {
    const text = JSON.stringify(exampleInput(name, disputeId)).replace(/^\{/, '{"__proto__":{"admin":true},')
    const input: unknown = JSON.parse(text.replace(/,\}$/, '}'))
    const parsed = call.input.safeParse(input)
    if (parsed.success) assert.equal(Object.hasOwn(parsed.data as object, '__proto__'), false, name)
  }
})

test('whoever is not signed in gets not-signed-in from every call that is not for anyone', async () => {
  for (const [name, call] of calls) {
    if (call.allow === 'anyone') continue
    assert.equal((await t.refusal(name, exampleInput(name, disputeId), 'nobody')).code, 'not-signed-in', name)
    assert.equal((await t.refusal(name, { wrong: 1 }, 'nobody')).code, 'not-signed-in', `${name} with a wrong input`)
  }
})

test('an input far too large is refused without being kept', async () => {
  const long = '示'.repeat(3_000_000)
  const cases: readonly (readonly [CallName, unknown])[] = [
    ['record.search', { ledger: 'dispute', text: long }],
    ['draft.save', { ledger: 'dispute', key: 'k', recordId: null, baseRevision: 0, data: { summary: long } }],
    ['draft.save', { ledger: 'dispute', key: long, recordId: null, baseRevision: 0, data: {} }],
    ['window.set', { key: 'columns', value: long }],
    ['record.page', { ledger: 'dispute', filters: Array(21).fill({ field: 'caseNo', op: 'blank' }) }],
    ['record.page', { ledger: 'dispute', filters: [{ field: 'caseNo', op: 'in', value: Array(101).fill('1') }] }],
    ['record.page', { ledger: 'dispute', limit: 501 }],
    ['record.save', { ledger: 'dispute', id: null, revision: 0, data: disputeOf({ summary: long }) }],
    [
      'record.save',
      {
        ledger: 'dispute',
        id: null,
        revision: 0,
        data: disputeOf({ claims: Array(501).fill({ text: '一', absent: {} }) }),
      },
    ],
    ['session.signIn', { userId: 'x', password: long }],
  ]
  for (const [name, input] of cases) assert.equal((await t.refusal(name, input)).code, 'input-invalid', name)
})

test('an input nested a hundred thousand deep is an answer like any other', async () => {
  let deep: unknown = 1
  for (let i = 0; i < 100_000; i++) deep = { deep }
  for (const [name, input] of [
    ['window.set', { key: 'columns', value: deep }],
    ['draft.save', { ledger: 'dispute', key: 'k', recordId: null, baseRevision: 0, data: { deep } }],
    ['record.save', { ledger: 'dispute', id: null, revision: 0, data: deep }],
  ] as const)
    assert.equal((await t.refusal(name, input)).code, 'input-invalid', name)
})
