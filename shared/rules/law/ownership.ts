/** Who owns land or may use it is decided by government; mediation settles use and damage (domain 1). */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { isUnit } from '../party.ts'
import { isOpen, type LawRule, partsWhere, placeIf } from './rule.ts'

/** Words that decide who owns or may use a thing. */
const decides = /归[^，。；！？\n]{0,24}?所有|属于?[^，。；！？\n]{0,12}?所有|所有权|使用权归|权属|确权/

export const decidesOwnership = (text: string | null): boolean => text !== null && decides.test(text)

/** Between units the county decides, otherwise the township or the county (草原法 16, 土地管理法 14). */
export const isBetweenUnits = (d: DisputeData): boolean => d.parties.length > 1 && d.parties.every(isUnit)

const isAboutLand = (d: DisputeData) => d.ownershipDispute === true || d.typeJustice === 'landAndForest'
const toGovernment = [{ path: 'result', value: 'transferred' }] as const
const isPending = (d: DisputeData) => d.ownershipDispute === true && isOpen(d) && d.lateEntry !== true

export const ownershipRules: readonly LawRule[] = [
  {
    code: 'ownershipOfPersons',
    severity: 'warning',
    law: '土地管理法 14、草原法 16',
    when: (d) => placeIf(isPending(d) && !isBetweenUnits(d), 'ownershipDispute', { offers: toGovernment }),
  },
  {
    code: 'ownershipOfUnits',
    severity: 'warning',
    law: '土地管理法 14、草原法 16',
    when: (d) => placeIf(isPending(d) && isBetweenUnits(d), 'ownershipDispute', { offers: toGovernment }),
  },
  {
    code: 'clauseDecidesOwnership',
    severity: 'warning',
    law: '土地管理法 14、草原法 16',
    when: (d) => (isAboutLand(d) ? partsWhere(d, 'clauses', 'text', (c) => decidesOwnership(c.text)) : []),
  },
]
