/** Records of the register that a row of a sheet equals: pointed out, never merged. */
import {
  type AnyData,
  type AnyPart,
  type AnyValue,
  columnName,
  isList,
  type Ledger,
  type ScalarField,
  seenFields,
} from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { mayKnow, type Reader } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { pinyinKey } from '../register/pinyin.ts'
import { hasPinyinKey } from '../register/schema.ts'
import { type Sql, toSql } from '../register/sqlValue.ts'
import { statement } from '../register/statements.ts'

interface Shape {
  readonly ledger: Ledger
  readonly scalars: readonly (readonly [string, ScalarField])[]
  /** Indexed fields a search may begin at, the most telling first. */
  readonly leads: readonly (readonly [string, ScalarField])[]
}
const shapes = new Map<LedgerName, Shape>()
function shapeOf(name: LedgerName): Shape {
  const known = shapes.get(name)
  if (known) return known
  const ledger = ledgerOf(name)
  const scalars = Object.entries(seenFields(ledger.fields)).filter((e): e is [string, ScalarField] => !isList(e[1]))
  const rank = ([n, f]: readonly [string, ScalarField]) =>
    [n === ledger.title, f.kind === 'name', n === ledger.order.field, f.kind === 'date', true].indexOf(true)
  const leads = scalars.filter(([, f]) => f.index === true && f.kind !== 'flag').sort((a, b) => rank(a) - rank(b))
  const made = { ledger, scalars, leads }
  shapes.set(name, made)
  return made
}

/** Finds the first record this reader may know whose values are these and whose list of rows is as long; null without one. */
export function equalRecord(db: Db, name: LedgerName, data: AnyData, reader: Reader): string | null {
  const { ledger, scalars, leads } = shapeOf(name)
  const lead = leads.find(([n]) => data[n] !== null && data[n] !== undefined)
  if (lead === undefined) return null
  const [field, described] = lead
  const keyed = hasPinyinKey(described)
  const by = keyed ? `${columnName(field)}_key` : columnName(field)
  const conditions = scalars.map(([n]) => `r.${columnName(n)} IS ?`)
  const values: Sql[] = scalars.map(([n, f]) => toSql(f, (data[n] ?? null) as AnyValue))
  const rows = ledger.sheet?.rows
  const list = rows === undefined ? undefined : ledger.fields[rows]
  if (rows !== undefined && list !== undefined && isList(list)) {
    conditions.push(`(SELECT count(*) FROM ${list.part.table} p WHERE p.parent = r.k) = ?`)
    values.push((data[rows] as readonly AnyPart[]).length)
  }
  const sql = `SELECT r.id FROM ${ledger.table} r INDEXED BY ${ledger.table}_${columnName(field)}
    WHERE r.${by} = ? AND ${conditions.join(' AND ')} AND ${mayKnow(name, 'r')} LIMIT 1`
  const first = toSql(described, data[field] as AnyValue)
  const found = statement(db, sql)
    .pluck()
    .get(keyed ? pinyinKey(String(first)) : first, ...values, reader.userId)
  return typeof found === 'string' ? found : null
}
