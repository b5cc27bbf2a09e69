/** Exactly what leaves for a book since a mark: the preview and the sealed file are readings of the same generator. */
import type { AnyData, Book, CountCell, Ledger } from '../../../shared/ledgers/describe.ts'
import { handedOver, type LedgerName, ledgerNames, ledgerOf } from '../../../shared/ledgers/index.ts'
import { cityRow } from '../../../shared/rules/travel.ts'
import { hmacWith, toHex } from '../crypto.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Entry } from './format.ts'
import { type ReadRecord, recordsBySeq } from './recordPages.ts'

export interface Scope {
  readonly book: Book
  /** States and tombstones of changes after this seq; counts are of everything. */
  readonly base: number
  /** How a record is named outside the office. */
  readonly idOf: HandedIds
}

/** A record as it is reckoned with: an entry that leaves, or nothing but its part in the counts. */
export interface Leaving {
  readonly ledger: LedgerName
  readonly recordId: string | null
  readonly what: 'state' | 'tombstone' | 'count' | 'countedOnly' | 'unchanged'
  readonly entry: Entry | null
}

export type HandedIds = (ledger: LedgerName, recordId: string) => string
/** Names of records outside the office: only the station's secret makes them. */
export function handedIds(secret: Uint8Array): HandedIds {
  const mac = hmacWith(secret)
  return (ledger, recordId) => toHex(mac(ledger, '\0', recordId))
}

/** A locked record never leaves as a row, whatever its ledger says of leaving. */
export const mayLeave = (ledger: Ledger, data: AnyData): boolean =>
  ledger.leaves(data as never) && !ledger.locked(data as never)

export const wasHanded = (db: Db, book: Book, ledger: LedgerName, recordId: string): boolean =>
  statement(db, 'SELECT 1 FROM handed WHERE book = ? AND ledger = ? AND record_id = ?').get(book, ledger, recordId) !==
  undefined

function stateOf(scope: Scope, name: LedgerName, r: ReadRecord): Entry {
  const id = scope.idOf(name, r.id)
  return {
    kind: 'state',
    ledger: name,
    id,
    seq: r.seq,
    revision: r.revision,
    level: 'T1',
    data: sendable(cityRow(ledgerOf(name), r.data)),
  }
}
const sendable = (row: ReturnType<typeof cityRow>): Extract<Entry, { kind: 'state' }>['data'] =>
  Object.fromEntries(
    Object.entries(row).map(([n, v]) => [n, Array.isArray(v) ? [...v] : (v as string | number | boolean | null)]),
  )

const tombstone = (scope: Scope, ledger: LedgerName, recordId: string, seq: number, revision: number): Leaving => ({
  ledger,
  recordId,
  what: 'tombstone',
  entry: { kind: 'tombstone', ledger, id: scope.idOf(ledger, recordId), seq, revision, level: 'T1' },
})

function reckon(db: Db, scope: Scope, name: LedgerName, r: ReadRecord): Leaving {
  if (mayLeave(ledgerOf(name), r.data)) {
    if (r.seq <= scope.base) return { ledger: name, recordId: r.id, what: 'unchanged', entry: null }
    return { ledger: name, recordId: r.id, what: 'state', entry: stateOf(scope, name, r) }
  }
  if (r.seq > scope.base && wasHanded(db, scope.book, name, r.id))
    return tombstone(scope, name, r.id, r.seq, r.revision)
  return { ledger: name, recordId: r.id, what: 'countedOnly', entry: null }
}

/** Records taken out since the mark, of those the recipient was sent. */
function* removedSince(db: Db, scope: Scope, name: LedgerName): Generator<Leaving> {
  const sql = `SELECT r.record_id AS id, r.seq, j.revision FROM removed r JOIN journal j ON j.seq = r.seq
    JOIN handed h ON h.book = ? AND h.ledger = r.ledger AND h.record_id = r.record_id
    WHERE r.ledger = ? AND r.seq > ? ORDER BY r.seq`
  const rows = statement(db, sql).all(scope.book, name, scope.base) as { id: string; seq: number; revision: number }[]
  for (const { id, seq, revision } of rows) yield tombstone(scope, name, id, seq, revision)
}

/** T0: sums over every record, secret ones too. */
function cellSums() {
  const cells = new Map<string, CountCell>()
  return {
    add: (cell: CountCell) => {
      const key = JSON.stringify([cell.period, cell.measure, cell.category])
      cells.set(key, { ...cell, amount: (cells.get(key)?.amount ?? 0) + cell.amount })
    },
    all: () => [...cells.values()],
  }
}

/**
 * Walks all records of a book once, inside the caller's read transaction. A read of the walk's end is the whole
 * content of a handover; `unchanged` and `countedOnly` are told for progress and for the preview.
 */
export function* leavingOf(db: Db, scope: Scope): Generator<Leaving> {
  for (const name of handedOver(scope.book)) {
    const ledger = ledgerOf(name)
    const sums = cellSums()
    for (const record of recordsBySeq(db, name)) {
      for (const cell of ledger.counts(record.data as never)) sums.add(cell)
      yield reckon(db, scope, name, record)
    }
    yield* removedSince(db, scope, name)
    for (const { period, measure, category, amount } of sums.all()) {
      yield {
        ledger: name,
        recordId: null,
        what: 'count',
        entry: { kind: 'count', ledger: name, period, measure, category, amount },
      }
    }
  }
}

/** Ledgers of the book whose changes leave nothing behind to be handed over. */
const atHome = ledgerNames.filter((n) => ledgerOf(n).ofOffice === true).map((n) => `'${n}'`)

/** Whether any record of a book was written or removed after a seq; events and lists of the office do not count. */
export const changedSince = (db: Db, book: Book, base: number): boolean =>
  db
    .prepare(
      `SELECT 1 FROM journal WHERE seq > ? AND book = ? AND kind <> 'event' AND ledger NOT IN (${atHome}) LIMIT 1`,
    )
    .get(base, book) !== undefined

export const recordCount = (db: Db, book: Book, after = 0): number =>
  handedOver(book).reduce(
    (sum, n) =>
      sum +
      (db
        .prepare(`SELECT count(*) FROM ${ledgerOf(n).table} WHERE seq > ?`)
        .pluck()
        .get(after) as number),
    0,
  )
