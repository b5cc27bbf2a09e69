import { jpegSegments } from './jpegSegments.ts'

/** What a file is, told by its bytes alone: names and types given with it are not believed. */

export type ScanFormat = 'jpeg' | 'png' | 'webp' | 'bmp' | 'pdf'
/** Kinds that are told apart only to say what to do instead. */
export type OtherFormat = 'svg' | 'html' | 'zip' | 'heic' | 'tiff' | 'gif' | 'text' | 'unknown'

/** Pixels of a picture that is decoded at all: A3 at 600 dpi is 70 million; each takes four bytes. */
export const mostPixels = 100_000_000

export interface Sniffed {
  readonly format: ScanFormat | OtherFormat
  /** Of an image, from its header; 0 where the header does not say. */
  readonly width: number
  readonly height: number
  /** False for a file that ends before its format says it ends. */
  readonly whole: boolean
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, Math.min(length, bytes.length - at))).toString('latin1')
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

interface Size {
  readonly width: number
  readonly height: number
  readonly whole: boolean
}
const cut: Size = { width: 0, height: 0, whole: false }

/** The size stands in the frame's header, whose marker tells the way of coding. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(bytes: Uint8Array): Size {
  const { segments, whole } = jpegSegments(bytes)
  const frame = segments.find((s) => isFrame(s.marker) && s.end - s.begin >= 9)
  if (!frame) return cut
  const v = view(bytes)
  return { width: v.getUint16(frame.begin + 7), height: v.getUint16(frame.begin + 5), whole }
}

function pngSize(bytes: Uint8Array): Size {
  if (bytes.length < 33) return cut
  const v = view(bytes)
  const size = { width: v.getUint32(16), height: v.getUint32(20) }
  let at = 8
  while (at + 12 <= bytes.length) {
    if (ascii(bytes, at + 4, 4) === 'IEND') return { ...size, whole: true }
    at += 12 + v.getUint32(at)
  }
  return { ...size, whole: false }
}

function webpSize(bytes: Uint8Array): Size {
  if (bytes.length < 30) return cut
  const v = view(bytes)
  const whole = v.getUint32(4, true) + 8 <= bytes.length
  const kind = ascii(bytes, 12, 4)
  if (kind === 'VP8X') {
    const width = 1 + (v.getUint32(24, true) & 0xffffff)
    return { width, height: 1 + (v.getUint32(26, true) >>> 8), whole }
  }
  if (kind === 'VP8L') {
    const bits = v.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), whole }
  }
  return { width: v.getUint16(26, true) & 0x3fff, height: v.getUint16(28, true) & 0x3fff, whole }
}

function bmpSize(bytes: Uint8Array): Size {
  if (bytes.length < 26) return cut
  const v = view(bytes)
  const size = { width: Math.abs(v.getInt32(18, true)), height: Math.abs(v.getInt32(22, true)) }
  return { ...size, whole: v.getUint32(2, true) <= bytes.length }
}

const magic = (bytes: Uint8Array, hex: string): boolean =>
  ascii(bytes, 0, hex.length / 2) === Buffer.from(hex, 'hex').toString('latin1')

/** A text's own kind: an SVG or a page is text that may carry a script. */
function textFormat(bytes: Uint8Array): OtherFormat {
  const head = new TextDecoder(magic(bytes, 'fffe') ? 'utf-16le' : magic(bytes, 'feff') ? 'utf-16be' : 'utf-8').decode(
    bytes.subarray(0, 4096),
  )
  if (/<svg[\s>]|<!doctype\s+svg/i.test(head)) return 'svg'
  if (/<(!doctype\s+html|html|head|body|script|iframe)[\s>]/i.test(head)) return 'html'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells data from text
  return /[\u0000-\u0008\u000e-\u001a\ufffd]/.test(head) ? 'unknown' : 'text'
}

function otherFormat(bytes: Uint8Array): OtherFormat {
  if (magic(bytes, '504b0304') || magic(bytes, '504b0506')) return 'zip'
  if (magic(bytes, '49492a00') || magic(bytes, '4d4d002a')) return 'tiff'
  if (magic(bytes, '47494638')) return 'gif'
  if (ascii(bytes, 4, 4) === 'ftyp') return 'heic'
  return textFormat(bytes)
}

/** Tells what the bytes are, how large a picture would be, and whether the file is whole. Decodes nothing. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (magic(bytes, 'ffd8ff')) return { format: 'jpeg', ...jpegSize(bytes) }
  if (magic(bytes, '89504e470d0a1a0a')) return { format: 'png', ...pngSize(bytes) }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return { format: 'webp', ...webpSize(bytes) }
  if (magic(bytes, '424d')) return { format: 'bmp', ...bmpSize(bytes) }
  // Readers take a PDF whose mark stands a little later, as behind a mail's remains.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return { format: 'pdf', width: 0, height: 0, whole: true }
  return { format: otherFormat(bytes), width: 0, height: 0, whole: true }
}
