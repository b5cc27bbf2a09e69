/** Who sits at the table beside the parties: mediators in office, the recorder, invited helpers (domain 2.3). */
import type { RuleContext } from '../../ledgers/describe.ts'
import type { DisputeData } from '../../ledgers/dispute.ts'
import { daysAfter } from '../dates.ts'
import { type LawRule, type Place, partsWhere, placeIf } from './rule.ts'

const presides = (d: DisputeData, m: DisputeData['mediators'][number]) =>
  m.presiding === true || (d.mediators.length === 1 && m.presiding !== false)

/** The days on which a mediator acted in the case; today while there are none. */
function daysOfOffice(d: DisputeData, today: string): readonly string[] {
  const days = [...d.sessions.map((s) => s.heldOn), d.resultDate, d.signedByMediatorsOn].filter((day) => day !== null)
  return days.length > 0 ? [...new Set(days)].sort() : [today]
}

interface Lapse {
  readonly index: number
  readonly params: { readonly name: string; readonly on: string; readonly until: string }
}
/** Mediators who were not in office on a day they acted; whoever is not on the list at all is another rule's matter. */
function lapses(d: DisputeData, { settings, today }: RuleContext): readonly Lapse[] {
  return d.mediators.flatMap((m, index) => {
    const terms = settings.mediators.filter((t) => t.name === m.name)
    const holds = (on: string) => terms.some((t) => (t.from ?? on) <= on && on <= (t.until ?? on))
    const on = terms.length === 0 ? undefined : daysOfOffice(d, today).find((day) => !holds(day))
    if (on === undefined) return []
    const ended = terms.map((t) => t.until).filter((until) => until !== null && until < on)
    return [{ index, params: { name: m.name ?? '', on, until: ended.sort().at(-1) ?? '' } }]
  })
}
const lapsed = (found: readonly Lapse[], which: (p: Lapse['params']) => boolean): readonly Place[] =>
  found.filter((l) => which(l.params)).map(({ index, params }) => ({ path: `mediators.${index}.name`, params }))

const isDayBefore = (a: string, b: string): boolean => a !== '' && daysAfter(a, 1) === b

/** Helpers are none of those who are there by their office or as parties (domain 10, point 8). */
function isNoHelper(d: DisputeData, name: string | null): boolean {
  const others = [...d.mediators, ...d.parties].map((x) => x.name).concat(d.recorder)
  return name !== null && others.includes(name)
}
const notHelpers = (d: DisputeData): readonly Place[] =>
  d.participants.flatMap((p, i) =>
    placeIf(isNoHelper(d, p.name), `participants.${i}.name`, { params: { name: p.name ?? '' } }),
  )

/** 参加人 as papers name them: the invited helpers alone, whoever else was typed among them (人民调解法 20). */
export const helpersOf = (d: DisputeData): DisputeData['participants'] =>
  d.participants.filter((p) => p.name !== null && !isNoHelper(d, p.name))

export const peopleRules: readonly LawRule[] = [
  {
    code: 'mediatorUnknown',
    severity: 'warning',
    law: '人民调解法 13',
    when: (d, { settings }) =>
      settings.mediators.length === 0
        ? []
        : d.mediators.flatMap((m, i) =>
            placeIf(m.name !== null && settings.mediators.every((t) => t.name !== m.name), `mediators.${i}.name`, {
              params: { name: m.name ?? '' },
            }),
          ),
  },
  {
    code: 'mediatorTermEnded',
    severity: 'warning',
    law: '人民调解法 9',
    when: (d, context) => lapsed(lapses(d, context), (p) => p.until !== '' && !isDayBefore(p.until, p.on)),
  },
  {
    code: 'mediatorTermJustEnded',
    severity: 'warning',
    law: '人民调解法 9',
    when: (d, context) => lapsed(lapses(d, context), (p) => isDayBefore(p.until, p.on)),
  },
  {
    code: 'mediatorNotYet',
    severity: 'warning',
    law: '人民调解法 13',
    when: (d, context) => lapsed(lapses(d, context), (p) => p.until === ''),
  },
  {
    code: 'nobodyPresides',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(d.mediators.length > 1 && d.mediators.every((m) => m.presiding !== true), 'mediators.0.presiding'),
  },
  {
    code: 'recorderPresides',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(d.recorder !== null && d.mediators.some((m) => m.name === d.recorder && presides(d, m)), 'recorder'),
  },
  {
    code: 'participantConsent',
    severity: 'warning',
    law: '人民调解法 20',
    when: (d) => partsWhere(d, 'participants', 'consented', (p) => p.consented !== true),
  },
  { code: 'participantNotHelper', severity: 'warning', law: null, when: notHelpers },
  {
    code: 'noticeMissing',
    severity: 'warning',
    law: '人民调解法 23',
    when: (d) => placeIf(d.sessions.length > 0 && d.noticeDate === null && d.lateEntry !== true, 'noticeDate'),
  },
]
