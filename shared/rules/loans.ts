import type { Problem } from '../errors.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import { error, warning } from './problem.ts'

/** 借阅登记: only the dossier of an ended case is lent, and nothing comes back before it went (domain 2.6). */
export function loanProblems(d: DisputeData): readonly Problem[] {
  return d.loans.flatMap((loan, i) => {
    const at = `loans.${i}`
    const backwards = (['dueOn', 'returnedOn'] as const).filter((f) => {
      const day = loan[f]
      return loan.lentOn !== null && day !== null && day < loan.lentOn
    })
    const early = d.closedOn === null && d.filedOn === null && loan.lentOn !== null
    return [
      ...backwards.map((f) => error(`${at}.${f}`, 'loanBackwards')),
      ...(early ? [warning(`${at}.lentOn`, 'loanNotClosed')] : []),
    ]
  })
}
