import * as fs from 'node:fs'
import * as path from 'node:path'
import { hmac, seal, subkey, toHex, unseal } from '../crypto.ts'
import { writeAtomicallySync } from '../files.ts'
import type { Register } from './open.ts'

/** The highest serial of each number book, by the book's name. */
export type Marks = ReadonlyMap<string, number>

const context = 'jiefenbu number marks'

/**
 * Beside the register, outside its folder: a restore of an older register does not take it back. Named by the
 * register's key, so that another register of this data folder neither reads nor replaces it.
 */
export const marksPath = ({ dataDir, key }: Pick<Register, 'dataDir' | 'key'>): string =>
  path.join(path.dirname(dataDir), `numbers-${toHex(hmac(key, context)).slice(0, 16)}.mark`)

const isMark = (entry: unknown): entry is [string, number] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1])

/** Null when the file is not there, damaged or not ours: work goes on, and the next number writes it anew. */
export function readMarks(register: Pick<Register, 'dataDir' | 'key'>): Marks | null {
  try {
    const sealed = new Uint8Array(fs.readFileSync(marksPath(register)))
    const plain = unseal(subkey(register.key, context), sealed, context)
    if (plain === null) return null
    const stored: unknown = JSON.parse(Buffer.from(plain).toString('utf8'))
    return Array.isArray(stored) ? new Map(stored.filter(isMark)) : null
  } catch {
    return null
  }
}

/** Replaces the file by one rename. Throws what the disk throws. */
export function writeMarks(register: Pick<Register, 'dataDir' | 'key'>, marks: Marks): void {
  const plain = Buffer.from(JSON.stringify([...marks]), 'utf8')
  writeAtomicallySync(marksPath(register), seal(subkey(register.key, context), plain, context))
}
