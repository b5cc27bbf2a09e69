import { emptyData } from '../../../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../../../shared/ledgers/index.ts'
import type { VisitData } from '../../../../shared/ledgers/visit.ts'
import { daysAfter } from '../../../../shared/rules/dates.ts'
import { partOf } from '../parties.ts'
import { type Member, postNames, servingOn } from '../posts.ts'
import type { Random } from '../random.ts'
import type { UnitPlan } from './plan.ts'

/** The outings lie in so many days; older ones than the half year are known by their figures only. */
const span = 730
const listedDays = 183
const { households, visitors } = ledgers.visit.fields

const householdsOf = (random: Random, village: string, group: string): VisitData['households'] =>
  Array.from({ length: random.int(10, 15) }, (_, i) =>
    partOf(households.part, {
      door: `${village}${group}${i + 1}号`,
      peopleMet: random.int(1, 4),
      leaflets: random.int(1, 2),
    }),
  )

/** Households with their doors, or 户次, 人次 and 份 alone. Nothing anybody said: figures need no narratives. */
function visited(random: Random, village: string, group: string, isCountOnly: boolean): Partial<VisitData> {
  if (!isCountOnly) return { households: householdsOf(random, village, group), sheetFiled: true }
  const doors = random.int(10, 15)
  return {
    countOnly: true,
    countedHouseholds: doors,
    countedPeople: doors + random.int(5, 30),
    countedLeaflets: doors * random.int(1, 2),
  }
}

function outingOf(random: Random, visitedOn: string, isCountOnly: boolean, roster: readonly Member[]): VisitData {
  const { data: leader } = random.pick(roster)
  const [village, group] = [leader.village ?? '示例一村', leader.groupNo ?? '1组']
  return {
    ...(emptyData(ledgerOf('visit')) as unknown as VisitData),
    visitedOn,
    village,
    householdGroup: group,
    team: leader.team,
    kind: random.pick(['routine', 'publicity', 'publicity', 'publicity', 'condolence', 'needs']),
    topic: random.pick(['防火防汛宣传', '反诈宣传', '政策宣传', '问需走访']),
    // A copy of the name as it was that day: visits lead to no post (domain 8.2).
    visitors: [
      partOf(visitors.part, { name: leader.name, post: leader.team === null ? null : postNames[leader.team] }),
    ],
    ...visited(random, village, group, isCountOnly),
  }
}

/** The unit's outings, oldest first, each led by somebody who served that day. */
export function* hezuoOutings(
  random: Random,
  unit: UnitPlan,
  roster: readonly Member[],
  today: string,
): Generator<VisitData> {
  for (let i = 0; i < unit.outings; i += 1) {
    const ago = Math.floor(span * (1 - (i + random.next()) / unit.outings))
    const visitedOn = daysAfter(today, -ago)
    yield outingOf(random, visitedOn, ago > listedDays, servingOn(roster, visitedOn))
  }
}
