import type { AnyData } from '../../../shared/ledgers/describe.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../register/open.ts'
import type { StoredRecord } from '../register/records.ts'
import type { Tx } from '../register/unitOfWork.ts'

/** What a ledger does beyond list and save; a plain ledger has none of it. */
export interface LedgerService {
  /** Fills in what the program knows before a save. */
  readonly settle: (db: Db, old: StoredRecord | null, next: AnyData, today: string) => AnyData
  /** Throws when the change may not be made to what is already signed. */
  readonly checkChange: (db: Db, old: StoredRecord, next: AnyData) => void
  /** Throws when the record may not be taken out. */
  readonly checkRemoval: (db: Db, old: StoredRecord) => void
  /** Belongs to the same transaction as the save. */
  readonly saved: (ctx: Ctx, tx: Tx, record: StoredRecord) => void
  /** Fields that can no longer be typed over. */
  readonly frozenFields: (db: Db, id: string) => readonly string[]
}
