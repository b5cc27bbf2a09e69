/**
 * 一季两培训 (domain 5.4): two trainings of each training unit in each calendar quarter. A joint session is one 场次 in
 * the total and one credit for each of its teams, so that the columns need not add up. 印发手册 counts: it is one of the
 * four forms of the rule (domain 0). So does an old session of which only the head count is known.
 */
import type { teams, trainingForms } from '../ledgers/codes.ts'
import { daysAfter, monthsAfter } from './dates.ts'
import { heldOn } from './post.ts'

type Team = (typeof teams)[number]

/** What a training unit is: a team of the whole office, of a village, or of a managing department. */
export const trainingUnits = ['office', 'village', 'department'] as const
export type TrainingUnit = (typeof trainingUnits)[number]

/** Trainings a unit owes in a quarter. */
export const wantedInQuarter = 2

export interface QuarterAttendance {
  readonly member: string | null
  readonly team: Team | null
  readonly unit: string | null
  readonly state: 'present' | 'substitute' | 'leave' | 'absent' | null
}
export interface QuarterSession {
  readonly id: string
  readonly heldOn: string
  readonly topic: string
  readonly form: (typeof trainingForms)[number] | null
  readonly teams: readonly Team[]
  /** Villages or departments it was for; empty for the whole office. */
  readonly audiences: readonly string[]
  /** Something of what happened is written down; without it the session is a plan and earns nothing. */
  readonly held: boolean
  readonly countOnly: boolean
  readonly countedPresent: number | null
  readonly attendances: readonly QuarterAttendance[]
}
/** A person's time in a post that reaches into the quarter. */
export interface QuarterMember {
  readonly id: string
  readonly name: string
  readonly team: Team
  readonly village: string | null
  readonly department: string | null
  readonly groupNo: string | null
  readonly birthYear: number | null
  readonly selectedOn: string | null
  readonly leftOn: string | null
}

/** A session as it counts for one unit. */
export interface UnitSession {
  readonly id: string
  readonly heldOn: string
  readonly topic: string
  readonly form: QuarterSession['form']
  /** Null where nobody knows: a head count of several units together, a handbook. */
  readonly expected: number | null
  /** 实到人次, 替会 among them. */
  readonly present: number | null
  /** Of several teams together. */
  readonly joint: boolean
  readonly audiences: readonly string[]
}
export interface MemberCredit {
  readonly id: string
  readonly name: string
  readonly groupNo: string | null
  readonly birthYear: number | null
  /** Sessions attended in person: 替会 counts as 人次, not as the member's presence. */
  readonly attended: number
}
export interface QuarterUnit {
  readonly team: Team
  /** Village or department; null for the team of the whole office, the empty string for members of whom it is not written. */
  readonly unit: string | null
  readonly held: readonly UnitSession[]
  /** Registered, but nothing of what happened is written down yet. */
  readonly planned: readonly UnitSession[]
  /** Who serves on the last day looked at, by name, with the sessions each attended. */
  readonly members: readonly MemberCredit[]
}
export interface QuarterView {
  readonly year: number
  readonly quarter: number
  readonly from: string
  readonly until: string
  readonly trainingUnit: TrainingUnit
  readonly units: readonly QuarterUnit[]
  /** 场次: each session once. */
  readonly sessions: number
  /** Credits of all units together. */
  readonly credits: number
  /** How many of the sessions were of several teams. */
  readonly joint: number
  /** 实到人次 of all sessions. */
  readonly attendances: number
}

