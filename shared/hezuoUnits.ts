/**
 * 合作市 and its ten units: codes of 2023-06-30 (domain 6.3). 勒秀, 佐盖曼玛 and 那吾 were 乡 before they became 镇;
 * the day is not known here, so older papers decide.
 */
import type { PlaceLevel } from './rules/places.ts'

export interface BuiltInPlace {
  readonly code: string
  readonly level: PlaceLevel
  readonly name: string
  readonly under: string | null
  readonly formerName: string | null
}

const city = '合作市'
const unit = (code: string, level: PlaceLevel, name: string, formerName: string | null = null): BuiltInPlace => ({
  code,
  level,
  name,
  under: city,
  formerName,
})

/** The city first, so that its units find it above them. */
export const hezuoUnits: readonly BuiltInPlace[] = [
  { ...unit('623001', 'city', city), under: null },
  unit('623001001', 'street', '当周街道'),
  unit('623001002', 'street', '伊合昂街道'),
  unit('623001003', 'street', '坚木克尔街道'),
  unit('623001004', 'street', '通钦街道'),
  unit('623001100', 'township', '那吾镇', '那吾乡'),
  unit('623001101', 'township', '勒秀镇', '勒秀乡'),
  unit('623001102', 'township', '佐盖曼玛镇', '佐盖曼玛乡'),
  unit('623001200', 'township', '卡加曼乡'),
  unit('623001201', 'township', '卡加道乡'),
  unit('623001202', 'township', '佐盖多玛乡'),
]
