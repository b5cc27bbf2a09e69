import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { isKept } from './keptPapers.ts'

/**
 * What the signed agreement printed: from 生效 it is a contract (人民调解法 31), and only a 补充协议, a new mediation or
 * an 录入更正 may differ from it.
 */
const printed = [
  'committee',
  'parties',
  'agents',
  'mediators',
  'recorder',
  'attendants',
  'facts',
  'responsibilities',
  'clauses',
  'copies',
  'agreementNo',
  'signedByPartiesOn',
  'signedByMediatorsOn',
  'sealedOn',
] as const

/** Whether the agreement is in effect, its paper kept. */
export const isFrozen = (db: Db, id: string): boolean => isKept(db, id, 'agreement')

/** What is printed of a promised performance; whether it was kept may be noted later. */
const promise = ['debtor', 'manner', 'place', 'amount', 'dueOn'] as const

/** Fields that can no longer be typed over. */
export const frozenFields = (db: Db, id: string): readonly string[] =>
  isFrozen(db, id) ? [...printed, ...promise.map((field) => `performances.${field}`)] : []

const promised = (data: AnyData): unknown =>
  (data.performances as readonly Record<string, unknown>[]).map((part) => promise.map((field) => part[field]))

/** Throws `record-frozen` naming the fields that a save would change in a signed agreement. */
export function checkFrozen(db: Db, old: StoredRecord, next: AnyData): void {
  if (!isFrozen(db, old.id)) return
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  const fields: string[] = printed.filter((f) => differs(old.data[f], next[f]))
  if (differs(promised(old.data), promised(next))) fields.push('performances')
  if (fields.length > 0) {
    throw new AppError('record-frozen', {
      why: 'signed',
      problems: fields.map((path) => ({ path, code: 'frozen', severity: 'error' }) as const),
    })
  }
}
