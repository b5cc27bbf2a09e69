/**
 * A ledger (台账) is described once; columns, input checks, grid, form, search text and the two layouts
 * (office, city) follow from the description. Adding one: see "How to add a ledger" in README.md.
 */

import type { Problem } from '../errors.ts'
import type { PlaceLevel, PlaceName } from '../rules/places.ts'
import type { Settings } from '../settings.ts'

/** The two books that do not mix (domain: 人民调解法 15, 个人信息保护法 23): each has its own roles and recipient. */
export type Book = 'mediation' | 'teams'

/** The three circles that never meet: no search, count or page crosses them. */
export type Circle = 'parties' | 'teams' | 'households'

/**
 * How a field leaves the office in a de-identified handover (level T1). A field without `travel` never leaves.
 * `exact` as it is, `month` a date cut to YYYY-MM, `band` an amount as a band of `shared/rules/travel.ts`.
 */
export type Travel = 'exact' | 'month' | 'band'

/** How a list of parts leaves at T1: its length, or the values of one field of function data (mediators' names). */
export type ListTravel = { readonly as: 'count' } | { readonly as: 'values'; readonly field: string }

/** What the search index takes from a field: a person's or unit's name (also by pinyin and initials), a number, or words. */
export type SearchAs = 'name' | 'number' | 'words'

interface FieldBase {
  /** Asked for whenever the record is saved; what a stage needs beyond that says {@link Ledger.needs}. */
  readonly needed?: true
  readonly travel?: Travel
  readonly search?: SearchAs
  /** Sorted or filtered on in lists: gets an index, and for names a stored pinyin key. */
  readonly index?: boolean
  /** Set by a call of its own (signing, giving a number), never typed into the form. */
  readonly givenByCall?: boolean
  /** Masked in lists and in exports (ID numbers, phones). */
  readonly masked?: boolean
}

export interface TextField extends FieldBase {
  readonly kind: 'text' | 'paragraph' | 'name' | 'phone' | 'idNumber' | 'creditCode'
  /** Upper bound in code points. */
  readonly max: number
  /** Written as question and answer (问 / 答) where people like to; the text stays plain. */
  readonly dialogue?: true
  /** Names a place of 区划与单位: of one of these levels, or of any. */
  readonly place?: readonly PlaceLevel[] | 'any'
}
export interface CodeField<C extends string = string> extends FieldBase {
  readonly kind: 'code' | 'codes'
  readonly codes: readonly C[]
  /** Key of the code list in the text files (`codes.<list>`). */
  readonly list: string
}
export interface DateField extends FieldBase {
  readonly kind: 'date' | 'time'
}
export interface NumberField extends FieldBase {
  readonly kind: 'integer' | 'money' | 'decimal'
  /** A coordinate, typed as decimal degrees or as 度分秒. */
  readonly degrees?: 'longitude' | 'latitude'
  readonly min?: number
  readonly max?: number
}
export interface FlagField extends FieldBase {
  readonly kind: 'flag'
}
/**
 * A record of a ledger, by its id: written by the program beside what was copied from there, never shown, typed or
 * exported. Only inside one circle, so that no row ever leads from a party or a household to a person (domain 8.2).
 */
export interface ReferenceField extends FieldBase {
  readonly kind: 'reference'
  /** Name of the ledger. */
  readonly to: string
}
export type ScalarField = TextField | CodeField | DateField | NumberField | FlagField | ReferenceField

/** A described sub-record in its own child table, one level deep. */
export interface Part {
  readonly name: string
  readonly table: string
  readonly fields: Readonly<Record<string, ScalarField>>
}
export interface ListField {
  readonly kind: 'list'
  readonly part: Part
  readonly travel?: ListTravel
  readonly needed?: true
}
export type Field = ScalarField | ListField
export type Fields = Readonly<Record<string, Field>>

/** A stored column computed from the record whenever it is saved; never typed in. */
export interface DerivedField<F extends Fields = Fields> {
  readonly field: ScalarField
  readonly from: (data: DataOf<F>) => string | number | null
}

export interface GridColumn {
  readonly field: string
  /** Width in CSS pixels. */
  readonly width: number
}
export interface FormSection {
  readonly key: string
  readonly fields: readonly string[]
}

