import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** Facts of the whole register, one JSON value each: profile, machine, settings. */
export function readFact<T>(db: Db, key: string): T | null {
  const found = statement(db, 'SELECT value FROM fact WHERE key = ?').pluck().get(key) as string | undefined
  return found === undefined ? null : (JSON.parse(found) as T)
}
export function writeFact(db: Db, key: string, value: unknown): void {
  statement(
    db,
    'INSERT INTO fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value))
}
