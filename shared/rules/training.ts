/** A training: first a plan, then what happened (domain 5.4). */
import type { Problem } from '../errors.ts'
import type { RuleContext } from '../ledgers/describe.ts'
import type { TrainingData } from '../ledgers/training.ts'
import { daysBetween } from './dates.ts'
import { error, warning } from './problem.ts'

/** Most days of one training. */
const mostDays = 31
/** A plan further ahead than this many days has most likely a wrong year. */
const farAhead = 366

type What = Pick<
  TrainingData,
  'attendances' | 'countOnly' | 'countedPresent' | 'form' | 'materials' | 'materialsSigned'
>

/** Whether something of what happened is written down: somebody ticked, a head count, handbooks handed out. */
export const isHeld = (d: What): boolean =>
  d.attendances.some((a) => a.state !== null) ||
  (d.countOnly === true && d.countedPresent !== null) ||
  (d.form === 'handbook' && (d.materials !== null || d.materialsSigned !== null))

/** 计划, 已开, 已归卷: worked out from the record, never chosen. */
export const trainingStage = (d: What & Pick<TrainingData, 'signSheetFiled'>): 'planned' | 'held' | 'filed' =>
  !isHeld(d) ? 'planned' : d.signSheetFiled === true ? 'filed' : 'held'

function dayProblems(d: TrainingData, { today }: RuleContext): readonly Problem[] {
  const { heldOn, endsOn, startTime, endTime } = d
  if (heldOn === null) return []
  const days = endsOn === null ? 1 : daysBetween(heldOn, endsOn) + 1
  const sameDay = endsOn === null || endsOn === heldOn
  return [
    ...(days < 1 ? [error('endsOn', 'endsBeforeHeld', { date: heldOn })] : []),
    ...(days > mostDays ? [error('endsOn', 'trainingTooLong', { days, most: mostDays })] : []),
    ...(sameDay && startTime !== null && endTime !== null && endTime < startTime
      ? [error('endTime', 'endTimeEarly', { time: startTime })]
      : []),
    ...(heldOn > today && isHeld(d) ? [error('heldOn', 'heldInFuture', { date: today })] : []),
    ...(heldOn > today && daysBetween(today, heldOn) > farAhead ? [warning('heldOn', 'plannedFarAhead')] : []),
  ]
}

function figureProblems(d: TrainingData): readonly Problem[] {
  const isHandbook = d.form === 'handbook'
  const hasNames = d.attendances.length > 0
  const signed = d.materialsSigned
  return [
    ...(isHandbook && hasNames ? [error('attendances', 'handbookNoNames')] : []),
    ...(isHandbook && d.countedPresent !== null ? [error('countedPresent', 'handbookNoNames')] : []),
    ...(!isHandbook && d.countOnly === true && hasNames ? [error('attendances', 'countOnlyNames')] : []),
    ...(d.countOnly !== true && d.countedPresent !== null ? [warning('countedPresent', 'countIdle')] : []),
    ...(isHandbook && signed !== null && d.materials === null ? [warning('materials', 'handbookCopies')] : []),
    ...(signed !== null && d.materials !== null && signed > d.materials
      ? [error('materialsSigned', 'signedMore', { count: d.materials })]
      : []),
    ...(d.signSheetFiled === true && !isHeld(d) ? [warning('signSheetFiled', 'filedNotHeld')] : []),
  ]
}

type Attendance = TrainingData['attendances'][number]

/** Two rows of one person: the same post in the roster, or the same name of the same team and unit written twice. */
const keyOf = (a: Attendance): string => a.member ?? [a.name, a.team, a.unit, a.post].join('\n')

function rowProblems(a: Attendance, i: number, d: TrainingData): readonly Problem[] {
  const unknownSubstitute = a.absent.substitute !== undefined
  return [
    ...(a.state === 'substitute' && a.substitute === null && !unknownSubstitute
      ? [error(`attendances.${i}.substitute`, 'substituteNeeded', { name: a.name ?? '' })]
      : []),
    ...(a.state !== 'substitute' && a.substitute !== null
      ? [warning(`attendances.${i}.substitute`, 'substituteIdle', { name: a.name ?? '' })]
      : []),
    ...(a.team !== null && d.teams !== null && !d.teams.includes(a.team)
      ? [warning(`attendances.${i}.team`, 'teamNotMeant', { name: a.name ?? '' })]
      : []),
  ]
}

function attendanceProblems(d: TrainingData): readonly Problem[] {
  const seen = new Map<string, number>()
  const twice = d.attendances.flatMap((a, i): Problem[] => {
    if (a.name === null) return []
    const first = seen.get(keyOf(a))
    if (first === undefined) {
      seen.set(keyOf(a), i)
      return []
    }
    const params = { name: a.name, row: first + 1 }
    return [
      a.member === null
        ? warning(`attendances.${i}.name`, 'nameTwice', params)
        : error(`attendances.${i}.name`, 'memberTwice', params),
    ]
  })
  const blank = d.attendances.filter((a) => a.state === null).length
  const begun = blank < d.attendances.length
  return [
    ...twice,
    ...d.attendances.flatMap((a, i) => rowProblems(a, i, d)),
    ...(begun && blank > 0 ? [warning('attendances', 'notTicked', { count: blank })] : []),
  ]
}

export const trainingProblems = (d: TrainingData, context: RuleContext): readonly Problem[] => [
  ...dayProblems(d, context),
  ...figureProblems(d),
  ...attendanceProblems(d),
]

/** A head count alone needs its figure; once it was held, that is. */
export const trainingNeeds = (d: TrainingData): readonly string[] =>
  d.countOnly === true && d.form !== 'handbook' ? ['countedPresent'] : []

/** A person's time in the post by which they were ticked. */
export interface Tenure {
  readonly selectedOn: string | null
  /** The first day the post was no longer held. */
  readonly leftOn: string | null
}

/**
 * Warns of each row ticked by a post that was not held on any day of the session: a row of the roster typed with a wrong
 * day, or a session with one. Posts that are no longer in the register are not asked.
 */
export function tenureProblems(
  d: Pick<TrainingData, 'heldOn' | 'endsOn'> & {
    readonly attendances: readonly Pick<Attendance, 'member' | 'name'>[]
  },
  tenures: ReadonlyMap<string, Tenure>,
): readonly Problem[] {
  const { heldOn } = d
  if (heldOn === null) return []
  const lastDay = d.endsOn !== null && d.endsOn > heldOn ? d.endsOn : heldOn
  return d.attendances.flatMap(({ member, name }, i): Problem[] => {
    const tenure = member === null ? undefined : tenures.get(member)
    if (tenure === undefined) return []
    const path = `attendances.${i}.name`
    const { selectedOn, leftOn } = tenure
    if (selectedOn !== null && selectedOn > lastDay)
      return [warning(path, 'attendedBeforeJoining', { name: name ?? '', date: selectedOn })]
    if (leftOn !== null && leftOn <= heldOn)
      return [warning(path, 'attendedAfterLeaving', { name: name ?? '', date: leftOn })]
    return []
  })
}
