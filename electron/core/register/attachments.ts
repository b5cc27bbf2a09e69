import * as fs from 'node:fs'
import * as path from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { hmac, seal, sha256, subkey, toHex, unseal } from '../crypto.ts'
import { diskError, writeAtomically } from '../files.ts'
import type { Register } from './open.ts'
import { statement } from './statements.ts'
import type { Tx } from './unitOfWork.ts'

export const attachmentFolder = (registerDir: string): string => path.join(registerDir, 'attachments')
const chunkBytes = 1024 * 1024
const lengthBytes = 4

/** A name nobody can test a known file against: an HMAC of its hash, not the hash. */
const nameOf = (key: Uint8Array, bytes: Uint8Array): string =>
  toHex(hmac(subkey(key, 'attachment name'), sha256(bytes)))

const contextOf = (name: string, index: number, last: boolean) =>
  `jiefenbu attachment ${name} ${index} ${last ? 'last' : 'more'}`

/**
 * Encrypts a file into the register's folder, chunk by chunk, and answers its name. Written before the transaction that
 * refers to it; until then it is entered with no reference, so that {@link sweepAttachments} finds it after a power cut.
 * Throws `disk-full` and the like.
 */
export async function storeAttachment(register: Register, bytes: Uint8Array): Promise<string> {
  const name = nameOf(register.key, bytes)
  const sql = 'INSERT INTO attachment (name, bytes, "references") VALUES (?, ?, 0) ON CONFLICT (name) DO NOTHING'
  statement(register.db, sql).run(name, bytes.length)
  register.step('attachment:entered')
  const file = path.join(attachmentFolder(register.dataDir), name)
  if (fs.existsSync(file)) return name
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    await writeAtomically(file, sealed(register, name, bytes))
  } catch (e) {
    throw diskError(e, 'own')
  }
  register.step('attachment:stored')
  return name
}

function sealed(register: Register, name: string, bytes: Uint8Array): Uint8Array {
  const key = subkey(register.key, 'attachment')
  const count = Math.max(1, Math.ceil(bytes.length / chunkBytes))
  const chunks = Array.from({ length: count }, (_, i) => {
    const chunk = seal(key, bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes), contextOf(name, i, i === count - 1))
    const head = Buffer.alloc(lengthBytes)
    head.writeUInt32BE(chunk.length)
    return Buffer.concat([head, chunk])
  })
  return Buffer.concat(chunks)
}

/** Counts one more reference, inside the transaction that makes it. */
export function referAttachment(tx: Tx, name: string, bytes: number): void {
  statement(
    tx.db,
    'INSERT INTO attachment (name, bytes, "references") VALUES (?, ?, 1) ON CONFLICT (name) DO UPDATE SET "references" = "references" + 1',
  ).run(name, bytes)
}

/** Gives a reference back, inside the transaction that ends it. The file goes with the next {@link sweepAttachments}. */
export function releaseAttachment(tx: Tx, name: string): void {
  statement(tx.db, 'UPDATE attachment SET "references" = "references" - 1 WHERE name = ? AND "references" > 0').run(
    name,
  )
}

/**
 * Deletes every attachment nothing refers to: released ones, and those of an addition that a power cut ended. Called at
 * opening, when nothing is being added. The row goes after its file, so that a cut between them leaves work for the next time.
 */
export function sweepAttachments(register: Register): void {
  const names = statement(register.db, 'SELECT name FROM attachment WHERE "references" = 0').pluck().all() as string[]
  for (const name of names) {
    fs.rmSync(path.join(attachmentFolder(register.dataDir), name), { force: true })
    statement(register.db, 'DELETE FROM attachment WHERE name = ?').run(name)
  }
}

/** The file as it was stored. Throws `register-damaged` when it is missing or was changed. */
export function readAttachment(register: Register, name: string): Uint8Array {
  const file = path.join(attachmentFolder(register.dataDir), name)
  const stored = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)
  const key = subkey(register.key, 'attachment')
  const chunks: Uint8Array[] = []
  // Even an empty file has one chunk, so that a cut is always a chunk that does not open.
  for (let at = 0, i = 0; i === 0 || at < stored.length; i++) {
    const begin = at + lengthBytes
    const end = begin + (begin <= stored.length ? stored.readUInt32BE(at) : 0)
    const plain = unseal(key, stored.subarray(begin, end), contextOf(name, i, end === stored.length))
    if (plain === null) throw new AppError('register-damaged', { what: 'attachment' })
    chunks.push(plain)
    at = end
  }
  return new Uint8Array(Buffer.concat(chunks))
}
