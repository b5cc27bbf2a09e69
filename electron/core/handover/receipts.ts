/** What a receipt changes at the office: the mark, the state of each handover, the rows set aside. */
import type { ReceiptOutcome } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgers } from '../../../shared/ledgers/index.ts'
import { equalBytes, toHex } from '../crypto.ts'
import type { Clock } from '../host.ts'
import { chainAt } from '../register/journal.ts'
import { currentEpoch, currentStation } from '../register/life.ts'
import type { Db, Register } from '../register/open.ts'
import { type Tx, transact } from '../register/unitOfWork.ts'
import type { Receipt } from './format.ts'
import { handedIds } from './leaving.ts'
import { phoneCode, spokenDigits } from './phoneCode.ts'
import { openReceipt } from './receiptFile.ts'
import { markIn, type Recipient, recipientOf } from './recipients.ts'

export interface ReceiptDesk {
  readonly register: Register
  readonly clock: Clock
  readonly userId: string
}

/** Refuses a receipt that is not about this register's present life and this recipient. */
function checkReceipt(db: Db, book: Book, receipt: Receipt, recipient: Recipient): void {
  if (receipt.recipient.station !== recipient.station) throw new AppError('file-stranger')
  if (receipt.sample !== (recipient.sample === 1)) throw new AppError('sample-mismatch')
  if (receipt.book !== book) throw new AppError('file-other-book')
  const known = receipt.station === currentStation(db).id && receipt.epoch === currentEpoch(db).id
  if (!known) throw new AppError('receipt-unknown', { at: 'epoch' })
  const chain = chainAt(db, receipt.mark)
  // The recipient holds a journal this register does not have: it may be a copy, or was set back unnoticed.
  if (chain === null || toHex(chain) !== receipt.markChain) throw new AppError('receipt-unknown', { at: 'mark' })
  const sent = db
    .prepare('SELECT 1 FROM handover WHERE book = ? AND epoch = ? AND up_to = ? AND no <= ?')
    .get(book, receipt.epoch, receipt.mark, receipt.no)
  if (receipt.mark > 0 && sent === undefined) throw new AppError('receipt-unknown', { at: 'mark' })
}

/**
 * The mark after a receipt; null when it is a late one that changes nothing. A mark only rises, unless the recipient
 * itself was set back: its new life names the former one, and what that life lost must be sent again. Two lives that
 * do not know of each other: the lower mark, which loses nothing.
 */
function markAfter(held: number, recipient: Recipient, receipt: Receipt): number | null {
  const { epoch, earlier } = receipt.recipient
  const late = receipt.mark < held || (receipt.mark === held && receipt.no < (recipient.acknowledged_no ?? 0))
  if (recipient.recipient_epoch === null || recipient.recipient_epoch === epoch) return late ? null : receipt.mark
  if (earlier.includes(recipient.recipient_epoch)) return receipt.mark
  if ((JSON.parse(recipient.recipient_earlier) as readonly string[]).includes(epoch)) return null
  return Math.min(held, receipt.mark)
}

function keepStates(tx: Tx, book: Book, receipt: Receipt): void {
  const missing = new Set(receipt.missingNos)
  const refused = new Set(receipt.refused.map((r) => r.no))
  const rows = tx.db
    .prepare('SELECT k, no, up_to, state FROM handover WHERE book = ? AND epoch = ?')
    .all(book, receipt.epoch) as {
    k: number
    no: number
    up_to: number
    state: string
  }[]
  const update = tx.db.prepare('UPDATE handover SET state = ?, receipt_at = ? WHERE k = ?')
  for (const { k, no, up_to, state } of rows) {
    const arrived = no <= receipt.no && up_to <= receipt.mark && !missing.has(no)
    const waiting = state === 'begun' || state === 'unfinished' ? state : 'sent'
    const next = arrived ? 'acknowledged' : refused.has(no) ? 'refused' : waiting
    if (next !== state) update.run(next, arrived ? tx.at : null, k)
  }
}

const isLedger = (name: string): name is LedgerName => Object.hasOwn(ledgers, name)

/** Names of our own records for the ids in a receipt: ids leave as HMACs, so each is looked for. */
function recordsOf(db: Db, book: Book, receipt: Receipt): ReadonlyMap<string, string> {
  const wanted = new Set(receipt.exceptions.map((e) => e.id))
  const idOf = handedIds(currentStation(db).handed_secret)
  const found = new Map<string, string>()
  if (wanted.size === 0) return found
  const handed = db.prepare('SELECT ledger, record_id FROM handed WHERE book = ?').iterate(book) as IterableIterator<{
    ledger: string
    record_id: string
  }>
  for (const { ledger, record_id } of handed) {
    if (!isLedger(ledger)) continue
    const id = idOf(ledger, record_id)
    if (wanted.has(id)) found.set(id, record_id)
  }
  return found
}

