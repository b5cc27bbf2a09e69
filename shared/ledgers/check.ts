import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { isPlainText } from '../plainText.ts'
import { isRealDate } from '../rules/dates.ts'
import { outdatedName } from '../rules/places.ts'
import {
  type AbsentReason,
  type AnyData,
  type AnyPart,
  type Field,
  isList,
  type Ledger,
  type RuleContext,
  type ScalarField,
} from './describe.ts'
import { type LedgerName, ledgerOf } from './index.ts'

/** Most parts of one list; more is a mistake or an attack, and would make one save long. */
export const maxParts = 500

function textSchema(max: number) {
  return z
    .string()
    .refine(isPlainText, { message: 'controlCharacter' })
    .refine((s) => s.length <= max || [...s].length <= max, { message: 'tooLong' })
    .refine((s) => s.trim() !== '', { message: 'blank' })
}

/** What a field's value must be, apart from being blank. */
export function scalarSchema(field: ScalarField): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
    case 'name':
    case 'phone':
    case 'idNumber':
    case 'creditCode':
      return textSchema(field.max)
    case 'date':
      return z.string().refine(isRealDate, { message: 'notADate' })
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'notATime' })
    case 'code':
      return z.enum(field.codes as [string, ...string[]])
    case 'codes':
      return z.array(z.enum(field.codes as [string, ...string[]])).max(field.codes.length)
    case 'integer':
    case 'money':
      return z
        .number()
        .int()
        .min(field.min ?? Number.MIN_SAFE_INTEGER)
        .max(field.max ?? Number.MAX_SAFE_INTEGER)
    case 'decimal':
      return z
        .number()
        .min(field.min ?? -Number.MAX_VALUE)
        .max(field.max ?? Number.MAX_VALUE)
    case 'flag':
      return z.boolean()
    case 'reference':
      return z.uuid()
  }
}

const absent = (names: readonly string[]) =>
  z.partialRecord(z.enum(names as [string, ...string[]]), z.enum(['unknown', 'refused']))

function fieldsSchema(fields: Readonly<Record<string, Field>>): z.ZodType {
  const shape = Object.entries(fields).map(([n, f]) => [
    n,
    isList(f) ? z.array(fieldsSchema(f.part.fields)).max(maxParts) : scalarSchema(f).nullable(),
  ])
  return z.strictObject({ ...Object.fromEntries(shape), absent: absent(Object.keys(fields)) })
}

const schemas = new Map<LedgerName, z.ZodType<AnyData>>()

/** The input schema of a ledger's record: every described field present (null when blank), unknown keys refused. */
export function dataSchema(name: LedgerName): z.ZodType<AnyData> {
  const known = schemas.get(name)
  if (known) return known
  const schema = fieldsSchema(ledgerOf(name).fields) as z.ZodType<AnyData>
  schemas.set(name, schema)
  return schema
}

/** Values of a field that its schema took; one that comes again need not be parsed again. */
interface Sound {
  readonly name: string
  readonly schema: z.ZodType | null
  readonly part: readonly Sound[]
  readonly taken: Set<unknown>
}
const mostTaken = 1000
const soundOf = (fields: Readonly<Record<string, Field>>): readonly Sound[] =>
  Object.entries(fields).map(([name, f]) => ({
    name,
    schema: isList(f) ? null : scalarSchema(f),
    part: isList(f) ? soundOf(f.part.fields) : [],
    taken: new Set([null]),
  }))
const sounds = new Map<LedgerName, readonly Sound[]>()

const isPlainObject = (v: unknown): v is object => typeof v === 'object' && v !== null && !Array.isArray(v)
function isSoundIn(fields: readonly Sound[], data: AnyData | AnyPart): boolean {
  // Own keys beside the fields' are for the whole schema to judge, and so are reasons for what is absent.
  if (Object.keys(data).length !== fields.length + 1) return false
  if (!isPlainObject(data.absent) || Object.keys(data.absent).length > 0) return false
  return fields.every(({ name, schema, part, taken }) => {
    const value = data[name]
    if (schema === null)
      return (
        Array.isArray(value) &&
        value.length <= maxParts &&
        value.every((p: unknown) => isPlainObject(p) && isSoundIn(part, p as AnyPart))
      )
    if (taken.has(value)) return true
    if (!schema.safeParse(value).success) return false
    if (typeof value !== 'object' && taken.size < mostTaken) taken.add(value)
    return true
  })
}

/** True where {@link dataSchema} would take the record; false where it has to be asked. For thousands of records in a row. */
export function isSound(name: LedgerName, data: AnyData): boolean {
  const fields = sounds.get(name) ?? soundOf(ledgerOf(name).fields)
  sounds.set(name, fields)
  return isSoundIn(fields, data)
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function missingIn(
  fields: Readonly<Record<string, Field>>,
  data: AnyData | AnyPart,
  alsoNeeded: readonly string[],
  prefix: string,
): Problem[] {
  const reasons = data.absent as Readonly<Record<string, AbsentReason>>
  const found: Problem[] = []
  for (const [n, f] of Object.entries(fields)) {
    if (isBlank(data[n]) && (alsoNeeded.includes(n) || (f.needed && reasons[n] === undefined)))
      found.push({ path: prefix + n, code: 'needed', severity: 'error' })
    if (!isList(f)) continue
    const parts = data[n] as readonly AnyPart[]
    for (const [i, p] of parts.entries()) found.push(...missingIn(f.part.fields, p, [], `${prefix}${n}.${i}.`))
  }
  return found
}

/**
 * What the record still needs. "Unknown" and "refused" are answers to what is asked of everybody in the field, and none
 * to what a stage stands on: nothing is filed with a number that is "unknown".
 */
export const missing = (ledger: Ledger, data: AnyData): readonly Problem[] =>
  missingIn(ledger.fields, data, ledger.needs?.(data as never) ?? [], '')

/** Names of places that were not, or no longer, right on the record's day. */
function outdatedNames(ledger: Ledger, data: AnyData, { places = [], today }: RuleContext): readonly Problem[] {
  if (places.length === 0 || ledger.ofOffice === true) return []
  const day = ledger.dayOf?.(data as never) ?? today
  const judge = (fields: Readonly<Record<string, Field>>, owner: AnyData | AnyPart, prefix: string): Problem[] =>
    Object.entries(fields).flatMap(([n, f]) => {
      const value = owner[n]
      if (isList(f)) return (value as readonly AnyPart[]).flatMap((p, i) => judge(f.part.fields, p, `${n}.${i}.`))
      const found = 'place' in f && typeof value === 'string' ? outdatedName(places, value, day) : null
      return found === null ? [] : [{ path: prefix + n, severity: 'warning', ...found }]
    })
  return judge(ledger.fields, data, '')
}

/** Problems of a parsed record: what is missing, the ledger's own rules, then names of places. */
export function problemsOf(ledger: Ledger, data: AnyData, context: RuleContext): readonly Problem[] {
  return [
    ...missing(ledger, data),
    ...(ledger.rules?.(data as never, context) ?? []),
    ...outdatedNames(ledger, data, context),
  ]
}
