/** Writes and reads a file of many rows in a heap too small to hold them: `<folder> <rows>`. */
import { openHandover } from '../../electron/core/handover/container.ts'
import { makeFile, makeParties, openerFor, stateEntry } from './handoverKit.ts'

const [folder = '', rows = '0'] = process.argv.slice(2)
function* entries() {
  for (let n = 0; n < Number(rows); n++) yield stateEntry(n)
}
const parties = await makeParties()
const opened = await openHandover(await makeFile(folder, parties, { entries: entries() }), openerFor(parties))
let read = 0
for await (const line of opened.entries()) if ('entry' in line) read++
process.stdout.write(JSON.stringify({ read, parts: opened.manifest.parts.length }))
