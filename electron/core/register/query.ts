/** The one query builder: every list of records, and every count of them, is made here and passes the predicate. */
import type { Filter, Page, Row } from '../../../shared/contract/records.ts'
import { AppError } from '../../../shared/errors.ts'
import {
  type AnyValue,
  columnName,
  type ScalarField,
  scalarColumns,
  systemColumns,
} from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { masked } from '../../../shared/rules/masked.ts'
import { mayKnow, type Reader } from './access.ts'
import type { Db } from './open.ts'
import { pinyinKey } from './pinyin.ts'
import { fromSql } from './records.ts'
import { hasPinyinKey } from './schema.ts'
import { statement } from './statements.ts'

type Sql = string | number | null
/** A column a list may sort and filter by. */
export interface ListColumn {
  readonly sql: string
  /** Column it sorts by: a pinyin key for Chinese text. */
  readonly sortSql: string
  readonly field: ScalarField | null
  /** At a recipient: a band in place of an amount, a month in place of a day. */
  readonly isCoarse?: boolean
  /** Index over {@link sortSql}, where there is one. */
  readonly index?: string
}
/** What a list reads: an office's ledger or a recipient's merged table. */
export interface ListSource {
  readonly table: string
  readonly columns: ReadonlyMap<string, ListColumn>
  /** Condition on alias `r` that every row passes, and its parameters. */
  readonly predicate: string
  readonly parameters: readonly Sql[]
  readonly order: { readonly field: string; readonly direction: 'asc' | 'desc' }
  /** Expressions of the row, on alias `r`. */
  readonly select: string
  /** Joined to the page's rows only. */
  readonly join: string
  readonly row: (raw: Readonly<Record<string, Sql>>) => Row
}
export interface PageQuery {
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined
  readonly filters: readonly Filter[]
  readonly offset: number
  readonly limit: number
  /** Number fields added up over every row found. */
  readonly sums?: readonly string[]
}

function columnOf(source: ListSource, field: string): ListColumn {
  const column = source.columns.get(field)
  if (!column) throw new AppError('input-invalid', { field })
  return column
}

const bound = (value: Filter['value']): Sql => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (Array.isArray(value) || value === undefined) throw new AppError('input-invalid')
  return value as Sql
}

/** `startsWith` as a range, so that an index serves it; U+10FFFF sorts after every text that begins so. */
const prefixEnd = (prefix: string): string => `${prefix}\u{10ffff}`

/** Letters typed mean a reading (zha) or the letters themselves; anything else means just these characters. */
function startsWith(
  column: ListColumn,
  value: Filter['value'],
): { readonly sql: string; readonly values: readonly Sql[] } {
  if (typeof value !== 'string' && typeof value !== 'number') throw new AppError('input-invalid')
  const [text, keyed] = [String(value), column.sortSql !== column.sql]
  const key = keyed ? pinyinKey(text) : text
  const range = `r.${column.sortSql} >= ? AND r.${column.sortSql} < ?`
  if (!keyed || /^[0-9A-Za-z]*$/.test(text)) return { sql: range, values: [key, prefixEnd(key)] }
  return { sql: `${range} AND substr(r.${column.sql}, 1, length(?)) = ?`, values: [key, prefixEnd(key), text, text] }
}

function condition(source: ListSource, f: Filter): { readonly sql: string; readonly values: readonly Sql[] } {
  const column = columnOf(source, f.field)
  const by = `r.${column.sql}`
  switch (f.op) {
    case 'blank': {
      const empty = column.field?.kind === 'codes' ? ` OR ${by} = '[]'` : ''
      return { sql: `(r.${column.sortSql} IS NULL${empty})`, values: [] }
    }
    case 'notBlank':
      return { sql: `r.${column.sortSql} IS NOT NULL`, values: [] }
    case 'from':
      return { sql: `${by} >= ?`, values: [bound(f.value)] }
    case 'to':
      return { sql: `${by} <= ?`, values: [bound(f.value)] }
    case 'fromOrBlank':
      return { sql: `(${by} >= ? OR ${by} IS NULL)`, values: [bound(f.value)] }
    case 'toOrBlank':
      return { sql: `(${by} <= ? OR ${by} IS NULL)`, values: [bound(f.value)] }
    case 'has':
      // Codes are stored as JSON; none of them holds a quotation mark.
      return { sql: `instr(${by}, ?) > 0`, values: [JSON.stringify(bound(f.value))] }
    case 'in': {
      const values = Array.isArray(f.value) ? f.value.map((v) => bound(v)) : [bound(f.value)]
      return { sql: `${by} IN (${values.map(() => '?')})`, values }
    }
    case 'startsWith':
      return startsWith(column, f.value)
    case 'equals':
      if (column.sortSql === column.sql || typeof f.value !== 'string')
        return { sql: `${by} = ?`, values: [bound(f.value)] }
      // The pinyin key is what is indexed; the text itself decides.
      return { sql: `r.${column.sortSql} = ? AND ${by} = ?`, values: [pinyinKey(f.value), f.value] }
  }
}

