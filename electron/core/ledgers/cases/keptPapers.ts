import { sha256 } from '../../crypto.ts'
import { readAttachment, referAttachment } from '../../register/attachments.ts'
import type { Db, Register } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'

export interface KeptPaper {
  readonly pdf: Uint8Array
  readonly pages: number
}

/** True when the paper (`agreement`, `supplement.0`) is in effect and its PDF kept. */
export const isKept = (db: Db, id: string, key: string): boolean =>
  statement(db, 'SELECT 1 FROM kept_paper WHERE record_id = ? AND paper = ?').get(id, key) !== undefined

/** Every paper of the case that is in effect. */
export const keptKeys = (db: Db, id: string): readonly string[] =>
  statement(db, 'SELECT paper FROM kept_paper WHERE record_id = ? ORDER BY k').pluck().all(id) as string[]

/** The PDF as it took effect; null when the paper is not in effect. */
export function readKept(register: Register, id: string, key: string): KeptPaper | null {
  const row = statement(register.db, 'SELECT attachment, pages FROM kept_paper WHERE record_id = ? AND paper = ?').get(
    id,
    key,
  ) as { readonly attachment: string; readonly pages: number } | undefined
  return row === undefined ? null : { pdf: readAttachment(register, row.attachment), pages: row.pages }
}

/** Keeps a PDF by its hash; the attachment was stored before the transaction. */
export function keepPaper(tx: Tx, id: string, key: string, attachment: string, { pdf, pages }: KeptPaper): void {
  referAttachment(tx, attachment, pdf.length)
  statement(
    tx.db,
    'INSERT INTO kept_paper (record_id, paper, hash, attachment, pages, at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, key, sha256(pdf), attachment, pages, tx.at)
}
