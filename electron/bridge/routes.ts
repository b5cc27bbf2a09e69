import type { IncomingMessage, ServerResponse } from 'node:http'
import { contentSecurityPolicy, guardHeaders, noncePlaceholder } from '../../shared/csp.ts'
import type { Answer, ErrorCode } from '../../shared/errors.ts'
import { fromWire, toWire } from '../../shared/wire.ts'
import { randomBytes, toBase64 } from '../core/crypto.ts'
import { windowFile } from '../core/machine/windowFiles.ts'
import type { Office } from '../core/office.ts'
import { BodyTooLarge, cookieValue, readBody } from './guard.ts'
import { notice } from './notices.ts'
import type { Pipes } from './pipes.ts'
import type { Violations } from './violations.ts'

export interface Routed {
  readonly office: Office
  readonly pipes: Pipes
  /** Spends a start token; false when it is not the good one. */
  readonly spend: (token: string) => boolean
  readonly violations: Violations
  /** Folder of the built window. */
  readonly windowDir: string
  readonly cookieName: string
}

/** Far above any form; files never travel this way. */
const callCap = 16 * 1024 * 1024
const reportCap = 64 * 1024
const reportPath = '/csp-report'

type Headers = Readonly<Record<string, string>>

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  extra: Headers = {},
): void {
  const nonce = toBase64(randomBytes(16))
  const page = type.startsWith('text/html')
    ? Buffer.from(body).toString('utf8').replaceAll(noncePlaceholder, nonce)
    : body
  response.writeHead(status, {
    ...guardHeaders,
    'content-security-policy': contentSecurityPolicy(nonce, reportPath),
    'cache-control': 'no-store',
    'content-type': type,
    ...extra,
  })
  response.end(page)
}
const html = (response: ServerResponse, status: number, body: string): void =>
  send(response, status, 'text/html; charset=utf-8', body)
const json = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json', toWire(value))
const refuseCall = (response: ServerResponse, status: number, code: ErrorCode): void =>
  json(response, status, { ok: false, error: { code, details: {} } } satisfies Answer<never>)

/** The start URL: its token buys a cookie, once. A browser that already has one just goes on. */
function enter(routed: Routed, request: IncomingMessage, response: ServerResponse, token: string): void {
  const known = routed.pipes.find(cookieValue(request, routed.cookieName))
  if (!known && !routed.spend(token)) {
    html(response, 403, notice('spent'))
    return
  }
  const cookie = known
    ? {}
    : { 'set-cookie': `${routed.cookieName}=${routed.pipes.open()}; HttpOnly; SameSite=Strict; Path=/` }
  response.writeHead(303, { ...guardHeaders, ...cookie, 'cache-control': 'no-store', location: '/' })
  response.end()
}

/** A call by its name and input; null when the body is neither. */
function parseCall(body: string): { readonly name: string; readonly input: unknown } | null {
  try {
    const value = fromWire(body)
    if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') return null
    return { name: value.name, input: 'input' in value ? value.input : undefined }
  } catch {
    return null
  }
}

async function call(routed: Routed, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pipe = routed.pipes.find(cookieValue(request, routed.cookieName))
  if (!pipe) return refuseCall(response, 401, 'not-signed-in')
  if (request.headers['content-type'] !== 'application/json') return refuseCall(response, 415, 'input-invalid')
  const asked = parseCall(await readBody(request, callCap))
  if (!asked) return refuseCall(response, 400, 'input-invalid')
  json(response, 200, await routed.office.dispatch(pipe.id, asked.name, asked.input))
}

function events(routed: Routed, request: IncomingMessage, response: ServerResponse): void {
  const pipe = routed.pipes.find(cookieValue(request, routed.cookieName))
  if (!pipe) {
    refuseCall(response, 401, 'not-signed-in')
    return
  }
  response.writeHead(200, { ...guardHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  routed.pipes.listen(pipe, response)
}

async function page(routed: Routed, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (!routed.pipes.find(cookieValue(request, routed.cookieName))) return html(response, 403, notice('stranger'))
  const file = await windowFile(routed.windowDir, path)
  if (file) return send(response, 200, file.type, file.bytes)
  // Browsers ask for it on their own; a 404 would stand in the console as an error of ours.
  if (path === '/favicon.ico') return void response.writeHead(204, guardHeaders).end()
  if (path === '/') return html(response, 503, notice('unbuilt'))
  send(response, 404, 'text/plain; charset=utf-8', '')
}

async function report(routed: Routed, request: IncomingMessage, response: ServerResponse): Promise<void> {
  routed.violations.take(await readBody(request, reportCap))
  response.writeHead(204, guardHeaders).end()
}

function reported(routed: Routed, request: IncomingMessage, response: ServerResponse): void {
  const known = routed.pipes.find(cookieValue(request, routed.cookieName))
  if (known) json(response, 200, routed.violations.all())
  else refuseCall(response, 401, 'not-signed-in')
}

/** Answers a request that the guard let through. */
export async function route(routed: Routed, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?')
  try {
    if (request.method === 'POST' && path === '/call') return await call(routed, request, response)
    if (request.method === 'POST' && path === reportPath) return await report(routed, request, response)
    if (request.method !== 'GET') return send(response, 405, 'text/plain; charset=utf-8', '', { allow: 'GET' })
    if (path === '/start') return enter(routed, request, response, new URLSearchParams(query).get('token') ?? '')
    if (path === '/events') return events(routed, request, response)
    if (path === reportPath) return reported(routed, request, response)
    return await page(routed, request, response, path)
  } catch (e) {
    if (!(e instanceof BodyTooLarge)) throw e
    // The rest of the body is never read: the connection ends with the answer.
    response.setHeader('connection', 'close')
    response.on('finish', () => request.socket.destroy())
    refuseCall(response, 413, 'file-too-large')
  }
}