export interface Ledger<F extends Fields = Fields> {
  readonly name: string
  readonly table: string
  readonly book: Book
  readonly circle: Circle
  /**
   * A list of the office itself, for both books: heads of either keep it, and it never travels, neither as rows nor as
   * sums; a recipient has no table for it.
   */
  readonly ofOffice?: true
  /** Version of the description; stored with each journal row so that old payloads are read through upcasters. */
  readonly shape: number
  /** Stages of the record's life, in order. */
  readonly stages: readonly string[]
  /** The record's present stage. */
  readonly stageOf: (data: DataOf<F>) => string
  /** Fields that the record's stage needs beside the ones always needed. */
  readonly needs?: (data: DataOf<F>) => readonly string[]
  readonly fields: F
  readonly derived: Readonly<Record<string, DerivedField<F>>>
  /** Whether the record may leave as a row of its own (T1); otherwise it is only counted (T0). */
  readonly leaves: (data: DataOf<F>) => boolean
  /** True for a record only the need-to-know list may see. */
  readonly locked: (data: DataOf<F>) => boolean
  /** The day the record is about, by which its names of places are judged; null or left out: today. */
  readonly dayOf?: (data: DataOf<F>) => string | null
  /** Rules across fields, beside what each field's kind already checks. */
  readonly rules?: (data: DataOf<F>, context: RuleContext) => readonly Problem[]
  /** What a form fills in by itself after the field at `path` was typed; what was typed by hand stays. */
  readonly fill?: (next: DataOf<F>, before: DataOf<F>, path: string, context: RuleContext) => DataOf<F>
  /** T0: exact sums for the authority, one cell per combination of the named values. */
  readonly counts: (data: DataOf<F>) => readonly CountCell[]
  /** The code list that names the categories of each measure of {@link counts}. */
  readonly countLists: Readonly<Record<string, string>>
  readonly grid: readonly GridColumn[]
  readonly form: readonly FormSection[]
  /** The field that names the record in messages and lists of drafts. */
  readonly title: string
  /** How its records lie in an Excel sheet; without it every record is one row. */
  readonly sheet?: SheetShape<F>
  /** Default order of the list. */
  readonly order: { readonly field: string; readonly direction: 'asc' | 'desc' }
}

export interface SheetShape<F extends Fields = Fields> {
  /** The list that has a row for each of its parts; the other lists are one cell each. */
  readonly rows?: string
  /** What a sheet without certain columns means by what it has: figures without names are an old session. */
  readonly settle?: (data: DataOf<F>, filled: ReadonlySet<string>) => DataOf<F>
}

export interface RuleContext {
  /** Today at the office, YYYY-MM-DD. */
  readonly today: string
  readonly sample: boolean
  readonly settings: Settings
  /** 区划与单位; left out, nothing is said of places. */
  readonly places?: readonly PlaceName[]
}

export interface CountCell {
  /** YYYY-MM, or the empty string where the date is not known. */
  readonly period: string
  readonly measure: string
  readonly category: string
  readonly amount: number
}

type ScalarValue<S extends ScalarField> = S extends { kind: 'flag' }
  ? boolean | null
  : S extends { kind: 'integer' | 'money' | 'decimal' }
    ? number | null
    : S extends { kind: 'codes'; codes: readonly (infer C)[] }
      ? readonly C[] | null
      : S extends { kind: 'code'; codes: readonly (infer C)[] }
        ? C | null
        : string | null

/** Why a value is not there although it was asked for (domain 6.1: 暂缺, 拒绝提供). */
export type AbsentReason = 'unknown' | 'refused'
export type PartData<P extends Part> = {
  readonly [K in keyof P['fields']]: P['fields'][K] extends ScalarField ? ScalarValue<P['fields'][K]> : never
} & { readonly absent: Readonly<Record<string, AbsentReason>> }
export type FieldsData<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends { kind: 'list'; part: infer P extends Part }
    ? readonly PartData<P>[]
    : F[K] extends ScalarField
      ? ScalarValue<F[K]>
      : never
}
/** The state of a record: every described field, lists included, and why blanks are blank. */
export type DataOf<F extends Fields> = FieldsData<F> & { readonly absent: Readonly<Record<string, AbsentReason>> }

/** A record of a ledger only known at run time. */
export type AnyValue = string | number | boolean | readonly string[] | null
/** Beside its fields and reasons a part may carry `unread`: text typed into a grid that no value could be read from. */
export type AnyPart = { readonly [field: string]: AnyValue | Readonly<Record<string, string>> }
export type AnyData = {
  readonly [field: string]: AnyValue | readonly AnyPart[] | Readonly<Record<string, string>>
}

