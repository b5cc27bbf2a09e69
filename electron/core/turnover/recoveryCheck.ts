import { type Ctx, write } from '../context.ts'
import { noteOffice } from '../register/access.ts'
import { readFact, writeFact } from '../register/facts.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'

/** The instant at which the recovery code was last known to be good: tried, or made anew. */
const fact = 'recoveryKnownGood'
export const noteKnownGood = (tx: Tx): void => writeFact(tx.db, fact, tx.at)

/** Whole days since the code was last known to be good; a register's first code is as old as the register. */
export function daysUntried(db: Db, now: string): number {
  const begun = statement(db, 'SELECT started_at FROM epoch ORDER BY position LIMIT 1').pluck().get() as string
  const since = readFact<string>(db, fact) ?? begun
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000))
}

/** Says whether a code opens this register. The key file is only read; a wrong code is noted like a refused sign-in. */
export async function checkRecoveryCode(ctx: Ctx, code: string): Promise<{ readonly opens: boolean }> {
  const opens = await ctx.holder.opens('recovery', '1', code)
  write(ctx, (tx) => {
    if (opens) noteKnownGood(tx)
    noteOffice(tx, 'recovery', { check: true, opens })
    tx.event('register.recovery-code-checked', { opens })
  })
  return { opens }
}
