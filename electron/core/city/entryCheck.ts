import { z } from 'zod'
import { scalarSchema } from '../../../shared/ledgers/check.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf, ledgers } from '../../../shared/ledgers/index.ts'
import { amountBands } from '../../../shared/rules/travel.ts'
import type { Entry } from '../handover/format.ts'
import { type MergedColumn, mergedTable } from './mergedTable.ts'

/**
 * Why an entry was set aside by itself (H9). `newer-shape`: the office's program knows columns, codes or ledgers this
 * one does not; such entries are tried again after an update. Words for users: `report.reasons` in the text files.
 */
export type EntryProblem = 'newer-shape' | 'bad-value' | 'bad-line' | 'other-book'

// Names of 500 people of 60 characters each, with what joins them.
const joinedValues = 40_000

function columnSchema(c: MergedColumn): z.ZodType {
  if (c.kind === 'count') return z.number().int().min(0).max(100_000)
  if (c.field === null) return scalarSchema({ kind: 'text', max: joinedValues })
  if (c.field.travel === 'month') return z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  if (c.field.travel === 'band') return z.enum(amountBands as [string, ...string[]])
  return scalarSchema(c.field)
}

const schemas = new Map<LedgerName, z.ZodType>()
/** Data of a state: the ledger's city columns and no others. An older office may lack some. */
function dataSchema(name: LedgerName): z.ZodType {
  const found = schemas.get(name)
  if (found) return found
  const columns = mergedTable(name).columns.map((c) => [c.name, columnSchema(c).nullable().optional()] as const)
  const made = z.strictObject(Object.fromEntries(columns))
  schemas.set(name, made)
  return made
}

const clean = scalarSchema({ kind: 'text', max: 40 })
function countProblem(e: Extract<Entry, { kind: 'count' }>): EntryProblem | null {
  const words = [e.measure, e.category].filter((w) => w !== '')
  const whole = e.measure !== '' && Number.isSafeInteger(e.amount) && e.amount >= 0
  return whole && words.every((w) => clean.safeParse(w).success) ? null : 'bad-value'
}

/** What is wrong with one entry of a verified file, or null. `upTo` is the last seq the file may speak of. */
export function entryProblem(e: Entry, book: Book, upTo: number): EntryProblem | null {
  if (!Object.hasOwn(ledgers, e.ledger)) return 'newer-shape'
  const name = e.ledger as LedgerName
  if (ledgers[name].book !== book) return 'other-book'
  // No office of this program sends its own lists.
  if (ledgerOf(name).ofOffice === true) return 'newer-shape'
  if (e.kind === 'count') return countProblem(e)
  if (e.seq > upTo) return 'bad-value'
  if (e.kind === 'tombstone') return null
  const parsed = dataSchema(name).safeParse(e.data)
  if (parsed.success) return null
  const newer = parsed.error.issues.some((i) => i.code === 'unrecognized_keys' || i.code === 'invalid_value')
  return newer ? 'newer-shape' : 'bad-value'
}
