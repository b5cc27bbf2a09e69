import { emptyData } from '../../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../../shared/ledgers/index.ts'
import type { VisitData } from '../../../shared/ledgers/visit.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import { partOf } from './parties.ts'
import { type Member, postNames, servingOn } from './posts.ts'
import { createRandom, type Random } from './random.ts'

const requests = [
  '门前路灯不亮，希望维修。',
  '冬季取水不便，询问水管改造时间。',
  '询问牲畜防疫注射的日期。',
  '孩子上学接送的路段积水。',
  '询问合作医疗缴费办法。',
] as const

/** A matter handed on: most are done and say when, some wait, and of those some are late. */
function matterOf(random: Random, visitedOn: string, today: string) {
  const doneOn = daysAfter(visitedOn, random.int(4, 20))
  const isDone = doneOn <= today && random.chance(0.7)
  return {
    matter: '转有关单位办理',
    matterUnit: '示例乡村建服务中心',
    matterDueOn: daysAfter(visitedOn, 15),
    matterResult: isDone ? '已办理，已回复本户。' : null,
    matterDoneOn: isDone ? doneOn : null,
  }
}

interface Outing {
  readonly visitedOn: string
  readonly today: string
  readonly village: string
  readonly group: string
}
function householdOf(random: Random, no: number, { village, group, visitedOn, today }: Outing) {
  const { part } = ledgers.visit.fields.households
  const request = random.chance(0.35) ? random.pick(requests) : null
  const isPassedOn = request !== null && random.chance(0.4)
  return partOf(part, {
    door: `${village}${group}${no}号`,
    peopleMet: random.int(1, 5),
    leaflets: random.int(1, 3),
    request,
    handledOnSpot: request !== null && !isPassedOn ? '当场说明，已答复。' : null,
    ...(isPassedOn ? matterOf(random, visitedOn, today) : {}),
  })
}

/** The very first outing was before the register: only its figures are known. */
function visited(random: Random, outing: Outing, isFirst: boolean): Partial<VisitData> {
  const count = random.int(10, 15)
  if (isFirst) return { countOnly: true, countedHouseholds: count, countedPeople: count * 2, countedLeaflets: count }
  const from = random.int(1, 40)
  const households = Array.from({ length: count }, (_, i) => householdOf(random, from + i, outing))
  return { households, sheetFiled: random.chance(0.6) ? true : null }
}

/** A field sheet to go by: doors, and nothing of what will be there. */
function planned(random: Random, { village, group }: Outing): Partial<VisitData> {
  const { part } = ledgers.visit.fields.households
  const doors = Array.from({ length: random.int(10, 15) }, (_, i) => `${village}${group}${i + 1}号`)
  return { households: doors.map((door) => partOf(part, { door })) }
}

/** The leader of a group goes round its households, mostly with somebody of the same village. */
function visitOf(
  random: Random,
  on: Pick<Outing, 'visitedOn' | 'today'>,
  serving: readonly Member[],
  isFirst: boolean,
) {
  const leader = random.pick(serving).data
  const outing = { ...on, village: leader.village ?? '示例一村', group: leader.groupNo ?? '1组' }
  const others = serving.filter(({ data }) => data.village === leader.village && data !== leader)
  const { part } = ledgers.visit.fields.visitors
  // Names as they are that day: visits lead to no post (domain 8.2).
  const visitors = [
    leader,
    ...random
      .shuffled(others)
      .slice(0, random.int(0, 2))
      .map((m) => m.data),
  ]
  return {
    ...(emptyData(ledgerOf('visit')) as unknown as VisitData),
    visitedOn: on.visitedOn,
    startTime: `${random.int(10, 16)}:00`,
    village: outing.village,
    householdGroup: outing.group,
    team: leader.team,
    kind: random.pick(['routine', 'publicity', 'publicity', 'condolence', 'needs']),
    topic: random.pick(['防火防汛宣传', '反诈宣传', '问需走访', '政策宣传']),
    visitors: visitors.map((v) => partOf(part, { name: v.name, post: v.team === null ? null : postNames[v.team] })),
    recorder: '卓玛·样本',
    ...(on.visitedOn > on.today ? planned(random, outing) : visited(random, outing, isFirst)),
  } satisfies VisitData
}

export interface VisitWishes {
  readonly seed: number
  readonly today: string
  readonly count: number
  /** The roster as it was saved: who of the villages served on the day goes. */
  readonly roster: readonly Member[]
}
/** Outings over the last half year, oldest first; the last of several is planned for the days to come. */
export function* sampleVisits({ seed, today, count, roster }: VisitWishes): Generator<VisitData> {
  const random = createRandom(seed ^ 0x5151)
  const ofVillages = roster.filter(({ data }) => data.village !== null)
  for (let i = 0; i < count; i += 1) {
    const isAhead = count > 1 && i === count - 1
    const visitedOn = daysAfter(today, isAhead ? 5 : -Math.floor(180 * (1 - (i + random.next()) / count)))
    yield visitOf(random, { visitedOn, today }, servingOn(ofVillages, visitedOn), i === 0)
  }
}
