/**
 * The clocks of a case (domain 1, 4.3): which periods run, where each ends by the calendar, and what stops it. All of it
 * follows from the record, the office's settings and the holiday tables, so that it can never disagree with them.
 */
import type { DisputeData } from '../ledgers/dispute.ts'
import type { Settings } from '../settings.ts'
import { type Calendar, type PeriodEnd, shifted, workingDaysAfter } from './calendar.ts'
import { daysAfter, latestDate, monthsAfter } from './dates.ts'
import { effectiveOn } from './effect.ts'

/** Each has its name and its law in the text files under `clocks.kinds`. */
export const clockKinds = [
  'general',
  'labour',
  'medical',
  'level',
  'traffic',
  'confirmation',
  'performance',
  'followUp',
  'loan',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** Every period an office may set for itself. */
export type ClockSettings = Pick<Settings, 'followUpDays' | 'monthShifts' | 'levels'>

export interface Clock {
  readonly kind: ClockKind
  /** The day it runs from, itself not counted; null where only the end was agreed. */
  readonly startsOn: string | null
  /** The end as counted, before rest days: reminders go by it. */
  readonly unshiftedOn: string
  /** The end in law: the next working day where the counted one is a rest day. */
  readonly dueOn: string
  /** 延期: the parties' consent put off the end. */
  readonly extended: boolean
  /** 放假安排未导入. */
  readonly tableMissing: boolean
  /** Stands still while an appraisal is made; the end shown is the earliest there can be. */
  readonly paused: boolean
  /** A right of the parties that is gone after its end, rather than work that is late. */
  readonly lapses: boolean
  /** Tells it from another of its kind: what is promised, the level, who borrowed. */
  readonly what: string
  /** The field that stops it. */
  readonly path: string
}

/** What a clock is counted with. */
export interface ClockContext {
  readonly calendar: Calendar
  readonly settings: ClockSettings
  /** Only an appraisal that is still being made is counted up to it. */
  readonly today: string
}

type Given = Pick<Clock, 'kind' | 'path'> & Partial<Clock> & PeriodEnd & Pick<Clock, 'unshiftedOn'>
const clock = (given: Given): Clock => ({
  startsOn: null,
  extended: false,
  paused: false,
  lapses: false,
  what: '',
  ...given,
})

/** A day that stands as it is: set by the office itself or typed, not by law. */
const unshifted = (day: string): PeriodEnd & Pick<Clock, 'unshiftedOn'> => ({
  unshiftedOn: day,
  dueOn: day,
  tableMissing: false,
})
const byCalendar = (calendar: Calendar, day: string) => ({ unshiftedOn: day, ...shifted(calendar, day) })
/** A count of working days ends on one, so that there is nothing to shift. */
const byWorkingDays = (end: PeriodEnd) => ({ unshiftedOn: end.dueOn, ...end })

const labourTypes: ReadonlySet<string | null> = new Set(['migrantWages', 'otherLabour'])
const isAgreed = (d: DisputeData): boolean => d.result === 'written' || d.result === 'oral'
const isOver = (d: DisputeData): boolean => d.closedOn !== null || d.filedOn !== null
/** Mediation has ended, or never began. */
const isMediated = (d: DisputeData): boolean => d.result !== null || d.notAcceptedOn !== null || isOver(d)

/** 劳动争议调解仲裁法 14: fifteen days from receiving the application. */
function labourPeriod(d: DisputeData, { calendar }: ClockContext): Clock | null {
  const startsOn = d.applicationDate ?? d.acceptanceDate
  if (startsOn === null) return null
  return clock({ kind: 'labour', path: 'result', startsOn, ...byCalendar(calendar, daysAfter(startsOn, 15)) })
}

/** 医疗纠纷预防和处理条例 38: thirty working days from 受理, without the time of an appraisal. */
function medicalPeriod(d: DisputeData, { calendar, today }: ClockContext): Clock | null {
  const startsOn = d.acceptanceDate
  if (startsOn === null) return null
  const paused = d.appraisalFrom !== null && d.appraisalFrom <= today && d.appraisalUntil === null
  const until = paused ? today : d.appraisalUntil
  const pause = d.appraisalFrom === null || until === null ? undefined : { from: d.appraisalFrom, until }
  const end = workingDaysAfter(calendar, startsOn, 30, pause)
  return clock({ kind: 'medical', path: paused ? 'appraisalUntil' : 'result', startsOn, paused, ...byWorkingDays(end) })
}

/** 2002 司法部令第75号 33: usually within a month of 受理. Internal: shifted only where the office wishes. */
function generalPeriod(d: DisputeData, { calendar, settings }: ClockContext): Clock | null {
  const startsOn = d.acceptanceDate
  if (startsOn === null) return null
  const day = monthsAfter(startsOn, 1)
  const end = settings.monthShifts ? byCalendar(calendar, day) : unshifted(day)
  return clock({ kind: 'general', path: 'result', startsOn, ...end })
}

function mediationPeriod(d: DisputeData, context: ClockContext): Clock | null {
  if (labourTypes.has(d.typeJustice)) return labourPeriod(d, context)
  return d.typeJustice === 'medical' ? medicalPeriod(d, context) : generalPeriod(d, context)
}

/** The day both sides signed for last takes the period's place; without both signatures nothing was put off. */
function extended(period: Clock, d: DisputeData, { calendar, settings }: ClockContext): Clock {
  const agreed = d.extensions.flatMap((e) => (e.signed === true && e.until !== null ? [e.until] : []))
  const until = latestDate([period.unshiftedOn, ...agreed])
  if (until === period.unshiftedOn) return period
  const shifts = period.kind !== 'general' || settings.monthShifts
  const end = shifts ? byCalendar(calendar, until) : unshifted(until)
  return { ...period, ...end, path: 'result', paused: false, extended: true }
}

function mediation(d: DisputeData, context: ClockContext): readonly Clock[] {
  const period = isMediated(d) ? null : mediationPeriod(d, context)
  return period === null ? [] : [extended(period, d, context)]
}

/** 逐级化解: the office's own days of the level the case lies at. */
function level(d: DisputeData, { calendar, settings }: ClockContext): readonly Clock[] {
  const at = d.escalations.findLastIndex((e) => e.leftOn === null)
  const { level: name = null, enteredOn: startsOn = null } = d.escalations[at] ?? {}
  const rule = settings.levels.find((l) => l.name === name?.trim())
  if (isMediated(d) || startsOn === null || rule === undefined || rule.days === null) return []
  const end =
    rule.unit === 'working'
      ? byWorkingDays(workingDaysAfter(calendar, startsOn, rule.days))
      : unshifted(daysAfter(startsOn, rule.days))
  return [clock({ kind: 'level', path: `escalations.${at}.leftOn`, startsOn, what: rule.name, ...end })]
}

/**
 * 道路交通事故处理程序规定 85: after a failed mediation the parties may together ask the traffic police within three
 * days, which that regulation counts as working days; the third day as such is what is reminded of.
 */
function traffic(d: DisputeData, { calendar }: ClockContext): readonly Clock[] {
  const failed = d.result === 'failed' || d.result === 'terminated'
  if (d.typeJustice !== 'traffic' || !failed || d.resultDate === null || isOver(d)) return []
  const startsOn = d.resultDate
  const end = { ...workingDaysAfter(calendar, startsOn, 3), unshiftedOn: daysAfter(startsOn, 3) }
  return [clock({ kind: 'traffic', path: 'closedOn', startsOn, lapses: true, ...end })]
}

/** 人民调解法 33: thirty days from 生效. A right of the parties, so that it stops where they do not want it. */
function confirmation(d: DisputeData, { calendar }: ClockContext): readonly Clock[] {
  const startsOn = effectiveOn(d)
  const isNoMatter = d.confirmationAppliedOn !== null || d.confirmationWanted === false || d.confirmationResult !== null
  if (!isAgreed(d) || startsOn === null || isNoMatter || isOver(d)) return []
  const end = byCalendar(calendar, daysAfter(startsOn, 30))
  const lapses = d.confirmationWanted !== true
  return [clock({ kind: 'confirmation', path: 'confirmationAppliedOn', startsOn, lapses, ...end })]
}

/** 人民调解法 31: each promise has its day; an instalment is a promise of its own. */
function performances(d: DisputeData, { calendar }: ClockContext): readonly Clock[] {
  if (!isAgreed(d) || d.performanceState === 'done' || isOver(d)) return []
  return d.performances.flatMap((p, i) => {
    if (p.dueOn === null || p.doneOn !== null) return []
    const what = [p.debtor, p.manner].filter(Boolean).join(' ')
    const path = `performances.${i}.doneOn`
    return [clock({ kind: 'performance', path, startsOn: effectiveOn(d), what, ...byCalendar(calendar, p.dueOn) })]
  })
}

/** 回访 is counted from 生效 or the last promised day, whichever is later; null while there is no agreement in effect. */
export function followUpFrom(d: DisputeData): string | null {
  const effective = effectiveOn(d)
  if (!isAgreed(d) || effective === null) return null
  return latestDate([effective, ...d.performances.flatMap((p) => (p.dueOn === null ? [] : [p.dueOn]))])
}
function followUp(d: DisputeData, { settings }: ClockContext): readonly Clock[] {
  const startsOn = followUpFrom(d)
  if (startsOn === null || d.followUps.length > 0 || isOver(d)) return []
  return [
    clock({ kind: 'followUp', path: 'followUps', startsOn, ...unshifted(daysAfter(startsOn, settings.followUpDays)) }),
  ]
}

/** A bound dossier is due back also long after the case was closed. */
const loans = (d: DisputeData): readonly Clock[] =>
  d.loans.flatMap((l, i) =>
    l.dueOn === null || l.returnedOn !== null
      ? []
      : [
          clock({
            kind: 'loan',
            path: `loans.${i}.returnedOn`,
            startsOn: l.lentOn,
            what: l.borrower ?? '',
            ...unshifted(l.dueOn),
          }),
        ],
  )

/** Every clock of a case that runs, the earliest first. */
export const clocksOf = (d: DisputeData, context: ClockContext): readonly Clock[] =>
  [
    ...mediation(d, context),
    ...level(d, context),
    ...traffic(d, context),
    ...confirmation(d, context),
    ...performances(d, context),
    ...followUp(d, context),
    ...loans(d),
  ].toSorted((a, b) => (a.unshiftedOn < b.unshiftedOn ? -1 : a.unshiftedOn > b.unshiftedOn ? 1 : 0))

/**
 * The clocks that remind. One that stands still does not; and a 补录 case is not reminded of days that were past on the
 * day it was entered.
 */
export const remindersOf = (d: DisputeData, context: ClockContext, enteredOn: string): readonly Clock[] =>
  clocksOf(d, context).filter((c) => !c.paused && (d.lateEntry !== true || c.unshiftedOn >= enteredOn))
