import type { RosterPage, VacantGroup } from '../../../../shared/contract/posts.ts'
import { teams } from '../../../../shared/ledgers/codes.ts'
import { heldOn } from '../../../../shared/rules/post.ts'
import { groupKey } from '../../../../shared/rules/tenures.ts'
import { mayKnow, type Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { pinyinKey } from '../../register/pinyin.ts'
import { countsBy, type ListSource, ledgerSource, type PageQuery, readPage } from '../../register/query.ts'
import { factsOf, type PostRow, postsWhere } from './facts.ts'

export type Team = (typeof teams)[number]

/** The posts held on a day, as a list to sort and filter like any other. */
const rosterSource = (reader: Reader, on: string): ListSource => ({
  ...ledgerSource('post', reader),
  predicate: `${mayKnow('post', 'r')} AND (r.selected_on IS NULL OR r.selected_on <= ?) AND (r.left_on IS NULL OR r.left_on > ?)`,
  parameters: [reader.userId, on, on],
})

export function rosterPage(db: Db, reader: Reader, on: string, query: PageQuery): RosterPage {
  const source = rosterSource(reader, on)
  const counted = countsBy(db, source, query.filters, 'team')
  const byTeam = [...teams, null].map((team) => ({ team, count: counted.get(team) ?? 0 }))
  return { ...readPage(db, source, query), byTeam: byTeam.filter((t) => t.team !== null || t.count > 0) }
}

export interface Scope {
  readonly team: Team | null
  readonly village: string | null
  readonly department: string | null
}

/** Condition on alias `r` for what a table is of, and its values. */
export function scopeSql({ team, village, department }: Scope): {
  readonly sql: string
  readonly values: readonly string[]
} {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ...(team === null ? [] : [['r.team = ?', [team]] as const]),
    ...(village === null ? [] : [['r.village_key = ? AND r.village = ?', [pinyinKey(village), village]] as const]),
    ...(department === null
      ? []
      : [['r.department_key = ? AND r.department = ?', [pinyinKey(department), department]] as const]),
  ]
  return { sql: ['1', ...parts.map(([sql]) => sql)].join(' AND '), values: parts.flatMap(([, v]) => v) }
}

/** As rosters are written: team by team, then village, then the number of the group. */
export function inRosterOrder<T extends Pick<PostRow, 'team' | 'village' | 'department' | 'groupNo' | 'groupName'>>(
  rows: readonly T[],
): readonly T[] {
  const keyed = rows.map((row) => ({
    row,
    team: row.team === null ? teams.length : teams.indexOf(row.team),
    place: pinyinKey(row.village ?? row.department ?? ''),
    group: pinyinKey(row.groupNo ?? row.groupName ?? ''),
  }))
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return keyed
    .sort((a, b) => a.team - b.team || compare(a.place, b.place) || compare(a.group, b.group))
    .map(({ row }) => row)
}

/** Everybody on the roster of a day, in its order. */
export function rosterOnDay(db: Db, reader: Reader, on: string, scope: Scope): readonly PostRow[] {
  const { sql, values } = scopeSql(scope)
  const held = '(r.selected_on IS NULL OR r.selected_on <= ?) AND (r.left_on IS NULL OR r.left_on > ?)'
  return inRosterOrder(postsWhere(db, reader, `${held} AND ${sql}`, on, on, ...values))
}

/** Groups somebody led and nobody leads on the day. */
export function vacantGroups(db: Db, reader: Reader, on: string, scope: Scope): readonly VacantGroup[] {
  const { sql, values } = scopeSql(scope)
  const known = postsWhere(db, reader, `(r.selected_on IS NULL OR r.selected_on <= ?) AND ${sql}`, on, ...values)
  const served = new Set(known.filter((r) => heldOn(r, on)).map(groupKey))
  const followed = new Set(known.filter((r) => heldOn(r, on)).map((r) => r.replaces))
  const last = new Map<string, PostRow>()
  for (const r of known) {
    const key = groupKey(r)
    if (key === null || served.has(key) || r.leftOn === null) continue
    if ((last.get(key)?.leftOn ?? '') < r.leftOn) last.set(key, r)
  }
  return inRosterOrder([...last.values()].filter((r) => !followed.has(r.id))).map((r) => {
    const { team, groupNo, groupName, township, village, department, id, name, leftOn, leavingReason } = factsOf(r)
    const group = { team, groupNo, groupName, township, village, department }
    return { ...group, last: id, lastName: name, since: leftOn ?? on, reason: leavingReason }
  })
}
