/** 知情人名单: who may know of a locked record. Every member is an active user with a role in the record's book. */
import type { Knower, KnowersView } from '../../../shared/contract/secrecy.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../../../shared/ledgers/index.ts'
import { letKnow, noteAccess } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import type { StoredRecord } from '../register/records.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'

const able = `u.active = 1 AND EXISTS (SELECT 1 FROM user_role o WHERE o.user_id = u.id AND o.book = ?)`

const members = (db: Db, ledger: LedgerName, record: number): readonly Knower[] =>
  statement(
    db,
    'SELECT u.id, u.name FROM need_to_know n JOIN user u ON u.id = n.user_id WHERE n.ledger = ? AND n.record = ? ORDER BY u.created_at',
  ).all(ledger, record) as Knower[]

const ableUsers = (db: Db, book: Book): readonly Knower[] =>
  statement(db, `SELECT u.id, u.name FROM user u WHERE ${able} ORDER BY u.created_at`).all(book) as Knower[]

export function knowersView(db: Db, ledger: LedgerName, record: StoredRecord): KnowersView {
  if (record.locked === 0) return { locked: false, knowers: [], candidates: [] }
  const knowers = members(db, ledger, record.k)
  const candidates = ableUsers(db, ledgerOf(ledger).book).filter((u) => !knowers.some((m) => m.id === u.id))
  return { locked: true, knowers, candidates }
}

type Listed = { readonly ledger: LedgerName; readonly k: number; readonly id: string }
type Because = 'asked' | 'left'

/** A change of a list: journaled with the record, and on the head's page. */
function noteChange(tx: Tx, record: Listed, change: 'added' | 'removed', user: string, because: Because): void {
  const { ledger, id: recordId } = record
  const facts = { user, because }
  tx.event(`knowers.${change}`, facts, { book: ledgerOf(ledger).book, ledger, recordId })
  noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'knowers', ledger, recordId, facts: { change, ...facts } })
}

function add(tx: Tx, record: Listed, user: string, because: Because): void {
  letKnow(tx, record.ledger, record.k, user)
  noteChange(tx, record, 'added', user, because)
}
function remove(tx: Tx, record: Listed, user: string, because: Because): void {
  statement(tx.db, 'DELETE FROM need_to_know WHERE ledger = ? AND record = ? AND user_id = ?').run(
    record.ledger,
    record.k,
    user,
  )
  noteChange(tx, record, 'removed', user, because)
}

/** Throws `not-found` for a user who could not open the record anyway. Adding a member again changes nothing. */
export function addKnower(tx: Tx, ledger: LedgerName, record: StoredRecord, userId: string): void {
  if (record.locked === 0) throw new AppError('input-invalid')
  if (members(tx.db, ledger, record.k).some((m) => m.id === userId)) return
  if (!ableUsers(tx.db, ledgerOf(ledger).book).some((u) => u.id === userId)) throw new AppError('not-found')
  add(tx, { ledger, k: record.k, id: record.id }, userId, 'asked')
}

/** Throws `last-knower`. Taking off who is not on the list changes nothing. */
export function removeKnower(tx: Tx, ledger: LedgerName, record: StoredRecord, userId: string): void {
  const known = members(tx.db, ledger, record.k)
  if (!known.some((m) => m.id === userId)) return
  if (known.length === 1) throw new AppError('last-knower')
  remove(tx, { ledger, k: record.k, id: record.id }, userId, 'asked')
}

/** Who locks a case, or saves a locked one, is on its list; a case that is no longer locked has none. */
export function settleKnowers(tx: Tx, ledger: LedgerName, wasLocked: boolean, saved: StoredRecord): void {
  const isLocked = saved.locked === 1
  if (isLocked) letKnow(tx, ledger, saved.k, tx.by)
  if (isLocked === wasLocked) return
  // A list kept for later would let in people nobody thought of when the case is locked again.
  if (wasLocked) statement(tx.db, 'DELETE FROM need_to_know WHERE ledger = ? AND record = ?').run(ledger, saved.k)
  const what = isLocked ? 'lock' : 'unlock'
  noteAccess(tx.db, { at: tx.at, by: tx.by, what, ledger, recordId: saved.id })
}

const listsOf = (db: Db, ledger: LedgerName, userId: string): readonly Listed[] =>
  (
    statement(
      db,
      `SELECT r.k, r.id FROM need_to_know n JOIN ${ledgerOf(ledger).table} r ON r.k = n.record WHERE n.ledger = ? AND n.user_id = ?`,
    ).all(ledger, userId) as Omit<Listed, 'ledger'>[]
  ).map((r) => ({ ledger, ...r }))

/**
 * Takes a user who can no longer work in a book off its lists. A list that would be empty goes on to the book's active
 * heads. Throws `locked-cases-left` with the number of cases when there is no head: which they are, nobody is told.
 */
export function leaveLists(tx: Tx, userId: string): void {
  let left = 0
  for (const ledger of ledgerNames) {
    const { book } = ledgerOf(ledger)
    if (ableUsers(tx.db, book).some((u) => u.id === userId)) continue
    const heads = statement(
      tx.db,
      `SELECT u.id FROM user u WHERE u.active = 1 AND EXISTS (SELECT 1 FROM user_role o WHERE o.user_id = u.id AND o.book = ? AND o.role = 'head')`,
    )
      .pluck()
      .all(book) as string[]
    for (const record of listsOf(tx.db, ledger, userId)) {
      const others = members(tx.db, ledger, record.k).filter((m) => m.id !== userId)
      if (others.length === 0 && heads.length === 0) left++
      if (others.length === 0) for (const head of heads) add(tx, record, head, 'left')
      remove(tx, record, userId, 'left')
    }
  }
  if (left > 0) throw new AppError('locked-cases-left', { count: left })
}
