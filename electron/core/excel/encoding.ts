/** Which bytes mean which characters, in a file that does not say. */
import type { SheetEncoding } from '../../../shared/contract/sheets.ts'

const starts = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((b, i) => bytes[i] === b)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-16 without its mark has a zero in every second byte of what is ASCII: commas, digits, line ends. */
function zeros(bytes: Uint8Array, from: 0 | 1): number {
  let found = 0
  const length = Math.min(bytes.length, 4000)
  for (let i = from; i < length; i += 2) if (bytes[i] === 0) found += 1
  return length === 0 ? 0 : found / (length / 2)
}

/** A guess that its reader can overrule: by a mark, by zeros, by being sound UTF-8; else as Chinese Windows writes. */
export function detectEncoding(bytes: Uint8Array): SheetEncoding {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (zeros(bytes, 1) > 0.1) return 'utf-16le'
  if (zeros(bytes, 0) > 0.1) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/** Text of these bytes, its mark taken off. What is no character of the encoding becomes U+FFFD, for all to see. */
export const decode = (bytes: Uint8Array, encoding: SheetEncoding): string => new TextDecoder(encoding).decode(bytes)
