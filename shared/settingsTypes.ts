/** Types as an office finds them at first; all of it can be changed in the settings. */
import type { justiceTypes, socialTypes } from './ledgers/codes.ts'

type Justice = (typeof justiceTypes)[number]
type Social = (typeof socialTypes)[number]

/** Local sub-types of a herding township (domain 3.1), each summed in one national type; none is a national type. */
export const defaultSubtypes: { name: string; justice: Justice; social: Social | null }[] = [
  { name: '草场（草山）边界', justice: 'landAndForest', social: 'landAndResources' },
  { name: '越界放牧', justice: 'landAndForest', social: 'landAndResources' },
  { name: '草场承包流转', justice: 'landAndForest', social: 'landAndResources' },
  { name: '偷牧抢牧', justice: 'landAndForest', social: 'landAndResources' },
  { name: '禁牧休牧', justice: 'landAndForest', social: 'landAndResources' },
  { name: '虫草采挖', justice: 'landAndForest', social: 'landAndResources' },
  { name: '引水用水', justice: 'production', social: 'landAndResources' },
  { name: '牲畜损害', justice: 'damages', social: 'tort' },
  { name: '彩礼返还', justice: 'family', social: 'marriageAndFamily' },
  { name: '民间借贷', justice: 'contract', social: 'lending' },
]

/** 司法 18 → 综治: one where it is plain, several where somebody has to say. */
export const defaultSocialOf: Record<Justice, Social[]> = {
  family: ['marriageAndFamily'],
  neighbour: ['neighbour'],
  housing: ['propertyRights', 'landAndResources'],
  contract: ['contract', 'lending'],
  production: ['contract', 'landAndResources', 'otherCivil'],
  damages: ['tort', 'personality'],
  landAndForest: ['landAndResources'],
  expropriation: ['urbanDevelopment'],
  pollution: ['tort'],
  migrantWages: ['labour'],
  otherLabour: ['labour'],
  tourism: ['contract'],
  onlineTrade: ['contract'],
  otherConsumer: ['contract'],
  medical: ['tort'],
  traffic: ['tort'],
  propertyService: ['contract', 'otherCivil'],
  other: ['otherCivil', 'civilAffairs', 'litigation', 'other'],
}
