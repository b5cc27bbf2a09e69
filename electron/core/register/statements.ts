import type { Statement } from 'better-sqlite3'
import type { Db } from './open.ts'

const prepared = new WeakMap<Db, Map<string, Statement>>()

/** A prepared statement of a connection, kept for the next time. Only for SQL text from a closed set. */
export function statement(db: Db, sql: string): Statement {
  let known = prepared.get(db)
  if (!known) {
    known = new Map()
    prepared.set(db, known)
  }
  let found = known.get(sql)
  if (!found) {
    found = db.prepare(sql)
    known.set(sql, found)
  }
  return found
}
