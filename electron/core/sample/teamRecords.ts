import { teams } from '../../../shared/ledgers/codes.ts'
import { emptyData } from '../../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../../shared/ledgers/index.ts'
import type { TrainingData } from '../../../shared/ledgers/training.ts'
import type { VisitData } from '../../../shared/ledgers/visit.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import { partOf } from './parties.ts'
import { samplePerson } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { township, villages } from './township.ts'

const topics = [
  ['人民调解法与纠纷受理流程', '讲解受理、告知、调解、协议四个步骤和记录要点。'],
  ['用火用电安全常识', '讲解取暖炉、线路老化、草垛防火的注意事项。'],
  ['雨季道路与地质灾害避险', '讲解避险路线、集合地点和报告电话。'],
  ['防范电信网络诈骗', '结合身边事例讲解常见骗术和止付办法。'],
  ['草场界线与轮牧约定', '讲解承包证四至、围栏修建和越界处理办法。'],
  ['入户走访的方法和登记', '讲解写事不写人、当场能办的当场办。'],
] as const

/** First days of the quarter a date lies in and of the one before. */
function quarterStarts(today: string): readonly [string, string] {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  const start = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  const before = daysAfter(start, -1)
  const previous = `${before.slice(0, 4)}-${String(Number(before.slice(5, 7)) - 2).padStart(2, '0')}-01`
  return [previous, start]
}

function attendancesOf(random: Random, team: (typeof teams)[number], today: string) {
  const { part } = ledgers.training.fields.attendances
  const names = new Set(Array.from({ length: random.int(8, 16) }, () => samplePerson(random, { today }).name))
  return [...names].map((name) => {
    const state = random.pick(['present', 'present', 'present', 'present', 'present', 'substitute', 'leave', 'absent'])
    const substitute = state === 'substitute' ? samplePerson(random, { today }).name : null
    return partOf(part, { name, unit: random.pick(villages), team, state, substitute })
  })
}

function trainingOf(
  random: Random,
  team: (typeof teams)[number],
  on: { heldOn: string; ordinal: number },
): TrainingData {
  const [topic, summary] = random.pick(topics)
  const hour = random.int(9, 15)
  const isCountOnly = random.chance(0.1)
  return {
    ...(emptyData(ledgerOf('training')) as unknown as TrainingData),
    topic,
    summary,
    form: random.pick(['classroom', 'meeting', 'area', 'oneToMany']),
    heldOn: on.heldOn,
    startTime: `${String(hour).padStart(2, '0')}:00`,
    endTime: `${String(hour + 2).padStart(2, '0')}:00`,
    ordinal: on.ordinal,
    teams: [team],
    place: `${random.pick(villages)}活动室`,
    organiser: '示例乡综治中心',
    lecturer: random.pick(['李演示', '张示例', '才让·示例']),
    lecturerUnit: township.unitName,
    countOnly: isCountOnly ? true : null,
    countedPresent: isCountOnly ? random.int(8, 30) : null,
    attendances: isCountOnly ? [] : attendancesOf(random, team, on.heldOn),
    materials: random.int(0, 40),
  }
}

export interface TeamWishes {
  readonly seed: number
  readonly today: string
}
/** 一季两培训: each of the five teams twice in this quarter and the last, as far as the days have come. */
export function* sampleTrainings({ seed, today }: TeamWishes): Generator<TrainingData> {
  const random = createRandom(seed ^ 0x7ea)
  for (const start of quarterStarts(today)) {
    for (const team of teams) {
      for (const ordinal of [1, 2]) {
        const heldOn = daysAfter(start, (ordinal - 1) * 42 + random.int(3, 35))
        if (heldOn <= today) yield trainingOf(random, team, { heldOn, ordinal })
      }
    }
  }
}

const requests = [
  '门前路灯不亮，希望维修。',
  '冬季取水不便，询问水管改造时间。',
  '询问牲畜防疫注射的日期。',
  '孩子上学接送的路段积水。',
  '询问合作医疗缴费办法。',
] as const

function householdOf(random: Random, village: string, visitedOn: string) {
  const { part } = ledgers.visit.fields.households
  const request = random.chance(0.35) ? random.pick(requests) : null
  const isPassedOn = request !== null && random.chance(0.4)
  return partOf(part, {
    door: `${village}${random.int(1, 6)}组${random.int(1, 80)}号`,
    peopleMet: random.int(1, 5),
    leaflets: random.int(1, 3),
    request,
    handledOnSpot: request !== null && !isPassedOn ? '当场说明，已答复。' : null,
    matter: isPassedOn ? '转有关单位办理' : null,
    matterUnit: isPassedOn ? '示例乡村建服务中心' : null,
    matterDueOn: isPassedOn ? daysAfter(visitedOn, 15) : null,
    matterResult: isPassedOn && random.chance(0.5) ? '已办理，已回复本户。' : null,
  })
}

function visitOf(random: Random, visitedOn: string): VisitData {
  const village = random.pick(villages)
  const visitor = ledgers.visit.fields.visitors.part
  return {
    ...(emptyData(ledgerOf('visit')) as unknown as VisitData),
    visitedOn,
    startTime: `${random.int(10, 16)}:00`,
    village,
    householdGroup: `${random.int(1, 6)}组`,
    kind: random.pick(['routine', 'publicity', 'publicity', 'condolence', 'needs']),
    topic: random.pick(['防火防汛宣传', '反诈宣传', '问需走访', '政策宣传']),
    visitors: Array.from({ length: random.int(1, 3) }, () =>
      partOf(visitor, { name: samplePerson(random, { today: visitedOn }).name, post: '联户长' }),
    ),
    recorder: '卓玛·样本',
    households: Array.from({ length: random.int(10, 15) }, () => householdOf(random, village, visitedOn)),
  }
}

/** Outings over the last half year, oldest first. */
export function* sampleVisits({ seed, today, count }: TeamWishes & { readonly count: number }): Generator<VisitData> {
  const random = createRandom(seed ^ 0x5151)
  for (let i = 0; i < count; i += 1) {
    yield visitOf(random, daysAfter(today, -Math.floor(180 * (1 - (i + random.next()) / count))))
  }
}
