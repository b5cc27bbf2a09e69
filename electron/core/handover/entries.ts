/** Entries as lines in gzipped parts, a part at a time. */
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { sha256, toHex } from '../crypto.ts'
import { budgets, type Entry, entry, exactJson, type Manifest } from './format.ts'
import type { Member } from './tar.ts'

type PartFacts = Manifest['parts'][number]
/** A part is closed when it has this many plain bytes; with the longest line it stays under its budget. */
const partTarget = 1024 ** 2

export const partName = (index: number): string => `entries-${String(index + 1).padStart(4, '0')}.ndjson.gz`

export interface PackedPart {
  readonly member: Member
  readonly facts: PartFacts
}
function pack(index: number, lines: readonly string[]): PackedPart {
  const plain = Buffer.from(lines.join(''))
  const bytes = gzipSync(plain, { level: 6 })
  const name = partName(index)
  return {
    member: { name, bytes },
    facts: { name, bytes: bytes.length, plainBytes: plain.length, lines: lines.length, sha256: toHex(sha256(bytes)) },
  }
}

/** Packs entries as they come; one part is in memory at a time. Throws `file-too-large`. */
export function* packEntries(entries: Iterable<Entry>): Generator<PackedPart> {
  let lines: string[] = []
  let size = 0
  let index = 0
  for (const e of entries) {
    const line = `${JSON.stringify(e)}\n`
    const bytes = Buffer.byteLength(line)
    if (bytes > budgets.lineBytes || index >= budgets.parts) throw new AppError('file-too-large', { at: 'entries' })
    lines.push(line)
    size += bytes
    if (size < partTarget) continue
    yield pack(index++, lines)
    lines = []
    size = 0
  }
  if (lines.length > 0) yield pack(index, lines)
}

/** One line of a verified file: an entry, or a line that is none and is set aside by itself (H9). */
export type EntryLine =
  | { readonly part: number; readonly line: number; readonly entry: Entry }
  | { readonly part: number; readonly line: number; readonly bad: string; readonly reason: string }

const inflate = promisify(gunzip)

/** A part's plain bytes. Throws `file-hostile` when they are not what the signed manifest says. */
export async function unpack(facts: PartFacts, packed: Uint8Array): Promise<Uint8Array> {
  if (packed.length !== facts.bytes || toHex(sha256(packed)) !== facts.sha256)
    throw new AppError('file-hostile', { at: facts.name })
  let plain: Uint8Array
  try {
    plain = await inflate(packed, { maxOutputLength: Math.min(facts.plainBytes, budgets.partPlain) + 1 })
  } catch (cause) {
    throw new AppError('file-hostile', { at: facts.name }, { cause })
  }
  if (plain.length !== facts.plainBytes || plain.length > budgets.partPlain)
    throw new AppError('file-hostile', { at: facts.name })
  return plain
}

/** The lines of a part without their line feeds. Throws `file-hostile` for a line over its budget or a wrong count. */
export function* linesOf(facts: PartFacts, plain: Uint8Array): Generator<Uint8Array> {
  let count = 0
  for (let at = 0; at < plain.length; ) {
    const end = plain.indexOf(10, at)
    if (end === -1 || end - at >= budgets.lineBytes) throw new AppError('file-hostile', { at: facts.name })
    yield plain.subarray(at, end)
    count++
    at = end + 1
  }
  if (count !== facts.lines) throw new AppError('file-hostile', { at: facts.name })
}

/** An entry, or why the line is none. */
export function parseEntry(
  line: Uint8Array,
): { readonly entry: Entry } | { readonly bad: string; readonly reason: string } {
  const bad = (reason: string) => ({ bad: Buffer.from(line).toString('utf8'), reason })
  const json = exactJson(line)
  if (json === null) return bad('json')
  const parsed = entry.safeParse(json.value)
  return parsed.success ? { entry: parsed.data } : bad(parsed.error.issues[0]?.path.join('.') || 'shape')
}