export interface Built {
  readonly where: string
  readonly values: readonly Sql[]
}
/** A condition without the predicate: what a sum is made of among rows that passed {@link whereOf}. */
export function conditionOf(source: ListSource, filters: readonly Filter[]): Built {
  const conditions = filters.map((f) => condition(source, f))
  return {
    where: conditions.map((c) => c.sql).join(' AND ') || 'true',
    values: conditions.flatMap((c) => c.values),
  }
}
/** Every row the filters find and the reader may know of. */
export function whereOf(source: ListSource, filters: readonly Filter[]): Built {
  const conditions = filters.map((f) => condition(source, f))
  return {
    where: [source.predicate, ...conditions.map((c) => c.sql)].join(' AND '),
    values: [...source.parameters, ...conditions.flatMap((c) => c.values)],
  }
}

/**
 * `walk` reads the order's index from its end and passes over what the filters do not want; `gather` takes what the
 * filters' index gives and sorts it.
 */
export type Way = 'walk' | 'gather'

/**
 * The cheaper way. Walking meets a page's rows after (offset + limit) × all ÷ found steps, gathering touches every
 * row found: so whatever is filtered, a page costs little of a large register.
 */
export function wayOf(
  source: ListSource,
  query: PageQuery,
  counted: { readonly all: number; readonly found: number },
): Way {
  const { all, found } = counted
  const { field } = query.sort ?? source.order
  const isInOrder = query.filters.every((f) => f.field === field)
  return isInOrder || found * found > (query.offset + query.limit) * all ? 'walk' : 'gather'
}

/** SQL of a page: keys from the index first, then their rows; CROSS JOIN keeps the planner from scanning the table. */
export function pageSql(
  source: ListSource,
  query: PageQuery,
  way: Way,
): { readonly sql: string; readonly values: readonly Sql[] } {
  const { field, direction } = query.sort ?? source.order
  const { where, values } = whereOf(source, query.filters)
  const { sortSql, index } = columnOf(source, field)
  const locked = source.columns.has('locked') ? `, r.locked ${direction}` : ''
  // Left to itself the planner walks for a range and gathers for a value, however many rows there are.
  const table = `${source.table} AS r${way === 'walk' && index !== undefined ? ` INDEXED BY ${index}` : ''}`
  const order = `${way === 'gather' ? '+' : ''}r.${sortSql} ${direction}${locked}, r.k ${direction}`
  const keys = `SELECT r.k FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`
  return {
    sql: `SELECT ${source.select} FROM (${keys}) p CROSS JOIN ${source.table} r ON r.k = p.k ${source.join}`,
    values: [...values, query.limit, query.offset],
  }
}

const counts = new WeakMap<Db, { version: number; readonly totals: Map<string, number> }>()
/** Rows a filter finds, remembered until anything is journaled. */
function total(db: Db, source: ListSource, filters: readonly Filter[]): number {
  const version = Number(statement(db, 'SELECT max(seq) FROM journal').pluck().get())
  let known = counts.get(db)
  if (!known || known.version !== version) {
    known = { version, totals: new Map() }
    counts.set(db, known)
  }
  const { where, values } = whereOf(source, filters)
  const key = JSON.stringify([source.table, where, values])
  const found = known.totals.get(key)
  if (found !== undefined) return found
  const counted = statement(db, `SELECT count(*) FROM ${source.table} r WHERE ${where}`)
    .pluck()
    .get(...values) as number
  known.totals.set(key, counted)
  return counted
}

/** Ids of everything a query finds, in its order. */
export function pageIds(db: Db, source: ListSource, query: Pick<PageQuery, 'sort' | 'filters'>): readonly string[] {
  const found = total(db, source, query.filters)
  const whole: PageQuery = { ...query, offset: 0, limit: Math.max(found, 1) }
  const all = Number(statement(db, `SELECT max(k) FROM ${source.table}`).pluck().get())
  const ids: ListSource = { ...source, select: 'r.id', join: '' }
  const { sql, values } = pageSql(ids, whole, wayOf(source, whole, { all, found }))
  return statement(db, sql)
    .pluck()
    .all(...values) as string[]
}

