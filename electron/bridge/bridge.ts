import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { guardHeaders } from '../../shared/csp.ts'
import type { Log } from '../core/host.ts'
import type { Office } from '../core/office.ts'
import { refusal } from './guard.ts'
import { createPipes } from './pipes.ts'
import { type Routed, route } from './routes.ts'
import { createStartTokens } from './startTokens.ts'
import { createViolations, type Violation } from './violations.ts'

export interface BridgeOptions {
  readonly office: Office
  /** Folder of the built window. */
  readonly windowDir: string
  readonly log: Log
  /** Told when a browser came with a spent token: the person at the terminal can give it the new address. */
  readonly onSpentToken?: (freshUrl: string) => void
}

export interface Bridge {
  readonly origin: string
  /** A fresh start URL, good once; makes the one before worthless. */
  readonly startUrl: () => string
  readonly violations: () => readonly Violation[]
  /** Ends every connection. The office is its opener's to close. */
  readonly close: () => Promise<void>
}

interface Serving extends Routed {
  readonly origin: string
  readonly log: Log
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refusal(request, serving.origin)
  if (refused) {
    serving.log('warn', 'request refused', { why: refused })
    response.writeHead(403, guardHeaders).end()
    return
  }
  try {
    await route(serving, request, response)
  } catch (e) {
    // A browser that goes away in the middle of a request is nobody's fault.
    if (!request.destroyed) serving.log('error', 'request failed', { error: String(e) })
    if (!response.headersSent) response.writeHead(500, guardHeaders)
    response.end()
  }
}

/** Serves the window and its calls on a random port of 127.0.0.1, for an ordinary browser of this machine. */
export async function openBridge(options: BridgeOptions): Promise<Bridge> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16_384 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const tokens = createStartTokens()
  const startUrl = () => `${origin}/start?token=${tokens.issue()}`
  const pipes = createPipes(options.office)
  const violations = createViolations(options.log)
  const serving: Serving = {
    office: options.office,
    windowDir: options.windowDir,
    log: options.log,
    pipes,
    violations,
    spend: (token) => {
      const good = tokens.spend(token)
      // While an unused address stands in the terminal it stays good, whatever strangers send.
      if (!good && !tokens.pending()) options.onSpentToken?.(startUrl())
      return good
    },
    // Cookies know no ports: two bridges of one machine must not overwrite each other's.
    cookieName: `jiefenbu-${port}`,
    origin,
  }
  server.on('request', (request, response) => void serve(serving, request, response))
  return { origin, startUrl, violations: violations.all, close: () => shut(server, pipes) }
}

function shut(server: ReturnType<typeof createServer>, pipes: ReturnType<typeof createPipes>): Promise<void> {
  pipes.close()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
