/** Likely doubles inside the teams: offered for comparison, never merged (homonyms are ordinary here). */

/** From the strongest to the weakest. */
const pairReasons = ['sameId', 'nameAndBirth', 'nameAndPhone', 'nameAndVillage'] as const
export type PairReason = (typeof pairReasons)[number]

/** What is compared of somebody who serves. */
export interface Compared {
  readonly id: string
  readonly name: string
  readonly idNumber: string | null
  readonly birthYear: number | null
  readonly phone: string | null
  readonly village: string | null
}

/** Two ids in their order: the same pair whichever comes first. */
export const pairOf = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

export interface LikelyPair<T> {
  readonly a: T
  readonly b: T
  readonly reasons: readonly PairReason[]
}

/** The name as it is compared: blanks and the dot of a Tibetan name are typed in many ways. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s·・•.]/g, '')

const keysOf: Readonly<Record<PairReason, (c: Compared) => string | null>> = {
  sameId: (c) => c.idNumber?.toUpperCase() ?? null,
  nameAndBirth: (c) => (c.birthYear === null ? null : `${plainName(c.name)}|${c.birthYear}`),
  nameAndPhone: (c) => (c.phone === null ? null : `${plainName(c.name)}|${c.phone.replace(/\D/g, '')}`),
  nameAndVillage: (c) => (c.village === null ? null : `${plainName(c.name)}|${c.village}`),
}

/** Two of one name are two people when both wrote a number or a birth year and these differ. */
const areTwo = (a: Compared, b: Compared): boolean =>
  (a.idNumber !== null && b.idNumber !== null && keysOf.sameId(a) !== keysOf.sameId(b)) ||
  (a.birthYear !== null && b.birthYear !== null && a.birthYear !== b.birthYear)

function bucketsOf<T extends Compared>(people: readonly T[], key: (c: Compared) => string | null): readonly T[][] {
  const buckets = new Map<string, T[]>()
  for (const person of people) {
    const by = key(person)
    if (by === null) continue
    const bucket = buckets.get(by)
    if (bucket) bucket.push(person)
    else buckets.set(by, [person])
  }
  return [...buckets.values()].filter((b) => b.length > 1)
}

/** A name that hundreds share would make more pairs than anybody reads: each is compared with so many after it. */
const mostOthers = 20

/** Every likely pair once with all its reasons, the strongest first. */
export function likelyPairs<T extends Compared>(people: readonly T[]): readonly LikelyPair<T>[] {
  const found = new Map<string, { a: T; b: T; reasons: PairReason[] }>()
  for (const reason of pairReasons)
    for (const bucket of bucketsOf(people, keysOf[reason]))
      for (const [i, one] of bucket.entries())
        for (const other of bucket.slice(i + 1, i + 1 + mostOthers)) {
          if (reason !== 'sameId' && areTwo(one, other)) continue
          const [a, b] = one.id < other.id ? [one, other] : [other, one]
          const known = found.get(a.id + b.id)
          if (known) known.reasons.push(reason)
          else found.set(a.id + b.id, { a, b, reasons: [reason] })
        }
  const rank = (p: LikelyPair<T>) => pairReasons.indexOf(p.reasons[0] ?? 'nameAndVillage')
  return [...found.values()].sort((x, y) => rank(x) - rank(y) || (x.a.id < y.a.id ? -1 : 1))
}
