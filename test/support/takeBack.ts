import { migrations } from '../../electron/core/register/migrations.ts'
import type { Db } from '../../electron/core/register/open.ts'

/** What undoes the schema changes of a migration's SQL text, last first. */
export function undoing(sql: string): readonly string[] {
  const forth =
    /^CREATE (VIRTUAL )?TABLE (\w+)|^ALTER TABLE (\w+) (ADD|DROP) COLUMN (\w+)|^CREATE (?:UNIQUE )?INDEX (\w+)/gm
  return [...sql.matchAll(forth)]
    .map(([, , made, table, change, column, index]) => {
      if (index !== undefined) return `DROP INDEX ${index}`
      if (made !== undefined) return `DROP TABLE ${made}`
      return change === 'ADD'
        ? `ALTER TABLE ${table} DROP COLUMN ${column}`
        : `ALTER TABLE ${table} ADD COLUMN ${column} TEXT`
    })
    .reverse()
}

/** Takes a register back to where it lacks its last steps. */
export function takeBack(db: Db, steps: number): void {
  db.pragma('foreign_keys=OFF')
  for (const { name, sql } of migrations.slice(-steps).reverse()) {
    for (const step of undoing(sql)) db.exec(step)
    db.prepare('DELETE FROM migration WHERE name = ?').run(name)
  }
}
