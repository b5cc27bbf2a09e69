/**
 * `keys.json`: the register's random 32-byte key, wrapped once per user and once for the recovery code. It has its own
 * authentication, so that a wrong password, a damaged key file and a damaged register are told apart.
 */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import {
  equalBytes,
  fromBase64,
  hmac,
  kdfFloor,
  passwordKey,
  randomBytes,
  seal,
  sha256,
  subkey,
  toBase64,
  toHex,
  unseal,
} from '../crypto.ts'
import { writeAtomically } from '../files.ts'

/** Users and the recovery code together. */
const maxWraps = 200
const wrap = z.strictObject({
  kind: z.enum(['user', 'recovery']),
  id: z.string(),
  name: z.string(),
  salt: z.base64(),
  logN: z.number().int().min(10).max(24),
  sealed: z.base64(),
})
const body = z.strictObject({
  version: z.literal(1),
  register: z.uuid(),
  sample: z.boolean(),
  wraps: z.array(wrap).min(1).max(maxWraps),
})
const file = z.strictObject({ body, sum: z.string(), proof: z.string() })
type Wrap = z.infer<typeof wrap>
export type KeyFile = z.infer<typeof body>

export const keyFileName = 'keys.json'
const keyPath = (dataDir: string) => path.join(dataDir, keyFileName)
const sumOf = (b: KeyFile): string => toHex(sha256(JSON.stringify(b)))
const proofOf = (b: KeyFile, key: Uint8Array): string => toBase64(hmac(subkey(key, 'key file'), JSON.stringify(b)))

/** Parses a key file's text. Throws `key-file-damaged`. */
export function parseKeyFile(text: string): KeyFile & { readonly proof: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('key-file-damaged', {}, { cause })
  }
  const parsed = file.safeParse(json)
  if (!parsed.success || sumOf(parsed.data.body) !== parsed.data.sum) throw new AppError('key-file-damaged')
  return { ...parsed.data.body, proof: parsed.data.proof }
}

/** Throws `key-file-missing` or `key-file-damaged`. */
export function readKeyFile(dataDir: string): KeyFile & { readonly proof: string } {
  if (!fs.existsSync(keyPath(dataDir))) throw new AppError('key-file-missing')
  if (!fs.statSync(keyPath(dataDir)).isFile()) throw new AppError('key-file-damaged')
  return parseKeyFile(fs.readFileSync(keyPath(dataDir), 'utf8'))
}

export async function writeKeyFile(dataDir: string, b: KeyFile, key: Uint8Array): Promise<void> {
  const { version, register, sample, wraps } = b
  const clean: KeyFile = { version, register, sample, wraps }
  await writeAtomically(
    keyPath(dataDir),
    JSON.stringify({ body: clean, sum: sumOf(clean), proof: proofOf(clean, key) }, null, 1),
  )
}

const contextOf = (register: string, kind: Wrap['kind'], id: string) => `jiefenbu key ${register} ${kind} ${id}`

export interface Holder {
  readonly kind: Wrap['kind']
  readonly id: string
  readonly name: string
  readonly secret: string
}
/** Wraps the register's key for a user or the recovery code; replaces the holder's earlier wrap. */
export async function addWrap(b: KeyFile, key: Uint8Array, holder: Holder, logN = kdfFloor): Promise<KeyFile> {
  const salt = randomBytes(16)
  const wrapping = await passwordKey(holder.secret, salt, logN)
  const made: Wrap = {
    kind: holder.kind,
    id: holder.id,
    name: holder.name,
    salt: toBase64(salt),
    logN,
    sealed: toBase64(seal(wrapping, key, contextOf(b.register, holder.kind, holder.id))),
  }
  return { ...b, wraps: [...b.wraps.filter((w) => w.kind !== holder.kind || w.id !== holder.id), made] }
}

/** True when no further user has a place in the key file. */
export const isFull = (b: KeyFile): boolean => b.wraps.length >= maxWraps

export const dropWrap = (b: KeyFile, kind: Wrap['kind'], id: string): KeyFile => ({
  ...b,
  wraps: b.wraps.filter((w) => w.kind !== kind || w.id !== id),
})

export const renameWrap = (b: KeyFile, id: string, name: string): KeyFile => ({
  ...b,
  wraps: b.wraps.map((w) => (w.kind === 'user' && w.id === id ? { ...w, name } : w)),
})

/** The register's key, or null when the secret is wrong. Throws `key-file-damaged` when the file was tampered with. */
export async function unwrapKey(
  b: KeyFile & { readonly proof: string },
  kind: Wrap['kind'],
  id: string,
  secret: string,
): Promise<Uint8Array | null> {
  const found = b.wraps.find((w) => w.kind === kind && w.id === id)
  if (!found) return null
  const wrapping = await passwordKey(secret, fromBase64(found.salt), found.logN)
  const key = unseal(wrapping, fromBase64(found.sealed), contextOf(b.register, kind, id))
  if (key === null) return null
  const { proof, ...clean } = b
  if (!equalBytes(fromBase64(proof), fromBase64(proofOf(clean, key)))) throw new AppError('key-file-damaged')
  return key
}

// No 0/O, 1/I/L: the code is written down and typed back.
const recoveryAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** 30 characters in groups of five, about 148 bits. */
export function newRecoveryCode(): string {
  const letters: string[] = []
  while (letters.length < 30) {
    const [byte = 255] = randomBytes(1)
    if (byte < 248) letters.push(recoveryAlphabet[byte % 31] ?? '')
  }
  return (letters.join('').match(/.{5}/g) ?? []).join('-')
}
/** As typed by a person: case and separators do not matter. */
export const normalRecoveryCode = (typed: string): string =>
  (
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .match(/.{1,5}/g) ?? []
  ).join('-')
