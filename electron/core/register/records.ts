import { v7 as uuid } from 'uuid'
import { AppError } from '../../../shared/errors.ts'
import type { AnyData, AnyPart, AnyValue } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { type Layout, layoutOf, type PartLayout, partFrom, placedValues, type Sql, toSql } from './layout.ts'
import type { Db } from './open.ts'
import { searchText } from './search.ts'
import { statement } from './statements.ts'
import type { Tx } from './unitOfWork.ts'

export { fromSql } from './layout.ts'

function writeParts(db: Db, parent: number, layout: PartLayout, parts: readonly AnyPart[]): void {
  if (parts.length === 0) return
  const insert = statement(db, layout.insert)
  parts.forEach((part, i) => {
    const values = layout.fields.map(({ name, field }) => toSql(field, (part[name] ?? null) as AnyValue))
    insert.run(parent, i, JSON.stringify(part.absent), ...values)
  })
}

/** What the register keeps about a record beside its described fields. */
export interface RecordHead {
  readonly k: number
  readonly id: string
  readonly revision: number
  readonly created_at: string
  readonly updated_at: string
  readonly updated_by: string
  readonly seq: number
  readonly stage: string
  readonly locked: number
}
export interface StoredRecord extends RecordHead {
  readonly data: AnyData
}

const readParts = (db: Db, parent: number, layout: PartLayout): readonly AnyPart[] =>
  (statement(db, layout.select).all(parent) as Record<string, Sql>[]).map((row) => partFrom(layout, row))

/** A record by id, without any question of who asks: callers go through `access.ts` first. */
export function loadRecord(db: Db, name: LedgerName, id: string): StoredRecord | null {
  const layout = layoutOf(name)
  const row = statement(db, layout.byId).get(id) as (RecordHead & Record<string, Sql>) | undefined
  if (!row) return null
  const data: AnyData = {
    ...placedValues(layout.read, row),
    ...Object.fromEntries(layout.parts.map((p) => [p.name, readParts(db, row.k, p)])),
    absent: JSON.parse(row.absent as string),
  }
  const { k, revision, created_at, updated_at, updated_by, seq, stage, locked } = row
  return { k, id, revision, created_at, updated_at, updated_by, seq, stage, locked, data }
}

export interface Save {
  readonly ledger: LedgerName
  readonly id: string | null
  /** Revision the change was based on; 0 for a new record. */
  readonly revision: number
  readonly data: AnyData
}

/** Saves an aggregate: one revision, one journal row. Throws `revision-conflict` or `not-found`; loses nothing. */
export function saveRecord(tx: Tx, save: Save): StoredRecord {
  const layout = layoutOf(save.ledger)
  const { ledger } = layout
  const old = save.id === null ? null : loadRecord(tx.db, save.ledger, save.id)
  if (save.id !== null && old === null) throw new AppError('not-found')
  if (old !== null && old.revision !== save.revision)
    throw new AppError('revision-conflict', { revision: old.revision })
  const id = old?.id ?? uuid()
  const revision = (old?.revision ?? 0) + 1
  const change = { book: ledger.book, ledger: save.ledger, recordId: id, revision, shape: ledger.shape }
  const seq = tx.journal({ ...change, kind: old ? 'update' : 'create', payload: save.data })
  tx.step('save:journal')
  const head = headOf(tx, layout, { id, revision, seq, created_at: old?.created_at ?? tx.at }, save.data)
  const k = writeRow(tx.db, layout, old?.k ?? null, head, save.data)
  for (const part of layout.parts) {
    if (old && JSON.stringify(old.data[part.name]) === JSON.stringify(save.data[part.name])) continue
    if (old) statement(tx.db, part.clear).run(k)
    writeParts(tx.db, k, part, save.data[part.name] as readonly AnyPart[])
  }
  tx.step('save:record')
  index(tx.db, layout, k, save.data, old?.data ?? null)
  tx.step('save:search')
  return { ...head, k, data: save.data }
}

type Head = Omit<RecordHead, 'k'>
const headOf = (
  tx: Tx,
  { ledger }: Layout,
  made: Pick<Head, 'id' | 'revision' | 'seq' | 'created_at'>,
  data: AnyData,
): Head => ({
  ...made,
  updated_at: tx.at,
  updated_by: tx.by,
  stage: ledger.stageOf(data as never),
  locked: ledger.locked(data as never) ? 1 : 0,
})

function writeRow(db: Db, layout: Layout, k: number | null, head: Head, data: AnyData): number {
  const { id, revision, created_at, updated_at, updated_by, seq, stage, locked } = head
  const changed = [revision, updated_at, updated_by, seq, stage, locked, JSON.stringify(data.absent)]
  const values = [...changed, ...layout.values(data)]
  if (k === null) return Number(statement(db, layout.insert).run(id, created_at, ...values).lastInsertRowid)
  statement(db, layout.update).run(...values, k)
  return k
}

/** The index row changes only when its text does: most saves touch a date or a code. */
function index(db: Db, { ledger, newText, changeText }: Layout, k: number, data: AnyData, old: AnyData | null): void {
  const text = searchText(ledger, data)
  if (old === null) statement(db, newText).run(k, text)
  else if (searchText(ledger, old) !== text) statement(db, changeText).run(text, k)
}

/** Takes a record out, leaving a tombstone and its history. */
export function removeRecord(tx: Tx, name: LedgerName, id: string, revision: number, reason: string): void {
  const ledger = ledgerOf(name)
  const old = loadRecord(tx.db, name, id)
  if (old === null) throw new AppError('not-found')
  if (old.revision !== revision) throw new AppError('revision-conflict', { revision: old.revision })
  const head = { book: ledger.book, ledger: name, recordId: id, revision: revision + 1, shape: ledger.shape }
  const seq = tx.journal({ ...head, kind: 'remove', payload: { reason } })
  statement(tx.db, 'INSERT INTO removed (ledger, record_id, seq) VALUES (?, ?, ?)').run(name, id, seq)
  statement(tx.db, `DELETE FROM search_${ledger.table} WHERE rowid = ?`).run(old.k)
  statement(tx.db, 'DELETE FROM need_to_know WHERE ledger = ? AND record = ?').run(name, old.k)
  statement(tx.db, `DELETE FROM ${ledger.table} WHERE k = ?`).run(old.k)
}
