import type { KeptItem } from '../../../shared/contract/turnover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'

export const keptItems = (db: Db): readonly KeptItem[] =>
  statement(
    db,
    'SELECT k, kind, label, keeper, place, since FROM kept_item ORDER BY kind, label, k',
  ).all() as KeptItem[]

const about = { book: 'mediation' } as const

/** Throws `not-found` for an item that is no longer there. */
export function saveKept(tx: Tx, k: number | null, item: Omit<KeptItem, 'k'>): void {
  const { kind, label, keeper, place, since } = item
  const values = [kind, label, keeper, place, since]
  const { changes } =
    k === null
      ? statement(tx.db, 'INSERT INTO kept_item (kind, label, keeper, place, since) VALUES (?, ?, ?, ?, ?)').run(
          ...values,
        )
      : statement(tx.db, 'UPDATE kept_item SET kind = ?, label = ?, keeper = ?, place = ?, since = ? WHERE k = ?').run(
          ...values,
          k,
        )
  if (changes === 0) throw new AppError('not-found')
  tx.event('kept.saved', { k, kind, label, keeper, place, since }, about)
}

/** Throws `not-found`. */
export function removeKept(tx: Tx, k: number, reason: string): void {
  const old = statement(tx.db, 'SELECT * FROM kept_item WHERE k = ?').get(k) as KeptItem | undefined
  if (!old) throw new AppError('not-found')
  statement(tx.db, 'DELETE FROM kept_item WHERE k = ?').run(k)
  tx.event('kept.removed', { ...old, reason }, about)
}
