/**
 * The `.jfb` file: see FORMAT.md. Reading has two passes. The first decrypts the whole file and verifies everything;
 * only of a file that passed are entries read, in a second pass that checks each part's hash again before it is used.
 */
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { sha256, sha256Stream, toHex, verify } from '../crypto.ts'
import { plainOf, type Written } from './ageFile.ts'
import { type EntryLine, linesOf, packEntries, parseEntry, partName, unpack } from './entries.ts'
import { budgets, type Entry, type Manifest, manifestBody, parseStrictly } from './format.ts'
import { type Target, writeDraft } from './sealedFile.ts'
import { type Member, readTar } from './tar.ts'

export type { EntryLine } from './entries.ts'

/** What is signed: this line, then the exact bytes of `manifest.json`. */
export const manifestPrefix = 'jiefenbu-manifest-v1\n'
export const signedManifest = (manifest: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(manifestPrefix), manifest])

const manifestName = 'manifest.json'
const signatureName = 'manifest.sig'
const signatureBytes = 64

export interface HandoverToWrite {
  readonly target: Target
  /** age recipients: the recipient's, then the second one (备用解密人) if there is one. */
  readonly recipients: readonly string[]
  /** Read once, while the file is written. */
  readonly entries: Iterable<Entry>
  /** The manifest, when all parts are known. */
  readonly manifest: (parts: Manifest['parts']) => Manifest
  readonly sign: (message: Uint8Array) => Uint8Array
  /** Called after each part. */
  readonly onPart?: (parts: number) => void
}
export interface WrittenHandover extends Written {
  readonly manifest: Manifest
  readonly manifestHash: Uint8Array
}

/** Writes a handover as `<name>.part` in the target folder, synced and read back; the caller publishes it. */
export async function writeHandover(h: HandoverToWrite): Promise<WrittenHandover> {
  let manifest: Manifest | null = null
  let manifestBytes: Uint8Array = new Uint8Array(0)
  function* members(): Generator<Member> {
    const parts: Manifest['parts'] = []
    for (const { member, facts } of packEntries(h.entries)) {
      parts.push(facts)
      yield member
      h.onPart?.(parts.length)
    }
    manifest = h.manifest(parts)
    manifestBytes = Buffer.from(JSON.stringify(manifest))
    yield { name: manifestName, bytes: manifestBytes }
    yield { name: signatureName, bytes: h.sign(signedManifest(manifestBytes)) }
  }
  const written = await writeDraft(h.target, h.recipients, members())
  if (manifest === null) throw new AppError('internal')
  return { ...written, manifest, manifestHash: sha256(manifestBytes) }
}

/** A unit enrolled by its card. */
export interface Sender {
  readonly station: string
  readonly signKey: Uint8Array
  readonly revoked: boolean
}
/** Who opens a file, and whose files may be opened. */
export interface Opener {
  readonly station: string
  readonly ageIdentity: string
  readonly ageRecipient: string
  readonly book: Book
  readonly sample: boolean
  readonly senders: readonly Sender[]
}

export interface OpenedHandover {
  readonly manifest: Manifest
  readonly manifestHash: Uint8Array
  readonly fileHash: Uint8Array
  readonly bytes: number
  /**
   * The entries line by line. Throws if the file is not the verified one any more. What was read of it before must
   * then be dropped.
   */
  readonly entries: () => AsyncGenerator<EntryLine>
}

interface FirstPass {
  readonly parts: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
  readonly manifest: Uint8Array
  readonly signature: Uint8Array
  readonly fileHash: Uint8Array
  readonly bytes: number
}

/** Names in the only order there is; answers each one's budget. */
function expectedNames(): (name: string) => number {
  let parts = 0
  let after: 'entries' | 'manifest' | 'signature' = 'entries'
  return (name) => {
    if (after === 'entries' && name === partName(parts) && parts < budgets.parts) {
      parts++
      return budgets.partPacked
    }
    if (after === 'entries' && name === manifestName) {
      after = 'manifest'
      return budgets.manifestBytes
    }
    if (after === 'manifest' && name === signatureName) {
      after = 'signature'
      return signatureBytes
    }
    throw new AppError('file-hostile', { at: 'member' })
  }
}

