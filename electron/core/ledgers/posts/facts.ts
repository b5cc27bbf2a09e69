import type { PostFacts } from '../../../../shared/contract/posts.ts'
import { masked } from '../../../../shared/rules/masked.ts'
import { mayKnow, type Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

const columns = `r.id, r.revision, r.team, r.group_no AS groupNo, r.group_name AS groupName, r.township, r.village,
  r.grid, r.department, r.company, r.shop_name AS shopName, r.building, r.road_section AS roadSection,
  coalesce(r.name, '') AS name, r.sex, r.birth_year AS birthYear, r.id_number AS idNumber, r.phone,
  r.size, r.community, r.selected_on AS selectedOn, r.left_on AS leftOn, r.leaving_reason AS leavingReason, r.replaces`

/** A post as it lies in its table: numbers whole, never to leave the core so. */
export interface PostRow extends PostFacts {
  readonly size: number | null
  readonly community: string | null
  readonly grid: string | null
  readonly company: string | null
  readonly shopName: string | null
  readonly building: string | null
  readonly roadSection: string | null
}

/** SQL of the posts for which `where` (over alias `r`) holds; the reader's id is its last parameter. */
export const postsSql = (where: string): string =>
  `SELECT ${columns} FROM post r WHERE ${where} AND ${mayKnow('post', 'r')}`

/** Posts this reader may see for which `where` holds. */
export const postsWhere = (db: Db, reader: Reader, where: string, ...values: readonly unknown[]): readonly PostRow[] =>
  statement(db, postsSql(where)).all(...values, reader.userId) as readonly PostRow[]

const maskedText = (value: string | null): string | null => (value === null ? null : masked(value))

/** What the window is told of a post. */
export const factsOf = (r: PostRow): PostFacts => ({
  id: r.id,
  revision: r.revision,
  team: r.team,
  groupNo: r.groupNo,
  groupName: r.groupName,
  township: r.township,
  village: r.village,
  department: r.department,
  name: r.name,
  sex: r.sex,
  birthYear: r.birthYear,
  idNumber: maskedText(r.idNumber),
  phone: maskedText(r.phone),
  selectedOn: r.selectedOn,
  leftOn: r.leftOn,
  leavingReason: r.leavingReason,
  replaces: r.replaces,
})
