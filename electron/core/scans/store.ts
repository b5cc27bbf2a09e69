import { v7 as uuid } from 'uuid'
import { AppError } from '../../../shared/errors.ts'
import { hmac, sha256, subkey, toHex } from '../crypto.ts'
import { readAttachment, referAttachment } from '../register/attachments.ts'
import type { Db, Register } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import type { Reduced } from './reduction.ts'

/** A scan as the register keeps it: its bytes are an attachment. */
export interface StoredScan {
  readonly id: string
  readonly record_id: string
  readonly item: string
  readonly position: number
  readonly title: string
  readonly kind: 'image' | 'pdf'
  readonly attachment: string
  readonly bytes: number
  readonly pages: number
  readonly source: string
  readonly thumb: Uint8Array | null
  /** The footer code it shows, where it is one of this register's. */
  readonly code: string | null
  readonly added_at: string
  readonly added_by: string
  readonly removed_at: string | null
}

/** The scans of a case that lie in its dossier, in the order of their items' pages. Callers ask who reads first. */
export const scansOf = (db: Db, recordId: string): readonly StoredScan[] =>
  statement(db, 'SELECT * FROM scan WHERE record_id = ? AND removed_at IS NULL ORDER BY item, position, id').all(
    recordId,
  ) as StoredScan[]

/** What was taken out and can be put back, the latest first. */
export const removedScans = (db: Db, recordId: string): readonly StoredScan[] =>
  statement(db, 'SELECT * FROM scan WHERE record_id = ? AND removed_at IS NOT NULL ORDER BY removed_at DESC, id').all(
    recordId,
  ) as StoredScan[]

/** A JPEG or a PDF as it was reduced. Throws `register-damaged` when the file is missing or was changed. */
export const readScan = (
  register: Register,
  scan: Pick<StoredScan, 'kind' | 'attachment'>,
): { readonly kind: StoredScan['kind']; readonly bytes: Uint8Array } => ({
  kind: scan.kind,
  bytes: readAttachment(register, scan.attachment),
})

/** A scan of this case, in its dossier or taken out of it. Throws `not-found`. */
export function scanOf(db: Db, recordId: string, id: string): StoredScan {
  const found = statement(db, 'SELECT * FROM scan WHERE record_id = ? AND id = ?').get(recordId, id)
  if (found === undefined) throw new AppError('not-found')
  return found as StoredScan
}

/** Tells a file given twice, without keeping a hash that anyone could test for a known file. */
export const sourceOf = (register: Register, bytes: Uint8Array): string =>
  toHex(hmac(subkey(register.key, 'scan source'), sha256(bytes)))

/** The scan of this case that was made of the same file, if there is one. */
export const sameSource = (db: Db, recordId: string, source: string): StoredScan | null =>
  scansOf(db, recordId).find((s) => s.source === source) ?? null

const about = (recordId: string) => ({ book: 'mediation', ledger: 'dispute', recordId }) as const

export interface NewScan {
  readonly recordId: string
  readonly item: string
  readonly title: string
  readonly source: string
  readonly attachment: string
  readonly code: string | null
  readonly reduced: Reduced
}
/** Enters a scan last in its item; its attachment was stored before the transaction. */
export function insertScan(tx: Tx, scan: NewScan): StoredScan {
  const { recordId, item, title, source, attachment, code, reduced } = scan
  const { kind, pages, thumb } = reduced
  const id = uuid()
  const position = ofItem(tx.db, recordId, item).length
  referAttachment(tx, attachment, reduced.bytes.length)
  statement(
    tx.db,
    `INSERT INTO scan (id, record_id, item, position, title, kind, attachment, bytes, pages, source, thumb, code, added_at, added_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[id, recordId, item, position, title, kind, attachment, reduced.bytes.length, pages],
    ...[source, thumb, code, tx.at, tx.by],
  )
  tx.event('scan.added', { scan: id, item, title, kind, pages }, about(recordId))
  return scanOf(tx.db, recordId, id)
}

const ofItem = (db: Db, recordId: string, item: string): readonly StoredScan[] =>
  scansOf(db, recordId).filter((s) => s.item === item)

/** Writes the item of these scans, and their positions from 0 as they stand here. */
function renumber(db: Db, item: string, scans: readonly StoredScan[]): void {
  const set = statement(db, 'UPDATE scan SET item = ?, position = ? WHERE id = ?')
  scans.forEach((s, i) => {
    set.run(item, i, s.id)
  })
}

/** Puts a scan at a position of an item; one beyond the end is the end. Throws `not-found` for one that was taken out. */
export function placeScan(tx: Tx, recordId: string, id: string, item: string, position: number): void {
  const scan = scanOf(tx.db, recordId, id)
  if (scan.removed_at !== null) throw new AppError('not-found')
  const others = ofItem(tx.db, recordId, item).filter((s) => s.id !== id)
  renumber(tx.db, item, others.toSpliced(position, 0, scan))
  if (item !== scan.item) renumber(tx.db, scan.item, ofItem(tx.db, recordId, scan.item))
  tx.event('scan.placed', { scan: id, item, position: Math.min(position, others.length) }, about(recordId))
}

/** Throws `not-found` for one that was taken out. */
export function renameScan(tx: Tx, recordId: string, id: string, title: string): void {
  if (scanOf(tx.db, recordId, id).removed_at !== null) throw new AppError('not-found')
  statement(tx.db, 'UPDATE scan SET title = ? WHERE id = ?').run(title, id)
  tx.event('scan.renamed', { scan: id, title }, about(recordId))
}

/** Takes a scan out of the dossier; its file stays until it is erased. A second time nothing happens. */
export function removeScan(tx: Tx, recordId: string, id: string): void {
  const scan = scanOf(tx.db, recordId, id)
  if (scan.removed_at !== null) return
  statement(tx.db, 'UPDATE scan SET removed_at = ?, removed_by = ? WHERE id = ?').run(tx.at, tx.by, id)
  renumber(tx.db, scan.item, ofItem(tx.db, recordId, scan.item))
  tx.event('scan.removed', { scan: id, item: scan.item }, about(recordId))
}

/** Puts a scan back to where it was. */
export function restoreScan(tx: Tx, recordId: string, id: string): void {
  const scan = scanOf(tx.db, recordId, id)
  if (scan.removed_at === null) return
  const others = ofItem(tx.db, recordId, scan.item)
  statement(tx.db, 'UPDATE scan SET removed_at = NULL, removed_by = NULL WHERE id = ?').run(id)
  renumber(tx.db, scan.item, others.toSpliced(scan.position, 0, scan))
  tx.event('scan.restored', { scan: id, item: scan.item }, about(recordId))
}
