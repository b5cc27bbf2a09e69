import { inflateSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'

/** All that a file may unpack to, in bytes: forty A4 pages scanned in colour at 300 dpi hold as much. */
const mostUnpacked = 1_000_000_000
/** Of one stream: a colour page at 600 dpi. */
const mostOfOne = 150_000_000
/** Packed in packed data: each level may be a thousand times the one before. */
const mostLevels = 4
/** Where a stream's data may begin, whatever the dictionary before it says. */
const streamWord = Buffer.from('stream')
/** How a stream's data begin when they were packed by zlib: its method, and its header is divisible by 31. */
const isPacked = (bytes: Uint8Array, at: number): boolean =>
  ((bytes[at] ?? 0) & 15) === 8 && (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) % 31 === 0

/** Unpacks one stream to see how large it is; null for what only looks like one. Throws `scan-hostile` beyond the limit. */
function unpacked(bytes: Uint8Array, limit: number): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: 2 })
  } catch (e) {
    if (e instanceof RangeError || (e instanceof Error && 'code' in e && e.code === 'ERR_BUFFER_TOO_LARGE'))
      throw new AppError('scan-hostile', {}, { cause: e })
    return null
  }
}

/**
 * Refuses a PDF whose packed streams unpack to more than a scan ever does. It looks at the bytes, not at what the
 * dictionaries say: a parser unpacks some of the streams before anyone can ask it. Throws `scan-hostile`.
 */
export function refusePacked(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  let left = mostUnpacked
  for (let word = bytes.indexOf(streamWord); word !== -1; word = bytes.indexOf(streamWord, word + 6)) {
    let at = word + streamWord.length
    while (at < word + 9 && (bytes[at] === 13 || bytes[at] === 10)) at++
    const end = bytes.indexOf('endstream', at)
    let data: Uint8Array | null = bytes.subarray(at, end === -1 ? bytes.length : end)
    for (let level = 0; data !== null && isPacked(data, 0); level++) {
      if (level === mostLevels) throw new AppError('scan-hostile')
      data = unpacked(data, Math.min(left, mostOfOne))
      left -= data?.length ?? 0
      if (left <= 0) throw new AppError('scan-hostile')
    }
  }
}
