import type { ServerResponse } from 'node:http'
import type { CoreEvent } from '../../shared/contract.ts'
import { toWire } from '../../shared/wire.ts'
import { randomBytes, toHex } from '../core/crypto.ts'
import type { Office } from '../core/office.ts'

/** A browser that shows no sign of life for so long has gone: its session ends. */
const silenceMs = 120_000
/** Keeps a stream open through whatever closes idle connections. */
const beatMs = 25_000

interface BrowserPipe {
  readonly id: string
  readonly streams: Set<ServerResponse>
  lastSeen: number
}

/** One cookie is one pipe: the tabs of one browser share a session, and nobody else does. */
export function createPipes(office: Office, now: () => number = Date.now) {
  const pipes = new Map<string, BrowserPipe>()

  const stopListening = office.on((to, event) => {
    for (const pipe of pipes.values()) if (to === null || to === pipe.id) deliver(pipe, event)
  })
  const beat = setInterval(() => {
    for (const [cookie, pipe] of pipes) {
      for (const stream of pipe.streams) stream.write(': beat\n\n')
      if (pipe.streams.size > 0 || now() - pipe.lastSeen < silenceMs) continue
      pipes.delete(cookie)
      office.closePipe(pipe.id)
    }
  }, beatMs)
  beat.unref()

  /** Answers the cookie's value, which only the browser learns. */
  function open(): string {
    const cookie = toHex(randomBytes(32))
    pipes.set(cookie, { id: `browser-${toHex(randomBytes(8))}`, streams: new Set(), lastSeen: now() })
    return cookie
  }
  function find(cookie: string | null): BrowserPipe | null {
    const pipe = cookie === null ? undefined : pipes.get(cookie)
    if (!pipe) return null
    pipe.lastSeen = now()
    return pipe
  }
  function listen(pipe: BrowserPipe, stream: ServerResponse): void {
    pipe.streams.add(stream)
    stream.write('retry: 1000\n\n')
    stream.on('close', () => {
      pipe.streams.delete(stream)
      pipe.lastSeen = now()
    })
  }
  function close(): void {
    clearInterval(beat)
    stopListening()
    for (const pipe of pipes.values()) {
      for (const stream of pipe.streams) stream.end()
      office.closePipe(pipe.id)
    }
    pipes.clear()
  }
  return { open, find, listen, close }
}
export type Pipes = ReturnType<typeof createPipes>

const deliver = (pipe: BrowserPipe, event: CoreEvent): void => {
  for (const stream of pipe.streams) stream.write(`data: ${toWire(event)}\n\n`)
}
