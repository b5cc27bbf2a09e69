import { type Db, sqliteError } from './connection.ts'

/**
 * A short transaction of scratch. Losing it with the power harms nobody, so it does not wait for the disk; nothing
 * else runs on the connection until the register's own durability is back.
 */
export function shortly<T>(db: Db, work: () => T): T {
  try {
    db.pragma('synchronous=NORMAL')
    return db.transaction(work).immediate()
  } catch (e) {
    throw sqliteError(e)
  } finally {
    db.pragma('synchronous=FULL')
  }
}
