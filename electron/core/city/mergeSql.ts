/** SQL that merges one staged handover into the table of one ledger, a whole file at a time. */
import { type MergedTable, rowAsData, sameData, stagedValue } from './mergedTable.ts'

/** Named parameters that every statement here may use. */
export interface MergeParameters {
  readonly file: number
  readonly station: string
  readonly unit: string
  readonly book: string
  readonly ledger: string
  readonly epoch: string
  readonly no: number
  readonly base: number
  readonly upTo: number
  readonly at: string
  readonly latest: 0 | 1
  readonly parent: string
  readonly parentSeq: number
  readonly pastUpTo: number
}

/** Good entries `e` of the file for this ledger. */
const entries = (kind: string) =>
  `e.file = $file AND e.ledger = $ledger AND e.kind ${kind === 'record' ? "IN ('state', 'tombstone')" : `= '${kind}'`}`
const held = (t: MergedTable, as = 'c') =>
  `${t.table} ${as} ON ${as}.station = $station AND ${as}.handed_id = e.handed_id`
const otherLife =
  'INSERT OR IGNORE INTO city_other_life (station, book, ledger, handed_id, epoch, seq, reason, entry, no, at) SELECT $station, $book, $ledger'

/**
 * States upserted where they are newer inside their life, or where a later life speaks; a row keeps its key, and with it
 * nothing of the recipient's own is touched.
 */
export function upsertSql(t: MergedTable): string {
  const head = ['epoch', 'seq', 'revision', 'level', 'unit_name']
  const own = t.columns.map((c) => c.sql)
  const updates = [...head, ...own].map((c) => `${c} = excluded.${c}`)
  return `INSERT INTO ${t.table} (station, handed_id, ${[...head, ...own]})
    SELECT $station, e.handed_id, $epoch, e.seq, e.revision, e.level, $unit, ${t.columns.map(stagedValue)}
    FROM staged_entry e WHERE ${entries('state')} AND NOT EXISTS (
      SELECT 1 FROM city_tombstone x WHERE x.station = $station AND x.ledger = $ledger AND x.handed_id = e.handed_id
      AND ((x.epoch = $epoch AND x.seq >= e.seq) OR (x.epoch <> $epoch AND NOT $latest)))
    ON CONFLICT (station, handed_id) DO UPDATE SET ${updates}
    WHERE (epoch = excluded.epoch AND excluded.seq > seq) OR (epoch <> excluded.epoch AND $latest)`
}

/** Rows taken out by tombstones. */
export const removeSql = (t: MergedTable): string => `DELETE FROM ${t.table} WHERE k IN (
  SELECT c.k FROM staged_entry e JOIN ${held(t)} WHERE ${entries('tombstone')}
  AND ((c.epoch = $epoch AND e.seq >= c.seq) OR (c.epoch <> $epoch AND $latest)))`

/** Tombstones are remembered, so that an older state that comes late does not bring the row back. */
export const rememberSql = (
  t: MergedTable,
): string => `INSERT INTO city_tombstone (station, ledger, handed_id, epoch, seq)
  SELECT $station, $ledger, e.handed_id, $epoch, max(e.seq) FROM staged_entry e LEFT JOIN ${held(t)}
  WHERE ${entries('tombstone')} AND c.k IS NULL GROUP BY e.handed_id
  ON CONFLICT DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq
  WHERE (epoch = excluded.epoch AND excluded.seq > seq) OR (epoch <> excluded.epoch AND $latest)`
export const forgetSql = (
  t: MergedTable,
): string => `DELETE FROM city_tombstone WHERE station = $station AND ledger = $ledger
  AND EXISTS (SELECT 1 FROM ${t.table} c WHERE c.station = $station AND c.handed_id = city_tombstone.handed_id)`

/** What another life said and this, the later one, replaces although it does not come from it. */
export const replacedSql = (t: MergedTable): readonly string[] => [
  `${otherLife}, c.handed_id, c.epoch, c.seq, 'both-sides', ${rowAsData(t)}, $no, $at
   FROM staged_entry e JOIN ${held(t)} WHERE ${entries('record')} AND c.epoch <> $epoch
   AND NOT (c.epoch = $parent AND c.seq <= $parentSeq) AND NOT (e.kind = 'state' AND ${sameData(t)})`,
  `${otherLife}, x.handed_id, x.epoch, x.seq, 'both-sides', 'null', $no, $at
   FROM staged_entry e JOIN city_tombstone x ON x.station = $station AND x.ledger = $ledger AND x.handed_id = e.handed_id
   WHERE ${entries('state')} AND x.epoch <> $epoch AND NOT (x.epoch = $parent AND x.seq <= $parentSeq)`,
]
/** What an earlier life says too late, when a later one already speaks. */
export const tooLateSql = (
  t: MergedTable,
): string => `${otherLife}, e.handed_id, $epoch, e.seq, 'both-sides', coalesce(e.data, 'null'), $no, $at
  FROM staged_entry e LEFT JOIN ${held(t)}
  LEFT JOIN city_tombstone x ON x.station = $station AND x.ledger = $ledger AND x.handed_id = e.handed_id
  WHERE ${entries('record')} AND e.seq > $pastUpTo
  AND ((c.epoch <> $epoch AND NOT (e.kind = 'state' AND ${sameData(t)})) OR (e.kind = 'state' AND x.epoch <> $epoch))`
