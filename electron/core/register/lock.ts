import * as path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { errno } from '../files.ts'

/**
 * One program per data folder. The lock is the operating system's own, held through an exclusive transaction on a file
 * of its own: it ends with the process, also after a power cut. Throws `register-in-use`.
 */
export function lockFolder(dataDir: string): () => void {
  const db = new Database(path.join(dataDir, 'in-use.lock'), { timeout: 0 })
  try {
    db.pragma('journal_mode=DELETE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (e) {
    db.close()
    if (errno(e).startsWith('SQLITE_BUSY')) throw new AppError('register-in-use', {}, { cause: e })
    throw e
  }
  return () => db.close()
}
