/**
 * A program that gives numbers and is killed: `numberingProgram.ts <root> <step> <nth>` backs up after its second number
 * to the stick, then goes on and kills itself with SIGKILL when a write comes to the named step for the nth time after
 * that. It prints `number <serial>` the moment a number is answered: from then on it may stand on paper.
 */
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readNumber } from '../../shared/rules/numbers.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { backUp } from './backups.ts'
import { createRegister, testOffice } from './office.ts'
import { disputeOf, save } from './samples.ts'

const [root = '', killAt = '', nth = '1'] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)
let [armed, passed] = [false, 0]
const t = await testOffice({
  root,
  onStep: (name) => {
    if (!armed || name !== killAt) return
    passed += 1
    if (passed === Number(nth)) process.kill(process.pid, 'SIGKILL')
  },
})
await createRegister(t)

async function give(): Promise<void> {
  const { id } = await save(t, 'dispute', disputeOf())
  const input = { ledger: 'dispute', id, revision: 1, series: 'caseNo', on: '2026-11-23', typed: null } as const
  const { data } = await t.call('dispute.giveNumber', input)
  say(`number ${readNumber(defaultSettings.caseNoPattern, String(data.caseNo))?.serial}`)
}
await give()
await give()
writeFileSync(join(t.stick, 'older.jfbak'), await backUp(t))
armed = true
for (let i = 0; i < 3; i++) await give()
await t.stop()
say('done')
