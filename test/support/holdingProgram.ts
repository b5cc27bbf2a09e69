/** Opens the data folder of `holdingProgram.ts <root>`, says so, and holds it until its input ends or it is killed. */
import { testOffice } from './office.ts'

const t = await testOffice({ root: process.argv[2] ?? '' })
const status = await t.answer('register.status', {})
process.stdout.write(`${status.ok ? 'open' : status.error.code}\n`)
process.stdin.on('end', () => void t.stop())
process.stdin.resume()
