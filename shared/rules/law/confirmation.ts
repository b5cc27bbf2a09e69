/** 司法确认: asked for together, clause by clause (人民调解法 33; domain 1, "Courts refuse to confirm"). */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { decidesOwnership } from './ownership.ts'
import { type LawRule, partsWhere, placeIf } from './rule.ts'

/**
 * Marriage, parentage, adoption and custody as such. 抚养费, 赡养费, 彩礼 are money and can be confirmed; they are not
 * meant.
 */
const identity =
  /离婚|(?:解除|确认|恢复|终止)[^，。；\n]{0,6}(?:婚姻|收养|亲子|父子|母子|父女|母女|夫妻)关系|(?:婚姻|收养|亲子)关系[^，。；\n]{0,6}(?:有效|无效|成立|解除|终止)|抚养权|监护权|变更[^，。；\n]{0,6}(?:抚养|监护)(?!费)|断绝[^，。；\n]{0,8}关系/

export const decidesIdentity = (text: string | null): boolean => text !== null && identity.test(text)

const isAsked = (d: DisputeData) => d.confirmationWanted === true || d.confirmationAppliedOn !== null
const together = { offers: [{ path: 'confirmationJoint', value: true }] } as const

export const confirmationRules: readonly LawRule[] = [
  {
    code: 'confirmationAlone',
    severity: 'error',
    law: '人民调解法 33',
    when: (d) =>
      placeIf(d.confirmationAppliedOn !== null && d.confirmationJoint !== true, 'confirmationJoint', together),
  },
  {
    code: 'confirmationTogether',
    severity: 'warning',
    law: '人民调解法 33',
    when: (d) =>
      placeIf(
        d.confirmationWanted === true && d.confirmationAppliedOn === null && d.confirmationJoint !== true,
        'confirmationJoint',
        together,
      ),
  },
  {
    code: 'confirmNoClause',
    severity: 'warning',
    law: '人民调解法 33',
    when: (d) =>
      placeIf(isAsked(d) && d.clauses.length > 0 && d.clauses.every((c) => c.confirmable !== true), 'clauses'),
  },
  {
    code: 'confirmIdentity',
    severity: 'warning',
    law: null,
    when: (d) => partsWhere(d, 'clauses', 'confirmable', (c) => c.confirmable === true && decidesIdentity(c.text)),
  },
  {
    code: 'confirmOwnership',
    severity: 'warning',
    law: null,
    when: (d) => partsWhere(d, 'clauses', 'confirmable', (c) => c.confirmable === true && decidesOwnership(c.text)),
  },
  {
    code: 'confirmBarred',
    severity: 'warning',
    law: null,
    when: (d) => partsWhere(d, 'clauses', 'confirmBar', (c) => c.confirmable === true && c.confirmBar !== null),
  },
]
