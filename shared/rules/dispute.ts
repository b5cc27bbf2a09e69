import type { Problem } from '../errors.ts'
import type { RuleContext } from '../ledgers/describe.ts'
import type { DisputeData } from '../ledgers/dispute.ts'
import { lifeProblems } from './caseLife.ts'
import { amountProblems } from './clauseAmounts.ts'
import { committeeProblems } from './committees.ts'
import { confirmationRules } from './law/confirmation.ts'
import { dateRules } from './law/dateOrder.ts'
import { formRules } from './law/form.ts'
import { freeWillRules } from './law/freeWill.ts'
import { ownershipRules } from './law/ownership.ts'
import { identityProblems, partyRules } from './law/parties.ts'
import { peopleRules } from './law/people.ts'
import { performanceRules } from './law/performance.ts'
import { reportingRules } from './law/reporting.ts'
import { judged, type LawRule } from './law/rule.ts'
import { sourceRules } from './law/source.ts'
import { typeRules } from './law/types.ts'
import { wordingRules } from './law/wording.ts'
import { loanProblems } from './loans.ts'
import { numberProblems } from './numbers.ts'
import { filledParty } from './party.ts'
import { supplementProblems } from './supplement.ts'
import { filledTypes } from './typeCodes.ts'

/** Everything the law, the forms and the reviewers ask of a case, by concern. */
export const lawRules: readonly LawRule[] = [
  ...typeRules,
  ...partyRules,
  ...dateRules,
  ...sourceRules,
  ...peopleRules,
  ...freeWillRules,
  ...reportingRules,
  ...formRules,
  ...ownershipRules,
  ...confirmationRules,
  ...performanceRules,
  ...wordingRules,
]

/** Rules of the 纠纷 ledger that look at more than one field. */
export const disputeRules = (d: DisputeData, context: RuleContext): readonly Problem[] => [
  ...identityProblems(d, context),
  ...lifeProblems(d),
  ...supplementProblems(d),
  ...loanProblems(d),
  ...amountProblems(d),
  ...numberProblems(d),
  ...committeeProblems(d, context.settings),
  ...judged(lawRules, d, context),
]

const typeFields: ReadonlySet<string> = new Set(['typeJustice', 'typeOlder', 'localSubtype'])

/** What follows from a field just typed: types from types, and what an ID number, a birth date or an age says. */
export function filledDispute(next: DisputeData, before: DisputeData, path: string, context: RuleContext): DisputeData {
  const [field = '', index, inner] = path.split('.')
  if (typeFields.has(field)) return filledTypes(next, context.settings)
  const [party, old] = [next.parties[Number(index)], before.parties[Number(index)]]
  if (field !== 'parties' || inner === undefined || party === undefined || old === undefined) return next
  const days = { today: context.today, ageDay: next.acceptanceDate ?? context.today }
  return { ...next, parties: next.parties.with(Number(index), filledParty(party, old, days)) }
}
