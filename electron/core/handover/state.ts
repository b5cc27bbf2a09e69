import type { BookState, SentView } from '../../../shared/contract/handover.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { isHidden, type Reader } from '../register/access.ts'
import { currentEpoch } from '../register/life.ts'
import type { Db } from '../register/open.ts'
import { findRecipient, markIn, type Recipient, recipientView } from './recipients.ts'

interface SentRow {
  readonly no: number
  readonly epoch: string
  readonly recipient_key: string
  readonly at: string
  readonly file_name: string
  readonly base: number
  readonly up_to: number
  readonly records: number
  readonly bytes: number
  readonly state: SentView['state'] | 'begun' | 'unfinished'
  readonly receipt_at: string | null
}
interface ExceptionRow {
  readonly no: number
  readonly ledger: LedgerName
  readonly recordId: string | null
  readonly reason: string
}

/** Handovers shown at most; older ones are in the journal. */
const shown = 200

function sentView(row: SentRow, exceptions: readonly ExceptionRow[]): SentView | null {
  const { no, at, file_name: fileName, base, up_to: upTo, records, bytes, state, receipt_at: receiptAt } = row
  // A number whose file was never finished is not something that was sent.
  if (state === 'begun' || state === 'unfinished') return null
  return {
    no,
    at,
    fileName,
    base,
    upTo,
    records,
    bytes,
    state,
    receiptAt,
    exceptions: exceptions.filter((e) => e.no === no).length,
  }
}

/** Numbers the recipient misses, of those it was really sent: a number spoilt here, or of another recipient, is none. */
function missingOf(recipient: Recipient, rows: readonly SentRow[], epoch: string): readonly number[] {
  const sent = new Set(
    rows
      .filter((r) => r.epoch === epoch && r.recipient_key === recipient.age_recipient && sentView(r, []))
      .map((r) => r.no),
  )
  return (JSON.parse(recipient.missing_nos) as readonly number[]).filter((no) => sent.has(no))
}

/** What was sent of a book, and what its recipient holds. */
export function bookState(db: Db, book: Book, reader: Reader): BookState {
  const recipient = findRecipient(db, book)
  const epoch = currentEpoch(db).id
  const rows = db.prepare('SELECT * FROM handover WHERE book = ? ORDER BY k DESC').all(book) as SentRow[]
  const told = db
    .prepare('SELECT no, ledger, record_id AS recordId, reason FROM handover_exception WHERE book = ? ORDER BY k')
    .all(book) as ExceptionRow[]
  // A record may have been locked since it was sent.
  const exceptions = told.map((e) =>
    e.recordId !== null && isHidden(db, e.recordId, reader) ? { ...e, recordId: null } : e,
  )
  return {
    book,
    recipient: recipient && recipientView(recipient),
    acknowledgedNo: recipient !== null && recipient.mark_epoch === epoch ? recipient.acknowledged_no : null,
    mark: markIn(recipient, epoch),
    missingNos: recipient ? missingOf(recipient, rows, epoch) : [],
    exceptions,
    sent: rows.slice(0, shown).flatMap((r) => sentView(r, r.epoch === epoch ? exceptions : []) ?? []),
  }
}
