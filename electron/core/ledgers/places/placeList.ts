/** The list of places as rules and windows read it. */
import type { FormerName, PlaceLevel, PlaceName } from '../../../../shared/rules/places.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

interface Stored {
  readonly k: number
  readonly id: string
  readonly level: PlaceLevel
  readonly code: string | null
  readonly name: string
  readonly under: string | null
  readonly valid_from: string | null
  readonly valid_until: string | null
  readonly merged_into: string | null
}

function formerNames(db: Db): ReadonlyMap<number, readonly FormerName[]> {
  const sql = 'SELECT parent, name, until FROM place_former_name ORDER BY parent, position'
  const found = new Map<number, FormerName[]>()
  for (const { parent, name, until } of statement(db, sql).all() as (FormerName & { readonly parent: number })[])
    found.set(parent, [...(found.get(parent) ?? []), { name, until }])
  return found
}

function loadPlaces(db: Db): readonly PlaceName[] {
  const former = formerNames(db)
  const rows = statement(db, 'SELECT * FROM place ORDER BY order_key, name_key, k').all() as Stored[]
  return rows.map((r) => ({
    id: r.id,
    level: r.level,
    code: r.code,
    name: r.name,
    under: r.under,
    formerNames: former.get(r.k) ?? [],
    validFrom: r.valid_from,
    validUntil: r.valid_until,
    mergedInto: r.merged_into,
  }))
}

interface Known {
  /** Number of places and the last change of one: every save and removal changes it. */
  readonly at: string
  readonly places: readonly PlaceName[]
}
const known = new WeakMap<Db, Known>()
const stateOf = (db: Db): string =>
  String(statement(db, "SELECT count(*) || ' ' || ifnull(max(seq), 0) FROM place").pluck().get())

/**
 * Every place, in the order of the list. Read anew only when one has changed; inside a transaction always, because what
 * it has written may yet be taken back.
 */
export function readPlaces(db: Db): readonly PlaceName[] {
  if (db.inTransaction) return loadPlaces(db)
  const [at, last] = [stateOf(db), known.get(db)]
  if (last?.at === at) return last.places
  const places = loadPlaces(db)
  known.set(db, { at, places })
  return places
}
