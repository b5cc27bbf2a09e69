import type { Problem } from '../errors.ts'
import type { RuleContext } from '../ledgers/describe.ts'
import type { DisputeData, PartyData } from '../ledgers/dispute.ts'
import { lifeProblems } from './caseLife.ts'
import { amountProblems } from './clauseAmounts.ts'
import { committeeProblems } from './committees.ts'
import { birthDateOf, identityProblem, isCreditCode, isSampleId, sexOf } from './identity.ts'
import { numberProblems } from './numbers.ts'

const error = (path: string, code: string): Problem => ({ path, code, severity: 'error' })
const warning = (path: string, code: string): Problem => ({ path, code, severity: 'warning' })

function partyProblems(party: PartyData, at: string, context: RuleContext): readonly Problem[] {
  const found: Problem[] = []
  const id = party.idNumber
  if (id !== null && (party.certificateKind === null || party.certificateKind === 'idCard')) {
    const wrong = identityProblem(id, context.today)
    if (wrong) return [error(`${at}.idNumber`, wrong)]
    if (!context.sample && isSampleId(id)) found.push(warning(`${at}.idNumber`, 'idSample'))
    if (party.birthDate !== null && party.birthDate !== birthDateOf(id))
      found.push(warning(`${at}.birthDate`, 'birthDiffers'))
    if (party.sex !== null && party.sex !== sexOf(id)) found.push(warning(`${at}.sex`, 'sexDiffers'))
  }
  if (party.creditCode !== null && !isCreditCode(party.creditCode)) found.push(error(`${at}.creditCode`, 'creditCode'))
  return found
}

/** Dates a reviewer checks: each must not come before the one before it (domain 2.3, consistency rules). */
const inOrder = ['applicationDate', 'acceptanceDate', 'resultDate', 'closedOn', 'filedOn'] as const

function dateProblems(d: DisputeData, today: string): readonly Problem[] {
  const known = inOrder.filter((f) => d[f] !== null)
  const backwards = known.filter((f, i) => {
    const before = known[i - 1]
    return before !== undefined && (d[before] ?? '') > (d[f] ?? '')
  })
  const future = known.filter((f) => (d[f] ?? '') > today)
  return [...backwards.map((f) => error(f, 'dateOrder')), ...future.map((f) => warning(f, 'dateFuture'))]
}

const isAgreement: ReadonlySet<string> = new Set(['written', 'oral'])

/** Rules of the 纠纷 ledger that look at more than one field. */
export function disputeRules(d: DisputeData, context: RuleContext): readonly Problem[] {
  const copiesShort = d.copies !== null && d.copies < d.parties.length + 1
  return [
    ...d.parties.flatMap((p, i) => partyProblems(p, `parties.${i}`, context)),
    ...lifeProblems(d),
    ...dateProblems(d, context.today),
    ...amountProblems(d),
    ...numberProblems(d),
    ...committeeProblems(d, context.settings),
    // 人民调解法 29: each party one copy, the committee keeps one.
    ...(copiesShort ? [warning('copies', 'copiesShort')] : []),
    // A case without an agreement has a 卷号 and no 协议编号 (domain 2.5).
    ...(d.agreementNo !== null && d.result !== null && !isAgreement.has(d.result)
      ? [error('agreementNo', 'noAgreement')]
      : []),
    // 人民调解法 28 and 劳动争议: labour agreements are written.
    ...(d.result === 'oral' && (d.typeJustice === 'migrantWages' || d.typeJustice === 'otherLabour')
      ? [error('result', 'labourNeedsWriting')]
      : []),
  ]
}
