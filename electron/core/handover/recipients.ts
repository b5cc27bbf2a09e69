/** What an office knows of the recipient of each of its books. */
import type { CardView } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { nameRows } from '../city/units.ts'
import { toHex } from '../crypto.ts'
import type { Db } from '../register/open.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { cardView } from './cards.ts'
import type { Card } from './format.ts'

export interface Recipient {
  readonly book: Book
  readonly name: string
  readonly code: string
  readonly station: string
  readonly sign_public: Uint8Array
  readonly age_recipient: string
  readonly sample: number
  readonly mark: number
  readonly acknowledged_no: number | null
  /** The office's epoch the mark belongs to. */
  readonly mark_epoch: string | null
  /** The recipient's own life that gave the last receipt, and the lives before it, as JSON. */
  readonly recipient_epoch: string | null
  readonly recipient_earlier: string
  /** The last receipt taken, so that the same one twice changes nothing. */
  readonly receipt_hash: Uint8Array | null
  readonly missing_nos: string
}

export const findRecipient = (db: Db, book: Book): Recipient | null =>
  (db.prepare('SELECT * FROM recipient WHERE book = ?').get(book) as Recipient | undefined) ?? null

/** Throws `no-recipient`. */
export function recipientOf(db: Db, book: Book): Recipient {
  const found = findRecipient(db, book)
  if (found === null) throw new AppError('no-recipient')
  return found
}

/** What the recipient holds of this life of the register; a mark of another life says nothing about this one. */
export const markIn = (r: Recipient | null, epoch: string): number =>
  r !== null && r.mark_epoch === epoch ? r.mark : 0

export const nextNo = (db: Db, book: Book, epoch: string): number =>
  db
    .prepare('SELECT coalesce(max(no), 0) + 1 FROM handover WHERE book = ? AND epoch = ?')
    .pluck()
    .get(book, epoch) as number

export const recipientView = (r: Recipient): CardView =>
  cardView({
    kind: 'recipient',
    name: r.name,
    code: r.code,
    book: r.book,
    sample: r.sample === 1,
    signKey: toHex(r.sign_public),
    ageRecipient: r.age_recipient,
  })

const hexBytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

/** Stores a recipient's card. A card of another station or key begins at nothing: that one holds nothing yet. */
export function storeRecipient(tx: Tx, book: Book, card: Card): void {
  const old = findRecipient(tx.db, book)
  if (old?.station === card.station && toHex(old.sign_public) !== card.signKey) throw new AppError('card-mismatch')
  if (old?.station === card.station && old.age_recipient === card.ageRecipient) {
    tx.db.prepare('UPDATE recipient SET name = ?, code = ? WHERE book = ?').run(card.name, card.code, book)
    return
  }
  tx.db.prepare('DELETE FROM recipient WHERE book = ?').run(book)
  tx.db.prepare('DELETE FROM handover_exception WHERE book = ?').run(book)
  tx.db
    .prepare(
      `INSERT INTO recipient (book, name, code, station, sign_public, age_recipient, sample, accepted_at, mark, acknowledged_no, mark_epoch,
         recipient_epoch, recipient_earlier, receipt_hash, missing_nos) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL, NULL, '[]', NULL, '[]')`,
    )
    .run(
      book,
      card.name,
      card.code,
      card.station,
      hexBytes(card.signKey),
      card.ageRecipient,
      card.sample ? 1 : 0,
      tx.at,
    )
  tx.event('card.accepted', { kind: 'recipient', station: card.station, signKey: card.signKey }, { book })
}

/** Enrols a unit at a recipient. Keys of a station never change, and a revoked card stays revoked. */
export function storeUnit(tx: Tx, card: Card): void {
  const old = tx.db
    .prepare('SELECT sign_public, age_recipient, revoked_at FROM unit WHERE station = ?')
    .get(card.station) as { sign_public: Uint8Array; age_recipient: string; revoked_at: string | null } | undefined
  if (old && old.revoked_at !== null) throw new AppError('file-revoked')
  if (old && (toHex(old.sign_public) !== card.signKey || old.age_recipient !== card.ageRecipient))
    throw new AppError('card-mismatch')
  if (old) {
    tx.db.prepare('UPDATE unit SET name = ?, code = ? WHERE station = ?').run(card.name, card.code, card.station)
    nameRows(tx.db, card.station, card.name)
    return
  }
  tx.db
    .prepare(
      'INSERT INTO unit (station, name, code, sign_public, age_recipient, sample, enrolled_at, revoked_at, revoke_reason, receipt_pending) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0)',
    )
    .run(card.station, card.name, card.code, hexBytes(card.signKey), card.ageRecipient, card.sample ? 1 : 0, tx.at)
  tx.event('card.accepted', { kind: 'unit', station: card.station, signKey: card.signKey })
}
