/** Random records of the teams' book, the same ones in every run. */
import fc from 'fast-check'
import type { DutyData } from '../../shared/ledgers/duty.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { MeetingData } from '../../shared/ledgers/meeting.ts'
import type { PostData } from '../../shared/ledgers/post.ts'
import type { TrainingData } from '../../shared/ledgers/training.ts'
import type { VisitData } from '../../shared/ledgers/visit.ts'
import { teamCodes } from '../../shared/rules/figures.ts'
import { dutyOf, meetingOf, partOf, postOf, trainingOf, visitOf } from '../support/samples.ts'

const day = fc
  .date({ min: new Date('2025-06-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const team = fc.constantFrom(...teamCodes)
const someTeams = fc.subarray([...teamCodes], { minLength: 1 })
const village = fc.constantFrom('示例一村', '示例二村', null)
const small = fc.integer({ min: 0, max: 40 })

const posts: fc.Arbitrary<PostData> = fc
  .record({
    team,
    village,
    groupNo: fc.constantFrom('3', '3组', '第12组', null),
    department: fc.constantFrom('示例交通局', null),
    selectedOn: day,
    left: fc.option(fc.integer({ min: 0, max: 400 })),
  })
  .map(({ left, ...p }) =>
    postOf({
      ...p,
      groupName: p.groupNo === null ? null : `${p.village ?? '示例街'}第${/\d+/.exec(p.groupNo)?.[0]}组`,
      ...(left === null ? {} : { leftOn: daysLater(p.selectedOn, left), leavingReason: '示例' }),
    }),
  )
const daysLater = (from: string, days: number): string => {
  const at = new Date(`${from}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

const { attendances } = ledgers.training.fields
const attendance = fc
  .record({
    name: fc.integer({ min: 1, max: 1e9 }).map((n) => `示例${n}`),
    team: fc.option(team),
    state: fc.constantFrom('present', 'substitute', 'leave', 'absent'),
  })
  .map((a) => partOf(attendances.part, { ...a, substitute: a.state === 'substitute' ? '替示例' : null }))
const trainings: fc.Arbitrary<TrainingData> = fc
  .record({
    heldOn: day,
    teams: someTeams,
    kind: fc.constantFrom('plan', 'count', 'names', 'handbook'),
    figure: small,
    attendances: fc.array(attendance, { minLength: 1, maxLength: 5 }),
  })
  .map(({ kind, figure, attendances: named, ...t }) => {
    if (kind === 'count') return trainingOf({ ...t, countOnly: true, countedPresent: figure })
    if (kind === 'names') return trainingOf({ ...t, attendances: named })
    return trainingOf(kind === 'handbook' ? { ...t, form: 'handbook', materials: figure } : t)
  })

const door = fc
  .record({
    door: fc.constant('3组示例户'),
    peopleMet: fc.option(fc.integer({ min: 0, max: 9 })),
    leaflets: fc.option(fc.integer({ min: 0, max: 9 })),
    matter: fc.constantFrom(null, '示例事项'),
    done: fc.boolean(),
  })
  .map(({ done, ...h }) =>
    partOf(ledgers.visit.fields.households.part, {
      ...h,
      ...(h.matter === null ? {} : { matterUnit: '示例站' }),
      ...(h.matter !== null && done ? { matterResult: '已办' } : {}),
    }),
  )
const visits: fc.Arbitrary<VisitData> = fc
  .record({
    visitedOn: day,
    village,
    team: fc.option(team),
    households: fc.array(door, { maxLength: 4 }),
    figures: fc.option(fc.tuple(small, small, small)),
  })
  .map(({ figures, households, ...v }) =>
    figures === null
      ? visitOf({ ...v, households })
      : visitOf({
          ...v,
          countOnly: true,
          countedHouseholds: figures[0],
          countedPeople: figures[1],
          countedLeaflets: figures[2],
        }),
  )
const duties: fc.Arbitrary<DutyData> = fc
  .record({
    dutyOn: day,
    teams: fc.option(fc.subarray([...teamCodes])),
    event: fc.constantFrom('香浪节', '春节', null),
    times: fc.option(small),
  })
  .map(({ times, ...d }) => dutyOf({ ...d, ...(times === null ? {} : { people: [], countedTimes: times }) }))
const meetings: fc.Arbitrary<MeetingData> = day.map((d) => meetingOf({ heldOn: d }))

export interface Records {
  readonly post: readonly PostData[]
  readonly training: readonly TrainingData[]
  readonly visit: readonly VisitData[]
  readonly duty: readonly DutyData[]
  readonly meeting: readonly MeetingData[]
}
const each = 40
const sample = <T>(of: fc.Arbitrary<T>, n = each): readonly T[] => fc.sample(of, { numRuns: n, seed: 20261123 })
export const records: Records = {
  post: sample(posts, 120),
  training: sample(trainings, 60),
  visit: sample(visits, 60),
  duty: sample(duties),
  meeting: sample(meetings, 10),
}
