import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Call, roles } from '../../shared/contract/call.ts'
import type { BookRole } from '../../shared/contract/session.ts'
import { type CallName, contract } from '../../shared/contract.ts'
import type { Book } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { nothingDue } from '../support/home.ts'
import { exampleInput } from '../support/inputs.ts'
import { addUser, createRegister, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { disputeOf, sampleOf, save } from '../support/samples.ts'

const calls = Object.entries(contract) as [CallName, Call][]
/** An id no record has. */
const nothing = '019a0000-0000-7000-8000-000000000000'
const books = ['mediation', 'teams'] as const
/** Calls that would change the stage for those after them, or take long; they are called where they are tested. */
const aside = new Set<CallName>(['session.lock', 'register.createSample', 'session.signIn', 'register.recover'])

interface Person {
  readonly name: string
  readonly admin: boolean
  readonly roles: readonly BookRole[]
}
const people: readonly Person[] = [
  { name: '管理员无角色', admin: true, roles: [] },
  { name: '无角色', admin: false, roles: [] },
  ...books.flatMap((book) => roles.map((role) => ({ name: `${book} ${role}`, admin: false, roles: [{ book, role }] }))),
  { name: '管理员兼调解', admin: true, roles: [{ book: 'mediation', role: 'head' }] },
]

/** A right input of the call about the given book, or null when the call is about the other one only. */
function inputAbout(name: CallName, book: Book, id: string): object | null {
  const input = exampleInput(name, id) as { readonly book?: Book | null; readonly ledger?: LedgerName }
  if (input.book !== undefined && input.book !== null) {
    const other = { ...input, book }
    return contract[name].input.safeParse(other).success ? other : null
  }
  if (input.ledger === undefined || ledgerOf(input.ledger).book === book) return input
  const ledger = book === 'teams' ? 'training' : 'dispute'
  const other = { ...input, ledger, ...('data' in input && 'revision' in input ? { data: sampleOf(ledger) } : {}) }
  return contract[name].input.safeParse(other).success ? other : null
}

/** What the contract says of this person and this call, read again from its words. */
function mayCall(person: Person, call: Call, book: Book, ledger: LedgerName | undefined): boolean {
  if (call.allow === 'anyone' || call.allow === 'signedIn') return true
  if (call.allow === 'admin') return person.admin
  const isOffice = ledger !== undefined && ledgerOf(ledger).ofOffice === true
  return person.roles.some((r) => (r.book === book && call.allow.includes(r.role)) || (isOffice && r.role === 'head'))
}
/** Refusals that come from what the call found, not from who asked. */
const isRefusalOfPerson = (code: string) => code === 'not-allowed' || code === 'not-signed-in'
const ofSettings = ['setting.save', 'holiday.import', 'holiday.remove', 'holiday.restore'] as const
/** Their handlers ask more than the contract can say. */
const ownQuestion = new Set<CallName>([...ofSettings, 'register.checkRecoveryCode', 'card.own', 'card.write'])

async function walk(t: TestOffice, kind: 'unit' | 'recipient', id: string): Promise<number> {
  let asked = 0
  for (const person of people) {
    for (const [name, call] of calls) {
      if (aside.has(name)) continue
      for (const book of books) {
        const input = inputAbout(name, book, id)
        if (input === null) continue
        const answer = await t.answer(name, input, person.name)
        const code = answer.ok ? 'answered' : answer.error.code
        const about = `${person.name} asks ${name} of ${book}: ${code}`
        asked++
        assert.notEqual(code, 'internal', about)
        if (call.profile !== undefined && call.profile !== kind) assert.equal(code, 'wrong-profile', about)
        else if (!mayCall(person, call, book, 'ledger' in input ? (input.ledger as LedgerName) : undefined))
          assert.equal(code, 'not-allowed', about)
        else if (!ownQuestion.has(name)) assert.ok(!isRefusalOfPerson(code), about)
      }
    }
  }
  return asked
}

let unit: TestOffice
let recipient: TestOffice
before(async () => {
  unit = await unitOffice()
  recipient = await testOffice()
  await createRegister(recipient, { kind: 'recipient', unitName: '示例市司法局', unitCode: '9900', book: 'mediation' })
  for (const t of [unit, recipient]) for (const p of people) await addUser(t, p.name, p.roles, p.admin)
})
after(async () => {
  await unit.dispose()
  await recipient.dispose()
})

test('in a unit’s register every call answers each role of each book as the contract says', async () => {
  const { id } = await save(unit, 'dispute', disputeOf())
  assert.ok((await walk(unit, 'unit', id)) > 500)
})

test('in a recipient’s register every call answers each role of each book as the contract says', async () => {
  assert.ok((await walk(recipient, 'recipient', nothing)) > 500)
})

test('no role of any book opens a case to the 管理员', async () => {
  for (const name of ['record.page', 'record.get', 'record.history', 'record.search', 'paper.preview'] as const)
    assert.equal((await unit.refusal(name, exampleInput(name, nothing), '管理员无角色')).code, 'not-allowed')
  const home = await unit.call('home.view', {}, '管理员无角色')
  assert.deepEqual([home.due, home.dueLater, home.lockedDue], [nothingDue, 0, 0])
  assert.deepEqual([home.recent, home.month, home.recipients], [[], [], []])
})

test('settings are changed by the 管理员 and by heads', async () => {
  for (const p of people) {
    const answer = await unit.answer('setting.save', { largeText: true }, p.name)
    for (const name of ofSettings.slice(1)) {
      const { code } = await unit.refusal(name, exampleInput(name, nothing), p.name)
      assert.equal(code === 'not-allowed', !answer.ok, `${p.name} ${name}`)
    }
    assert.equal(answer.ok, p.admin || p.roles.some((r) => r.role === 'head'), p.name)
  }
})

test('an unknown error is an incident number and nothing else', async () => {
  const t = await unitOffice()
  const { id } = await save(t, 'dispute', disputeOf({ summary: '不可外传的摘要' }))
  await t.change((db) => db.exec('ALTER TABLE dispute RENAME TO dispute_gone'))
  for (const [name, input] of [
    ['record.get', { ledger: 'dispute', id }],
    ['record.page', { ledger: 'dispute' }],
    ['record.save', { ledger: 'dispute', id: null, revision: 0, data: disputeOf({ summary: '不可外传的摘要' }) }],
    ['record.search', { ledger: 'dispute', text: '不可外传' }],
  ] as const) {
    const error = await t.refusal(name, input)
    assert.equal(error.code, 'internal', name)
    assert.deepEqual(Object.keys(error.details), ['incident'])
    assert.match(String(error.details.incident), /^[0-9a-f]{8}$/)
    const line = t.log.find((l) => JSON.stringify(l).includes(String(error.details.incident)))
    assert.ok(line, 'the log knows the incident')
    assert.ok(!JSON.stringify(t.log).includes('不可外传'), 'the log holds no contents')
  }
  await t.dispose()
})
