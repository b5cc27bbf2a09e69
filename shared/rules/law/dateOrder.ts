/** The order of a case's dates, which file reviewers check: 申请 ≤ 受理 ≤ 告知 ≤ 调查 ≤ 调解 ≤ 协议 ≤ 履行 ≤ 回访 ≤ 结案 ≤ 立卷. */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { type LawRule, placeIf } from './rule.ts'

interface Dated {
  readonly path: string
  readonly on: string
}
interface Step {
  readonly dates: readonly Dated[]
  /** Ends what came before: not earlier than the last of it. Others need only follow its beginning. */
  readonly ends: boolean
  /** Done out of turn now and then for good reasons: remarked on, not refused. */
  readonly loose: boolean
  /** Goes on beside what follows it: an inquiry between two sessions is remarked on, not refused. */
  readonly aside?: true
}

const single = (d: DisputeData, ...fields: readonly (keyof DisputeData & string)[]): readonly Dated[] =>
  fields.flatMap((path) => {
    const on = d[path]
    return typeof on === 'string' ? [{ path, on }] : []
  })
const each = (list: string, field: string, days: readonly (string | null)[]): readonly Dated[] =>
  days.flatMap((on, i) => (on === null ? [] : [{ path: `${list}.${i}.${field}`, on }]))

const stepsOf = (d: DisputeData): readonly Step[] => [
  { dates: single(d, 'applicationDate'), ends: false, loose: false },
  { dates: single(d, 'acceptanceDate', 'notAcceptedOn'), ends: false, loose: false },
  // 告知 is often given together with the application.
  { dates: single(d, 'noticeDate'), ends: false, loose: true },
  {
    dates: each(
      'inquiries',
      'heldOn',
      d.inquiries.map((x) => x.heldOn),
    ),
    ends: false,
    loose: false,
    aside: true,
  },
  {
    dates: each(
      'sessions',
      'heldOn',
      d.sessions.map((x) => x.heldOn),
    ),
    ends: false,
    loose: false,
  },
  { dates: single(d, 'resultDate'), ends: true, loose: false },
  { dates: single(d, 'signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn'), ends: false, loose: false },
  // Part of the money may have been handed over at the table.
  {
    dates: each(
      'performances',
      'doneOn',
      d.performances.map((x) => x.doneOn),
    ),
    ends: false,
    loose: true,
  },
  {
    dates: each(
      'followUps',
      'heldOn',
      d.followUps.map((x) => x.heldOn),
    ),
    ends: false,
    loose: true,
  },
  { dates: single(d, 'closedOn'), ends: true, loose: false },
  { dates: single(d, 'filedOn'), ends: true, loose: false },
]

const earliest = (dates: readonly Dated[]): Dated => dates.reduce((a, b) => (b.on < a.on ? b : a))
const latest = (dates: readonly Dated[]): Dated => dates.reduce((a, b) => (b.on > a.on ? b : a))
/** Before every date. */
const noBar: Dated = { path: '', on: '' }
const barOf = (dates: readonly Dated[], ends: boolean): Dated =>
  dates.length === 0 ? noBar : ends ? latest(dates) : earliest(dates)

interface Backwards extends Dated {
  readonly loose: boolean
  /** What it must not precede. */
  readonly after: Dated
}

/** Dates that come before the step they follow: each is compared with its neighbour, so that one slip is one problem. */
function backwards(d: DisputeData): readonly Backwards[] {
  let previous: readonly Dated[] = []
  let strict: readonly Dated[] = []
  let loosely: readonly Dated[] = []
  return stepsOf(d).flatMap(({ dates, ends, loose, aside }) => {
    if (dates.length === 0) return []
    const bar = barOf(ends ? strict : previous, ends)
    const softBar = loose ? noBar : barOf(loosely, ends)
    const found = dates.flatMap((x): readonly Backwards[] => {
      if (x.on < bar.on) return [{ ...x, loose, after: bar }]
      return x.on < softBar.on ? [{ ...x, loose: true, after: softBar }] : []
    })
    if (ends) loosely = []
    else if (loose || aside) loosely = [...loosely, ...dates]
    if (!loose) strict = ends ? dates : [...strict, ...dates]
    if (!loose && !aside) previous = dates
    return found
  })
}

/** A round of inquiry after the last session of an ended case reads as a slip. */
function lateInquiries(d: DisputeData): readonly Dated[] {
  const held = d.sessions.flatMap((s) => s.heldOn ?? [])
  if (d.result === null || held.length === 0) return []
  const last = held.reduce((a, b) => (a > b ? a : b))
  return each(
    'inquiries',
    'heldOn',
    d.inquiries.map((x) => x.heldOn),
  ).filter((x) => x.on > last)
}

const future = (d: DisputeData, today: string): readonly Dated[] =>
  stepsOf(d)
    .flatMap((s) => s.dates)
    .filter((x) => x.on > today)

export const dateRules: readonly LawRule[] = [
  {
    code: 'dateOrder',
    severity: 'error',
    law: null,
    when: (d) =>
      backwards(d)
        .filter((x) => !x.loose)
        .map(({ path, after }) => ({ path, params: { step: after.path, after: after.on } })),
  },
  {
    code: 'dateOrderLoose',
    severity: 'warning',
    law: null,
    when: (d) =>
      backwards(d)
        .filter((x) => x.loose)
        .map(({ path, after }) => ({ path, params: { step: after.path, after: after.on } })),
  },
  {
    code: 'inquiryAfterSession',
    severity: 'warning',
    law: null,
    when: (d) => lateInquiries(d).map(({ path }) => ({ path })),
  },
  {
    code: 'dateFuture',
    severity: 'warning',
    law: null,
    when: (d, { today }) => future(d, today).flatMap(({ path }) => placeIf(true, path)),
  },
]
