import { emptyData } from '../../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../../shared/ledgers/index.ts'
import type { PostData } from '../../../../shared/ledgers/post.ts'
import { daysAfter } from '../../../../shared/rules/dates.ts'
import { type Person, samplePerson } from '../people.ts'
import type { Random } from '../random.ts'
import { villages } from '../township.ts'
import type { UnitPlan } from './plan.ts'
import type { Team } from './units.ts'

/** One post of a unit: who holds it, and who held it before, if anybody is known. */
export interface Succession {
  readonly before: PostData | null
  readonly serving: PostData
}

const transport = '市交通运输局（样本）'
const sanitation = '市环境卫生服务中心（样本）'
const groups: Readonly<Record<Team, string>> = {
  household: '十户联防',
  vehicle: '十车联防',
  street: '十人联防',
  building: '十组联防',
  shop: '十铺联防',
}

/** What sets one team's posts apart from another's (domain 5.1). */
function placeOf(random: Random, team: Team, no: number): Partial<PostData> {
  const village = villages[no % villages.length] ?? null
  const number = Math.floor(no / villages.length) + 1
  switch (team) {
    case 'household':
      return { village, groupNo: `${number}组`, size: random.int(8, 14) }
    case 'building':
      return { village, groupNo: `${number}组`, size: random.int(2, 12), building: `示例小区${no + 1}号楼` }
    case 'shop':
      return { village, groupNo: `${number}组`, size: random.int(8, 12), shopName: `示例商店${no + 1}` }
    case 'vehicle':
      return { groupNo: `${no + 1}组`, size: 10, company: '示例出租汽车公司', department: transport }
    case 'street':
      return {
        groupNo: `${no + 1}组`,
        size: random.int(8, 12),
        roadSection: `示例路${no + 1}段`,
        department: sanitation,
      }
  }
}

const reasons = ['本人申请', '外出务工', '年龄原因', '搬迁', '调整分组'] as const
const replacedShare = 0.04

/** No ID number, no phone, no other names: what the roster's figures need and nothing more. */
const personOf = ({ name, sex, birthDate }: Person): Partial<PostData> => ({ name, sex, birthDate })

function successionOf(random: Random, unit: UnitPlan, team: Team, no: number, today: string): Succession {
  const place = placeOf(random, team, no)
  const someone = (selectedOn: string): PostData => ({
    ...(emptyData(ledgerOf('post')) as unknown as PostData),
    ...place,
    ...personOf(samplePerson(random, { today, age: random.int(24, 68) })),
    team,
    groupName: `${place.village ?? ''}${groups[team]}${place.groupNo ?? ''}`,
    community: unit.kind === 'department' ? null : unit.name,
    policeStation: '示例派出所',
    selectedOn,
    selectionWay: random.pick(['recommended', 'elected', 'appointed']),
    approvedBy: unit.name,
  })
  if (!random.chance(replacedShare)) return { before: null, serving: someone(daysAfter(today, -random.int(900, 2400))) }
  const changedOn = daysAfter(today, -random.int(20, 700))
  const before = someone(daysAfter(changedOn, -random.int(900, 1700)))
  return {
    before: { ...before, leftOn: changedOn, leavingReason: random.pick(reasons) },
    serving: someone(changedOn),
  }
}

/** The whole roster of a unit, team by team and group by group. */
export function* hezuoRoster(random: Random, unit: UnitPlan, today: string): Generator<Succession> {
  for (const [team, count] of Object.entries(unit.posts) as [Team, number][])
    for (let no = 0; no < count; no += 1) yield successionOf(random, unit, team, no, today)
}
