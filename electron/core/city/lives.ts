/**
 * The lives (epochs) of a station's register. A restored PC begins a new one; revisions are compared only inside one,
 * and of two lives the later one speaks for the office (H6).
 */
import type { Manifest } from '../handover/format.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'

export interface KnownLife {
  readonly epoch: string
  readonly position: number
  readonly parent: string | null
  readonly parent_seq: number | null
}
export const knownLives = (db: Db, station: string): readonly KnownLife[] =>
  statement(db, 'SELECT epoch, position, parent, parent_seq FROM unit_epoch WHERE station = ?').all(
    station,
  ) as KnownLife[]

/**
 * The known lives with this one among them. A life nobody knew is the latest by its arrival, unless it is the parent
 * of a known one: a stick that was late.
 */
export function withLife(known: readonly KnownLife[], e: Manifest['epoch']): readonly KnownLife[] {
  if (known.some((k) => k.epoch === e.id)) return known
  const children = known.filter((k) => k.parent === e.id).map((k) => k.position)
  const position = children.length > 0 ? Math.min(...children) - 1 : Math.max(0, ...known.map((k) => k.position)) + 1
  return [...known, { epoch: e.id, position, parent: e.parent, parent_seq: e.parentSeq }]
}

/** How a handover's life stands to the other lives of its station. */
export interface Standing {
  readonly epoch: string
  readonly several: boolean
  /** Speaks for the office: replaces what other lives said. */
  readonly latest: boolean
  /** Rows of life `parent` up to `parentSeq` are this life's own past. */
  readonly parent: string
  readonly parentSeq: number
  /** Up to here this life is the past of the life that followed it; -1 when none is known. */
  readonly pastUpTo: number
}
export function standingOf(lives: readonly KnownLife[], epoch: string): Standing {
  const own = lives.find((l) => l.epoch === epoch)
  const latest = Math.max(...lives.map((l) => l.position))
  const children = lives.filter((l) => l.parent === epoch).map((l) => l.parent_seq ?? -1)
  return {
    epoch,
    several: lives.length > 1,
    latest: own?.position === latest,
    parent: own?.parent ?? '',
    parentSeq: own?.parent_seq ?? -1,
    pastUpTo: Math.max(-1, ...children),
  }
}

/** The latest life of a station, or null when nothing was received of it. */
export function latestLife(db: Db, station: string): string | null {
  const found = statement(db, 'SELECT epoch FROM unit_epoch WHERE station = ? ORDER BY position DESC LIMIT 1')
    .pluck()
    .get(station)
  return typeof found === 'string' ? found : null
}

/** Enters a handover's life and answers how it stands to the others. */
export function enterLife(db: Db, m: Manifest, at: string): Standing {
  const before = knownLives(db, m.station)
  const lives = withLife(before, m.epoch)
  const fresh = lives.length > before.length ? lives.at(-1) : undefined
  if (fresh) {
    statement(
      db,
      'INSERT INTO unit_epoch (station, epoch, position, parent, parent_seq, at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(m.station, fresh.epoch, fresh.position, fresh.parent, fresh.parent_seq, at)
  }
  return standingOf(lives, m.epoch.id)
}

/** Order in which handovers are merged: by station, a life after its parent, then by number. */
export function inMergeOrder<T extends { readonly manifest: Manifest }>(files: readonly T[]): readonly T[] {
  const order = (a: Manifest, b: Manifest): number => {
    if (a.station !== b.station) return a.station < b.station ? -1 : 1
    if (a.epoch.id === b.epoch.id) return a.no - b.no
    if (b.epoch.parent === a.epoch.id) return -1
    if (a.epoch.parent === b.epoch.id) return 1
    return a.at < b.at ? -1 : 1
  }
  return [...files].sort((a, b) => order(a.manifest, b.manifest))
}
