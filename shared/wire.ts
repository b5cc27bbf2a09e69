/**
 * Values as text for pipes that carry JSON only. Bytes travel as `{"$bytes": "<base64>"}`, both ways, so the name
 * `$bytes` is reserved.
 */

// `String.fromCharCode` takes its bytes as arguments; engines limit how many.
const slice = 0x8000

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += slice) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + slice)))
  }
  return btoa(parts.join(''))
}
/** Throws on text that is not base64. */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** A key whose value is `undefined` is left out, as JSON does. */
export function toWire(value: unknown): string {
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key: string, plain: unknown) {
    // Not `plain`: a Buffer has already turned itself into a list of numbers there.
    const raw = this[key]
    return raw instanceof Uint8Array ? { $bytes: toBase64(raw) } : plain
  })
  return text ?? 'null'
}

/** Throws on anything that is not JSON, and on bytes that are not base64. */
export function fromWire(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$bytes')) return value
    const { $bytes, ...rest } = value as { $bytes: unknown }
    if (typeof $bytes !== 'string' || Object.keys(rest).length > 0) throw new SyntaxError('malformed bytes')
    return fromBase64($bytes)
  })
}
