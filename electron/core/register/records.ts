import { v7 as uuid } from 'uuid'
import { AppError } from '../../../shared/errors.ts'
import {
  type AnyData,
  type AnyPart,
  type AnyValue,
  columnName,
  type Ledger,
  type ListField,
  listFields,
  type Part,
  type ScalarField,
  scalarColumns,
} from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Db } from './open.ts'
import { pinyinKey } from './pinyin.ts'
import { hasPinyinKey } from './schema.ts'
import { searchText } from './search.ts'
import { statement } from './statements.ts'
import type { Tx } from './unitOfWork.ts'

type Sql = string | number | null
const toSql = (field: ScalarField, value: AnyValue): Sql => {
  if (value === null) return null
  if (field.kind === 'flag') return value ? 1 : 0
  if (field.kind === 'codes') return JSON.stringify(value)
  return value as Sql
}
export const fromSql = (field: ScalarField, value: Sql): AnyValue => {
  if (value === null) return null
  if (field.kind === 'flag') return value === 1
  if (field.kind === 'codes') return JSON.parse(value as string) as readonly string[]
  return value
}

/** Names and values of a record's scalar columns, derived ones and pinyin keys included. */
function columnsOf(ledger: Ledger, data: AnyData): readonly (readonly [string, Sql])[] {
  return scalarColumns(ledger).flatMap(([name, field]) => {
    const value = (ledger.derived[name]?.from(data as never) ?? data[name] ?? null) as AnyValue
    const own = [columnName(name), toSql(field, value)] as const
    if (!hasPinyinKey(field)) return [own]
    return [own, [`${columnName(name)}_key`, typeof value === 'string' ? pinyinKey(value) : null] as const]
  })
}

function writeParts(db: Db, parent: number, field: ListField, parts: readonly AnyPart[]): void {
  const { table, fields } = field.part
  const names = Object.keys(fields)
  const columns = ['parent', 'position', 'absent', ...names.map(columnName)]
  const insert = statement(db, `INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => '?')})`)
  parts.forEach((part, i) => {
    const values = Object.entries(fields).map(([n, f]) => toSql(f, (part[n] ?? null) as AnyValue))
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

function readParts(db: Db, parent: number, part: Part): readonly AnyPart[] {
  const rows = statement(db, `SELECT * FROM ${part.table} WHERE parent = ? ORDER BY position`).all(parent) as Record<
    string,
    Sql
  >[]
  return rows.map((row) => ({
    ...Object.fromEntries(Object.entries(part.fields).map(([n, f]) => [n, fromSql(f, row[columnName(n)] ?? null)])),
    absent: JSON.parse(row.absent as string),
  }))
}

/** One aggregate from its root row. */
export function fromRow(db: Db, ledger: Ledger, row: RecordHead & Record<string, Sql>): StoredRecord {
  const scalars = scalarColumns(ledger).filter(([n]) => ledger.fields[n])
  const data: AnyData = {
    ...Object.fromEntries(scalars.map(([n, f]) => [n, fromSql(f, row[columnName(n)] ?? null)])),
    ...Object.fromEntries(listFields(ledger).map(([n, f]) => [n, readParts(db, row.k, f.part)])),
    absent: JSON.parse(row.absent as string),
  }
  const { k, id, revision, created_at, updated_at, updated_by, seq, stage, locked } = row
  return { k, id, revision, created_at, updated_at, updated_by, seq, stage, locked, data }
}

/** A record by id, without any question of who asks: callers go through `access.ts` first. */
export function loadRecord(db: Db, name: LedgerName, id: string): StoredRecord | null {
  const ledger = ledgerOf(name)
  const row = statement(db, `SELECT * FROM ${ledger.table} WHERE id = ?`).get(id) as
    | (RecordHead & Record<string, Sql>)
    | undefined
  return row ? fromRow(db, ledger, row) : null
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
  const ledger = ledgerOf(save.ledger)
  const old = save.id === null ? null : loadRecord(tx.db, save.ledger, save.id)
  if (save.id !== null && old === null) throw new AppError('not-found')
  if (old !== null && old.revision !== save.revision)
    throw new AppError('revision-conflict', { revision: old.revision })
  const id = old?.id ?? uuid()
  const revision = (old?.revision ?? 0) + 1
  const head = { book: ledger.book, ledger: save.ledger, recordId: id, revision, shape: ledger.shape }
  const seq = tx.journal({ ...head, kind: old ? 'update' : 'create', payload: save.data })
  tx.step('save:journal')
  const k = writeRow(tx, ledger, { id, revision, seq, k: old?.k ?? null }, save.data)
  for (const [name, field] of listFields(ledger)) {
    if (old && JSON.stringify(old.data[name]) === JSON.stringify(save.data[name])) continue
    if (old) statement(tx.db, `DELETE FROM ${field.part.table} WHERE parent = ?`).run(k)
    writeParts(tx.db, k, field, save.data[name] as readonly AnyPart[])
  }
  tx.step('save:record')
  index(tx.db, ledger, k, save.data, old?.data ?? null)
  tx.step('save:search')
  const saved = loadRecord(tx.db, save.ledger, id)
  if (saved === null) throw new AppError('internal')
  return saved
}

interface RowKey {
  readonly id: string
  readonly revision: number
  readonly seq: number
  readonly k: number | null
}
function writeRow(tx: Tx, ledger: Ledger, key: RowKey, data: AnyData): number {
  const columns: readonly (readonly [string, Sql])[] = [
    ['revision', key.revision],
    ['updated_at', tx.at],
    ['updated_by', tx.by],
    ['seq', key.seq],
    ['stage', ledger.stageOf(data as never)],
    ['locked', ledger.locked(data as never) ? 1 : 0],
    ['absent', JSON.stringify(data.absent)],
    ...columnsOf(ledger, data),
  ]
  const values = columns.map(([, v]) => v)
  if (key.k !== null) {
    statement(tx.db, `UPDATE ${ledger.table} SET ${columns.map(([n]) => `${n} = ?`)} WHERE k = ?`).run(...values, key.k)
    return key.k
  }
  const names = ['id', 'created_at', ...columns.map(([n]) => n)]
  const made = statement(tx.db, `INSERT INTO ${ledger.table} (${names}) VALUES (${names.map(() => '?')})`).run(
    key.id,
    tx.at,
    ...values,
  )
  return Number(made.lastInsertRowid)
}

/** The index row changes only when its text does: most saves touch a date or a code. */
function index(db: Db, ledger: Ledger, k: number, data: AnyData, old: AnyData | null): void {
  const text = searchText(ledger, data)
  if (old === null) {
    statement(db, `INSERT INTO search_${ledger.table} (rowid, text) VALUES (?, ?)`).run(k, text)
  } else if (searchText(ledger, old) !== text) {
    statement(db, `UPDATE search_${ledger.table} SET text = ? WHERE rowid = ?`).run(text, k)
  }
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