export const text = <const O extends Omit<TextField, 'kind'>>(o: O) => ({ kind: 'text', ...o }) as const
export const paragraph = <const O extends Omit<TextField, 'kind'>>(o: O) => ({ kind: 'paragraph', ...o }) as const
export const name = <const O extends FieldBase>(o?: O) => ({ kind: 'name', max: 60, ...o }) as const
export const phone = <const O extends FieldBase>(o?: O) => ({ kind: 'phone', max: 60, masked: true, ...o }) as const
export const idNumber = <const O extends FieldBase>(o?: O) =>
  ({ kind: 'idNumber', max: 40, masked: true, ...o }) as const
export const creditCode = <const O extends FieldBase>(o?: O) => ({ kind: 'creditCode', max: 18, ...o }) as const
export const date = <const O extends FieldBase>(o?: O) => ({ kind: 'date', ...o }) as const
export const time = <const O extends FieldBase>(o?: O) => ({ kind: 'time', ...o }) as const
export const integer = <const O extends Omit<NumberField, 'kind'>>(o?: O) =>
  ({ kind: 'integer', min: 0, ...o }) as const
/** An amount in 分 (1/100 yuan), an integer up to a hundred thousand million yuan: sums of a whole list stay exact. */
export const money = <const O extends FieldBase>(o?: O) => ({ kind: 'money', min: 0, max: 10 ** 13, ...o }) as const
export const decimal = <const O extends Omit<NumberField, 'kind'>>(o?: O) => ({ kind: 'decimal', ...o }) as const
export const flag = <const O extends FieldBase>(o?: O) => ({ kind: 'flag', ...o }) as const
export const reference = <const L extends string>(to: L) => ({ kind: 'reference', to }) as const
export const code = <const C extends string, const O extends FieldBase>(list: string, codes: readonly C[], o?: O) =>
  ({ kind: 'code', list, codes, ...o }) as const
export const codes = <const C extends string, const O extends FieldBase>(list: string, values: readonly C[], o?: O) =>
  ({ kind: 'codes', list, codes: values, ...o }) as const
export const list = <const P extends Part, const O extends Omit<ListField, 'kind' | 'part'>>(part: P, o?: O) =>
  ({ kind: 'list', part, ...o }) as const
export const part = <const F extends Readonly<Record<string, ScalarField>>>(
  name: string,
  table: string,
  fields: F,
) => ({
  name,
  table,
  fields,
})

/** Checks that what the description names exists; the types then hold for everything derived from it. */
export function defineLedger<const F extends Fields>(ledger: Ledger<F>): Ledger<F> {
  const known = new Set([...Object.keys(ledger.fields), ...Object.keys(ledger.derived), ...systemColumns])
  const named = [
    ...ledger.grid.map((c) => c.field),
    ...ledger.form.flatMap((s) => s.fields),
    ledger.title,
    ledger.order.field,
    ...(ledger.sheet?.rows === undefined ? [] : [ledger.sheet.rows]),
  ]
  for (const field of named) {
    if (!known.has(field)) throw new Error(`ledger ${ledger.name}: unknown field ${field}`)
  }
  return ledger
}

/** Fields that people see and type: all but references. */
export const seenFields = <F extends Field>(fields: Readonly<Record<string, F>>): Readonly<Record<string, F>> =>
  Object.fromEntries(Object.entries(fields).filter(([, f]) => f.kind !== 'reference'))

/** Columns every record has beside the described ones. */
export const systemColumns = ['id', 'revision', 'createdAt', 'updatedAt', 'updatedBy', 'stage', 'locked'] as const

export const isList = (field: Field): field is ListField => field.kind === 'list'

/** The scalar columns of a ledger's root table: described, then derived. */
export function scalarColumns(ledger: Ledger): readonly (readonly [string, ScalarField])[] {
  const described = Object.entries(ledger.fields).filter((e): e is [string, ScalarField] => !isList(e[1]))
  const derived = Object.entries(ledger.derived).map(([n, d]) => [n, d.field] as const)
  return [...described, ...derived]
}

export function listFields(ledger: Ledger): readonly (readonly [string, ListField])[] {
  return Object.entries(ledger.fields).filter((e): e is [string, ListField] => isList(e[1]))
}

/** `caseNo` → `case_no`: a field's column in SQL. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** A record with nothing filled in. */
export function emptyData(ledger: Ledger): AnyData {
  const entries = Object.entries(ledger.fields).map(([n, f]) => [n, isList(f) ? [] : null] as const)
  return { ...Object.fromEntries(entries), absent: {} }
}

export function emptyPart(p: Part): AnyPart {
  return { ...Object.fromEntries(Object.keys(p.fields).map((n) => [n, null] as const)), absent: {} }
}
