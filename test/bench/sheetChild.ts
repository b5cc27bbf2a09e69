/** Reads one workbook in a process of its own, by the program's thread or by the library alone, and says what it took at most. */
import * as fs from 'node:fs'
import readWorkbook from 'read-excel-file/node'
import type { ReadMessage } from '../../electron/core/excel/book.ts'
import { runThread } from '../../electron/core/register/thread.ts'

const [side, file = ''] = process.argv.slice(2)
const bytes = fs.readFileSync(file)
if (side === 'bare') await readWorkbook(bytes)
else {
  const base = new URL('../../electron/core/excel/reading.ts', import.meta.url).href
  await runThread<ReadMessage>(base, 'readWorker', { order: { bytes: new Uint8Array(bytes), encoding: null } })
}
process.stdout.write(String(process.resourceUsage().maxRSS))
