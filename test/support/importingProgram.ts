/**
 * A program that imports and is killed: `importingProgram.ts <root> commit|undo <step> <nth>` kills itself with SIGKILL
 * when it comes to the named step for the nth time, of reading where the step is one of reading, else of what was asked
 * for. It prints the id of the import once it was read.
 */
import { writeSync } from 'node:fs'
import { createRegister, testOffice } from './office.ts'
import { commit, dryRun } from './sheets.ts'

const [root = '', what = '', killAt = '', nth = '1'] = process.argv.slice(2)
let [armed, passed] = [killAt === 'sheet:staged', 0]
const t = await testOffice({
  root,
  onStep: (name) => {
    if (!armed || name !== killAt) return
    passed += 1
    if (passed === Number(nth)) process.kill(process.pid, 'SIGKILL')
  },
})
await createRegister(t)
const people = Array.from({ length: 450 }, (_, i) => `联户长,示例${i}号,2024-03-05`)
const dry = await dryRun(t, 'post', '名册.csv', ['队伍,姓名,选配日期', ...people].join('\n'))
writeSync(1, `${dry.batch}\n`)
armed = what === 'commit'
await commit(t, dry, 'post')
armed = true
await t.job('import.undo', { ledger: 'post', batch: dry.batch })
await t.stop()
