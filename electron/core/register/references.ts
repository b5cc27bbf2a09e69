import { columnName, isList } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** Columns anywhere that hold ids of this ledger's records. */
function referring(to: LedgerName): readonly (readonly [table: string, column: string])[] {
  return ledgerNames.flatMap((name) => {
    const ledger = ledgerOf(name)
    return Object.entries(ledger.fields).flatMap(([n, f]): (readonly [string, string])[] => {
      if (!isList(f)) return f.kind === 'reference' && f.to === to ? [[ledger.table, columnName(n)]] : []
      return Object.entries(f.part.fields).flatMap(([inner, p]) =>
        p.kind === 'reference' && p.to === to ? [[f.part.table, columnName(inner)] as const] : [],
      )
    })
  })
}

/** Whether another record stands on this one: a post that was ticked in an attendance or followed by another. */
export const isReferred = (db: Db, ledger: LedgerName, id: string): boolean =>
  referring(ledger).some(
    ([table, column]) => statement(db, `SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`).get(id) !== undefined,
  )
