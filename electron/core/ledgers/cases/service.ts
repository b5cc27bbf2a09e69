import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { withFixedAges } from '../../../../shared/rules/party.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { type Change, type LedgerService, plainService } from '../service.ts'
import { withdrawOutdated } from './correctionStore.ts'
import { keepDues } from './dues.ts'
import { checkFrozen, frozenFields, isFiled, isFrozen } from './frozen.ts'
import { keptKeys } from './keptPapers.ts'
import { checkLateEntry, checkLateResult, checkMoves } from './moves.ts'
import { checkNumbersKept, claimTypedNumbers, refuseNumbered } from './numberEntry.ts'

/** One age per dossier: fixed at 受理 and, once the agreement is in effect or the case filed, as it stands there. */
const settle: LedgerService['settle'] = (db, old, next, today) =>
  old !== null && (isFrozen(db, old.id) || isFiled(old))
    ? next
    : (withFixedAges(
        next as unknown as DisputeData,
        (old?.data ?? null) as DisputeData | null,
        today,
      ) as unknown as AnyData)

/** A contract is not taken out of the register; paper entered by mistake is, until it is filed. */
function refuseSigned(db: Db, { id, data }: StoredRecord): void {
  const d = asCase(data)
  if (isFrozen(db, id) || (d.lateEntry !== true && effectiveOn(d) !== null))
    throw new AppError('record-frozen', { why: 'signed' })
}

const asCase = (data: AnyData): DisputeData => data as unknown as DisputeData

/** Of 补录 the three acts are typed with the first save, and mended while the case is not filed. */
function isLateInEffect(old: AnyData | null, next: AnyData): boolean {
  if (next.lateEntry !== true) return false
  return old === null || (old.lateEntry === true && effectiveOn(asCase(old)) !== null)
}

/** 纠纷. */
export const caseService: LedgerService = {
  ...plainService,
  settle,
  checkChange: (ctx, tx, change: Change) => {
    const [old, next] = [change.old === null ? null : asCase(change.old.data), asCase(change.next)]
    checkFrozen(tx.db, change)
    checkNumbersKept(tx.db, change)
    checkLateEntry(old, next)
    checkLateResult(ctx, change.old, change.next, tx.today)
    checkMoves(ctx.session, old, next, change.door)
  },
  mayTypeGiven: isLateInEffect,
  checkRemoval: (db, old) => {
    refuseNumbered(db, old)
    refuseSigned(db, old)
  },
  saved: (ctx, tx, record, old) => {
    claimTypedNumbers(ctx, tx, record.id, asCase(record.data))
    keepDues(tx.db, record)
    if (old !== null) withdrawOutdated(tx, record)
  },
  frozenFields,
  keptPapers: keptKeys,
}
