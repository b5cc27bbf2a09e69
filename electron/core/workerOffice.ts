import { Worker } from 'node:worker_threads'
import type { CoreEvent } from '../../shared/contract.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import { randomBytes, toHex } from './crypto.ts'
import type { Host, Log } from './host.ts'
import type { Office } from './office.ts'
import type { FromCore, ToCore, WorkerStart } from './workerProtocol.ts'

export interface WorkerOfficeOptions {
  readonly dataDir: string
  readonly host: Host
  readonly log: Log
  /** log2 of the key derivation's cost; tests take less than the floor of production. */
  readonly kdfCost?: number
  /** The thread's file; tests give one that dies. */
  readonly thread?: URL
}

// The source tree runs as it is; the packed program was compiled.
const workerFile = () => new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

type Listener = (pipe: string | null, event: CoreEvent) => void

type Refused = Extract<Answer<never>, { ok: false }>

/** One thread and who waits for it. */
interface Line {
  readonly worker: Worker
  readonly waiting: Map<number, (answer: Answer<unknown>) => void>
  readonly listeners: Set<Listener>
  /** Set when the thread is going or gone: every call from then on is answered with it. */
  dead: Refused | null
}

const send = (line: Line, message: ToCore): void => line.worker.postMessage(message)

async function answerCore(line: Line, host: Host, asked: Extract<FromCore, { type: 'host' }>): Promise<void> {
  const functions = {
    machineId: () => host.machineId(),
    places: () => host.places(),
    plainFolder: () => host.plainFolder(),
    fontFolders: () => host.fontFolders(),
    pickFolder: () => host.pickFolder(),
    pickFiles: () => host.pickFiles(asked.extensions),
  } as const
  try {
    send(line, { type: 'hostAnswer', id: asked.id, value: await functions[asked.name](), failed: null })
  } catch (e) {
    send(line, { type: 'hostAnswer', id: asked.id, value: null, failed: e instanceof Error ? e.message : String(e) })
  }
}

/** Answers everybody who waits, and everybody who comes later: a dead thread never hangs a window. */
function die(line: Line, log: Log, cause: string): void {
  if (!line.dead) {
    const incident = toHex(randomBytes(4))
    log('error', 'the core stopped', { incident, cause })
    line.dead = { ok: false, error: { code: 'internal', details: { incident } } }
  }
  for (const answer of line.waiting.values()) answer(line.dead)
  line.waiting.clear()
}

function hear(line: Line, options: WorkerOfficeOptions, message: FromCore): void {
  if (message.type === 'answer') {
    const waiting = line.waiting.get(message.id)
    line.waiting.delete(message.id)
    waiting?.(message.answer)
  } else if (message.type === 'event') {
    for (const listener of line.listeners) listener(message.pipe, message.event)
  } else if (message.type === 'log') {
    options.log(message.level, message.message, message.facts)
  } else if (message.type === 'host') {
    void answerCore(line, options.host, message)
  }
}

/** Resolves when the thread's office is open; rejects with the core's own error when it refuses. */
function opened(line: Line): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new AppError('internal', line.dead?.error.details))
    line.worker.on('exit', gone)
    line.worker.on('message', (message: FromCore) => {
      if (message.type === 'opened') resolve()
      if (message.type === 'refused') reject(new AppError(message.error.code, message.error.details))
    })
  })
}

function dispatchOver(line: Line): Office['dispatch'] {
  let last = 0
  return (pipe, name, input) => {
    if (line.dead) return Promise.resolve(line.dead)
    const id = ++last
    return new Promise((resolve) => {
      line.waiting.set(id, resolve)
      try {
        send(line, { type: 'dispatch', id, pipe, name, input })
      } catch {
        // Something that cannot be cloned, such as a function: no window of ours sends it.
        line.waiting.delete(id)
        resolve({ ok: false, error: { code: 'input-invalid', details: {} } })
      }
    })
  }
}

function closeOver(line: Line): Promise<void> {
  if (line.dead) return Promise.resolve()
  line.dead = { ok: false, error: { code: 'cancelled', details: {} } }
  return new Promise((resolve) => {
    line.worker.once('exit', () => resolve())
    send(line, { type: 'close' })
  })
}

/**
 * An office whose core runs in a thread of its own, so that long work never holds up a window or a request.
 * The host's functions are called back in this thread.
 */
export async function openWorkerOffice(options: WorkerOfficeOptions): Promise<Office> {
  const { dataDir, host, kdfCost, log } = options
  const start: WorkerStart = {
    dataDir,
    hostKind: host.kind,
    version: host.version,
    ...(kdfCost !== undefined && { kdfCost }),
  }
  const worker = new Worker(options.thread ?? workerFile(), { workerData: start, name: 'core' })
  const line: Line = { worker, waiting: new Map(), listeners: new Set(), dead: null }
  worker.on('message', (message: FromCore) => hear(line, options, message))
  worker.on('error', (e) => die(line, log, e instanceof Error ? (e.stack ?? e.message) : String(e)))
  worker.on('exit', (code) => die(line, log, `exit ${code}`))
  await opened(line)
  return {
    dispatch: dispatchOver(line),
    on: (listener) => {
      line.listeners.add(listener)
      return () => line.listeners.delete(listener)
    },
    closePipe: (pipe) => {
      if (!line.dead) send(line, { type: 'closePipe', pipe })
    },
    close: () => closeOver(line),
  }
}
