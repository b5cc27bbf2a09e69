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
export async function readBody(request: IncomingMessage, cap: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > cap) throw new BodyTooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
