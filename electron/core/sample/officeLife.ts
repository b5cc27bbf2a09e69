/** What goes on beside cases, trainings and outings: duty at festivals, joint meetings, and the places of 示例乡. */
import { emptyData } from '../../../shared/ledgers/describe.ts'
import type { DutyData } from '../../../shared/ledgers/duty.ts'
import { type LedgerName, ledgerOf, ledgers } from '../../../shared/ledgers/index.ts'
import type { MeetingData } from '../../../shared/ledgers/meeting.ts'
import type { PlaceData } from '../../../shared/ledgers/place.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import { partOf } from './parties.ts'
import { type Member, servingOn } from './posts.ts'
import { createRandom, type Random } from './random.ts'
import { mediators, recorders, township, villages } from './township.ts'

const blank = <D>(name: LedgerName): D => emptyData(ledgerOf(name)) as unknown as D

const city = '示例市'
/** 示例市 above 示例乡, its villages with one renamed and one merged, and a department beside them. */
export function samplePlaces(): readonly PlaceData[] {
  const former = ledgers.place.fields.formerNames.part
  const place = (values: Partial<PlaceData>): PlaceData => ({ ...blank<PlaceData>('place'), ...values })
  const under = township.unitName
  const named = villages.map((name, i) => {
    const code = `${township.unitCode}${String(201 + i).padStart(6, '0')}`
    const formerNames = i === 1 ? [partOf(former, { name: '示例老村', until: '2019-12-31' })] : []
    return place({ level: 'village', name, code, under, formerNames })
  })
  const [into = ''] = villages.slice(-1)
  return [
    place({ level: 'city', name: city, code: '990000' }),
    place({ level: 'township', name: township.unitName, code: `${township.unitCode}000`, under: city }),
    place({ level: 'department', name: '示例市交通运输局', under: city }),
    ...named,
    place({
      ...{ level: 'village', name: '示例十村', under, validUntil: '2024-06-30', mergedInto: into },
      mergedWhy: '示例市村级建制调整',
    }),
  ]
}

export interface OfficeWishes {
  readonly seed: number
  readonly today: string
  readonly roster: readonly Member[]
}

const findings = [
  ['东沟便道有落石，影响通行。', '设置警示牌，报村建服务中心清理。', '示例乡村建服务中心'],
  ['会场停车处秩序拥挤。', '分两处停放，专人引导。', null],
  [null, null, null],
] as const

function dutyOf(random: Random, dutyOn: string, roster: readonly Member[]): DutyData {
  const { part } = ledgers.duty.fields.people
  const isPatrol = random.chance(0.6)
  const [found, handling, reportedTo] = random.pick(findings)
  const serving = random.shuffled(servingOn(roster, dutyOn)).slice(0, random.int(3, 6))
  return {
    ...blank<DutyData>('duty'),
    ...{ kind: isPatrol ? 'patrol' : 'duty', event: random.chance(0.5) ? '示例香浪节' : null, dutyOn },
    ...{ startTime: '18:00', endTime: '08:00', leader: random.pick(mediators) },
    place: isPatrol ? `${random.pick(villages)}至东沟` : '示例乡值班室',
    teams: [...new Set(serving.flatMap(({ data }) => data.team ?? []))],
    people: serving.map(({ data }) => partOf(part, { name: data.name, unit: data.village, team: data.team })),
    ...{ found, handling, reportedTo, handedOverTo: random.pick(recorders) },
  }
}

/** Ten shifts over half a year; before them one of which only the 人次 are known. */
export function* sampleDuties({ seed, today, roster }: OfficeWishes): Generator<DutyData> {
  const random = createRandom(seed ^ 0xd077)
  yield {
    ...blank<DutyData>('duty'),
    ...{ kind: 'duty', event: '示例春节', dutyOn: daysAfter(today, -290), place: '示例乡', countedTimes: 42 },
  }
  for (let weeks = 20; weeks > 0; weeks -= 2) yield dutyOf(random, daysAfter(today, -7 * weeks), roster)
}

const matters = [
  ['东沟路段安装警示标志和防护栏。', '村建服务中心', '中心主任'],
  ['取水点改造的日期答复各户。', '水务服务站', '站长'],
  ['节日期间分三班巡逻，记录人次。', '综治中心', '综治中心副主任'],
] as const

function meetingOf(random: Random, heldOn: string, today: string): MeetingData {
  const { absentees, decisions } = ledgers.meeting.fields
  const doneOn = daysAfter(heldOn, random.int(7, 25))
  return {
    ...blank<MeetingData>('meeting'),
    ...{ title: '示例乡平安建设联席会议', heldOn, startTime: '09:30', endTime: '11:30', place: '示例乡三楼会议室' },
    ...{ chair: random.pick(mediators), recorder: random.pick(recorders), expectedCount: 14, presentCount: 13 },
    attendees: '综治中心、司法所、派出所、村建服务中心、水务服务站、各村负责人',
    absentees: [partOf(absentees.part, { unit: random.pick(villages), reason: '防火值守' })],
    topics: '通报纠纷办理和入户走访情况，研究走访提出的事项。',
    statements: '综治中心：通报走访提出的事项和办理进度。\n司法所：提醒到期的履行和回访。',
    decisions: matters.map(([matter, unit, person], i) => {
      const isDone = i > 0 && doneOn <= today
      const dueOn = daysAfter(heldOn, 30)
      return partOf(decisions.part, { matter, unit, person, dueOn, doneOn: isDone ? doneOn : null })
    }),
  }
}

/** A joint meeting a quarter, the last of them two weeks ago. */
export function* sampleMeetings({ seed, today }: Omit<OfficeWishes, 'roster'>): Generator<MeetingData> {
  const random = createRandom(seed ^ 0x3ee7)
  for (const days of [196, 105, 14]) yield meetingOf(random, daysAfter(today, -days), today)
}
