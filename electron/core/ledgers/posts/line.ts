import { groupOrder } from '../../../../shared/ledgers/post.ts'
import { byStart, type GroupFields, groupKey } from '../../../../shared/rules/tenures.ts'
import type { Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { pinyinKey } from '../../register/pinyin.ts'
import { type PostRow, postsWhere } from './facts.ts'

/** One who is of the group, as far as an index can tell. */
export type Member = GroupFields & { readonly id: string; readonly replaces: string | null }

/** Posts of the same group: an index over number or place finds a few, the key decides. */
function sameGroup(db: Db, reader: Reader, one: Member): readonly PostRow[] {
  const key = groupKey(one)
  if (key === null) return []
  const order = groupOrder(one)
  const { village, department, township } = one
  const [column, value] =
    village !== null ? ['village', village] : department !== null ? ['department', department] : ['township', township]
  const place = `r.${column}_key ${value === null ? 'IS NULL' : '= ?'}`
  const keyed = value === null ? [] : [pinyinKey(value)]
  const near =
    order !== null
      ? postsWhere(db, reader, `r.group_order = ? AND ${place}`, order, ...keyed)
      : postsWhere(db, reader, `r.team = ? AND ${place}`, one.team, ...keyed)
  return near.filter((r) => groupKey(r) === key)
}

/** Whoever follows or precedes one of them by name, also where the group was numbered anew in between. */
function chained(db: Db, reader: Reader, known: readonly PostRow[]): readonly PostRow[] {
  const ids = JSON.stringify(known.map((r) => r.id))
  const before = JSON.stringify(known.flatMap((r) => r.replaces ?? []))
  return [
    ...postsWhere(db, reader, 'r.replaces IN (SELECT value FROM json_each(?))', ids),
    ...postsWhere(db, reader, 'r.id IN (SELECT value FROM json_each(?))', before),
  ]
}

/** Everybody who led the group of this post, newest first: those of the same group, and the chain of replacements. */
export function lineAround(db: Db, reader: Reader, one: Member): readonly PostRow[] {
  const own = postsWhere(db, reader, 'r.id = ?', one.id)
  const found = new Map([...own, ...sameGroup(db, reader, one)].map((r) => [r.id, r]))
  let fresh: readonly PostRow[] = [...found.values()]
  while (fresh.length > 0) {
    fresh = chained(db, reader, fresh).filter((r) => !found.has(r.id))
    for (const r of fresh) found.set(r.id, r)
  }
  return [...found.values()].sort((a, b) => byStart(b, a))
}
