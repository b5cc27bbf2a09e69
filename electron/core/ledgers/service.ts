import type { Problem } from '../../../shared/errors.ts'
import type { AnyData } from '../../../shared/ledgers/describe.ts'
import type { Ctx } from '../context.ts'
import type { Reader } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import type { StoredRecord } from '../register/records.ts'
import type { Tx } from '../register/unitOfWork.ts'

/**
 * By which door a change comes: as a save like any other, by reopening a finished record, or as an approved 录入更正 of
 * exactly these fields.
 */
export type Door = 'save' | 'reopening' | { readonly corrected: readonly string[] }

/** Fields that this door opens although they are frozen. */
export const correctedBy = (door: Door): readonly string[] => (typeof door === 'object' ? door.corrected : [])

export interface Change {
  /** Null for a new record. */
  readonly old: StoredRecord | null
  readonly next: AnyData
  readonly door: Door
}

/** What a ledger does beyond list and save; a plain ledger has none of it. */
export interface LedgerService {
  /** Fills in what the program knows before a save. */
  readonly settle: (db: Db, old: StoredRecord | null, next: AnyData, today: string) => AnyData
  /** Throws when this user may not make the change, or nobody may: what is signed, finished or decided stays. */
  readonly checkChange: (ctx: Ctx, tx: Tx, change: Change) => void
  /** Fields that otherwise only a call sets may be typed in this save. */
  readonly mayTypeGiven: (old: AnyData | null, next: AnyData) => boolean
  /** Throws when the record may not be taken out. */
  readonly checkRemoval: (db: Db, old: StoredRecord) => void
  /** Belongs to the same transaction as the save. */
  readonly saved: (ctx: Ctx, tx: Tx, record: StoredRecord, old: StoredRecord | null) => void
  /** Fields that can no longer be typed over. */
  readonly frozenFields: (db: Db, record: StoredRecord) => readonly string[]
  /** Papers in effect, whose PDF is kept: `agreement`, `supplement.0`. */
  readonly keptPapers: (db: Db, id: string) => readonly string[]
  /** Warnings that need more of the register than the record itself. */
  readonly warnings: (db: Db, record: StoredRecord, reader: Reader) => readonly Problem[]
}

/** A service that does nothing, for ledgers with only some of it. */
export const plainService: LedgerService = {
  settle: (_db, _old, next) => next,
  checkChange: () => undefined,
  mayTypeGiven: () => false,
  checkRemoval: () => undefined,
  saved: () => undefined,
  frozenFields: () => [],
  keptPapers: () => [],
  warnings: () => [],
}
