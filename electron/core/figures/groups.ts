/** 组数: groups, not the people who lead them. Which posts lead one group is the rule of the rosters. */
import type { FigureHome } from '../../../shared/rules/figures.ts'
import { type GroupFields, groupKey } from '../../../shared/rules/tenures.ts'
import type { Db } from '../register/open.ts'
import type { Built, ListSource } from '../register/query.ts'
import { statement } from '../register/statements.ts'

const fields = [
  ...['team', 'groupNo', 'groupName', 'township', 'village', 'grid', 'department', 'company', 'shopName'],
  ...['building', 'roadSection', 'unitName'],
] as const

interface Leaders extends GroupFields {
  readonly unitName: string | null
  readonly key: string | number | null
  /** People of whom nothing here differs. */
  readonly amount: number
}

/** `key` is what the rows are told apart by, in SQL; fields that do not travel are null at a recipient. */
function leadersSql(source: ListSource, key: string, { where }: Pick<Built, 'where'>): string {
  const columns = fields.map((name) => {
    const sql = source.columns.get(name)?.sql
    return `${sql === undefined ? 'NULL' : `r.${sql}`} AS ${name}`
  })
  const all = [`${key} AS key`, ...columns]
  return `SELECT ${all}, count(*) AS amount FROM ${source.table} r WHERE ${where} GROUP BY ${all.map((_, i) => i + 1)}`
}

/**
 * Which group somebody leads. A village does not travel: at a recipient the group's name tells group 7 of one village
 * from that of the next, and without a name each person is a group. Null where nothing tells.
 */
function groupOf(of: Leaders, home: FigureHome): string | null {
  if (home === 'recipient' && of.groupName === null) return null
  const key = groupKey(of)
  return key === null || home === 'unit' ? key : JSON.stringify([of.unitName, of.groupName, key])
}

export interface GroupCounts {
  readonly byKey: ReadonlyMap<string, number>
  /** Each group once, also where its people stand under two keys. */
  readonly total: number
}

/** Groups of the posts that `built` finds. */
export function countGroups(db: Db, source: ListSource, key: string, built: Built, home: FigureHome): GroupCounts {
  const rows = statement(db, leadersSql(source, key, built)).all(...built.values) as readonly Leaders[]
  const seen = new Map<string, Set<string>>()
  const all = new Set<string>()
  const byKey = new Map<string, number>()
  let total = 0
  for (const row of rows) {
    const [at, group] = [String(row.key ?? ''), groupOf(row, home)]
    const here = seen.get(at) ?? new Set()
    seen.set(at, here)
    const added = (known: Set<string>): number => (group === null ? row.amount : known.has(group) ? 0 : 1)
    byKey.set(at, (byKey.get(at) ?? 0) + added(here))
    total += added(all)
    if (group === null) continue
    here.add(group)
    all.add(group)
  }
  return { byKey, total }
}
