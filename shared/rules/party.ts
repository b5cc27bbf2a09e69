/** What follows from what is known of one party: age, capacity, what an ID number says. */
import type { DisputeData, PartyData } from '../ledgers/dispute.ts'
import { fullYears } from './dates.ts'
import { birthDateOf, identityProblem, sexOf } from './identity.ts'

export type Capacity = NonNullable<PartyData['capacity']>

export const isUnit = (party: Pick<PartyData, 'kind'>): boolean =>
  party.kind === 'company' || party.kind === 'organisation'

type Dates = Pick<DisputeData, 'acceptanceDate' | 'agreementNo' | 'resultDate'>

/**
 * The day a dossier's ages are of: 受理, for there is one age per dossier; where a paper that came first leaves it
 * open, the agreement's day. Null while ages still move with the days.
 */
export const ageDay = (d: Dates): string | null => d.acceptanceDate ?? (d.agreementNo === null ? null : d.resultDate)

/** Full years on a day, or null where the birth date is not known or lies after it. */
export const ageOn = (birthDate: string | null, day: string): number | null =>
  birthDate === null || birthDate > day ? null : fullYears(birthDate, day)

/** 民法典 17–20: under 8 none, 8–17 limited, from 16 full for whoever lives on own labour; null without an age. */
export function proposedCapacity(age: number | null, ownLabour: boolean): Capacity | null {
  if (age === null) return null
  if (age < 8) return 'none'
  return age >= 18 || (age >= 16 && ownLabour) ? 'full' : 'limited'
}

/** The age written down, or the one that follows from the birth date. */
export const ageOf = (party: PartyData, day: string): number | null => party.age ?? ageOn(party.birthDate, day)

/** What a person's age proposes; null for units and where no age is known. */
export const proposalFor = (party: PartyData, day: string): Capacity | null =>
  isUnit(party) ? null : proposedCapacity(ageOf(party, day), party.ownLabour === true)

/** Capacity as written, else as the age proposes it. */
export const capacityOf = (party: PartyData, day: string): Capacity | null =>
  isUnit(party) ? null : (party.capacity ?? proposalFor(party, day))

/** The fields of the identity card that an 身份证号 fills; null for other papers and for wrong numbers. */
export function saidById(party: PartyData, today: string): Pick<PartyData, 'sex' | 'birthDate'> | null {
  const id = party.idNumber
  const isCard = party.certificateKind === null || party.certificateKind === 'idCard'
  if (id === null || !isCard || identityProblem(id, today) !== null) return null
  return { sex: sexOf(id), birthDate: birthDateOf(id) }
}

/**
 * A party after one of its fields was typed: sex and birth date out of the ID number, age out of the birth date,
 * capacity out of the age. What was typed by hand stays; what only followed from the old values follows the new ones.
 */
export function filledParty(party: PartyData, before: PartyData, days: { today: string; ageDay: string }): PartyData {
  if (isUnit(party)) return party
  const said = party.idNumber === before.idNumber ? null : saidById(party, days.today)
  const sex = party.sex ?? said?.sex ?? null
  const birthDate = party.birthDate ?? said?.birthDate ?? null
  const followed = before.birthDate !== null && before.age === ageOn(before.birthDate, days.ageDay)
  const typedAge = party.age !== before.age
  const moves = birthDate !== before.birthDate && !typedAge && (party.age === null || followed)
  const age = moves && party.absent.age === undefined ? ageOn(birthDate, days.ageDay) : party.age
  const next = { ...party, sex, birthDate, age }
  const [old, proposed] = [proposalFor(before, days.ageDay), proposalFor(next, days.ageDay)]
  const follows = party.capacity === before.capacity && party.capacityReason === null && party.capacity === old
  return proposed !== old && (follows || party.capacity === null) ? { ...next, capacity: proposed } : next
}

/** Whether an age is the one that follows from the birth date on some day of these. */
export const fitsBirth = (p: PartyData, from: string, until: string): boolean =>
  p.age !== null && p.age >= (ageOn(p.birthDate, from) ?? 0) && p.age <= (ageOn(p.birthDate, until) ?? -1)

/**
 * Ages fixed at 受理 (domain 2.3, one age per dossier). Blank ages are filled from birth dates; when the day of 受理
 * becomes known or is mended, ages that followed from the old one follow it. Ages written down otherwise stay, and
 * those of a paper that came first always.
 */
export function withFixedAges(next: DisputeData, old: DisputeData | null, today: string): DisputeData {
  const day = ageDay(next)
  if (day === null) return next
  const before = old === null ? null : ageDay(old)
  const isMoved = next.lateEntry !== true && before !== day
  // Before 受理 an age was worked out on whatever day it was typed.
  const [from, until] = before === null ? [next.applicationDate ?? day, today] : [before, before]
  const parties = next.parties.map((p) => {
    const age = ageOn(p.birthDate, day)
    if (isUnit(p) || age === null) return p
    return p.age === null || (isMoved && fitsBirth(p, from, until)) ? { ...p, age } : p
  })
  return { ...next, parties }
}
