import type { teams } from '../../../shared/ledgers/codes.ts'
import { emptyData } from '../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import type { PostData } from '../../../shared/ledgers/post.ts'
import { heldOn } from '../../../shared/rules/post.ts'
import type { Random } from './random.ts'
import { villages } from './township.ts'

export type Team = (typeof teams)[number]

/** One post: who holds it, or held it last, and who held it before, if anybody is known. */
export interface Succession {
  readonly before: PostData | null
  readonly latest: PostData
}
/** A row of the roster as it was saved. */
export interface Member {
  readonly id: string
  readonly data: PostData
}

export const postNames: Readonly<Record<Team, string>> = {
  household: '联户长',
  vehicle: '联车长',
  street: '联防长',
  building: '楼户长',
  shop: '联铺长',
}
const groups: Readonly<Record<Team, string>> = {
  household: '十户联防',
  vehicle: '十车联防',
  street: '十人联防',
  building: '十组联防',
  shop: '十铺联防',
}
export const leavingReasons = ['本人申请', '外出务工', '年龄原因', '搬迁', '调整分组'] as const

/** The 行业主管部门 of the two teams that have one (domain 5.1). */
export interface Departments {
  readonly transport: string
  readonly sanitation: string
}

/** What sets one team's posts apart from another's (domain 5.1). */
function placeOf(random: Random, team: Team, no: number, departments: Departments): Partial<PostData> {
  const village = villages[no % villages.length] ?? null
  const groupNo = `${Math.floor(no / villages.length) + 1}组`
  switch (team) {
    case 'household':
      return { village, groupNo, size: random.int(8, 14) }
    case 'building':
      return { village, groupNo, size: random.int(2, 12), building: `示例小区${no + 1}号楼` }
    case 'shop':
      return { village, groupNo, size: random.int(8, 12), shopName: `示例商店${no + 1}` }
    case 'vehicle':
      return { groupNo: `${no + 1}组`, size: 10, company: '示例出租汽车公司', department: departments.transport }
    case 'street':
      return {
        groupNo: `${no + 1}组`,
        size: random.int(8, 12),
        roadSection: `示例路${no + 1}段`,
        department: departments.sanitation,
      }
  }
}

/** The `no`-th group of a team with nobody in it yet. */
export function emptyPost(random: Random, team: Team, no: number, departments: Departments): PostData {
  const place = placeOf(random, team, no, departments)
  return {
    ...(emptyData(ledgerOf('post')) as unknown as PostData),
    ...place,
    team,
    groupName: `${place.village ?? ''}${groups[team]}${place.groupNo ?? ''}`,
    policeStation: '示例派出所',
    selectionWay: random.pick(['recommended', 'elected', 'appointed']),
  }
}

export const servingOn = (roster: readonly Member[], day: string): readonly Member[] =>
  roster.filter(({ data }) => heldOn(data, day))
