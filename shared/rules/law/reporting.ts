/** What must be reported at once, and what must then be kept from others' eyes. */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { type LawRule, placeIf } from './rule.ts'

const isNormal = (d: DisputeData) => d.secrecy === null || d.secrecy === 'normal'
const violence = /家暴|家庭暴力|殴打|毒打|被打|打伤/
const speaksOfViolence = (d: DisputeData) => [d.summary, d.facts].some((text) => text !== null && violence.test(text))

export const reportingRules: readonly LawRule[] = [
  {
    code: 'reportEscalation',
    severity: 'warning',
    law: '人民调解法 25',
    when: (d) => placeIf(d.mayEscalate === true && d.policeReportedOn === null, 'policeReportedOn'),
  },
  {
    code: 'reportAbuse',
    severity: 'warning',
    law: '未成年人保护法 11、反家庭暴力法 14',
    when: (d) => placeIf(d.abuseSuspected === true && d.policeReportedOn === null, 'policeReportedOn'),
  },
  {
    code: 'lockAbuse',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(d.abuseSuspected === true && isNormal(d), 'secrecy', {
        offers: [
          { path: 'secrecy', value: 'minor' },
          { path: 'secrecy', value: 'domesticViolence' },
        ],
      }),
  },
  {
    code: 'lockViolence',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(
        d.typeJustice === 'family' && isNormal(d) && d.abuseSuspected !== true && speaksOfViolence(d),
        'secrecy',
        { offers: [{ path: 'secrecy', value: 'domesticViolence' }] },
      ),
  },
  {
    code: 'secretInOpen',
    severity: 'warning',
    law: '人民调解法 15',
    when: (d) =>
      placeIf(!isNormal(d) && d.openness === 'open', 'openness', { offers: [{ path: 'openness', value: 'closed' }] }),
  },
]
