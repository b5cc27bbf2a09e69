import type { Book } from '../../../shared/ledgers/describe.ts'
import { handedOver, type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { type Entry, entry } from '../handover/format.ts'
import { readFact, writeFact } from '../register/facts.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { entryProblem } from './entryCheck.ts'
import { knownLives, standingOf } from './lives.ts'
import { mergedTable } from './mergedTable.ts'
import { mergeRows } from './mergeFile.ts'
import { unitName } from './units.ts'

interface Aside {
  readonly k: number
  readonly station: string
  readonly epoch: string
  readonly no: number
  readonly ledger: string
  readonly seq: number
  readonly entry: string
}
type RecordEntry = Exclude<Entry, { kind: 'count' }>

/** The entry of a row set aside, when this program can take it now. */
function takeable(a: Aside, book: Book): RecordEntry | null {
  const parsed = entry.safeParse(JSON.parse(a.entry))
  if (!parsed.success || parsed.data.kind === 'count') return null
  return entryProblem(parsed.data, book, parsed.data.seq) === null ? parsed.data : null
}

// Below every staged file's number.
const retried = 0

function take(tx: Tx, a: Aside, e: RecordEntry, book: Book): number {
  const data = e.kind === 'state' ? JSON.stringify(e.data) : null
  statement(
    tx.db,
    'INSERT INTO staged_entry (file, ledger, kind, handed_id, seq, revision, level, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(retried, e.ledger, e.kind, e.id, e.seq, e.revision, e.level, data)
  const standing = standingOf(knownLives(tx.db, a.station), a.epoch)
  const rows = mergeRows(tx, mergedTable(e.ledger as LedgerName), standing, {
    file: retried,
    station: a.station,
    unit: unitName(tx.db, a.station),
    book,
    ledger: e.ledger,
    epoch: a.epoch,
    no: a.no,
    // No baseline and no stretch of the journal: one row speaks only of itself.
    base: e.seq,
    upTo: e.seq,
    at: tx.at,
    latest: standing.latest ? 1 : 0,
    parent: standing.parent,
    parentSeq: standing.parentSeq,
    pastUpTo: standing.pastUpTo,
  })
  statement(tx.db, 'DELETE FROM staged_entry WHERE file = ?').run(retried)
  statement(tx.db, 'DELETE FROM set_aside WHERE k = ?').run(a.k)
  return rows
}

/** After an update of this program: rows it could not take before are tried again (H9). Answers the rows changed. */
export function retrySetAside(tx: Tx, book: Book): number {
  const shapes = Object.fromEntries(handedOver(book).map((n) => [n, ledgerOf(n).shape]))
  const fact = `city.shapes.${book}`
  if (JSON.stringify(readFact(tx.db, fact)) === JSON.stringify(shapes)) return 0
  writeFact(tx.db, fact, shapes)
  const waiting = tx.db
    .prepare("SELECT * FROM set_aside WHERE book = ? AND reason IN ('newer-shape', 'bad-value') ORDER BY seq")
    .all(book) as Aside[]
  let rows = 0
  for (const a of waiting) {
    const e = takeable(a, book)
    if (e !== null) rows += take(tx, a, e, book)
  }
  return rows
}
