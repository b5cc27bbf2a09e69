import { teams } from '../../../../shared/ledgers/codes.ts'
import { daysAfter, monthsAfter } from '../../../../shared/rules/dates.ts'
import { sharesOf } from '../../../../shared/rules/shares.ts'
import type { Team } from '../posts.ts'
import { createRandom, type Random } from '../random.ts'
import { type HezuoUnit, hezuoUnits } from './units.ts'

/** What the whole city adds up to. */
export interface HezuoSizes {
  /** Serving members by team. */
  readonly posts: Readonly<Record<Team, number>>
  readonly trainings: number
  /** 人次: members and those who sat in for them. */
  readonly attendances: number
  readonly outings: number
}
/** The case report's figures (domain 0). */
export const hezuoSizes: HezuoSizes = {
  posts: { household: 1616, vehicle: 41, street: 28, building: 378, shop: 282 },
  trainings: 350,
  attendances: 13_000,
  outings: 6700,
}

export interface SessionPlan {
  readonly heldOn: string
  /** 第几次 of its quarter. */
  readonly ordinal: number
  readonly teams: readonly Team[]
  /** Old sessions of which only the head count is known. */
  readonly isCountOnly: boolean
  readonly present: number
}
export interface UnitPlan extends HezuoUnit {
  readonly posts: Readonly<Partial<Record<Team, number>>>
  readonly sessions: readonly SessionPlan[]
  readonly outings: number
}

export interface HezuoWishes {
  readonly seed: number
  readonly today: string
  readonly sizes: HezuoSizes
}

/** First day of the quarter so many quarters before that of `today`. */
function quarterStart(today: string, back: number): string {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  return monthsAfter(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, -3 * back)
}

/** Quarters whose sessions have their attendance, the present one included; before them only head counts are known. */
const listedQuarters = 4
const missedShare = 0.06
const jointShare = 0.1

/** 一季两培训 of one unit backwards from today: two for each team and quarter, a few missed, a few held together. */
function* slots(random: Random, own: readonly Team[], today: string): Generator<Omit<SessionPlan, 'present'>> {
  for (let back = 0; ; back += 1) {
    const start = quarterStart(today, back)
    for (const ordinal of [2, 1]) {
      for (const team of own) {
        const heldOn = daysAfter(start, (ordinal - 1) * 44 + random.int(2, 40))
        const isJoint = own.length > 1 && random.chance(jointShare)
        if (random.chance(missedShare) || heldOn > today) continue
        yield { heldOn, ordinal, teams: isJoint ? own : [team], isCountOnly: back >= listedQuarters }
      }
    }
  }
}

type Bare = Omit<UnitPlan, 'sessions'> & { readonly sessions: readonly Omit<SessionPlan, 'present'>[] }

const byUnit = (total: number, weightOf: (unit: HezuoUnit) => number): readonly number[] =>
  sharesOf(total, hezuoUnits.map(weightOf))

function bareUnits({ seed, today, sizes }: HezuoWishes): readonly Bare[] {
  const members = new Map(teams.map((team) => [team, byUnit(sizes.posts[team], (u) => u.weights[team] ?? 0)]))
  const trainings = byUnit(sizes.trainings, (u) => Object.keys(u.weights).length)
  // Where the 联户长 are there are households to visit; departments train only.
  const outings = sharesOf(sizes.outings, members.get('household') ?? [])
  return hezuoUnits.map((unit, i) => {
    const own = teams.filter((team) => unit.weights[team] !== undefined)
    const random = createRandom(seed ^ (0x9e37 * (i + 1)))
    return {
      ...unit,
      posts: Object.fromEntries(own.map((team) => [team, members.get(team)?.[i] ?? 0])),
      sessions: [...slots(random, own, today).take(trainings[i] ?? 0)],
      outings: outings[i] ?? 0,
    }
  })
}

/** A hall holds so many; small teams come nearly all. */
const hall = 60
const turnout = 0.85
function expectedAt(unit: Bare, session: Bare['sessions'][number]): number {
  const members = session.teams.reduce((sum, team) => sum + (unit.posts[team] ?? 0), 0)
  return Math.max(1, Math.min(members, hall) * turnout)
}

/** Who does how much, so that all units together give the wished sums exactly. The same wishes give the same plan. */
export function hezuoPlan(wishes: HezuoWishes): readonly UnitPlan[] {
  const units = bareUnits(wishes)
  const all = units.flatMap((unit) => unit.sessions.map((session) => expectedAt(unit, session)))
  const present = sharesOf(wishes.sizes.attendances, all)
  let at = 0
  return units.map((unit) => ({
    ...unit,
    sessions: unit.sessions
      .map((session) => ({ ...session, present: present[at++] ?? 0 }))
      .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)),
  }))
}