/** Rows that only an earlier life knows: after a baseline of the later one, or brought by a late stick. */
export const onlyHereSql = (t: MergedTable): readonly string[] => {
  const here = (from: string) =>
    `${otherLife}, c.handed_id, c.epoch, c.seq, 'only-here', ${rowAsData(t)}, $no, $at ${from}`
  // Every good entry of the file has given its row this life; a row set aside by the file is known to it all the same.
  const inFile =
    "SELECT e.handed_id FROM staged_entry e WHERE e.file = $file AND e.kind = 'aside' AND e.ledger = $ledger"
  return [
    here(
      `FROM ${t.table} c WHERE $latest AND $base = 0 AND c.station = $station AND c.epoch <> $epoch AND c.handed_id NOT IN (${inFile})`,
    ),
    here(
      `FROM staged_entry e JOIN ${held(t)} WHERE NOT $latest AND ${entries('state')} AND c.epoch = $epoch AND e.seq > $pastUpTo`,
    ),
  ]
}

/** The office was told and has changed the record since: the other life's word has had its answer. */
export const settledSql = (
  t: MergedTable,
): string => `DELETE FROM city_other_life WHERE station = $station AND ledger = $ledger
  AND told_at IS NOT NULL AND handed_id IN (
    SELECT e.handed_id FROM staged_entry e JOIN ${held(t)} WHERE ${entries('record')} AND c.epoch = $epoch AND e.seq > c.seq)`

const answered = (
  table: string,
  more: string,
) => `EXISTS (SELECT 1 FROM ${table} h WHERE h.station = set_aside.station ${more}
  AND h.handed_id = set_aside.handed_id AND ((h.epoch = set_aside.epoch AND h.seq >= set_aside.seq)
  OR (h.epoch <> set_aside.epoch AND h.epoch = $epoch AND $latest)))`
/** A later state of the record, or its tombstone, takes the place of what was set aside. */
export const answeredSql = (
  t: MergedTable,
): string => `DELETE FROM set_aside WHERE station = $station AND ledger = $ledger
  AND (${answered(t.table, '')} OR ${answered('city_tombstone', 'AND h.ledger = set_aside.ledger')})`

/** Everything this file's stretch of the journal had set aside before is said again by this file (H4). */
export const saidAgainSql = `DELETE FROM set_aside WHERE station = $station AND book = $book AND (
  (epoch <> $epoch AND $latest AND $base = 0) OR (epoch = $epoch AND no <> $no AND EXISTS (
    SELECT 1 FROM received r WHERE r.station = $station AND r.book = $book AND r.epoch = $epoch AND r.no = set_aside.no
    AND r.base >= $base AND r.up_to <= $upTo)))`
export const setAsideSql = `INSERT INTO set_aside (station, book, epoch, no, ledger, handed_id, seq, reason, entry, at)
  SELECT $station, $book, $epoch, $no, e.ledger, e.handed_id, e.seq, e.reason, e.data, $at
  FROM staged_entry e WHERE e.file = $file AND e.kind = 'aside' ORDER BY e.k
  ON CONFLICT (station, ledger, handed_id) DO UPDATE SET book = excluded.book, epoch = excluded.epoch, no = excluded.no,
    seq = excluded.seq, reason = excluded.reason, entry = excluded.entry, at = excluded.at
  WHERE set_aside.epoch <> excluded.epoch OR excluded.seq >= set_aside.seq`

/** Cells of a later handover of the same life must not be replaced by those of an earlier one. */
export const countsAreNewestSql = `SELECT NOT EXISTS (SELECT 1 FROM received WHERE station = $station AND book = $book AND epoch = $epoch
  AND (up_to > $upTo OR (up_to = $upTo AND no > $no)))`
export const dropCountsSql = 'DELETE FROM city_count WHERE station = $station AND ledger = $ledger'
export const countsSql = `INSERT OR REPLACE INTO city_count (station, ledger, period, measure, category, amount)
  SELECT $station, $ledger, e.data ->> '$.period', e.data ->> '$.measure', e.data ->> '$.category', e.data ->> '$.amount'
  FROM staged_entry e WHERE ${entries('count')}`
