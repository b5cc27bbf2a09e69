/** The second host: the same core behind a loopback port, for an ordinary browser. Never packaged. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { failureText } from '../core/failureText.ts'
import { programFolders } from '../core/machine/dataFolder.ts'
import { fileLog } from '../core/machine/fileLog.ts'
import { plainHost } from '../core/machine/plainHost.ts'
import { systemClock } from '../core/machine/systemClock.ts'
import { openWorkerOffice } from '../core/workerOffice.ts'
import { openBridge } from './bridge.ts'
import { openBrowser } from './browser.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    why: { type: 'string' },
    'no-browser': { type: 'boolean', default: false },
  },
})
const print = (line: string) => void process.stdout.write(`${line}\n`)

const folders = programFolders(process.env, values.data, process.env.INIT_CWD ?? process.cwd())
const log = fileLog(folders.logs, systemClock.now)
const opening = openWorkerOffice({ dataDir: folders.data, host: plainHost('bridge', process.env), log })
const office = await opening.catch((e: unknown) => {
  process.stderr.write(`${failureText(e)}\n技术日志 (log): ${folders.logs}\n`)
  process.exit(1)
})
const bridge = await openBridge({
  office,
  windowDir: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
  log,
  onSpentToken: (url) => print(`新的启动网址 (new address): ${url}`),
})

const url = bridge.startUrl()
print('解纷簿已启动，在浏览器中打开。Jiefenbu is running, in a browser.')
if (values.why) print(`没有用 Electron 的原因 (why not Electron): ${values.why}`)
print(`数据文件夹 (data folder): ${folders.data}`)
print(`启动网址，只能用一次 (address, good once): ${url}`)
print('按 Ctrl+C 结束 (Ctrl+C ends it)')
if (!values['no-browser']) openBrowser(url)

let ending = false
async function end(): Promise<void> {
  if (ending) return
  ending = true
  await bridge.close()
  await office.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
