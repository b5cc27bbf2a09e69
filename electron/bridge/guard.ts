import type { IncomingMessage } from 'node:http'
import { equalBytes, sha256 } from '../core/crypto.ts'

/** Compares without telling by its time how much was right. */
export const sameSecret = (a: string, b: string): boolean => equalBytes(sha256(a), sha256(b))

/** Why a request is not ours, or null. Another site in the same browser can reach a loopback port. */
export function refusal(request: IncomingMessage, origin: string): string | null {
  const { host, origin: from } = request.headers
  if (`http://${host}` !== origin) return 'host'
  if (request.method === 'POST' ? from !== origin : from !== undefined && from !== origin) return 'origin'
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 'site'
}

export function cookieValue(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return null
}

/** Thrown by {@link readBody}. */
export class BodyTooLarge extends Error {}

/** A request's body as text. Reading stops at the cap, whatever length the sender claimed. */
export function readBody(request: IncomingMessage, cap: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    request.on('data', (part: Uint8Array) => {
      size += part.length
      if (size <= cap) parts.push(part)
      else reject(new BodyTooLarge())
      if (size > cap) request.pause()
    })
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    request.on('error', reject)
  })
}
