import { mkdirSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { type Bridge, openBridge } from '../../electron/bridge/bridge.ts'
import { type TestOffice, testOffice } from './office.ts'

export interface Reply {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
export interface Sent {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

/** A request as an attacker writes it: every header, also those a browser would set or forbid. */
export function ask(origin: string, path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, async (response) => {
      const parts: Uint8Array[] = []
      for await (const part of response as AsyncIterable<Uint8Array>) parts.push(part)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

export interface TestBridge {
  readonly bridge: Bridge
  readonly office: TestOffice
  /** Start addresses printed because a spent one was used. */
  readonly fresh: readonly string[]
  /** A new browser: its cookie header. */
  readonly enter: () => Promise<string>
  readonly call: (cookie: string, name: string, input?: unknown, headers?: OutgoingHttpHeaders) => Promise<Reply>
  readonly dispose: () => Promise<void>
}

const page = '<!doctype html><style nonce="__CSP_NONCE__"></style><script src="./app.js"></script>'

/** The bridge on a fresh office, with a window folder of three files beside a file that is none of its business. */
export async function testBridge(): Promise<TestBridge> {
  const office = await testOffice()
  const windowDir = join(office.root, 'window')
  mkdirSync(join(windowDir, 'assets'), { recursive: true })
  writeFileSync(join(windowDir, 'index.html'), page)
  writeFileSync(join(windowDir, 'app.js'), '')
  writeFileSync(join(windowDir, 'assets', 'app.css'), '')
  writeFileSync(join(office.root, 'secret.txt'), 'secret')
  const fresh: string[] = []
  const bridge = await openBridge({
    office: office.office(),
    windowDir,
    log: () => {},
    onSpentToken: (url) => fresh.push(url),
  })
  const own = { origin: bridge.origin, 'content-type': 'application/json' }
  return {
    bridge,
    office,
    fresh,
    enter: async () => {
      const start = bridge.startUrl()
      const reply = await ask(bridge.origin, start.slice(bridge.origin.length))
      return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    call: (cookie, name, input = {}, headers = {}) =>
      ask(bridge.origin, '/call', {
        method: 'POST',
        headers: { ...own, cookie, ...headers },
        body: JSON.stringify({ name, input }),
      }),
    dispose: async () => {
      await bridge.close()
      await office.dispose()
    },
  }
}
