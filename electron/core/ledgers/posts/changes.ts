import type { PostChange } from '../../../../shared/contract/posts.ts'
import type { Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { type PostRow, postsWhere } from './facts.ts'
import { inRosterOrder, type Scope, scopeSql } from './roster.ts'

const isIn = (day: string | null, from: string, until: string): day is string =>
  day !== null && from <= day && day <= until

const rowOf = (r: PostRow, rest: Pick<PostChange, 'kind' | 'on' | 'reason' | 'other' | 'otherOn'>): PostChange => {
  const { id, team, groupNo, groupName, township, village, department, name, birthYear } = r
  return { id, team, groupNo, groupName, township, village, department, name, birthYear, ...rest }
}

/** Posts of these ids, by id. */
function byId(db: Db, reader: Reader, ids: readonly string[]): ReadonlyMap<string, PostRow> {
  const rows = postsWhere(db, reader, 'r.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  return new Map(rows.map((r) => [r.id, r]))
}

/** Who followed each of them; the first, where two took over. */
function followers(db: Db, reader: Reader, left: readonly PostRow[]): ReadonlyMap<string, PostRow> {
  const ids = JSON.stringify(left.map((r) => r.id))
  const rows = postsWhere(db, reader, 'r.replaces IN (SELECT value FROM json_each(?))', ids)
  const first = rows.toSorted((a, b) => ((a.selectedOn ?? '') > (b.selectedOn ?? '') ? -1 : 1))
  return new Map(first.flatMap((r) => (r.replaces === null ? [] : [[r.replaces, r] as const])))
}

/**
 * 新任, 离任, 更换 from a day to a day, both counted. A replacement is one line, on the day the predecessor left; a
 * successor who came after a vacancy that began before the period is an appointment naming whom they follow.
 */
export function changesIn(db: Db, reader: Reader, from: string, until: string, scope: Scope): readonly PostChange[] {
  const { sql, values } = scopeSql(scope)
  const between = (column: string) =>
    postsWhere(db, reader, `r.${column} BETWEEN ? AND ? AND ${sql}`, from, until, ...values)
  const left = between('left_on')
  const successors = followers(db, reader, left)
  const told = new Set(left.flatMap((r) => successors.get(r.id)?.id ?? []))
  const departures = left.map((r) => {
    const next = successors.get(r.id)
    const facts = { on: r.leftOn ?? from, reason: r.leavingReason }
    return next === undefined
      ? rowOf(r, { kind: 'left', ...facts, other: null, otherOn: null })
      : rowOf(r, { kind: 'replaced', ...facts, other: next.name, otherOn: next.selectedOn })
  })
  const came = between('selected_on').filter((r) => !told.has(r.id))
  const before = byId(
    db,
    reader,
    came.flatMap((r) => r.replaces ?? []),
  )
  const appointments = came.flatMap((r) => {
    if (!isIn(r.selectedOn, from, until)) return []
    const previous = before.get(r.replaces ?? '')
    return [
      rowOf(r, { kind: 'appointed', on: r.selectedOn, reason: null, other: previous?.name ?? null, otherOn: null }),
    ]
  })
  const byDay = [...departures, ...appointments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return inRosterOrder(byDay)
}
