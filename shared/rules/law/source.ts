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

/** The offices that send parties to a committee (人民调解法 18); 政府部门指定 and 领导交办 are local. */
export const senderSources = ['court', 'procuratorate', 'police', 'petitionOffice', 'otherDepartment'] as const
const isSent = (source: DisputeData['source']): boolean => senderSources.some((s) => s === source)

/**
 * ① 当事人申请 or ② 主动调解, the two sources of the 受理登记表 (domain 2.3 (4)): who was sent by an office applies all the
 * same; what superiors or government assigned is the committee's own start, unless somebody applied. Null while unknown.
 */
export function paperSource(
  d: Pick<DisputeData, 'source' | 'applicationDate' | 'applicationForm'>,
): 'application' | 'committee' | null {
  const applied = d.applicationDate !== null || d.applicationForm !== null
  if (d.source === 'committee') return 'committee'
  if (d.source === 'government' || d.source === 'superior') return applied ? 'application' : 'committee'
  return d.source !== null || applied ? 'application' : null
}

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
      return placeIf(isSent(d.source) && d.transferUnit === null && d.absent.transferUnit === undefined, 'transferUnit')
    },
  },
]
