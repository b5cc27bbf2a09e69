import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { handedOver } from '../../../shared/ledgers/index.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { enterLife, type Standing } from './lives.ts'
import { type MergedTable, mergedTable } from './mergedTable.ts'
import * as sql from './mergeSql.ts'
import { moveMark, seriesOf } from './numbers.ts'
import type { StagedFile } from './staging.ts'
import { unitName, unitOf } from './units.ts'

/** A staged file whose copy has its lasting name. */
export interface KeptFile extends StagedFile {
  readonly keptAs: string
}
export interface Merged {
  /** Rows added, changed or taken out. */
  readonly rows: number
  readonly setAside: number
}

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

function parameters(tx: Tx, f: KeptFile, standing: Standing): Omit<sql.MergeParameters, 'ledger'> {
  const { manifest: m } = f
  const { epoch, parent, parentSeq, pastUpTo } = standing
  return {
    file: f.k,
    station: m.station,
    unit: unitName(tx.db, m.station),
    book: m.book,
    no: m.no,
    base: m.base.seq,
    upTo: m.upTo.seq,
    at: tx.at,
    latest: standing.latest ? 1 : 0,
    epoch,
    parent,
    parentSeq,
    pastUpTo,
  }
}

/** Merges the staged entries of one ledger. Answers how many rows were added, changed or taken out. */
export function mergeRows(tx: Tx, t: MergedTable, standing: Standing, p: sql.MergeParameters): number {
  const run = (text: string): number => statement(tx.db, text).run(p).changes
  if (standing.several) {
    run(sql.settledSql(t))
    for (const text of standing.latest ? sql.replacedSql(t) : [sql.tooLateSql(t)]) run(text)
  }
  const changed = run(sql.upsertSql(t)) + run(sql.removeSql(t))
  run(sql.rememberSql(t))
  run(sql.forgetSql(t))
  if (standing.several) for (const text of sql.onlyHereSql(t)) run(text)
  return changed
}

/** T0: all cells of a ledger come with every handover and replace what was held. */
function mergeCounts(tx: Tx, f: KeptFile, standing: Standing, p: Omit<sql.MergeParameters, 'ledger'>): void {
  const newest = statement(tx.db, sql.countsAreNewestSql).pluck().get(p) === 1
  if (!standing.latest || !newest) return
  for (const ledger of handedOver(f.manifest.book)) {
    if (!Object.hasOwn(f.manifest.ledgers, ledger)) continue
    statement(tx.db, sql.dropCountsSql).run({ ...p, ledger })
    statement(tx.db, sql.countsSql).run({ ...p, ledger })
  }
}

function enterReceived(tx: Tx, f: KeptFile): void {
  const { manifest: m } = f
  statement(
    tx.db,
    `INSERT INTO received (station, book, epoch, no, base, up_to, up_to_chain, date, at, manifest_hash, file_hash, kept_as)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    m.station,
    m.book,
    m.epoch.id,
    m.no,
    m.base.seq,
    m.upTo.seq,
    bytes(m.upTo.chain),
    m.date,
    tx.at,
    f.manifestHash,
    f.fileHash,
    f.keptAs,
  )
}

/** Throws `file-revoked`. Merges one staged handover: rows, tombstones, cells, what is set aside, and the mark. */
export function mergeFile(tx: Tx, f: KeptFile): Merged {
  const { manifest: m } = f
  // The card may have been revoked since the file was looked at.
  if (unitOf(tx.db, m.station).revoked_at !== null) throw new AppError('file-revoked')
  const standing = enterLife(tx.db, m, tx.at)
  const p = parameters(tx, f, standing)
  let rows = 0
  for (const ledger of handedOver(m.book)) rows += mergeRows(tx, mergedTable(ledger), standing, { ...p, ledger })
  tx.step('import:rows')
  mergeCounts(tx, f, standing, p)
  statement(tx.db, sql.saidAgainSql).run(p)
  const setAside = statement(tx.db, sql.setAsideSql).run(p).changes
  for (const ledger of handedOver(m.book)) statement(tx.db, sql.answeredSql(mergedTable(ledger))).run({ ...p, ledger })
  tx.step('import:set-aside')
  enterReceived(tx, f)
  moveMark(tx.db, seriesOf(m), tx.at)
  statement(tx.db, 'UPDATE unit SET receipt_pending = 1 WHERE station = ?').run(m.station)
  tx.step('import:mark')
  return { rows, setAside }
}

/** A fork: kept whole, merged nowhere, until somebody decides. */
export function setFileAside(tx: Tx, f: KeptFile, book: Book): void {
  const { manifest: m } = f
  statement(
    tx.db,
    `INSERT OR IGNORE INTO set_aside_file (station, book, epoch, no, date, reason, at, manifest_hash, file_hash, kept_as)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(m.station, book, m.epoch.id, m.no, m.date, f.reason ?? 'fork', tx.at, f.manifestHash, f.fileHash, f.keptAs)
  enterLife(tx.db, m, tx.at)
  statement(tx.db, 'UPDATE unit SET receipt_pending = 1 WHERE station = ?').run(m.station)
}
