/** The core's thread: an office behind a message port. Started by `workerOffice.ts`, under every host. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerError } from './dispatch.ts'
import type { Clock, Host, HostPlace, Log } from './host.ts'
import { systemClock } from './machine/systemClock.ts'
import { createOffice, type Office } from './office.ts'
import type { FromCore, HostFunction, ToCore, WorkerStart } from './workerProtocol.ts'

const start = workerData as WorkerStart
const port = parentPort
if (!port) throw new Error('worker.ts runs in a worker thread only')

const tell = (message: FromCore): void => port.postMessage(message)
const log: Log = (level, message, facts) => tell({ type: 'log', level, message, ...(facts && { facts }) })

interface Asked {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}
const asked = new Map<number, Asked>()
let lastAsked = 0

function askHost(name: HostFunction, extensions: readonly string[] = []): Promise<unknown> {
  const id = ++lastAsked
  return new Promise((resolve, reject) => {
    asked.set(id, { resolve, reject })
    tell({ type: 'host', id, name, extensions })
  })
}
const host: Host = {
  kind: start.hostKind,
  version: start.version,
  machineId: () => askHost('machineId') as Promise<string>,
  places: () => askHost('places') as Promise<readonly HostPlace[]>,
  plainFolder: () => askHost('plainFolder') as Promise<string | null>,
  fontFolders: () => askHost('fontFolders') as Promise<readonly string[]>,
  pickFolder: () => askHost('pickFolder') as Promise<HostPlace | null>,
  pickFiles: (extensions) => askHost('pickFiles', extensions) as Promise<readonly string[]>,
}

async function answer(office: Office, message: Extract<ToCore, { type: 'dispatch' }>): Promise<void> {
  const answered = await office.dispatch(message.pipe, message.name, message.input)
  try {
    tell({ type: 'answer', id: message.id, answer: answered })
  } catch (e) {
    tell({ type: 'answer', id: message.id, answer: { ok: false, error: answerError(e, log) } })
  }
}
function takeHostAnswer(message: Extract<ToCore, { type: 'hostAnswer' }>): void {
  const waiting = asked.get(message.id)
  asked.delete(message.id)
  if (message.failed === null) waiting?.resolve(message.value)
  else waiting?.reject(new Error(message.failed))
}

const clock: Clock = systemClock
const opening = createOffice({ ...start, host, clock, log })

port.on('message', async (message: ToCore) => {
  if (message.type === 'hostAnswer') return takeHostAnswer(message)
  const office = await opening
  if (message.type === 'dispatch') return answer(office, message)
  if (message.type === 'closePipe') return office.closePipe(message.pipe)
  await office.close()
  tell({ type: 'closed' })
  port.close()
})

try {
  const office = await opening
  office.on((pipe, event) => tell({ type: 'event', pipe, event }))
  tell({ type: 'opened' })
} catch (e) {
  tell({ type: 'refused', error: answerError(e, log) })
  port.close()
}
