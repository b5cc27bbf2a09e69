import assert from 'node:assert/strict'
import { readSettings } from '../../electron/core/calls/settings.ts'
import { countingHolidays } from '../../electron/core/ledgers/cases/holidayTables.ts'
import { payloadOf, verifyChain } from '../../electron/core/register/journal.ts'
import type { Db } from '../../electron/core/register/open.ts'
import { loadRecord } from '../../electron/core/register/records.ts'
import { ledgerTables } from '../../electron/core/register/schema.ts'
import { searchText } from '../../electron/core/register/search.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { calendarOf } from '../../shared/rules/calendar.ts'
import { remindersOf } from '../../shared/rules/clocks.ts'
import { lastDay, wallDay } from '../../shared/rules/dates.ts'

interface JournalState {
  readonly revision: number
  readonly data: AnyData | null
}

/** The state of every record as the journal alone tells it; null for one taken out. */
export function replay(db: Db): ReadonlyMap<string, JournalState> {
  const states = new Map<string, JournalState>()
  const rows = db
    .prepare("SELECT ledger, record_id, revision, kind, payload FROM journal WHERE kind <> 'event' ORDER BY seq")
    .all() as { ledger: LedgerName; record_id: string; revision: number; kind: string; payload: Uint8Array }[]
  for (const row of rows) {
    const key = `${row.ledger} ${row.record_id}`
    assert.equal(row.revision, (states.get(key)?.revision ?? 0) + 1, `${key} goes from revision to revision`)
    states.set(key, {
      revision: row.revision,
      data: row.kind === 'remove' ? null : (payloadOf(row.payload) as AnyData),
    })
  }
  return states
}

/** The search index's own texts by row, put together again from its words and their places. */
function indexedTexts(db: Db, ledger: LedgerName): ReadonlyMap<number, string> {
  const table = `search_${ledgerOf(ledger).table}`
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_${ledger} USING fts5vocab (main, ${table}, instance)`)
  const words = db.prepare(`SELECT doc, term FROM temp.words_${ledger} ORDER BY doc, "offset"`).all() as {
    doc: number
    term: string
  }[]
  const texts = new Map<number, string[]>()
  for (const { doc, term } of words) {
    const text = texts.get(doc) ?? []
    text.push(term)
    texts.set(doc, text)
  }
  return new Map([...texts].map(([doc, text]) => [doc, text.join(' ')]))
}

function assertLedger(db: Db, name: LedgerName, states: ReadonlyMap<string, JournalState>): void {
  const ledger = ledgerOf(name)
  const rows = db.prepare(`SELECT k, id, revision, seq FROM ${ledger.table}`).all() as {
    k: number
    id: string
    revision: number
    seq: number
  }[]
  const texts = indexedTexts(db, name)
  for (const row of rows) {
    const told = states.get(`${name} ${row.id}`)
    const stored = loadRecord(db, name, row.id)
    assert.equal(row.revision, told?.revision, `${name} ${row.id}`)
    assert.deepEqual(stored?.data, told?.data, `${name} ${row.id} is what the journal tells`)
    assert.equal(texts.get(row.k) ?? '', searchText(ledger, stored?.data ?? {}), `${row.id} in the search index`)
    const last = db.prepare("SELECT max(seq) FROM journal WHERE record_id = ? AND kind <> 'event'").pluck().get(row.id)
    assert.equal(row.seq, last)
  }
  const living = [...states].filter(([key, s]) => key.startsWith(`${name} `) && s.data !== null)
  assert.equal(rows.length, living.length, `${name}: as many rows as the journal tells`)
  assert.equal(db.prepare(`SELECT count(*) FROM search_${ledger.table}`).pluck().get(), rows.length)
  for (const child of ledgerTables(ledger).slice(1)) {
    const orphans = db.prepare(
      `SELECT count(*) FROM ${child.table} c LEFT JOIN ${ledger.table} r ON r.k = c.parent WHERE r.k IS NULL`,
    )
    assert.equal(orphans.pluck().get(), 0, `${child.table} has no orphans`)
  }
}

/** The table of what is due says what the rules say of every stored case, and of no other. */
function assertDues(db: Db): void {
  const calendar = calendarOf(countingHolidays(db))
  const context = { calendar, settings: readSettings(db), today: lastDay }
  const cases = db.prepare<[], string>('SELECT id FROM dispute ORDER BY k').pluck().all()
  const told = cases.flatMap((id) => {
    const record = loadRecord(db, 'dispute', id)
    assert.ok(record)
    return remindersOf(record.data as unknown as DisputeData, context, wallDay(record.created_at)).map((c, i) => [
      ...[id, i, c.kind, c.what, c.path, c.unshiftedOn, c.dueOn],
      ...[c.extended, c.tableMissing, c.lapses].map(Number),
    ])
  })
  const stored = db
    .prepare(
      `SELECT r.id, d.position, d.kind, d.what, d.path, d.unshifted_on, d.due_on, d.extended, d.table_missing, d.lapses
       FROM due d JOIN dispute r ON r.k = d.record ORDER BY r.k, d.position`,
    )
    .raw()
    .all()
  assert.deepEqual(stored, told, 'what is due')
}

/** Asserts everything that holds of a register at any moment: journal, tables, search, numbers, SQLite itself. */
export function assertWhole(db: Db): void {
  assert.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  assert.deepEqual(db.pragma('foreign_key_check'), [])
  const { brokenAt } = verifyChain(db)
  assert.equal(brokenAt, null, 'the chain verifies')
  const states = replay(db)
  for (const name of ledgerNames) assertLedger(db, name, states)
  assertDues(db)
  const removed = db.prepare('SELECT ledger, record_id FROM removed').all() as { ledger: string; record_id: string }[]
  const gone = [...states].filter(([, s]) => s.data === null).map(([key]) => key)
  assert.deepEqual(removed.map((r) => `${r.ledger} ${r.record_id}`).sort(), gone.sort())
  for (const series of ['case_no', 'agreement_no']) {
    const twice = db.prepare(
      `SELECT ${series} FROM dispute WHERE ${series} IS NOT NULL GROUP BY committee, ${series} HAVING count(*) > 1`,
    )
    assert.deepEqual(twice.all(), [], `${series} is given once`)
  }
}
