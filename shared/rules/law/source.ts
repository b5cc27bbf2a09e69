import type { DisputeData } from '../../ledgers/dispute.ts'
import { type LawRule, placeIf } from './rule.ts'

type Source = NonNullable<DisputeData['source']>
/** Told from the name of the unit that sent the case; the first that fits. */
const senders: readonly (readonly [RegExp, Source])[] = [
  [/法院|法庭/, 'court'],
  [/检察/, 'procuratorate'],
  [/公安|派出所|交警|警务/, 'police'],
  [/信访/, 'petitionOffice'],
  [/政府|街道办/, 'government'],
]
const sourceOf = (unit: string): Source => senders.find(([name]) => name.test(unit))?.[1] ?? 'otherDepartment'

/** The statistics count 委托移送 by sender (domain 3.3); the paper prints ① or ② all the same. */
export const sourceRules: readonly LawRule[] = [
  {
    code: 'sourceIsTransfer',
    severity: 'warning',
    law: '人民调解法 18',
    when: (d) => {
      const sender = d.transferUnit
      const own = d.source === 'application' || d.source === 'committee'
      return placeIf(own && (sender !== null || d.transferLetterNo !== null), 'source', {
        offers: sender === null ? [] : [{ path: 'source', value: sourceOf(sender) }],
      })
    },
  },
  {
    code: 'senderMissing',
    severity: 'warning',
    law: null,
    when: (d) => {
      const sent =
        d.source !== null &&
        ['court', 'procuratorate', 'police', 'petitionOffice', 'otherDepartment'].includes(d.source)
      return placeIf(sent && d.transferUnit === null && d.absent.transferUnit === undefined, 'transferUnit')
    },
  },
]
