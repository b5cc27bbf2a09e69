/** Staging of one import: filled in short transactions, so that pages are read meanwhile; never visible in a list. */
import type { Book } from '../../../shared/ledgers/describe.ts'
import { sha256, toHex } from '../crypto.ts'
import type { EntryLine } from '../handover/container.ts'
import type { Entry, Manifest } from '../handover/format.ts'
import { breathe, type Work } from '../longWork.ts'
import type { Db, Register } from '../register/open.ts'
import { shortly } from '../register/scratch.ts'
import { statement } from '../register/statements.ts'
import { entryProblem } from './entryCheck.ts'
import { dropCopies } from './keptFiles.ts'

/** Rows of one short transaction: about ten milliseconds. */
const batchRows = 1000

export interface StagedFile {
  readonly k: number
  readonly verdict: 'ready' | 'setAside'
  readonly reason: string | null
  readonly manifest: Manifest
  readonly manifestHash: Uint8Array
  readonly fileHash: Uint8Array
  /** Name of our copy of the file. */
  readonly copy: string
}
export interface FileToStage extends Omit<StagedFile, 'k'> {
  readonly batch: string
  readonly book: Book
  readonly token: string
  readonly fileName: string
}

export function stageFile(db: Db, f: FileToStage): number {
  const insert = statement(
    db,
    `INSERT INTO staged_file (batch, book, token, file_name, verdict, reason, station, manifest, manifest_hash, file_hash, copy)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return shortly(db, () =>
    Number(
      insert.run(
        f.batch,
        f.book,
        f.token,
        f.fileName,
        f.verdict,
        f.reason,
        f.manifest.station,
        JSON.stringify(f.manifest),
        f.manifestHash,
        f.fileHash,
        f.copy,
      ).lastInsertRowid,
    ),
  )
}

/** Files of a batch that are to be merged or set aside, in merge order. */
export function stagedFiles(db: Db, book: Book, batch: string): readonly StagedFile[] {
  const rows = db
    .prepare(
      `SELECT k, verdict, reason, manifest, manifest_hash AS manifestHash, file_hash AS fileHash, copy FROM staged_file
       WHERE batch = ? AND book = ? ORDER BY k`,
    )
    .all(batch, book) as (Omit<StagedFile, 'manifest'> & { readonly manifest: string })[]
  return rows.map((r) => ({ ...r, manifest: JSON.parse(r.manifest) as Manifest }))
}

/** `aside`: an entry that is kept as it came, with a reason. */
type StagedKind = Entry['kind'] | 'aside'
type Row = readonly [
  ledger: string,
  kind: StagedKind,
  id: string,
  seq: number,
  revision: number,
  level: string,
  data: string | null,
  reason: string | null,
]

/** A line that is no entry is known by its hash; its ledger is not known. */
export const unknownLedger = 'unknown'

function asideRow(e: Entry, reason: string, m: Manifest): Row {
  const whole = JSON.stringify(e)
  if (e.kind === 'count') return [e.ledger, 'aside', toHex(sha256(whole)), m.upTo.seq, 0, m.level, whole, reason]
  // A seq beyond the file would never be overtaken.
  return [e.ledger, 'aside', e.id, Math.min(e.seq, m.upTo.seq), e.revision, e.level, whole, reason]
}

function rowOf(line: EntryLine, m: Manifest): Row {
  if ('bad' in line) {
    const id = toHex(sha256(line.bad))
    return [unknownLedger, 'aside', id, m.upTo.seq, 0, m.level, JSON.stringify(line.bad), 'bad-line']
  }
  const e = line.entry
  const reason = entryProblem(e, m.book, m.upTo.seq)
  if (reason !== null) return asideRow(e, reason, m)
  if (e.kind === 'count') return [e.ledger, e.kind, '', m.upTo.seq, 0, 'T0', JSON.stringify(e), null]
  return [e.ledger, e.kind, e.id, e.seq, e.revision, e.level, e.kind === 'state' ? JSON.stringify(e.data) : null, null]
}

/** Checks and stages a file's entries, each by itself. `onRows` is told how many were staged so far. */
export async function stageEntries(
  work: Work,
  file: number,
  m: Manifest,
  entries: AsyncIterable<EntryLine>,
  onRows: (rows: number) => void,
): Promise<void> {
  const { db } = work.register
  const insert = statement(
    db,
    'INSERT INTO staged_entry (file, ledger, kind, handed_id, seq, revision, level, data, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  let rows: Row[] = []
  let staged = 0
  const flush = async () => {
    shortly(db, () => {
      for (const row of rows) insert.run(file, ...row)
    })
    staged += rows.length
    rows = []
    work.register.step('import:staged')
    onRows(staged)
    await breathe()
  }
  for await (const line of entries) {
    rows.push(rowOf(line, m))
    if (rows.length >= batchRows) await flush()
  }
  await flush()
}

/** Takes a file that turned out to be refused out of staging again. */
export async function unstageFile(db: Db, file: number): Promise<void> {
  const some = statement(
    db,
    'DELETE FROM staged_entry WHERE k IN (SELECT k FROM staged_entry WHERE file = ? LIMIT 5000)',
  )
  while (shortly(db, () => some.run(file).changes) > 0) await breathe()
  shortly(db, () => statement(db, 'DELETE FROM staged_file WHERE k = ?').run(file))
}

/** Forgets every import that was not merged, copies included. Also what a killed program left. */
export async function emptyStaging(register: Register): Promise<void> {
  const { db } = register
  const some = statement(db, 'DELETE FROM staged_entry WHERE k IN (SELECT k FROM staged_entry LIMIT 5000)')
  while (shortly(db, () => some.run().changes) > 0) await breathe()
  shortly(db, () => statement(db, 'DELETE FROM staged_file').run())
  dropCopies(register)
}
