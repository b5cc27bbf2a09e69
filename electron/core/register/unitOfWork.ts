import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import type { Clock } from '../host.ts'
import { append, type Change, type Life } from './journal.ts'
import { currentLife } from './life.ts'
import { type Db, type Register, sqliteError } from './open.ts'

/** What a write may do inside its one transaction. */
export interface Tx {
  readonly db: Db
  readonly at: string
  readonly today: string
  /** User id of who acts. */
  readonly by: string
  readonly journal: (change: Omit<Change, 'at' | 'by'>) => number
  /** An office event: print, export, handover, sign-off, user change. */
  readonly event: (name: string, facts: Readonly<Record<string, unknown>>, about?: EventAbout) => number
  readonly step: (name: string) => void
}
export interface EventAbout {
  readonly book?: Book
  readonly ledger?: LedgerName
  readonly recordId?: string
}

/**
 * The one door for writing: a synchronous function in one transaction. Being synchronous, nothing can slip between its
 * statements, neither another write nor a reader that would see half of it; so no lock and no queue is needed.
 */
export function transact<T>(register: Register, clock: Clock, by: string, work: (tx: Tx) => T): T {
  const { db, step } = register
  const at = clock.now()
  const life: Life = currentLife(db)
  const journal: Tx['journal'] = (change) => append(db, life, { ...change, at, by })
  const event: Tx['event'] = (name, facts, about = {}) =>
    journal({
      book: about.book ?? null,
      ledger: about.ledger ?? null,
      recordId: about.recordId ?? null,
      revision: null,
      kind: 'event',
      shape: 1,
      payload: { event: name, ...facts },
    })
  try {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work({ db, at, today: clock.today(), by, journal, event, step })
      step('write:before-commit')
      db.exec('COMMIT')
      step('write:after-commit')
      return result
    } catch (e) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw e
    }
  } catch (e) {
    throw sqliteError(e)
  }
}
