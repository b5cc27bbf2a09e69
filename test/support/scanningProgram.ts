/**
 * A program that adds scans and is killed: `scanningProgram.ts <root> <step>` kills itself with SIGKILL at the named step
 * of the second addition. It prints `case <id>` and `added <id>` only after the answers.
 */
import { writeSync } from 'node:fs'
import { createRegister, testOffice } from './office.ts'
import { jpegOf } from './pictures.ts'
import { disputeOf, save } from './samples.ts'
import { addScan } from './scans.ts'

const [root = '', killAt = ''] = process.argv.slice(2)
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
const { id } = await save(t, 'dispute', disputeOf())
say(`case ${id}`)
say(`added ${(await addScan(t, { id, bytes: await jpegOf({ width: 300, height: 200, text: 'a' }) })).id}`)
const second = await jpegOf({ width: 300, height: 200, text: 'b' })
armed = true
say(`added ${(await addScan(t, { id, bytes: second })).id}`)
await t.stop()
say('done')
