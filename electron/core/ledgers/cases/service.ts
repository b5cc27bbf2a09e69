import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { fullYears } from '../../../../shared/rules/dates.ts'
import type { LedgerService } from '../service.ts'
import { keepDues } from './dues.ts'
import { checkFrozen, frozenFields } from './frozen.ts'
import { checkNumbersKept, claimTypedNumbers, refuseNumbered } from './numberEntry.ts'

/** One age per dossier: fixed when the agreement gets its number, so that a birthday before 生效 changes no paper. */
function withFixedAges(data: AnyData, today: string): AnyData {
  const { agreementNo, parties } = data as unknown as DisputeData
  if (agreementNo === null) return data
  const aged = parties.map((p) =>
    p.age === null && p.birthDate !== null ? { ...p, age: fullYears(p.birthDate, today) } : p,
  )
  return { ...data, parties: aged }
}

/** 纠纷. */
export const caseService: LedgerService = {
  settle: withFixedAges,
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
