/** What an earlier outing gives the next one: where it led, and which doors it called at. */
import type { LastOuting, OutingDoors } from '../../../../shared/contract/visits.ts'
import { mayKnow } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

const known = mayKnow('visit', 'r')
const lastSql = `SELECT r.village, r.household_group AS householdGroup, r.team, r.kind FROM visit r
  WHERE r.updated_by = ? AND ${known} ORDER BY r.seq DESC LIMIT 1`

export const lastOuting = (db: Db, userId: string): LastOuting | null =>
  (statement(db, lastSql).get(userId, userId) as LastOuting | undefined) ?? null

interface Asked {
  readonly id: string | null
  readonly village: string
  readonly householdGroup: string | null
}

const sameSql = `SELECT r.k, r.visited_on AS visitedOn FROM visit r
  WHERE r.village = $village AND r.household_group IS $householdGroup AND r.id IS NOT $id AND ${known}
  AND EXISTS (SELECT 1 FROM visit_household h WHERE h.parent = r.k) ORDER BY r.visited_on DESC, r.k DESC LIMIT 1`
const doorsSql = 'SELECT door FROM visit_household WHERE parent = ? AND door IS NOT NULL ORDER BY position'

/** The doors of the last outing of a village and group, and its day; nothing is counted over several outings. */
export function lastDoors(db: Db, asked: Asked, userId: string): OutingDoors | null {
  const found = statement(db, sameSql).get(userId, asked) as { k: number; visitedOn: string | null } | undefined
  if (found === undefined) return null
  const doors = statement(db, doorsSql).pluck().all(found.k) as readonly string[]
  return { visitedOn: found.visitedOn ?? '', doors: [...new Set(doors)] }
}
