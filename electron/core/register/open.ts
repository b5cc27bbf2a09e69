import * as fs from 'node:fs'
import 'reflect-metadata'
import Database from 'better-sqlite3'
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm'
import { AppError } from '../../../shared/errors.ts'
import { type Db, pageSize, prepare, registerPath, sqliteError } from './connection.ts'
import { migrations } from './migrations.ts'

export { type Db, openReadOnly, prepare, registerFileName, registerPath, sqliteError } from './connection.ts'

/** An open register: one writing connection, shared by TypeORM (migrations) and the unit of work. */
export interface Register {
  readonly dataDir: string
  readonly db: Db
  readonly key: Uint8Array
  /** A named point of a write; tests kill the process here. */
  readonly step: (name: string) => void
  readonly close: () => Promise<void>
}

/** SQL text as TypeORM migrations: QueryRunner's schema methods would rebuild tables and drop their triggers. */
function migrationClasses(): (new () => MigrationInterface)[] {
  return migrations.map(({ name, sql }) => {
    const made = class implements MigrationInterface {
      readonly name = name
      async up(runner: QueryRunner): Promise<void> {
        const connection = (runner.connection.driver as unknown as { databaseConnection: Db }).databaseConnection
        connection.exec(sql)
      }
      async down(): Promise<void> {
        throw new Error('migrations only go forward; restore a backup instead')
      }
    }
    return made
  })
}

const tableNames = (db: Db): readonly string[] =>
  db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]

function refuseNewer(db: Db): void {
  if (!tableNames(db).includes('migration')) return
  const known = new Set(migrations.map((m) => m.name))
  const applied = db.prepare('SELECT name FROM migration').pluck().all() as string[]
  const unknown = applied.filter((n) => !known.has(n))
  if (unknown.length > 0) throw new AppError('register-newer', { steps: unknown.length })
}

function refuseMissing(dataDir: string): void {
  const file = registerPath(dataDir)
  if (!fs.existsSync(file)) throw new AppError('register-missing')
  // A file of hardly any bytes is an empty database to SQLite, and would be filled up to an empty register in silence.
  if (fs.statSync(file).size < pageSize) throw new AppError('register-damaged')
}
function refuseEmpty(db: Db): void {
  if (!tableNames(db).includes('migration')) throw new AppError('register-damaged')
}

/** Number of migrations this register still needs; the caller makes a backup first when there are any. */
export function pendingMigrations(dataDir: string, key: Uint8Array): number {
  refuseMissing(dataDir)
  const db = new Database(registerPath(dataDir), { fileMustExist: true })
  try {
    prepare(db, key)
    refuseEmpty(db)
    refuseNewer(db)
    return migrations.length - (db.prepare('SELECT count(*) FROM migration').pluck().get() as number)
  } catch (e) {
    throw sqliteError(e)
  } finally {
    db.close()
  }
}

/** Opens or, with `create`, makes the register file and brings it to this program's shape. */
export async function openRegister(
  dataDir: string,
  key: Uint8Array,
  options: { readonly create: boolean; readonly step?: (name: string) => void },
): Promise<Register> {
  const file = registerPath(dataDir)
  if (!options.create) refuseMissing(dataDir)
  const source = new DataSource({
    type: 'better-sqlite3',
    database: file,
    driver: Database,
    entities: [],
    migrations: migrationClasses(),
    migrationsTableName: 'migration',
    // All steps or none: after a failure the register is as it was.
    migrationsTransactionMode: 'all',
    prepareDatabase: (db: Db) => {
      prepare(db, key)
      if (!options.create) refuseEmpty(db)
      refuseNewer(db)
    },
  })
  try {
    await source.initialize()
  } catch (e) {
    throw sqliteError(e)
  }
  try {
    await source.runMigrations()
  } catch (e) {
    await source.destroy()
    const known = sqliteError(e)
    throw known instanceof AppError ? known : new AppError('migration-failed', {}, { cause: e })
  }
  const db = (source.driver as unknown as { databaseConnection: Db }).databaseConnection
  return { dataDir, db, key, step: options.step ?? (() => undefined), close: () => source.destroy() }
}
