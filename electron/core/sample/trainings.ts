import { emptyData } from '../../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../../shared/ledgers/index.ts'
import type { TrainingData } from '../../../shared/ledgers/training.ts'
import { daysAfter, daysBetween, monthsAfter } from '../../../shared/rules/dates.ts'
import { partOf } from './parties.ts'
import { samplePerson } from './people.ts'
import { type Member, servingOn, type Team } from './posts.ts'
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

/** First day of the quarter a date lies in. */
function quarterStart(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

interface Session {
  readonly teams: readonly Team[]
  readonly ordinal: number
  /** How far through the days of its quarter it was held, 0–1. */
  readonly at: number
  readonly form?: 'meeting'
  readonly isCountOnly?: true
}
/** The last quarter is complete: every team twice, some of them together, some known by the head count only. */
const lastQuarter: readonly Session[] = [
  { teams: ['household'], ordinal: 1, at: 0.2 },
  { teams: ['household'], ordinal: 2, at: 0.7 },
  { teams: ['vehicle', 'street'], ordinal: 1, at: 0.1, isCountOnly: true },
  { teams: ['vehicle'], ordinal: 2, at: 0.6 },
  { teams: ['street'], ordinal: 2, at: 0.8, isCountOnly: true },
  { teams: ['building', 'shop'], ordinal: 1, at: 0.3, form: 'meeting' },
  { teams: ['building'], ordinal: 2, at: 0.75 },
  { teams: ['shop'], ordinal: 2, at: 0.9 },
]
/** This quarter, up to today: 联户长 and 联铺长 2/2, 楼户长 and 联车长 1/2, 联防长 0/2. */
const thisQuarter: readonly Session[] = [
  { teams: ['household'], ordinal: 1, at: 0.2 },
  { teams: ['vehicle'], ordinal: 1, at: 0.4 },
  { teams: ['building', 'shop'], ordinal: 1, at: 0.5, form: 'meeting' },
  { teams: ['shop'], ordinal: 2, at: 0.7 },
  { teams: ['household'], ordinal: 2, at: 0.9 },
]
/** What is planned: who, and in how many days. */
const plans: readonly (Session & { readonly inDays: number })[] = [
  { teams: ['vehicle', 'street'], ordinal: 1, at: 1, inDays: 6 },
  { teams: ['building'], ordinal: 2, at: 1, inDays: 13 },
]

type Attendance = TrainingData['attendances'][number]
const states = [
  'present',
  'present',
  'present',
  'present',
  'present',
  'present',
  'substitute',
  'leave',
  'absent',
] as const
const { part } = ledgers.training.fields.attendances

function attendanceOf(random: Random, { id, data }: Member, today: string): Attendance {
  const state = random.pick(states)
  const substitute = state === 'substitute' ? samplePerson(random, { today }).name : null
  const unit = data.village ?? data.department
  return partOf(part, { name: data.name, member: id, team: data.team, unit, state, substitute })
}

/** Everybody of the teams who served that day, and somebody of the village who came along. */
function attendancesOf(random: Random, session: Session, heldOn: string, roster: readonly Member[]) {
  const serving = servingOn(roster, heldOn).filter(({ data }) => session.teams.some((team) => team === data.team))
  const guest = { name: samplePerson(random, { today: heldOn }).name, unit: random.pick(villages) }
  return [
    ...serving.map((member) => attendanceOf(random, member, heldOn)),
    partOf(part, { ...guest, post: '村干部', state: 'present' }),
  ]
}

/** What is known beforehand. */
function planOf(random: Random, session: Session, heldOn: string): TrainingData {
  const [topic, summary] = random.pick(topics)
  const hour = random.int(9, 15)
  return {
    ...(emptyData(ledgerOf('training')) as unknown as TrainingData),
    topic,
    summary,
    form: session.form ?? random.pick(['classroom', 'area', 'oneToMany']),
    heldOn,
    startTime: `${String(hour).padStart(2, '0')}:00`,
    endTime: `${String(hour + 2).padStart(2, '0')}:00`,
    ordinal: session.ordinal,
    teams: session.teams,
    place: `${random.pick(villages)}活动室`,
    organiser: '示例乡综治中心',
    lecturer: random.pick(['李演示', '张示例', '才让·示例']),
    lecturerUnit: township.unitName,
  }
}

function trainingOf(random: Random, session: Session, heldOn: string, roster: readonly Member[]): TrainingData {
  const isCountOnly = session.isCountOnly === true
  return {
    ...planOf(random, session, heldOn),
    countOnly: isCountOnly ? true : null,
    countedPresent: isCountOnly ? random.int(4, 9) : null,
    attendances: isCountOnly ? [] : attendancesOf(random, session, heldOn, roster),
    materials: random.int(5, 40),
    signSheetFiled: random.chance(0.6) ? true : null,
  }
}

export interface TrainingWishes {
  readonly seed: number
  readonly today: string
  /** The roster as it was saved; attendance is ticked there. */
  readonly roster: readonly Member[]
}
/** 一季两培训 of 示例乡 in the last quarter and in this one, and what is planned; oldest first. */
export function* sampleTrainings({ seed, today, roster }: TrainingWishes): Generator<TrainingData> {
  const random = createRandom(seed ^ 0x7ea)
  const start = quarterStart(today)
  const previous = monthsAfter(start, -3)
  const dayIn = (from: string, to: string, { at }: Session) => daysAfter(from, Math.round(daysBetween(from, to) * at))
  const inOrder = (list: readonly Session[]) => list.toSorted((a, b) => a.at - b.at)
  for (const session of inOrder(lastQuarter))
    yield trainingOf(random, session, dayIn(previous, daysAfter(start, -1), session), roster)
  for (const session of inOrder(thisQuarter)) yield trainingOf(random, session, dayIn(start, today, session), roster)
  for (const plan of plans) yield planOf(random, plan, daysAfter(today, plan.inDays))
}