/** First and last day of a calendar quarter. */
export function quarterDays(year: number, quarter: number): { readonly from: string; readonly until: string } {
  const from = `${String(year).padStart(4, '0')}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return { from, until: daysAfter(monthsAfter(from, 3), -1) }
}

/** How far a unit is: never more than it owes, so that it reads 2/2. */
export const creditsOf = (unit: Pick<QuarterUnit, 'held'>): number => Math.min(wantedInQuarter, unit.held.length)

const unitOf = (member: QuarterMember, by: TrainingUnit): string | null =>
  by === 'office' ? null : ((by === 'village' ? member.village : member.department) ?? '')

const isPresent = ({ state }: QuarterAttendance): boolean => state === 'present' || state === 'substitute'

/** 实到人次 of a session. */
const presentIn = (s: QuarterSession): number =>
  s.countOnly ? (s.countedPresent ?? 0) : s.attendances.filter(isPresent).length

interface Asked {
  readonly by: TrainingUnit
  readonly members: ReadonlyMap<string, QuarterMember>
}
interface Key {
  readonly team: Team
  readonly unit: string | null
}
const keyText = ({ team, unit }: Key): string => `${team}\n${unit ?? ''}`

/** Whether an attendance is of the unit: by the person's post, else by what was written. */
function isOf(a: QuarterAttendance, { team, unit }: Key, { by, members }: Asked): boolean {
  if (a.team !== team) return false
  if (unit === null) return true
  const member = a.member === null ? undefined : members.get(a.member)
  if (member !== undefined) return unitOf(member, by) === unit
  return unit !== '' && (a.unit ?? '').startsWith(unit)
}

function unitSession(s: QuarterSession, key: Key, asked: Asked): UnitSession {
  const { id, heldOn: day, topic, form, audiences } = s
  const joint = s.teams.length > 1
  const isOneUnit = !joint && (key.unit === null || (audiences.length === 1 && audiences[0] === key.unit))
  // Guests count where the session was of this unit alone, as on its own record.
  const own = isOneUnit ? s.attendances : s.attendances.filter((a) => isOf(a, key, asked))
  const known = !s.countOnly && form !== 'handbook' && s.attendances.length > 0
  const present = s.countOnly ? (isOneUnit ? s.countedPresent : null) : known ? own.filter(isPresent).length : null
  return { id, heldOn: day, topic, form, expected: known ? own.length : null, present, joint, audiences }
}

const isMeant = (s: QuarterSession, { team, unit }: Key): boolean =>
  s.teams.includes(team) && (unit === null || s.audiences.length === 0 || s.audiences.includes(unit))

/** Units that owe trainings: those of the roster, and those a session was for. */
function keysOf(sessions: readonly QuarterSession[], { by, members }: Asked): readonly Key[] {
  const keys = new Map<string, Key>()
  const put = (key: Key) => keys.set(keyText(key), key)
  for (const m of members.values()) put({ team: m.team, unit: unitOf(m, by) })
  const ofRoster = new Set([...keys.values()].map((k) => k.team))
  for (const s of sessions) {
    for (const team of s.teams) {
      if (by === 'office') put({ team, unit: null })
      else if (s.audiences.length > 0) for (const unit of s.audiences) put({ team, unit })
      else if (!ofRoster.has(team)) put({ team, unit: '' })
    }
  }
  return [...keys.values()]
}

function memberCredits(key: Key, sessions: readonly QuarterSession[], on: string, asked: Asked): MemberCredit[] {
  const own = [...asked.members.values()].filter(
    (m) => m.team === key.team && unitOf(m, asked.by) === key.unit && heldOn(m, on),
  )
  return own.map(({ id, name, groupNo, birthYear }) => {
    const attended = sessions.filter((s) => s.attendances.some((a) => a.member === id && a.state === 'present')).length
    return { id, name, groupNo, birthYear, attended }
  })
}

export interface QuarterFacts {
  readonly year: number
  readonly quarter: number
  readonly today: string
  readonly trainingUnit: TrainingUnit
  /** Of this quarter, in the order of their days. */
  readonly sessions: readonly QuarterSession[]
  /** Everybody whose time in a post reaches into the quarter, in the order of the roster. */
  readonly members: readonly QuarterMember[]
  /** Order in which teams stand on the page. */
  readonly teams: readonly Team[]
}

/** The quarter of every training unit. A session of after today is a plan, whatever is written in it. */
export function quarterTrainings(facts: QuarterFacts): QuarterView {
  const { year, quarter, today, trainingUnit, sessions } = facts
  const { from, until } = quarterDays(year, quarter)
  const on = today < from ? from : today > until ? until : today
  const asked: Asked = { by: trainingUnit, members: new Map(facts.members.map((m) => [m.id, m])) }
  const counted = sessions.filter((s) => s.held && s.heldOn <= today)
  const toCome = sessions.filter((s) => !counted.includes(s))
  const keys = keysOf(sessions, asked)
  const units = facts.teams.flatMap((team) =>
    keys
      .filter((k) => k.team === team)
      .map(
        (key): QuarterUnit => ({
          ...key,
          held: counted.filter((s) => isMeant(s, key)).map((s) => unitSession(s, key, asked)),
          planned: toCome.filter((s) => isMeant(s, key)).map((s) => unitSession(s, key, asked)),
          members: memberCredits(key, counted, on, asked),
        }),
      )
      // A village where nobody serves any more and nothing was held owes nothing.
      .filter((u) => u.members.length + u.held.length + u.planned.length > 0),
  )
  return {
    ...{ year, quarter, from, until, trainingUnit, units },
    sessions: counted.length,
    credits: units.reduce((sum, u) => sum + u.held.length, 0),
    joint: counted.filter((s) => s.teams.length > 1).length,
    attendances: counted.reduce((sum, s) => sum + presentIn(s), 0),
  }
}
