/** An age v1 file, read and written as a stream: memory does not grow with the file. */
import { type FileHandle, open } from 'node:fs/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import { AppError } from '../../../shared/errors.ts'
import { sha256Stream } from '../crypto.ts'
import { diskError, errno } from '../files.ts'
import { budgets } from './format.ts'

const intro = 'age-encryption.org/v1\n'
/** Sealed bytes of one full chunk: 64 KiB and a Poly1305 tag. Our files have full chunks only. */
export const sealedChunk = 64 * 1024 + 16
const nonceBytes = 16
const ours =
  /^age-encryption\.org\/v1\n(?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n){1,2}--- [A-Za-z0-9+/]{43}\n/

const readAhead = 256 * 1024

/** Bytes of an open file as a web stream; `atEnd` says what comes after them, if not the end. */
function streamOf(
  handle: FileHandle,
  seen?: (bytes: Uint8Array) => void,
  atEnd?: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>,
): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(readAhead), 0, readAhead, at)
      if (bytesRead === 0) return atEnd ? atEnd(controller) : controller.close()
      at += bytesRead
      if (at > budgets.fileBytes) throw new AppError('file-too-large')
      const bytes = buffer.subarray(0, bytesRead)
      seen?.(bytes)
      controller.enqueue(bytes)
    },
  })
}

/** Length of the header. Says what the file is before any key is tried. */
async function headerOf(handle: FileHandle): Promise<number> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(budgets.headerBytes), 0, budgets.headerBytes, 0)
  const text = Buffer.from(buffer.subarray(0, bytesRead)).toString('latin1')
  const short = bytesRead < budgets.headerBytes
  if (!text.startsWith(intro)) {
    if (short && intro.startsWith(text)) throw new AppError('file-cut')
    throw new AppError(text.startsWith('age-encryption.org/') ? 'file-unsupported' : 'file-not-ours')
  }
  const header = ours.exec(text)?.[0]
  if (header !== undefined) return header.length
  const others = /^-> (?!X25519 ).*\n/m.test(text.split('\n--- ', 1)[0] ?? '')
  if (others) throw new AppError('file-unsupported')
  throw new AppError(short && !/\n--- .*\n/.test(text) ? 'file-cut' : 'file-altered')
}

const decrypterFor = (identity: string): Decrypter => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter
}

/**
 * Whether a file that does not decrypt is the beginning of a whole one. Every chunk but the last is sealed as "more to
 * come": with one byte added behind, age tries each full chunk as such, and the last of a whole file, altered or not,
 * is not. As our files end with a full chunk, a broken last chunk is never taken for a missing one.
 */
async function isBeginning(handle: FileHandle, identity: string, fullChunks: number): Promise<boolean> {
  let added = false
  // Held open after the added byte: an end would be an error, and an error throws away opened chunks not yet counted.
  const heldOpen = streamOf(handle, undefined, (controller) => {
    if (added) return new Promise(() => undefined)
    added = true
    controller.enqueue(new Uint8Array(1))
  })
  let opened = 0
  try {
    for await (const _ of await decrypterFor(identity).decrypt(heldOpen)) if (++opened === fullChunks) break
  } catch (e) {
    if (errno(e) !== '') throw diskError(e, 'target')
  }
  return opened === fullChunks
}

async function whyNotOpen(e: unknown, handle: FileHandle, identity: string, header: number): Promise<unknown> {
  if (e instanceof AppError) return e
  if (errno(e) !== '') return diskError(e, 'target')
  const payload = (await handle.stat()).size - header - nonceBytes
  if (payload < sealedChunk) return new AppError('file-cut')
  const beginning = await isBeginning(handle, identity, Math.floor(payload / sealedChunk))
  return new AppError(beginning ? 'file-cut' : 'file-altered', {}, { cause: e })
}

async function openPayload(
  handle: FileHandle,
  identity: string,
  header: number,
  seen?: (bytes: Uint8Array) => void,
): Promise<ReadableStream<Uint8Array>> {
  const { size } = await handle.stat()
  try {
    return await decrypterFor(identity).decrypt(streamOf(handle, seen))
  } catch (e) {
    if (e instanceof AppError || errno(e) !== '') throw diskError(e, 'target')
    if (e instanceof Error && e.message.startsWith('no identity matched'))
      throw new AppError('file-other-recipient', {}, { cause: e })
    throw new AppError(size < header + nonceBytes ? 'file-cut' : 'file-altered', {}, { cause: e })
  }
}

/**
 * Plaintext of an age file to this identity, chunk by chunk; each chunk was authenticated, the file as a whole only
 * when the end is reached. `seen` gets the sealed bytes. Throws `file-not-ours`, `file-unsupported`,
 * `file-other-recipient`, `file-altered`, `file-cut`, `file-too-large` or `target-gone`.
 */
export async function* plainOf(
  file: string,
  identity: string,
  seen?: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r').catch((e) => {
    throw diskError(e, 'target')
  })
  try {
    if ((await handle.stat()).size > budgets.fileBytes) throw new AppError('file-too-large')
    const header = await headerOf(handle)
    const plain = await openPayload(handle, identity, header, seen)
    try {
      for await (const chunk of plain) yield chunk
    } catch (e) {
      throw await whyNotOpen(e, handle, identity, header)
    }
  } finally {
    await handle.close()
  }
}

export interface Written {
  readonly bytes: number
  readonly hash: Uint8Array
}

/** SHA-256 and length of a file as it can be read back. */
export async function hashFile(file: string): Promise<Written> {
  const handle = await open(file, 'r')
  try {
    const hash = sha256Stream()
    let bytes = 0
    for await (const piece of streamOf(handle)) {
      hash.update(piece)
      bytes += piece.length
    }
    return { bytes, hash: hash.digest() }
  } finally {
    await handle.close()
  }
}

/** Encrypts a stream into a new file and syncs it. The caller removes what is left after a failure. */
export async function writeAge(
  file: string,
  recipients: readonly string[],
  plain: AsyncIterable<Uint8Array>,
): Promise<Written> {
  const encrypter = new Encrypter()
  for (const r of recipients) encrypter.addRecipient(r)
  const iterator = plain[Symbol.asyncIterator]()
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await iterator.return?.()),
  })
  const handle = await open(file, 'wx', 0o600)
  try {
    const hash = sha256Stream()
    let bytes = 0
    for await (const piece of await encrypter.encrypt(source)) {
      hash.update(piece)
      await handle.writeFile(piece)
      bytes += piece.length
      if (bytes > budgets.fileBytes) throw new AppError('file-too-large')
    }
    await handle.sync()
    return { bytes, hash: hash.digest() }
  } finally {
    await handle.close()
  }
}
