import { emptyData } from '../../../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../../../shared/ledgers/index.ts'
import type { TrainingData } from '../../../../shared/ledgers/training.ts'
import { partOf } from '../parties.ts'
import { samplePerson } from '../people.ts'
import { type Member, servingOn } from '../posts.ts'
import type { Random } from '../random.ts'
import type { SessionPlan, UnitPlan } from './plan.ts'

const topics = [
  '人民调解法与纠纷受理流程',
  '用火用电安全常识',
  '雨季道路与地质灾害避险',
  '防范电信网络诈骗',
  '入户走访的方法和登记',
  '隐患排查与信息报送',
] as const

type Attendance = TrainingData['attendances'][number]
const { part } = ledgers.training.fields.attendances

function memberAt(random: Random, { id, data }: Member, state: 'came' | 'stayed', today: string): Attendance {
  const isSubstituted = state === 'came' && random.chance(0.04)
  return partOf(part, {
    name: data.name,
    member: id,
    team: data.team,
    unit: data.village ?? data.department,
    state: state === 'stayed' ? random.pick(['leave', 'leave', 'absent']) : isSubstituted ? 'substitute' : 'present',
    substitute: isSubstituted ? samplePerson(random, { today }).name : null,
  })
}

/** Of those who served that day as many as came, and a few who did not; others of the village where that is not enough. */
function attendancesOf(random: Random, session: SessionPlan, roster: readonly Member[]): readonly Attendance[] {
  const serving = servingOn(roster, session.heldOn).filter(({ data }) => session.teams.some((t) => t === data.team))
  const asked = random.shuffled(serving)
  const [came, others] = [asked.slice(0, session.present), asked.slice(session.present)]
  const stayed = others.slice(0, Math.round(session.present * 0.12))
  const guests = Array.from({ length: session.present - came.length }, () =>
    partOf(part, { name: samplePerson(random, { today: session.heldOn }).name, post: '村干部', state: 'present' }),
  )
  return [
    ...came.map((m) => memberAt(random, m, 'came', session.heldOn)),
    ...guests,
    ...stayed.map((m) => memberAt(random, m, 'stayed', session.heldOn)),
  ]
}

function trainingOf(random: Random, unit: UnitPlan, session: SessionPlan, roster: readonly Member[]): TrainingData {
  const hour = random.int(9, 15)
  return {
    ...(emptyData(ledgerOf('training')) as unknown as TrainingData),
    topic: random.pick(topics),
    form: random.pick(['classroom', 'meeting', 'area', 'oneToMany']),
    heldOn: session.heldOn,
    startTime: `${String(hour).padStart(2, '0')}:00`,
    endTime: `${String(hour + 2).padStart(2, '0')}:00`,
    ordinal: session.ordinal,
    teams: session.teams,
    place: '示例活动室',
    organiser: unit.name,
    countOnly: session.isCountOnly ? true : null,
    countedPresent: session.isCountOnly ? session.present : null,
    attendances: session.isCountOnly ? [] : attendancesOf(random, session, roster),
    materials: session.present,
    signSheetFiled: session.isCountOnly ? null : true,
  }
}

/** The unit's trainings, oldest first. */
export function* hezuoTrainings(random: Random, unit: UnitPlan, roster: readonly Member[]): Generator<TrainingData> {
  for (const session of unit.sessions) yield trainingOf(random, unit, session, roster)
}
