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

interface Question {
  readonly sql: string
  readonly keyed: boolean
}
const questions = new Map<string, Question>()
/** The statement that begins at this field's index, written once. */
function questionOf(name: LedgerName, [field, described]: readonly [string, ScalarField]): Question {
  const key = `${name} ${field}`
  const known = questions.get(key)
  if (known) return known
  const { ledger, scalars } = shapeOf(name)
  const keyed = hasPinyinKey(described)
  const by = keyed ? `${columnName(field)}_key` : columnName(field)
  const conditions = [`r.${by} = ?`, ...scalars.map(([n]) => `r.${columnName(n)} IS ?`)]
  const part = rowsPart(ledger)
  if (part !== null) conditions.push(`(SELECT count(*) FROM ${part.table} p WHERE p.parent = r.k) = ?`)
  const sql = `SELECT r.id FROM ${ledger.table} r INDEXED BY ${ledger.table}_${columnName(field)}
    WHERE ${conditions.join(' AND ')} AND ${mayKnow(name, 'r')} LIMIT 1`
  const made = { sql, keyed }
  questions.set(key, made)
  return made
}

/** The list that has a row for each of its parts. */
function rowsPart({ sheet, fields }: Ledger): { readonly name: string; readonly table: string } | null {
  const list = sheet?.rows === undefined ? undefined : fields[sheet.rows]
  return list !== undefined && isList(list) ? { name: sheet?.rows ?? '', table: list.part.table } : null
}

/** Finds the first record this reader may know whose values are these and whose list of rows is as long; null without one. */
export function equalRecord(db: Db, name: LedgerName, data: AnyData, reader: Reader): string | null {
  const { ledger, scalars, leads } = shapeOf(name)
  const lead = leads.find(([n]) => data[n] !== null && data[n] !== undefined)
  if (lead === undefined) return null
  const { sql, keyed } = questionOf(name, lead)
  const values: Sql[] = scalars.map(([n, f]) => toSql(f, (data[n] ?? null) as AnyValue))
  const part = rowsPart(ledger)
  if (part !== null) values.push((data[part.name] as readonly AnyPart[]).length)
  const first = toSql(lead[1], data[lead[0]] as AnyValue)
  const found = statement(db, sql)
    .pluck()
    .get(keyed ? pinyinKey(String(first)) : first, ...values, reader.userId)
  return typeof found === 'string' ? found : null
}
