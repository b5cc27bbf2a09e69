/** In what form an agreement is made, how many copies it has, and which committee makes it. */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { effectiveOn } from '../effect.ts'
import { isAgreed, isOpen, type LawRule, placeIf } from './rule.ts'

const isLabour = (d: DisputeData) => d.typeJustice === 'migrantWages' || d.typeJustice === 'otherLabour'

/** 土地承包经营, 草地 included: 草场承包流转 is one of the local sub-types of 山林土地. */
const isLand = (d: DisputeData) => d.typeJustice === 'landAndForest'
const isMedical = (d: DisputeData) => d.typeJustice === 'medical'

/**
 * No oral agreement may be made: 劳动争议 and 医疗纠纷 never (医疗纠纷预防和处理条例 39), 土地承包 not without a reason
 * (domain 2.3 (10)).
 */
export const needsWriting = (d: DisputeData): boolean =>
  isLabour(d) || isMedical(d) || (isLand(d) && d.oralReason === null)

/** Parties, the committee, and the court where confirmation is planned (人民调解法 29; domain 2.3). */
export const copiesNeeded = (d: DisputeData): number => d.parties.length + 1 + (d.confirmationWanted === true ? 1 : 0)

export const formRules: readonly LawRule[] = [
  {
    code: 'labourNeedsWriting',
    severity: 'error',
    law: null,
    when: (d) =>
      placeIf(d.result === 'oral' && isLabour(d), 'result', { offers: [{ path: 'result', value: 'written' }] }),
  },
  {
    code: 'landNeedsWriting',
    severity: 'error',
    law: null,
    when: (d) =>
      placeIf(d.result === 'oral' && isLand(d) && d.oralReason === null, 'oralReason', {
        offers: [{ path: 'result', value: 'written' }],
      }),
  },
  {
    // The committee makes a written agreement; no exception (domain 2.3 (10)).
    code: 'medicalNeedsWriting',
    severity: 'error',
    law: '医疗纠纷预防和处理条例 39',
    when: (d) =>
      placeIf(d.result === 'oral' && isMedical(d), 'result', { offers: [{ path: 'result', value: 'written' }] }),
  },
  {
    // A case without an agreement has a 卷号 and no 协议编号 (domain 2.5).
    code: 'noAgreement',
    severity: 'error',
    law: null,
    alsoLate: true,
    when: (d) => placeIf(d.agreementNo !== null && d.result !== null && !isAgreed(d), 'agreementNo'),
  },
  {
    code: 'copiesShort',
    severity: 'warning',
    law: '人民调解法 29',
    when: (d) =>
      placeIf(d.copies !== null && d.copies < d.parties.length + 1, 'copies', { params: { count: copiesNeeded(d) } }),
  },
  {
    code: 'copiesForCourt',
    severity: 'warning',
    law: '人民调解法 33',
    when: (d) =>
      placeIf(d.copies !== null && d.copies > d.parties.length && d.copies < copiesNeeded(d), 'copies', {
        params: { count: copiesNeeded(d) },
      }),
  },
  {
    // 医疗纠纷 go to the medical committee: 30 working days, its own experts (domain 1, types with their own rules).
    code: 'medicalCommittee',
    severity: 'warning',
    law: null,
    when: (d, { settings }) => {
      const committee = d.committee ?? settings.committee
      const pending = isOpen(d) || (isAgreed(d) && effectiveOn(d) === null)
      return placeIf(isMedical(d) && pending && d.lateEntry !== true && !committee.includes('医'), 'committee', {
        offers: [{ path: 'result', value: 'transferred' }],
      })
    },
  },
  {
    code: 'medicalClosed',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(isMedical(d) && d.openness === 'open', 'openness', { offers: [{ path: 'openness', value: 'closed' }] }),
  },
]
