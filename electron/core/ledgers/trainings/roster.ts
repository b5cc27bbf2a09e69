import type { RosterAnswer, RosterRow } from '../../../../shared/contract/trainings.ts'
import { maxParts } from '../../../../shared/ledgers/check.ts'
import { teams } from '../../../../shared/ledgers/codes.ts'
import { heldOn } from '../../../../shared/rules/post.ts'
import type { QuarterMember } from '../../../../shared/rules/quarterTrainings.ts'
import type { Tenure } from '../../../../shared/rules/training.ts'
import { mayKnow, type Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

export type Team = (typeof teams)[number]

interface Member extends QuarterMember {
  readonly groupName: string | null
  readonly community: string | null
  readonly township: string | null
  readonly company: string | null
  readonly building: string | null
  readonly shopName: string | null
  readonly roadSection: string | null
}

// The order of the roster: by team, village, number of the group, then name.
const columns = `r.id, r.name, r.team, r.village, r.department, r.group_no AS groupNo, r.group_name AS groupName,
  r.community, r.township, r.company, r.building, r.shop_name AS shopName, r.road_section AS roadSection,
  r.birth_year AS birthYear, r.selected_on AS selectedOn, r.left_on AS leftOn`
const membersSql = `SELECT ${columns} FROM post r
  WHERE (r.selected_on IS NULL OR r.selected_on <= ?) AND (r.left_on IS NULL OR r.left_on > ?) AND r.name IS NOT NULL
    AND ${mayKnow('post', 'r')} ORDER BY r.village_key, r.group_order, r.group_no_key, r.name_key, r.k`

/** Everybody whose time in a post reaches into these days, in the order of the roster. */
export function membersIn(db: Db, from: string, until: string, reader: Reader): readonly Member[] {
  const rows = statement(db, membersSql).all(until, from, reader.userId) as readonly Member[]
  return teams.flatMap((team) => rows.filter((r) => r.team === team))
}

/** 7 and 7组 are both written; the sheet says 7组. */
const groupText = (groupNo: string): string => (/^\d+$/.test(groupNo) ? `${groupNo}组` : groupNo)

/** 单位(村社区/组) of somebody of the roster. */
function unitOfMember(m: Member): string | null {
  const group = m.groupNo === null ? '' : groupText(m.groupNo)
  const place = m.village ?? m.community
  const own = { household: null, vehicle: m.company, street: m.roadSection, building: m.building, shop: m.shopName }[
    m.team
  ]
  const where = m.team === 'vehicle' || m.team === 'street' ? (m.department ?? place) : place
  const words = [where, own, group === '' ? m.groupName : group].filter((w) => w !== null && w !== '')
  return words.length === 0 ? null : [...words.join('')].slice(0, 60).join('')
}

/** Whether somebody belongs to one of the 参训单位; all do where none is named. */
const isOf = (m: Member, audiences: readonly string[]): boolean =>
  audiences.length === 0 ||
  [m.village, m.department, m.community, m.township].some((u) => u !== null && audiences.includes(u))

const hintOf = (m: Member): string =>
  [m.groupNo === null ? '' : groupText(m.groupNo), m.birthYear === null ? '' : `${m.birthYear}年生`]
    .filter(Boolean)
    .join(' · ')

export interface RosterQuery {
  readonly on: string
  readonly teams: readonly Team[]
  readonly audiences: readonly string[]
}
/** Who served on that day; homonyms come with group and birth year. */
export function rosterOn(db: Db, query: RosterQuery, reader: Reader): RosterAnswer {
  const serving = membersIn(db, query.on, query.on, reader).filter(
    (m) => heldOn(m, query.on) && query.teams.includes(m.team) && isOf(m, query.audiences),
  )
  const times = new Map<string, number>()
  for (const { name } of serving) times.set(name, (times.get(name) ?? 0) + 1)
  const rows = serving.slice(0, maxParts).map(
    (m): RosterRow => ({
      member: m.id,
      team: m.team,
      name: m.name,
      unit: unitOfMember(m),
      hint: (times.get(m.name) ?? 0) > 1 ? hintOf(m) : '',
    }),
  )
  return { rows, total: serving.length }
}

const tenureSql = `SELECT r.id, r.selected_on AS selectedOn, r.left_on AS leftOn FROM post r
  WHERE r.id IN (SELECT value FROM json_each(?)) AND ${mayKnow('post', 'r')}`

/** The time in their posts of these people; who is no longer in the register is left out. */
export function tenuresOf(db: Db, members: readonly (string | null)[], reader: Reader): ReadonlyMap<string, Tenure> {
  const ids = members.filter((m) => m !== null)
  if (ids.length === 0) return new Map()
  const rows = statement(db, tenureSql).all(JSON.stringify(ids), reader.userId) as readonly (Tenure & { id: string })[]
  return new Map(rows.map(({ id, selectedOn, leftOn }) => [id, { selectedOn, leftOn }]))
}

const yearsSql = `SELECT r.id, r.birth_year AS year FROM post r
  WHERE r.id IN (SELECT value FROM json_each(?)) AND r.birth_year IS NOT NULL AND ${mayKnow('post', 'r')}`

/** Years of birth of these people, of whom it is known. */
export function birthYearsOf(db: Db, members: readonly string[], reader: Reader): ReadonlyMap<string, number> {
  if (members.length === 0) return new Map()
  const rows = statement(db, yearsSql).all(JSON.stringify(members), reader.userId) as readonly {
    readonly id: string
    readonly year: number
  }[]
  return new Map(rows.map(({ id, year }) => [id, year]))
}
