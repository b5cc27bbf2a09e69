import type { Team } from '../posts.ts'

/** Who keeps a register of the sample. */
export interface HezuoUnit {
  /** Its real name, marked: nobody may take the sample for the office's own figures. */
  readonly name: string
  /** Like the division code (domain 6.3), but of province 99, which does not exist. */
  readonly code: string
  readonly kind: 'street' | 'township' | 'department'
  /** How the teams' members are shared out among the units; a unit without a team has none of it. */
  readonly weights: Readonly<Partial<Record<Team, number>>>
}

const place = (kind: HezuoUnit['kind'], name: string, code: string, weights: HezuoUnit['weights']): HezuoUnit => ({
  name: `${name}（样本）`,
  code: `990001${code}`,
  kind,
  weights,
})

/**
 * The ten units of 合作市, and the two departments whose teams work all over the city: 联车长 hang under transport,
 * 联防长 under sanitation (domain 5.1). Only the city's sums are the case report's; how they lie in the units is made up.
 */
export const hezuoUnits: readonly HezuoUnit[] = [
  place('street', '当周街道', '001', { household: 8, building: 26, shop: 24 }),
  place('street', '伊合昂街道', '002', { household: 5, building: 22, shop: 20 }),
  place('street', '坚木克尔街道', '003', { household: 7, building: 30, shop: 34 }),
  place('street', '通钦街道', '004', { household: 4, building: 18, shop: 16 }),
  place('township', '那吾镇', '100', { household: 22, building: 4, shop: 6 }),
  place('township', '勒秀镇', '101', { household: 14 }),
  place('township', '佐盖曼玛镇', '102', { household: 13 }),
  place('township', '卡加曼乡', '200', { household: 9 }),
  place('township', '卡加道乡', '201', { household: 8 }),
  place('township', '佐盖多玛乡', '202', { household: 10 }),
  place('department', '市交通运输局', '301', { vehicle: 1 }),
  place('department', '市环境卫生服务中心', '302', { street: 1 }),
]

/** Who receives the teams' book. */
export const hezuoRecipient = { name: '合作市综治中心（样本）', code: '990001' } as const
