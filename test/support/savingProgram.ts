/**
 * A program that saves and is killed: `savingProgram.ts <root> <step> <nth>` kills itself with SIGKILL when a write
 * comes to the named step for the nth time. It prints `saved <id> <revision>` only after the answer, and `step <name>`
 * for every step it passes.
 */
import { writeSync } from 'node:fs'
import { createRegister, signInFounder, testOffice } from './office.ts'
import { disputeOf, partyOf, save } from './samples.ts'

const [root = '', killAt = '', nth = '1'] = process.argv.slice(2)
/** Straight to the pipe: nothing printed may be lost with the process. */
const say = (line: string) => void writeSync(1, `${line}\n`)

let [armed, passed] = [false, 0]
const t = await testOffice({
  root,
  onStep: (name) => {
    if (!armed) return
    say(`step ${name}`)
    if (name !== killAt) return
    passed += 1
    if (passed === Number(nth)) process.kill(process.pid, 'SIGKILL')
  },
})
if ((await t.call('register.status', {})).state === 'none') await createRegister(t)
else await signInFounder(t)

armed = true
const first = await save(t, 'dispute', disputeOf({ summary: '第一件' }))
say(`saved ${first.id} 1`)
const second = await save(
  t,
  'dispute',
  disputeOf({ summary: '第一件改', parties: [partyOf({ side: 'applicant', name: '三人示例' })] }),
  { old: first },
)
say(`saved ${second.id} ${second.revision}`)
// A kill between the side file's mark and the commit leaves a number that may be on paper: the book asks.
const book = { book: 'mediation', series: 'caseNo', year: 2026 } as const
const { question } = await t.call('dispute.numberBook', book)
if (question !== null) await t.call('dispute.lastOnPaper', { ...book, last: question.proposed })
const numbered = await t.call('dispute.giveNumber', {
  ledger: 'dispute',
  id: first.id,
  revision: second.revision,
  series: 'caseNo',
  on: '2026-11-23',
  typed: null,
})
say(`saved ${numbered.id} ${numbered.revision}`)
const third = await save(t, 'dispute', disputeOf({ summary: '第二件' }))
say(`saved ${third.id} 1`)
await t.call('record.remove', { ledger: 'dispute', id: third.id, revision: 1, reason: '重复登记' })
say(`removed ${third.id}`)
await t.stop()
say('done')
