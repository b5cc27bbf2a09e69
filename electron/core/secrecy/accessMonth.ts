import type { AccessKind, AccessMonth, AccessRow } from '../../../shared/contract/secrecy.ts'
import { nextMonth } from '../../../shared/rules/dates.ts'
import type { Clock } from '../host.ts'
import { mayKnow, type Reader } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'

interface Span {
  /** UTC instants: from the first, before the second. */
  readonly from: string
  readonly until: string
}
/** The month on the office's own calendar. */
export const monthSpan = (clock: Pick<Clock, 'startOf'>, month: string): Span => ({
  from: clock.startOf(`${month}-01`),
  until: clock.startOf(`${nextMonth(month)}-01`),
})

/** What concerns the mediation book, and what concerns the whole office. */
const inBook = `a.at >= $from AND a.at < $until AND (a.ledger IS NULL OR a.ledger = 'dispute') AND coalesce(a.facts ->> '$.book', 'mediation') = 'mediation'`

export interface AccessQuery extends Span {
  /** Null for all of them. */
  readonly kinds: readonly AccessKind[] | null
  readonly offset: number
  readonly limit: number
}

interface StoredRow extends Omit<AccessRow, 'by' | 'caseNo' | 'about'> {
  readonly name: string | null
  readonly record_id: string | null
  readonly there: number | null
  readonly known: number | null
  readonly case_no: string | null
}
function shown(r: StoredRow): AccessRow {
  const head = { k: r.k, at: r.at, by: r.name ?? '', what: r.what }
  if (r.record_id === null) return { ...head, about: 'none', caseNo: null }
  if (r.there === null) return { ...head, about: 'gone', caseNo: null }
  return r.known === 1 ? { ...head, about: 'case', caseNo: r.case_no } : { ...head, about: 'hidden', caseNo: null }
}

/** Rows of the log, newest first. A locked case that the reader may not know of is neither named nor told apart. */
export function accessRows(db: Db, reader: Reader, query: AccessQuery): readonly AccessRow[] {
  const known = mayKnow('dispute', 'r').replace('?', '$reader')
  const sql = `SELECT a.k, a.at, u.name, a.what, a.record_id, r.k AS there, ${known} AS known, r.case_no FROM access_log a
    LEFT JOIN user u ON u.id = a."by" LEFT JOIN dispute r ON r.id = a.record_id
    WHERE ${inBook} AND ($kinds IS NULL OR a.what IN (SELECT value FROM json_each($kinds))) ORDER BY a.at DESC, a.k DESC LIMIT $limit OFFSET $offset`
  const { from, until, limit, offset } = query
  const kinds = query.kinds === null ? null : JSON.stringify(query.kinds)
  const rows = statement(db, sql).all({ from, until, limit, offset, kinds, reader: reader.userId }) as StoredRow[]
  return rows.map(shown)
}

/** The head's page of a month. */
export function accessMonth(db: Db, reader: Reader, month: string, query: AccessQuery): AccessMonth {
  const { from, until } = query
  const counts = statement(
    db,
    `SELECT coalesce(u.name, '') AS "by", a.what, count(*) AS amount FROM access_log a LEFT JOIN user u ON u.id = a."by"
     WHERE ${inBook} GROUP BY 1, 2 ORDER BY 1, 2`,
  ).all({ from, until }) as { by: string; what: AccessKind; amount: number }[]
  const { kinds } = query
  const total = counts.filter((c) => kinds === null || kinds.includes(c.what)).reduce((sum, c) => sum + c.amount, 0)
  const upTo = statement(db, `SELECT coalesce(max(a.k), 0) FROM access_log a WHERE ${inBook}`)
    .pluck()
    .get({ from, until }) as number
  return { month, counts, rows: accessRows(db, reader, query), total, upTo, readings: readingsOf(db, month) }
}

const readingsOf = (db: Db, month: string): AccessMonth['readings'] =>
  statement(
    db,
    'SELECT u.name AS "by", r.at, r.up_to AS upTo FROM access_reading r JOIN user u ON u.id = r.user_id WHERE r.month = ? ORDER BY r.at',
  ).all(month) as { by: string; at: string; upTo: number }[]

export const isRead = (db: Db, month: string): boolean => readingsOf(db, month).length > 0

/** True when a month has anything for the head to read. */
export const hasRows = (db: Db, { from, until }: Span): boolean =>
  statement(db, `SELECT 1 FROM access_log a WHERE ${inBook} LIMIT 1`).get({ from, until }) !== undefined

export function markRead(tx: Tx, month: string, upTo: number): void {
  statement(
    tx.db,
    `INSERT INTO access_reading (month, user_id, at, up_to) VALUES (?, ?, ?, ?)
     ON CONFLICT (month, user_id) DO UPDATE SET at = excluded.at, up_to = max(up_to, excluded.up_to)`,
  ).run(month, tx.by, tx.at, upTo)
  tx.event('access.read', { month, upTo }, { book: 'mediation' })
}
