import type { UnitState } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { handedOver, ledgerNames, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Sender } from '../handover/container.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { latestLife } from './lives.ts'
import { mergedTable } from './mergedTable.ts'
import { missingNos } from './numbers.ts'

/** A unit enrolled by its card. */
export interface Unit {
  readonly station: string
  readonly name: string
  readonly code: string
  readonly sign_public: Uint8Array
  readonly age_recipient: string
  readonly enrolled_at: string
  readonly revoked_at: string | null
  readonly receipt_pending: number
}
const units = (db: Db): readonly Unit[] =>
  statement(db, 'SELECT * FROM unit ORDER BY code, name, station').all() as Unit[]

/** Throws `not-found`. */
export function unitOf(db: Db, station: string): Unit {
  const found = statement(db, 'SELECT * FROM unit WHERE station = ?').get(station) as Unit | undefined
  if (!found) throw new AppError('not-found')
  return found
}
export const unitName = (db: Db, station: string): string => unitOf(db, station).name

export const senders = (db: Db): readonly Sender[] =>
  units(db).map((u) => ({ station: u.station, signKey: u.sign_public, revoked: u.revoked_at !== null }))

/** Rows of each station in the merged lists of a book, counted on their indexes. */
function rowsOf(db: Db, book: Book): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const name of handedOver(book)) {
    const rows = statement(
      db,
      `SELECT station, count(*) AS rows FROM ${mergedTable(name).table} GROUP BY station`,
    ).all()
    for (const r of rows as { station: string; rows: number }[])
      sums.set(r.station, (sums.get(r.station) ?? 0) + r.rows)
  }
  return sums
}

const asideOf = `SELECT (SELECT count(*) FROM set_aside WHERE station = $station AND book = $book)
  + (SELECT count(*) FROM set_aside_file WHERE station = $station AND book = $book)
  + (SELECT count(*) FROM city_other_life WHERE station = $station AND book = $book)`

export function unitStates(db: Db, book: Book): readonly UnitState[] {
  const rows = rowsOf(db, book)
  const newest = statement(
    db,
    'SELECT no, date FROM received WHERE station = ? AND book = ? AND epoch = ? ORDER BY no DESC LIMIT 1',
  )
  return units(db).map((u): UnitState => {
    const epoch = latestLife(db, u.station)
    const last = newest.get(u.station, book, epoch) as { no: number; date: string } | undefined
    return {
      stationId: u.station,
      unitName: u.name,
      unitCode: u.code,
      enrolledAt: u.enrolled_at,
      revoked: u.revoked_at !== null,
      lastNo: last?.no ?? null,
      lastDate: last?.date ?? null,
      missingNos: epoch === null ? [] : missingNos(db, { station: u.station, book, epoch }),
      records: rows.get(u.station) ?? 0,
      setAside: statement(db, asideOf).pluck().get({ station: u.station, book }) as number,
      receiptPending: u.receipt_pending === 1,
    }
  })
}

/** A unit's rows carry its name, so that lists sort and filter by it: all of them the one on its present card. */
export function nameRows(db: Db, station: string, name: string): void {
  for (const { table } of ledgerNames.filter((n) => ledgerOf(n).ofOffice !== true).map(mergedTable)) {
    const shown = statement(db, `SELECT unit_name FROM ${table} WHERE station = ? LIMIT 1`).pluck().get(station)
    if (shown === undefined || shown === name) continue
    statement(db, `UPDATE ${table} SET unit_name = ? WHERE station = ?`).run(name, station)
  }
}

/** From now on nothing this card signed is received; what was merged stays. Throws `not-found`. */
export function revokeUnit(tx: Tx, station: string, reason: string): void {
  unitOf(tx.db, station)
  tx.db
    .prepare('UPDATE unit SET revoked_at = ?, revoke_reason = ? WHERE station = ? AND revoked_at IS NULL')
    .run(tx.at, reason, station)
  tx.event('unit.revoked', { station, reason })
}