/** Rows a filter finds, by the value of one column. */
export function countsBy(
  db: Db,
  source: ListSource,
  filters: readonly Filter[],
  field: string,
): ReadonlyMap<string | number | null, number> {
  const { where, values } = whereOf(source, filters)
  const { sql } = columnOf(source, field)
  const rows = statement(
    db,
    `SELECT r.${sql} AS value, count(*) AS amount FROM ${source.table} r WHERE ${where} GROUP BY 1`,
  ).all(...values) as readonly { readonly value: string | number | null; readonly amount: number }[]
  return new Map(rows.map((r) => [r.value, r.amount]))
}

const summable = new Set<string | undefined>(['integer', 'money'])
function sumsOf(db: Db, source: ListSource, { sums = [], filters }: PageQuery): Page['sums'] {
  if (sums.length === 0) return {}
  const columns = sums.map((field) => {
    const column = columnOf(source, field)
    // Sums travel as what they are; a band or a month is no number.
    if (!summable.has(column.field?.kind) || column.isCoarse === true) throw new AppError('input-invalid', { field })
    return `coalesce(sum(r.${column.sql}), 0) AS "${field}"`
  })
  const { where, values } = whereOf(source, filters)
  return statement(db, `SELECT ${columns} FROM ${source.table} r WHERE ${where}`).get(...values) as Page['sums']
}

export function readPage(db: Db, source: ListSource, query: PageQuery): Page {
  const found = total(db, source, query.filters)
  const all = Number(statement(db, `SELECT max(k) FROM ${source.table}`).pluck().get())
  const { sql, values } = pageSql(source, query, wayOf(source, query, { all, found }))
  const rows = statement(db, sql).all(...values) as Readonly<Record<string, Sql>>[]
  return { rows: rows.map(source.row), total: found, sums: sumsOf(db, source, query) }
}

const systemKinds: Readonly<Record<(typeof systemColumns)[number], ListColumn>> = Object.fromEntries(
  systemColumns.map((n) => [n, { sql: columnName(n), sortSql: columnName(n), field: null }]),
) as never

const columnsByLedger = new Map<LedgerName, ReadonlyMap<string, ListColumn>>()
function ledgerColumns(name: LedgerName): ReadonlyMap<string, ListColumn> {
  const known = columnsByLedger.get(name)
  if (known) return known
  const { table, stages } = ledgerOf(name)
  const indexOf = (n: string) => ({ index: `${table}_${columnName(n)}` })
  const own = scalarColumns(ledgerOf(name)).map(([n, field]): [string, ListColumn] => {
    const sortSql = hasPinyinKey(field) ? `${columnName(n)}_key` : columnName(n)
    return [n, { sql: columnName(n), sortSql, field, ...(field.index ? indexOf(n) : {}) }]
  })
  const system = Object.entries({
    ...systemKinds,
    updatedAt: { ...systemKinds.updatedAt, ...indexOf('updatedAt') },
    ...(stages.length > 1 && { stage: { ...systemKinds.stage, ...indexOf('stage') } }),
  })
  const made = new Map([...system, ...own])
  columnsByLedger.set(name, made)
  return made
}

/** A ledger's list as a reader may see it. */
export function ledgerSource(name: LedgerName, reader: Reader): ListSource {
  const ledger = ledgerOf(name)
  const columns = ledgerColumns(name)
  const shown = [...new Set(['id', 'revision', 'stage', 'locked', 'updatedAt', ...ledger.grid.map((g) => g.field)])]
  return {
    table: ledger.table,
    columns,
    predicate: mayKnow(name, 'r'),
    parameters: [reader.userId],
    order: ledger.order,
    select: shown.map((n) => `r.${columns.get(n)?.sql} AS "${n}"`).join(', '),
    join: '',
    row: (raw) =>
      Object.fromEntries(
        shown.map((n): [string, AnyValue] => {
          const field = columns.get(n)?.field
          const value = raw[n] ?? null
          if (!field) return [n, value]
          return [n, field.masked && typeof value === 'string' ? masked(value) : fromSql(field, value)]
        }),
      ) as Row,
  }
}
