/**
 * A program that acts on a case in effect and is killed: `actingProgram.ts <root> <act> <step>` kills itself with
 * SIGKILL when the act comes to the named step. It prints `case <id>` before, and `done` after the answer.
 */
import { writeSync } from 'node:fs'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { again, change, filed, inEffect, keyOf, threeActs } from './caseActs.ts'
import { addUser, createRegister, testOffice } from './office.ts'
import { agreedDispute, partOf, save } from './samples.ts'

const [root = '', act = '', killAt = ''] = process.argv.slice(2)
/** Straight to the pipe: nothing printed may be lost with the process. */
const say = (line: string) => void writeSync(1, `${line}\n`)

let armed = false
const t = await testOffice({
  root,
  onStep: (name) => {
    if (!armed) return
    say(`step ${name}`)
    if (name === killAt) process.kill(process.pid, 'SIGKILL')
  },
})
await createRegister(t)
await addUser(t, '另一人', [{ book: 'mediation', role: 'clerk' }])

async function takesEffect(): Promise<() => Promise<unknown>> {
  const saved = await save(t, 'dispute', agreedDispute())
  const given = { ...keyOf(saved), revision: 1, series: 'agreementNo', on: '2026-11-20', typed: null } as const
  const { revision } = await t.call('dispute.giveNumber', given)
  say(`case ${saved.id}`)
  return () => t.call('agreement.takeEffect', { ...keyOf(saved), revision, ...threeActs })
}

async function addsSupplement(): Promise<() => Promise<unknown>> {
  const signed = await inEffect(t)
  const { revision } = await change(t, signed, { supplements: [partOf(p.supplement, { text: '改期。' })] })
  say(`case ${signed.id}`)
  return () => t.call('supplement.takeEffect', { ...keyOf(signed), revision, part: 0, ...threeActs })
}

async function proposes(): Promise<() => Promise<unknown>> {
  const { id, revision } = await inEffect(t)
  say(`case ${id}`)
  const changes = { recorder: '示例记录员' }
  return () => t.call('correction.propose', { ledger: 'dispute', id, revision, changes, reason: '漏录' })
}

async function approves(): Promise<() => Promise<unknown>> {
  const propose = await proposes()
  const { correction } = (await propose()) as { readonly correction: string }
  return () => t.call('correction.approve', { ledger: 'dispute', correction }, '另一人')
}

async function reopens(): Promise<() => Promise<unknown>> {
  const { id, revision } = await again(t, await filed(t))
  say(`case ${id}`)
  return () => t.call('case.reopen', { ledger: 'dispute', id, revision, reason: '履行又起争议' })
}

const acts = { effect: takesEffect, supplement: addsSupplement, propose: proposes, approve: approves, reopen: reopens }
const run = await acts[act as keyof typeof acts]()
armed = true
await run()
await t.stop()
say('done')
