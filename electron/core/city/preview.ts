/** What merging a staged handover would do, counted before anything is merged (H10). */
import type { ImportFileView } from '../../../shared/contract/handover.ts'
import { handedOver, type LedgerName } from '../../../shared/ledgers/index.ts'
import type { Manifest } from '../handover/format.ts'
import { breathe } from '../longWork.ts'
import type { Db } from '../register/open.ts'
import type { Standing } from './lives.ts'
import { mergedTable, sameData } from './mergedTable.ts'

type LedgerPreview = ImportFileView['ledgers'][number]
const verdicts = ['fresh', 'changed', 'same', 'removed', 'bothSides', 'setAside'] as const
type Verdict = (typeof verdicts)[number]

/** Entries judged at a time; with earlier files to compare with, each time costs a reading of those. */
const stretches = { alone: 5000, compared: 50_000 } as const

/**
 * One verdict for each entry `e`, against the held row `c`, a held tombstone `t` and, in `p`, what an earlier file of
 * the same batch will have made of the record.
 */
const verdictSql = (same: string): string => `CASE
  WHEN e.kind = 'aside' THEN 'setAside'
  WHEN p.seq >= e.seq THEN 'same'
  WHEN p.kind = 'state' THEN iif(e.kind = 'state', 'changed', 'removed')
  WHEN p.kind IS NOT NULL THEN iif(e.kind = 'state', 'fresh', 'same')
  WHEN c.k IS NULL THEN iif(e.kind = 'tombstone' OR (t.epoch = $epoch AND t.seq >= e.seq), 'same', 'fresh')
  WHEN c.epoch = $epoch AND e.kind = 'tombstone' THEN iif(e.seq >= c.seq, 'removed', 'same')
  WHEN c.epoch = $epoch THEN iif(e.seq > c.seq, 'changed', 'same')
  WHEN e.kind = 'state' AND ${same} THEN 'same'
  WHEN NOT $latest THEN iif(e.seq <= $pastUpTo, 'same', 'bothSides')
  WHEN c.epoch = $parent AND c.seq <= $parentSeq THEN iif(e.kind = 'state', 'changed', 'removed')
  ELSE 'bothSides' END`

/** Latest staged state of each record in earlier files of the batch; nothing is joined when there are none. */
function earlierSql(earlier: readonly number[]): string {
  if (earlier.length === 0) return 'LEFT JOIN (SELECT NULL AS seq, NULL AS kind) p'
  return `LEFT JOIN (SELECT handed_id, max(seq) AS seq, kind FROM staged_entry WHERE file IN (${earlier})
    AND kind IN ('state', 'tombstone') AND ledger = $ledger GROUP BY handed_id) p ON p.handed_id = e.handed_id`
}

export interface ToPreview {
  readonly file: number
  readonly manifest: Manifest
  readonly standing: Standing
  /** Files of the same station and life that are merged before this one. */
  readonly earlier: readonly number[]
}

async function countLedger(db: Db, f: ToPreview, name: LedgerName): Promise<LedgerPreview> {
  const t = mergedTable(name)
  const counted = db.prepare(
    `SELECT ${verdictSql(sameData(t))} AS verdict, count(*) AS rows FROM staged_entry e NOT INDEXED
     LEFT JOIN ${t.table} c ON c.station = $station AND c.handed_id = e.handed_id
     LEFT JOIN city_tombstone t ON t.station = $station AND t.ledger = e.ledger AND t.handed_id = e.handed_id
     ${earlierSql(f.earlier)}
     WHERE e.k > $after AND e.k <= $until AND e.file = $file AND e.ledger = $ledger AND e.kind <> 'count'
     GROUP BY 1`,
  )
  const { first, last } = rangeOf(db, f.file)
  const sums = new Map<Verdict, number>()
  const { epoch, latest, parent, parentSeq, pastUpTo } = f.standing
  const stretch = f.earlier.length === 0 ? stretches.alone : stretches.compared
  for (let after = first - 1; after < last; after += stretch) {
    const found = counted.all({
      station: f.manifest.station,
      file: f.file,
      ledger: name,
      after,
      until: after + stretch,
      epoch,
      latest: latest ? 1 : 0,
      parent,
      parentSeq,
      pastUpTo,
    }) as { verdict: Verdict; rows: number }[]
    for (const { verdict, rows } of found) sums.set(verdict, (sums.get(verdict) ?? 0) + rows)
    await breathe()
  }
  const counts = Object.fromEntries(verdicts.map((v) => [v, sums.get(v) ?? 0])) as Record<Verdict, number>
  return { ledger: name, ...counts }
}

function rangeOf(db: Db, file: number): { readonly first: number; readonly last: number } {
  const found = db.prepare('SELECT min(k) AS first, max(k) AS last FROM staged_entry WHERE file = ?').get(file) as {
    first: number | null
    last: number | null
  }
  return { first: found.first ?? 1, last: found.last ?? 0 }
}

/** Entries that belong to no ledger of the book: unknown ledgers, lines that are no entry. */
function strangers(db: Db, file: number, names: readonly LedgerName[]): number {
  const count = db.prepare(
    `SELECT count(*) FROM staged_entry WHERE file = ? AND kind = 'aside' AND ledger NOT IN (${names.map(() => '?')})`,
  )
  return count.pluck().get(file, ...names) as number
}

/** Counts per ledger of the book. What belongs to none of them is shown with the first, so that nothing is hidden. */
export async function preview(db: Db, f: ToPreview): Promise<readonly LedgerPreview[]> {
  const names = handedOver(f.manifest.book)
  const counted: LedgerPreview[] = []
  for (const name of names) counted.push(await countLedger(db, f, name))
  const lost = strangers(db, f.file, names)
  return counted.map((c, i) => (i === 0 ? { ...c, setAside: c.setAside + lost } : c))
}
