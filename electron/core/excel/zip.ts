/**
 * The archive that an .xlsx file is: looked at and unpacked under a limit before anything else reads it. A few kilobytes
 * can claim gigabytes, a directory can keep silent about what lies in the file.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'

/** Bytes of all parts of a workbook that are read, unpacked. 100,000 rows of 15 columns have 70 MB. */
export const mostUnpacked = 400 * 1024 * 1024
const mostEntries = 5000

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const view = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength)

function endOf(bytes: Uint8Array): number {
  const v = view(bytes)
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (v.getUint32(at, true) === endMark) return at
  throw new AppError('sheet-cut')
}

function readEntry(v: DataView, bytes: Uint8Array, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > bytes.length || v.getUint32(at, true) !== entryMark) throw new AppError('sheet-cut')
  const [nameBytes, extra, comment] = [
    v.getUint16(at + 28, true),
    v.getUint16(at + 30, true),
    v.getUint16(at + 32, true),
  ]
  const entry = {
    name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes)).toString('utf8'),
    flags: v.getUint16(at + 8, true),
    method: v.getUint16(at + 10, true),
    packed: v.getUint32(at + 20, true),
    unpacked: v.getUint32(at + 24, true),
    at: v.getUint32(at + 42, true),
  }
  return { entry, next: at + 46 + nameBytes + extra + comment }
}

/** What the archive's directory says is in it. Throws `sheet-cut` for half a file, `sheet-hostile` for one of thousands of parts. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const v = view(bytes)
  const end = endOf(bytes)
  const count = v.getUint16(end + 10, true)
  if (count > mostEntries) throw new AppError('sheet-hostile')
  const entries: ZipEntry[] = []
  let at = v.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    const { entry, next } = readEntry(v, bytes, at)
    entries.push(entry)
    at = next
  }
  return entries
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const v = view(bytes)
  if (entry.at + 30 > bytes.length || v.getUint32(entry.at, true) !== localMark) throw new AppError('sheet-cut')
  const from = entry.at + 30 + v.getUint16(entry.at + 26, true) + v.getUint16(entry.at + 28, true)
  if (from + entry.packed > bytes.length) throw new AppError('sheet-cut')
  return bytes.subarray(from, from + entry.packed)
}

/** One part, counted while it is unpacked. Throws `sheet-hostile` beyond `most` bytes, `sheet-locked`, `sheet-cut`. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if ((entry.flags & 1) === 1) throw new AppError('sheet-locked')
  const packed = packedBytes(bytes, entry)
  if (entry.method === 0) {
    if (packed.length > most) throw new AppError('sheet-hostile')
    return packed
  }
  if (entry.method !== 8) throw new AppError('sheet-kind')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (e) {
    const tooMuch = e instanceof Error && 'code' in e && e.code === 'ERR_BUFFER_TOO_LARGE'
    throw new AppError(tooMuch ? 'sheet-hostile' : 'sheet-cut', {}, { cause: e })
  }
}

/** A part as it lies in an archive: its bytes, packed or not, and what was counted of it. */
export interface ZipPart {
  readonly bytes: Uint8Array
  readonly method: 0 | 8
  readonly unpacked: number
  readonly sum: number
}
export const storedPart = (bytes: Uint8Array): ZipPart => ({
  bytes,
  method: 0,
  unpacked: bytes.length,
  sum: crc32(bytes),
})
/** The part of an archive whose content was unpacked and counted, still packed: a large sheet is held once. */
export const packedPart = (archive: Uint8Array, entry: ZipEntry, content: Uint8Array): ZipPart => ({
  bytes: packedBytes(archive, entry),
  method: entry.method === 0 ? 0 : 8,
  unpacked: content.length,
  sum: crc32(content),
})

/** An archive of these parts not packed. */
export const storedZip = (parts: ReadonlyMap<string, Uint8Array>): Buffer =>
  zipOf(new Map([...parts].map(([name, bytes]) => [name, storedPart(bytes)])))

/** An archive of these parts: what is read afterwards is what was counted, and nothing beside it. */
export function zipOf(parts: ReadonlyMap<string, ZipPart>): Buffer {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, { bytes, method, unpacked, sum }] of parts) {
    const nameBytes = Buffer.from(name, 'utf8')
    const head = Buffer.alloc(30)
    head.writeUInt32LE(localMark, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(0x0800, 6)
    head.writeUInt16LE(method, 8)
    for (const [offset, n] of [
      [14, sum],
      [18, bytes.length],
      [22, unpacked],
    ] as const)
      head.writeUInt32LE(n, offset)
    head.writeUInt16LE(nameBytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(entryMark, 0)
    entry.writeUInt16LE(20, 4)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    pieces.push(head, nameBytes, bytes)
    directory.push(entry, nameBytes)
    at += head.length + nameBytes.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(
    directory.reduce((n, d) => n + d.length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, ...directory, end])
}
