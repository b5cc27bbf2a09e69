import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { equalBytes, randomBytes, sha256 } from '../crypto.ts'
import type { Db } from './open.ts'
import { statement } from './statements.ts'

export type ChangeKind = 'create' | 'update' | 'remove' | 'event'

/** One row of the journal before it is chained: who, when, which record, its whole new state. */
export interface Change {
  readonly at: string
  readonly by: string
  readonly book: Book | null
  readonly ledger: LedgerName | null
  readonly recordId: string | null
  readonly revision: number | null
  readonly kind: ChangeKind
  readonly shape: number
  readonly payload: unknown
}
/** Where the journal is: written into every row and every handover. */
export interface Life {
  readonly epoch: string
  readonly station: string
}

/** The parts of a row its chain hash covers beside the commitment; JSON keeps null apart from ''. */
export interface Header extends Omit<Change, 'payload'>, Life {
  readonly seq: number
}
const headerBytes = (h: Header): string =>
  JSON.stringify([h.seq, h.epoch, h.station, h.at, h.by, h.book, h.ledger, h.recordId, h.revision, h.kind, h.shape])

export const chainStart: Uint8Array = new Uint8Array(32)
export const chainHash = (previous: Uint8Array, header: Header, commitment: Uint8Array): Uint8Array =>
  sha256(previous, headerBytes(header), commitment)

export interface ChainEnd {
  readonly seq: number
  readonly chain: Uint8Array
}
export function chainEnd(db: Db): ChainEnd {
  const last = statement(db, 'SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1').get()
  return (last as ChainEnd | undefined) ?? { seq: 0, chain: chainStart }
}
/** Chain hash at a seq, for the boundaries of a handover; null when the journal has no such row. */
export function chainAt(db: Db, seq: number): Uint8Array | null {
  if (seq === 0) return chainStart
  return db.prepare<[number], Uint8Array>('SELECT chain FROM journal WHERE seq = ?').pluck().get(seq) ?? null
}

/** Appends a row and answers its seq. The salt keeps a short payload (an ID number) from being guessed back. */
export function append(db: Db, life: Life, change: Change): number {
  const previous = chainEnd(db)
  const header: Header = { ...change, ...life, seq: previous.seq + 1 }
  const payload = deflateRawSync(JSON.stringify(change.payload), { level: 3 })
  const salt = randomBytes(16)
  const commitment = sha256(salt, payload)
  statement(
    db,
    `INSERT INTO journal (seq, epoch, station, at, "by", book, ledger, record_id, revision, kind, shape, payload, salt, commitment, chain)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    header.seq,
    header.epoch,
    header.station,
    header.at,
    header.by,
    header.book,
    header.ledger,
    header.recordId,
    header.revision,
    header.kind,
    header.shape,
    payload,
    salt,
    commitment,
    chainHash(previous.chain, header, commitment),
  )
  return header.seq
}

export const payloadOf = (payload: Uint8Array): unknown => JSON.parse(inflateRawSync(payload).toString('utf8'))

interface StoredRow extends Omit<Header, 'recordId'> {
  readonly record_id: string | null
  readonly payload: Uint8Array | null
  readonly salt: Uint8Array | null
  readonly commitment: Uint8Array
  readonly chain: Uint8Array
}
export interface ChainReport {
  readonly rows: number
  /** First seq whose chain or commitment does not hold; null when all do. */
  readonly brokenAt: number | null
}
/** Walks the whole chain. Erased rows (no payload) count as whole when their header and commitment still chain. */
export function verifyChain(db: Db): ChainReport {
  let previous: ChainEnd = { seq: 0, chain: chainStart }
  for (const row of db.prepare<[], StoredRow>('SELECT * FROM journal ORDER BY seq').iterate()) {
    const committed =
      row.payload === null || row.salt === null || equalBytes(sha256(row.salt, row.payload), row.commitment)
    const header: Header = { ...row, recordId: row.record_id }
    const chained =
      row.seq === previous.seq + 1 && equalBytes(chainHash(previous.chain, header, row.commitment), row.chain)
    if (!committed || !chained) return { rows: previous.seq, brokenAt: row.seq }
    previous = { seq: row.seq, chain: row.chain }
  }
  return { rows: previous.seq, brokenAt: null }
}
