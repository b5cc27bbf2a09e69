import { AppError, type Problem } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import { dispute } from '../../../../shared/ledgers/dispute.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { type Change, correctedBy } from '../service.ts'
import { isKept, keptKeys } from './keptPapers.ts'

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
  'bounds',
  'boundaryMarks',
  // In what form it was made and on which day: what it is counted as.
  'result',
  'resultDate',
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

/**
 * What goes on after 归档: how many pages were bound and where they are, who may see them, what is paid for the case. The
 * rest waits for reopening.
 */
const openAfterFiling: readonly string[] = [
  ...['pages', 'loans', 'box', 'remarks', 'secrecy', 'heldBack'],
  ...['subsidyGrade', 'subsidyAmount', 'subsidyReviewer', 'subsidyBatch'],
]
const closedByFiling = Object.keys(dispute.fields).filter((f) => !openAfterFiling.includes(f))

export const isFiled = (record: StoredRecord): boolean => record.data.filedOn !== null

const supplementPrefix = 'supplement.'
/** Places in the list of the 补充协议 that are in effect. */
const keptSupplements = (kept: readonly string[]): readonly number[] =>
  kept.filter((key) => key.startsWith(supplementPrefix)).map((key) => Number(key.slice(supplementPrefix.length)))

/** Fields that can no longer be typed over: `clauses`, `performances.amount` of every part, the part `supplements.0`. */
export function frozenFields(db: Db, record: StoredRecord): readonly string[] {
  if (isFiled(record)) return closedByFiling
  const kept = keptKeys(db, record.id)
  const signed = kept.includes('agreement') ? [...printed, ...promise.map((field) => `performances.${field}`)] : []
  return [...signed, ...keptSupplements(kept).map((i) => `supplements.${i}`)]
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

const promised = (data: AnyData): unknown =>
  (data.performances as readonly Record<string, unknown>[]).map((part) => promise.map((field) => part[field]))

const supplementAt = (data: AnyData, i: number): unknown => (data.supplements as readonly unknown[])[i]

/** Frozen values that a save would change, by path. */
function touched(db: Db, old: StoredRecord, next: AnyData): readonly string[] {
  if (isFiled(old)) return closedByFiling.filter((f) => differs(old.data[f], next[f]))
  const kept = keptKeys(db, old.id)
  const supplements = keptSupplements(kept)
    .filter((i) => differs(supplementAt(old.data, i), supplementAt(next, i)))
    .map((i) => `supplements.${i}`)
  if (!kept.includes('agreement')) return supplements
  const fields: string[] = printed.filter((f) => differs(old.data[f], next[f]))
  return [...fields, ...(differs(promised(old.data), promised(next)) ? ['performances'] : []), ...supplements]
}

/** Throws `record-frozen` or `case-finished` naming the fields that a save would change in what is signed or filed. */
export function checkFrozen(db: Db, { old, next, door }: Change): void {
  if (old === null || door === 'reopening') return
  const open = correctedBy(door)
  const fields = touched(db, old, next).filter((path) => !open.includes(path.split('.')[0] ?? ''))
  if (fields.length === 0) return
  const filed = isFiled(old)
  const problems = fields.map(
    (path): Problem =>
      filed ? { path, code: 'frozenFiled', severity: 'error' } : { path, code: 'frozen', severity: 'error' },
  )
  throw filed
    ? new AppError('case-finished', { state: 'archived', problems })
    : new AppError('record-frozen', { why: 'signed', problems })
}