/** The receipt names every row that is set aside now: the list replaces the one before. */
function keepExceptions(tx: Tx, book: Book, receipt: Receipt): void {
  const records = recordsOf(tx.db, book, receipt)
  tx.db.prepare('DELETE FROM handover_exception WHERE book = ?').run(book)
  const insert = tx.db.prepare(
    'INSERT INTO handover_exception (book, no, ledger, handed_id, record_id, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { no, ledger, id, reason } of receipt.exceptions)
    insert.run(book, no, ledger, id, records.get(id) ?? null, reason, receipt.at)
}

function outcome(db: Db, book: Book): ReceiptOutcome {
  const r = recipientOf(db, book)
  const exceptions = db.prepare('SELECT count(*) FROM handover_exception WHERE book = ?').pluck().get(book) as number
  return {
    book,
    mark: markIn(r, currentEpoch(db).id),
    acknowledgedNo: r.acknowledged_no,
    missingNos: JSON.parse(r.missing_nos) as readonly number[],
    exceptions,
  }
}

function apply(tx: Tx, book: Book, receipt: Receipt, hash: Uint8Array): void {
  const recipient = recipientOf(tx.db, book)
  if (recipient.receipt_hash !== null && equalBytes(recipient.receipt_hash, hash)) return
  const mark = markAfter(markIn(recipient, receipt.epoch), recipient, receipt)
  if (mark === null) return
  // The lower mark of two lives is that of the earlier receipt; before the first handover there is no number.
  const acknowledged = mark === receipt.mark ? receipt.no || null : recipient.acknowledged_no
  tx.step('receipt:mark')
  const { epoch, earlier } = receipt.recipient
  tx.db
    .prepare(
      `UPDATE recipient SET mark = ?, mark_epoch = ?, acknowledged_no = ?, recipient_epoch = ?, recipient_earlier = ?, receipt_hash = ?, missing_nos = ? WHERE book = ?`,
    )
    .run(
      mark,
      receipt.epoch,
      acknowledged,
      epoch,
      JSON.stringify(earlier),
      hash,
      JSON.stringify(receipt.missingNos),
      book,
    )
  keepStates(tx, book, { ...receipt, mark })
  tx.step('receipt:states')
  keepExceptions(tx, book, receipt)
  tx.step('receipt:exceptions')
  tx.event(
    'handover.acknowledged',
    { no: receipt.no, mark, recipientEpoch: epoch, receipt: toHex(hash), exceptions: receipt.exceptions.length },
    { book },
  )
}

/**
 * Takes a receipt. The same one twice, or an older one, changes nothing. Throws `no-recipient`, what opening a file
 * throws, `file-stranger`, `sample-mismatch`, `file-other-book` or `receipt-unknown`; then nothing changed.
 */
export async function takeReceipt(
  { register, clock, userId }: ReceiptDesk,
  book: Book,
  file: string,
): Promise<ReceiptOutcome> {
  const { db } = register
  const recipient = recipientOf(db, book)
  const { receipt, hash } = await openReceipt(file, currentStation(db).age_identity, recipient.sign_public)
  checkReceipt(db, book, receipt, recipient)
  register.step('receipt:verified')
  transact(register, clock, userId, (tx) => apply(tx, book, receipt, hash))
  return outcome(db, book)
}

/** Confirms one handover by the code read aloud (H8), until the receipt itself comes. Throws `receipt-unknown`. */
export function confirmByPhone({ register, clock, userId }: ReceiptDesk, book: Book, no: number, code: string): void {
  transact(register, clock, userId, (tx) => {
    const recipient = recipientOf(tx.db, book)
    const station = currentStation(tx.db)
    const epoch = currentEpoch(tx.db).id
    const sent = tx.db
      .prepare(
        'SELECT up_to, manifest_hash FROM handover WHERE book = ? AND epoch = ? AND no = ? AND recipient_key = ?',
      )
      .get(book, epoch, no, recipient.age_recipient) as { up_to: number; manifest_hash: Uint8Array } | undefined
    if (!sent) throw new AppError('receipt-unknown')
    const facts = { book, station: station.id, epoch, no, mark: sent.up_to, manifestHash: sent.manifest_hash }
    const expected = phoneCode(
      facts,
      { ageIdentity: station.age_identity, ageRecipient: station.age_recipient },
      recipient.age_recipient,
    )
    if (spokenDigits(code) !== spokenDigits(expected)) throw new AppError('receipt-unknown', { at: 'code' })
    if (sent.up_to <= markIn(recipient, epoch)) return
    const missing = (JSON.parse(recipient.missing_nos) as readonly number[]).filter((n) => n !== no)
    tx.db
      .prepare(
        'UPDATE recipient SET mark = ?, mark_epoch = ?, acknowledged_no = max(coalesce(acknowledged_no, 0), ?), missing_nos = ? WHERE book = ?',
      )
      .run(sent.up_to, epoch, no, JSON.stringify(missing), book)
    tx.db
      .prepare("UPDATE handover SET state = 'confirmedByPhone', receipt_at = ? WHERE book = ? AND epoch = ? AND no = ?")
      .run(tx.at, book, epoch, no)
    tx.event('handover.confirmedByPhone', { no, mark: sent.up_to }, { book })
  })
}