async function firstPass(file: string, identity: string, signal?: AbortSignal): Promise<FirstPass> {
  const hash = sha256Stream()
  let bytes = 0
  const sealed = plainOf(file, identity, (piece) => {
    hash.update(piece)
    bytes += piece.length
  })
  const parts: { name: string; bytes: number; sha256: string }[] = []
  const named = new Map<string, Uint8Array>()
  for await (const member of readTar(sealed, expectedNames())) {
    if (signal?.aborted) throw new AppError('cancelled')
    if (member.name === manifestName || member.name === signatureName) named.set(member.name, member.bytes)
    else parts.push({ name: member.name, bytes: member.bytes.length, sha256: toHex(sha256(member.bytes)) })
  }
  const manifest = named.get(manifestName)
  const signature = named.get(signatureName)
  if (!manifest || !signature) throw new AppError('file-hostile', { at: 'member' })
  return { parts, manifest, signature, fileHash: hash.digest(), bytes }
}

/** Verify, then parse: of a manifest nobody enrolled has signed, not one value is looked at. */
function verifiedManifest(pass: FirstPass, opener: Opener): Manifest {
  const message = signedManifest(pass.manifest)
  const sender = opener.senders.find((s) => verify(s.signKey, message, pass.signature))
  if (!sender) throw new AppError('file-stranger')
  if (sender.revoked) throw new AppError('file-revoked')
  const manifest = parseStrictly(manifestBody, pass.manifest)
  if (manifest.station !== sender.station) throw new AppError('file-hostile', { at: 'station' })
  if (manifest.recipient.station !== opener.station || !manifest.recipient.age.includes(opener.ageRecipient)) {
    throw new AppError('file-other-recipient')
  }
  if (manifest.sample !== opener.sample) throw new AppError('sample-mismatch')
  if (manifest.book !== opener.book) throw new AppError('file-other-book')
  checkParts(manifest, pass)
  return manifest
}

function checkParts(manifest: Manifest, pass: FirstPass): void {
  const same =
    manifest.parts.length === pass.parts.length &&
    manifest.parts.every((said, i) => {
      const found = pass.parts[i]
      return said.name === found?.name && said.bytes === found.bytes && said.sha256 === found.sha256
    })
  const boundaries = manifest.base.seq <= manifest.upTo.seq
  if (!same || !boundaries) throw new AppError('file-hostile', { at: 'parts' })
}

interface OpenPart {
  readonly index: number
  readonly facts: Manifest['parts'][number]
  readonly plain: Uint8Array
}
async function* partsOf(file: string, identity: string, manifest: Manifest): AsyncGenerator<OpenPart> {
  let index = 0
  for await (const member of readTar(plainOf(file, identity), expectedNames())) {
    const facts = manifest.parts[index]
    if (facts === undefined) return
    yield { index, facts, plain: await unpack(facts, member.bytes) }
    index++
  }
}

/**
 * Opens a handover after verifying all of it. Throws `file-not-ours`, `file-unsupported`, `file-too-large`, `file-cut`,
 * `file-altered`, `file-other-recipient`, `file-stranger`, `file-revoked`, `sample-mismatch`, `file-other-book` or
 * `file-hostile`; nothing of such a file was used.
 */
export async function openHandover(file: string, opener: Opener, signal?: AbortSignal): Promise<OpenedHandover> {
  const pass = await firstPass(file, opener.ageIdentity, signal)
  const manifest = verifiedManifest(pass, opener)
  // Only now, of a known sender, is anything inflated: to measure, and thrown away.
  for await (const { facts, plain } of partsOf(file, opener.ageIdentity, manifest)) {
    if (signal?.aborted) throw new AppError('cancelled')
    for (const _ of linesOf(facts, plain));
  }
  async function* entries(): AsyncGenerator<EntryLine> {
    for await (const { index, facts, plain } of partsOf(file, opener.ageIdentity, manifest)) {
      let line = 0
      for (const bytes of linesOf(facts, plain)) yield { part: index, line: line++, ...parseEntry(bytes) }
    }
  }
  return { manifest, manifestHash: sha256(pass.manifest), fileHash: pass.fileHash, bytes: pass.bytes, entries }
}
