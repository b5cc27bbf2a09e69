import type { AccessKind } from '../../../shared/contract/secrecy.ts'
import { AppError } from '../../../shared/errors.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Db } from './open.ts'
import { loadRecord, type StoredRecord } from './records.ts'
import { statement } from './statements.ts'
import type { Tx } from './unitOfWork.ts'

/** Who reads: need-to-know is asked of a user, never of a role. */
export interface Reader {
  readonly userId: string
}

/**
 * The need-to-know predicate over a ledger's root table (or an alias of it): every read of records passes it. Takes
 * the reader's id as its one parameter.
 */
export function mayKnow(ledger: LedgerName, alias: string): string {
  return `(${alias}.locked = 0 OR EXISTS (SELECT 1 FROM need_to_know n WHERE n.ledger = '${ledger}' AND n.record = ${alias}.k AND n.user_id = ?))`
}

/** A record this reader may see. A locked one of others does not exist for them: `not-found`. */
export function readRecord(db: Db, ledger: LedgerName, id: string, reader: Reader): StoredRecord {
  const { table } = ledgerOf(ledger)
  const sql = `SELECT 1 FROM ${table} r WHERE r.id = ? AND ${mayKnow(ledger, 'r')}`
  const known = statement(db, sql).get(id, reader.userId)
  const record = known ? loadRecord(db, ledger, id) : null
  if (record === null) throw new AppError('not-found')
  return record
}

/** True for the id of a record, of whatever ledger, that this reader may not know of. */
export const isHidden = (db: Db, id: string, reader: Reader): boolean =>
  ledgerNames.some((name) => {
    const { table } = ledgerOf(name)
    const sql = `SELECT 1 FROM ${table} r WHERE r.id = ? AND NOT ${mayKnow(name, 'r')}`
    return statement(db, sql).get(id, reader.userId) !== undefined
  })

/** Opens a record for reading its contents: a locked one leaves a note in the access log. Throws `not-found`. */
export function openRecord(db: Db, ledger: LedgerName, id: string, reader: Reader, at: string): StoredRecord {
  const found = readRecord(db, ledger, id, reader)
  if (found.locked === 1) noteReading(db, { at, by: reader.userId, what: 'open-locked', ledger, recordId: id })
  return found
}

/** Within this many milliseconds a page that shows a record anew after each change is one look at it. */
const oneLook = 600_000

/**
 * Reads a record for a page that asks again at every change: a locked one leaves one note for the look, not one for each
 * refresh, under which the head would no longer see who opened what. Throws `not-found`.
 */
export function lookAtRecord(db: Db, ledger: LedgerName, id: string, reader: Reader, at: string): StoredRecord {
  const found = readRecord(db, ledger, id, reader)
  if (found.locked === 1 && !wasOpened(db, id, reader, at))
    noteReading(db, { at, by: reader.userId, what: 'open-locked', ledger, recordId: id })
  return found
}

function wasOpened(db: Db, id: string, { userId }: Reader, at: string): boolean {
  const since = new Date(Date.parse(at) - oneLook).toISOString()
  const isSame = (n: AccessNote) => n.what === 'open-locked' && n.recordId === id && n.by === userId && n.at > since
  if (waiting.get(db)?.some(isSame) === true) return true
  const sql = `SELECT 1 FROM access_log WHERE at > ? AND record_id = ? AND "by" = ? AND what = 'open-locked'`
  return statement(db, sql).get(since, id, userId) !== undefined
}

/** Puts a user on the need-to-know list of a record. Whoever locks a case is on its list. */
export function letKnow(tx: Tx, ledger: LedgerName, record: number, userId: string): void {
  const sql = 'INSERT OR IGNORE INTO need_to_know (ledger, record, user_id) VALUES (?, ?, ?)'
  statement(tx.db, sql).run(ledger, record, userId)
}

/** Whoever may know of one record may know of the other. */
export function letKnowToo(tx: Tx, ledger: LedgerName, from: number, to: number): void {
  const sql = `INSERT OR IGNORE INTO need_to_know (ledger, record, user_id)
    SELECT ledger, ?, user_id FROM need_to_know WHERE ledger = ? AND record = ?`
  statement(tx.db, sql).run(to, ledger, from)
}

export interface AccessNote {
  readonly at: string
  readonly by: string
  readonly what: AccessKind
  readonly ledger?: LedgerName
  readonly recordId?: string
  /** No personal data. */
  readonly facts?: Readonly<Record<string, unknown>>
}
/** The access log the head reads monthly: who did what to which record. */
export function noteAccess(db: Db, note: AccessNote): void {
  statement(db, 'INSERT INTO access_log (at, "by", what, ledger, record_id, facts) VALUES (?, ?, ?, ?, ?, ?)').run(
    note.at,
    note.by,
    note.what,
    note.ledger ?? null,
    note.recordId ?? null,
    JSON.stringify(note.facts ?? {}),
  )
}

/** A note about the office itself: its users, settings, keys. */
export const noteOffice = (tx: Tx, what: AccessKind, facts: NonNullable<AccessNote['facts']>): void =>
  noteAccess(tx.db, { at: tx.at, by: tx.by, what, facts })

const waiting = new WeakMap<Db, AccessNote[]>()
/** Notes a reading right after it was answered: the synced commit of the note is not waited for by the reader. */
export function noteReading(db: Db, note: AccessNote): void {
  const notes = waiting.get(db)
  if (notes) notes.push(note)
  else waiting.set(db, [note])
  // Also beside notes that wait already: those may be left over from a full disk.
  setImmediate(() => flushNotes(db))
}
/** Writes the notes still waiting; called before a register closes. */
export function flushNotes(db: Db): void {
  const notes = waiting.get(db)
  if (!notes || !db.open) return
  try {
    db.transaction(() => {
      for (const note of notes) noteAccess(db, note)
    })()
    waiting.delete(db)
  } catch {
    // A full disk: nobody waits for this answer, so the notes are kept for the next try.
  }
}
