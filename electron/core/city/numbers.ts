/** Numbers, marks and boundaries of the handovers of one life of a station. */
import type { Book } from '../../../shared/ledgers/describe.ts'
import { equalBytes, toHex } from '../crypto.ts'
import type { Manifest } from '../handover/format.ts'
import { chainStart } from '../register/journal.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'

export interface Series {
  readonly station: string
  readonly book: Book
  readonly epoch: string
}
export const seriesOf = (m: Manifest): Series => ({ station: m.station, book: m.book, epoch: m.epoch.id })
const key = (s: Series) => [s.station, s.book, s.epoch] as const

/** Missing numbers named at most. */
const namedAtMost = 10_000

/** Numbers up to the highest one that never came. A file set aside as a whole did come. */
export function missingNos(db: Db, s: Series, alsoHere: readonly number[] = []): readonly number[] {
  const held = statement(
    db,
    `SELECT no FROM received WHERE station = ? AND book = ? AND epoch = ?
     UNION SELECT no FROM set_aside_file WHERE station = ? AND book = ? AND epoch = ?`,
  )
    .pluck()
    .all(...key(s), ...key(s)) as number[]
  const here = new Set([...held, ...alsoHere])
  const missing: number[] = []
  const highest = Math.max(0, ...here)
  for (let no = 1; no < highest && missing.length < namedAtMost; no++) if (!here.has(no)) missing.push(no)
  return missing
}

/** What a handover says of the journal it comes from. */
export interface Boundary {
  readonly no: number
  readonly upTo: number
  readonly chain: string
  readonly manifestHash: Uint8Array
}
export function boundaries(db: Db, s: Series): readonly Boundary[] {
  const rows = statement(
    db,
    'SELECT no, up_to, up_to_chain, manifest_hash FROM received WHERE station = ? AND book = ? AND epoch = ?',
  ).all(...key(s)) as { no: number; up_to: number; up_to_chain: Uint8Array; manifest_hash: Uint8Array }[]
  return rows.map((r) => ({ no: r.no, upTo: r.up_to, chain: toHex(r.up_to_chain), manifestHash: r.manifest_hash }))
}
export const boundaryOf = (m: Manifest, manifestHash: Uint8Array): Boundary => ({
  no: m.no,
  upTo: m.upTo.seq,
  chain: m.upTo.chain,
  manifestHash,
})

/** Whether a handover and one already known cannot come from one and the same journal: two PCs speak as one. */
export function forks(known: Boundary, m: Manifest, manifestHash: Uint8Array): boolean {
  if (known.no === m.no) return !equalBytes(known.manifestHash, manifestHash)
  const otherChain =
    (known.upTo === m.base.seq && known.chain !== m.base.chain) ||
    (known.upTo === m.upTo.seq && known.chain !== m.upTo.chain)
  const backwards = known.no < m.no ? m.upTo.seq < known.upTo : m.upTo.seq > known.upTo
  return otherChain || backwards
}

/** Up to where everything of a life is held, and the number of the handover that said so. */
export interface Mark {
  readonly mark: number
  readonly no: number
  readonly chain: Uint8Array
}
export function markOf(db: Db, s: Series): Mark {
  const found = statement(db, 'SELECT mark, no, chain FROM unit_mark WHERE station = ? AND book = ? AND epoch = ?').get(
    ...key(s),
  )
  return (found as Mark | undefined) ?? { mark: 0, no: 0, chain: chainStart }
}

/** Moves the mark over every received handover that reaches back to it (H4); one with a gap before it waits. */
export function moveMark(db: Db, s: Series, at: string): Mark {
  const next = statement(
    db,
    `SELECT up_to AS mark, no, up_to_chain AS chain FROM received WHERE station = ? AND book = ? AND epoch = ? AND base <= ?
     AND (up_to > ? OR (up_to = ? AND no > ?)) ORDER BY up_to DESC, no DESC LIMIT 1`,
  )
  let mark = markOf(db, s)
  for (;;) {
    const found = next.get(...key(s), mark.mark, mark.mark, mark.mark, mark.no) as Mark | undefined
    if (!found) break
    mark = found
  }
  if (mark.no === 0) return mark
  statement(
    db,
    `INSERT INTO unit_mark (station, book, epoch, mark, no, chain, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (station, book, epoch) DO UPDATE SET mark = excluded.mark, no = excluded.no, chain = excluded.chain, at = excluded.at`,
  ).run(...key(s), mark.mark, mark.no, mark.chain, at)
  return mark
}
