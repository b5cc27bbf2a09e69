import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { withFixedAges } from '../../../../shared/rules/party.ts'
import type { LedgerService } from '../service.ts'
import { keepDues } from './dues.ts'
import { checkFrozen, frozenFields, isFrozen } from './frozen.ts'
import { checkNumbersKept, claimTypedNumbers, refuseNumbered } from './numberEntry.ts'

/** One age per dossier: fixed at 受理 and, once the agreement is in effect, as it was printed. */
const settle: LedgerService['settle'] = (db, old, next, today) =>
  old !== null && isFrozen(db, old.id)
    ? next
    : (withFixedAges(
        next as unknown as DisputeData,
        (old?.data ?? null) as DisputeData | null,
        today,
      ) as unknown as AnyData)

/** 纠纷. */
export const caseService: LedgerService = {
  settle,
  checkChange: (db, old, next) => {
    checkFrozen(db, old, next)
    checkNumbersKept(db, old, next)
  },
  checkRemoval: refuseNumbered,
  saved: (ctx, tx, record) => {
    claimTypedNumbers(ctx, tx, record.id, record.data as unknown as DisputeData)
    keepDues(tx.db, record)
  },
  frozenFields,
}
