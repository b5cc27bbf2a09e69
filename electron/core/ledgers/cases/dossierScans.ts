/** Scans as the dossier sees them: how many of each item there are, in their order. */
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

export interface BoundScan {
  readonly id: string
  readonly item: string
  readonly title: string
  /** `pdf`, or the kind of an image. */
  readonly kind: string
  readonly attachment: string
  readonly pages: number
}

/** The scans of a case that were not taken out, in the order of their items. */
export const scansOf = (db: Db, recordId: string): readonly BoundScan[] =>
  statement(
    db,
    `SELECT id, item, title, kind, attachment, pages FROM scan WHERE record_id = ? AND removed_at IS NULL
     ORDER BY item, position, id`,
  ).all(recordId) as BoundScan[]
