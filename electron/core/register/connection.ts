/** One connection to a register's file. Threads that only read need no more than this, and start sooner without TypeORM. */
import * as path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { subkey, toHex } from '../crypto.ts'
import { diskError, errno } from '../files.ts'

export type Db = Database.Database

/** Rows of 2.5 KB waste a third of SQLite's own 4 KB. */
export const pageSize = 16384
export const registerFileName = 'register.db'
export const registerPath = (dataDir: string): string => path.join(dataDir, registerFileName)

/**
 * Cipher, raw key and durability of every connection. The `key` option of TypeORM must not be used: it is applied
 * first and the choice of cipher is silently lost.
 */
export function prepare(db: Db, key: Uint8Array): void {
  db.pragma("cipher='aegis'")
  db.pragma(`key="x'${toHex(subkey(key, 'database'))}'"`)
  if (!db.readonly) {
    db.pragma(`page_size=${pageSize}`)
    db.pragma('journal_mode=WAL')
    db.pragma('synchronous=FULL')
    db.pragma('secure_delete=ON')
  }
  db.pragma('foreign_keys=ON')
  // Without it REPLACE deletes a row and its delete trigger never hears of it.
  db.pragma('recursive_triggers=ON')
  db.pragma('temp_store=MEMORY')
  db.pragma('cache_size=-65536')
  // The first real read is what tells a wrong key or a junk file.
  db.prepare('SELECT count(*) FROM sqlite_master').get()
}

/** SQLite's refusals in the program's own words; anything else as it is. */
export function sqliteError(e: unknown): unknown {
  const code = errno(e)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new AppError('register-damaged', {}, { cause: e })
  // SHMSIZE: the index of the log beside the register could not grow, which on a sound disk is a full one.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new AppError('disk-full', {}, { cause: e })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('folder-read-only', {}, { cause: e })
  if (code.startsWith('SQLITE_IOERR')) return new AppError('disk-failed', {}, { cause: e })
  return diskError(e, 'own')
}

/** A second, read-only connection for long readings. */
export function openReadOnly(dataDir: string, key: Uint8Array): Db {
  const db = new Database(registerPath(dataDir), { readonly: true, fileMustExist: true })
  prepare(db, key)
  return db
}
