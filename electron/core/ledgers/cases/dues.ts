/** The table `due`: what the clocks of the cases come to. It always says what the rules say of the stored records. */
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { calendarOf } from '../../../../shared/rules/calendar.ts'
import { type Clock, type ClockContext, remindersOf } from '../../../../shared/rules/clocks.ts'
import { lastDay, wallDay } from '../../../../shared/rules/dates.ts'
import { builtInHolidays } from '../../../../shared/rules/holidayTables.ts'
import { readSettings } from '../../calls/settings.ts'
import { sha256, toHex } from '../../crypto.ts'
import { readFact, writeFact } from '../../register/facts.ts'
import type { Db } from '../../register/open.ts'
import { loadRecord, type StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import { countingHolidays } from './holidayTables.ts'

/** Counts by what the register holds now, whatever day it is: an appraisal without an end lets the clock stand still. */
const contextOf = (db: Db): ClockContext => ({
  calendar: calendarOf(countingHolidays(db)),
  settings: readSettings(db),
  today: lastDay,
})

const remindersIn = (record: StoredRecord, context: ClockContext): readonly Clock[] =>
  remindersOf(record.data as unknown as DisputeData, context, wallDay(record.created_at))

function put(db: Db, record: number, clocks: readonly Clock[]): void {
  const insert = statement(
    db,
    `INSERT INTO due (record, position, kind, what, path, unshifted_on, due_on, extended, table_missing, lapses)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  clocks.forEach((c, i) => {
    const flags = [c.extended, c.tableMissing, c.lapses].map(Number)
    insert.run(record, i, c.kind, c.what, c.path, c.unshiftedOn, c.dueOn, ...flags)
  })
}

/** Belongs to the transaction that saves the case. */
export function keepDues(db: Db, record: StoredRecord): void {
  statement(db, 'DELETE FROM due WHERE record = ?').run(record.k)
  put(db, record.k, remindersIn(record, contextOf(db)))
}

/** A closed case has no clock but its lent dossier's. */
const withClocks = `SELECT id FROM dispute r WHERE r.closed_on IS NULL
  OR EXISTS (SELECT 1 FROM dispute_loan l WHERE l.parent = r.k AND l.due_on IS NOT NULL AND l.returned_on IS NULL)`

/** Counts every case anew; belongs to the transaction that changes a setting or a holiday table. */
export function rebuildDues(db: Db): void {
  const context = contextOf(db)
  db.prepare('DELETE FROM due').run()
  for (const id of db.prepare<[], string>(withClocks).pluck().all()) {
    const record = loadRecord(db, 'dispute', id)
    if (record !== null) put(db, record.k, remindersIn(record, context))
  }
}

/** Raised with every change of the rules in `shared/rules/clocks.ts` and `calendar.ts`. */
const ruleVersion = 1
const countedBy = toHex(sha256(JSON.stringify([ruleVersion, builtInHolidays])))

/** Counts anew when another version of the program, with other rules or tables, counted last. */
export function refreshDues(db: Db): void {
  if (readFact(db, 'duesCountedBy') === countedBy) return
  db.transaction(() => {
    rebuildDues(db)
    writeFact(db, 'duesCountedBy', countedBy)
  }).immediate()
}
