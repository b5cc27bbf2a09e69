/** The type codes of a case: 司法 18, the older 15, 综治, and the office's own sub-types (domain 3.1, 3.2). */
import type { DisputeData } from '../ledgers/dispute.ts'
import type { Settings } from '../settings.ts'

type Justice = NonNullable<DisputeData['typeJustice']>
type Older = NonNullable<DisputeData['typeOlder']>
type Social = NonNullable<DisputeData['typeSocial']>
export type Subtype = Settings['subtypes'][number]

/** Each of the 18 types in the one of the older 15 that it was counted in. */
const older: Readonly<Record<Justice, Older>> = {
  family: 'family',
  neighbour: 'neighbour',
  housing: 'housing',
  contract: 'contract',
  production: 'production',
  damages: 'damages',
  landAndForest: 'landAndForest',
  expropriation: 'expropriation',
  pollution: 'pollution',
  migrantWages: 'labour',
  otherLabour: 'labour',
  tourism: 'consumer',
  onlineTrade: 'consumer',
  otherConsumer: 'consumer',
  medical: 'medical',
  traffic: 'traffic',
  propertyService: 'propertyService',
  other: 'other',
}

/** What an older type can be today: one, or for 劳动争议 and 消费 several, of which only a person can choose. */
export const justiceOfOlder = (type: Older): readonly Justice[] =>
  (Object.keys(older) as Justice[]).filter((j) => older[j] === type)

export const subtypeNamed = (settings: Settings, name: string | null): Subtype | undefined =>
  name === null ? undefined : settings.subtypes.find((s) => s.name === name)

/** 综治 types a case may have: its sub-type's where the list says one, else those of its 司法 type; none without a type. */
export function socialCandidates(
  settings: Settings,
  d: Pick<DisputeData, 'typeJustice' | 'localSubtype'>,
): readonly Social[] {
  const own = subtypeNamed(settings, d.localSubtype)
  if (own?.social && own.justice === d.typeJustice) return [own.social]
  return d.typeJustice === null ? [] : settings.socialOf[d.typeJustice]
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null)

type Types = Pick<DisputeData, 'typeJustice' | 'typeSocial' | 'typeOlder' | 'localSubtype'>

/**
 * Blank types filled from the one just chosen, where only one can be meant. A doubtful one is left to be asked; a
 * national type is only ever one that the older table or the office's own list already says.
 */
export function filledTypes<T extends Types>(d: T, settings: Settings): T {
  const fromOlder = d.typeOlder === null ? null : only(justiceOfOlder(d.typeOlder))
  const typeJustice = d.typeJustice ?? subtypeNamed(settings, d.localSubtype)?.justice ?? fromOlder
  const next = { ...d, typeJustice }
  return { ...next, typeSocial: d.typeSocial ?? only(socialCandidates(settings, next)) }
}
