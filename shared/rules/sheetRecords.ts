/** Records out of the rows of a sheet: one row each, or several where a list has a row for each of its parts. */
import type { Problem } from '../errors.ts'
import { problemsOf } from '../ledgers/check.ts'
import {
  type AbsentReason,
  type AnyData,
  type AnyPart,
  type AnyValue,
  emptyData,
  emptyPart,
  isList,
  type Ledger,
  type ListField,
  type Part,
  type RuleContext,
  type ScalarField,
  seenFields,
} from '../ledgers/describe.ts'
import { cellAddress, cellText, isBlankCell, lineText, type SheetCell, type SheetRow } from './sheetCell.ts'
import type { SheetColumn } from './sheetColumns.ts'
import { splitParts } from './sheetParts.ts'
import { readValue, type ValueContext, type ValueProblem } from './sheetValue.ts'

/** A value for every record, where no column says it. */
export interface SheetConstant {
  readonly column: SheetColumn
  readonly text: string
  /** Where it was read; null for what the clerk set. */
  readonly cell: string | null
}
/** What each column of the sheet means, and what is true of all its rows. */
export interface SheetPlan {
  readonly ledger: Ledger
  /** Every column a sheet of the ledger may have. */
  readonly all: readonly SheetColumn[]
  /** By column of the sheet; null for columns that are not read. */
  readonly columns: readonly (SheetColumn | null)[]
  /** The column whose value says which rows belong together. */
  readonly recordColumn: number | null
  readonly constants: readonly SheetConstant[]
  readonly values: ValueContext
  readonly rules: RuleContext
}

/** A row and its number in Excel. */
export interface NumberedRow {
  readonly row: SheetRow
  readonly at: number
}
export type RecordRows = readonly [NumberedRow, ...NumberedRow[]]

export interface SheetProblem extends Problem {
  readonly cell: string | null
  readonly label: string
  readonly found: string
}
export interface SheetRecord {
  readonly data: AnyData
  readonly problems: readonly SheetProblem[]
}

const columnsOf = (plan: SheetPlan, of: SheetColumn['of']): readonly (readonly [number, SheetColumn])[] =>
  plan.columns.flatMap((c, i) => (c?.of === of ? [[i, c] as const] : []))

const sameText = (a: SheetCell, b: SheetCell): boolean => lineText(cellText(a)) === lineText(cellText(b))
const cellOf = (row: SheetRow, column: number): SheetCell => row[column] ?? null

/**
 * Puts rows together, one after the other: those of one number, or those whose values of the record are the same or blank.
 * A sheet that has no column of the rows' own has a record in every row.
 */
export function createGrouping(plan: SheetPlan) {
  const root = columnsOf(plan, 'record').map(([i]) => i)
  const isGrouped = columnsOf(plan, 'row').length > 0
  let current: NumberedRow[] = []
  let head: SheetCell[] = []

  function continues(row: SheetRow): boolean {
    if (!isGrouped || current.length === 0) return false
    if (plan.recordColumn !== null) {
      const [number, before] = [cellOf(row, plan.recordColumn), cellOf(current[0]?.row ?? [], plan.recordColumn)]
      return isBlankCell(number) || sameText(number, before)
    }
    return root.every((c, i) => {
      const cell = cellOf(row, c)
      return isBlankCell(cell) || sameText(cell, head[i] ?? null)
    })
  }
  const taken = (): RecordRows | null => (current.length === 0 ? null : (current as unknown as RecordRows))
  return {
    /** The record that ended before this row, if one did. */
    push: (next: NumberedRow): RecordRows | null => {
      if (continues(next.row)) {
        current.push(next)
        return null
      }
      const ended = taken()
      current = [next]
      head = root.map((c) => cellOf(next.row, c))
      return ended
    },
    end: taken,
  }
}

/** What was read for a path, and where. */
interface Place {
  readonly cell: string | null
  readonly label: string
  readonly found: string
}
interface Making {
  readonly plan: SheetPlan
  readonly problems: SheetProblem[]
  readonly absent: Record<string, AbsentReason>
}

const problemAt = (path: string, { code, severity, params }: ValueProblem, place: Place): SheetProblem => ({
  path,
  code,
  severity,
  ...(params && { params }),
  ...place,
})

function partFields(part: Part): readonly (readonly [string, ScalarField])[] {
  return Object.entries(seenFields(part.fields))
}

/** The parts of a list that stands in one cell. */
function listValue(m: Making, path: string, field: ListField, cell: SheetCell, place: Place): readonly AnyPart[] {
  const fields = partFields(field.part)
  return splitParts(cellText(cell)).map((texts, i) => {
    const values: Record<string, AnyValue> = {}
    const absent: Record<string, AbsentReason> = {}
    fields.forEach(([n, f], at) => {
      const read = readValue(f, texts[at] ?? null, m.plan.values)
      values[n] = read.value
      if (read.absent !== undefined) absent[n] = read.absent
      if (read.problem) m.problems.push(problemAt(`${path}.${i}.${n}`, read.problem, place))
    })
    if (texts.length > fields.length)
      m.problems.push(problemAt(`${path}.${i}`, { code: 'partsUnread', severity: 'error' }, place))
    return { ...emptyPart(field.part), ...values, absent }
  })
}

const constantOf = (plan: SheetPlan, { path }: SheetColumn): SheetConstant | undefined =>
  plan.constants.find((c) => c.column.path === path)
/** The first cell of the rows that says something, else what is true of the whole sheet. */
function saidIn(plan: SheetPlan, column: SheetColumn, index: number | null, rows: readonly NumberedRow[]): SheetCell {
  if (index !== null)
    for (const { row } of rows) {
      const cell = cellOf(row, index)
      if (!isBlankCell(cell)) return cell
    }
  return plan.constants.length === 0 ? null : (constantOf(plan, column)?.text ?? null)
}
/** Where that was read: asked only for what has a problem. */
function sourceOf(plan: SheetPlan, column: SheetColumn, index: number | null, rows: readonly NumberedRow[]): Place {
  const { label } = column
  const said = index === null ? undefined : rows.find((r) => !isBlankCell(cellOf(r.row, index)))
  if (index !== null && said !== undefined)
    return { cell: cellAddress(index, said.at), label, found: cellText(cellOf(said.row, index)) }
  const constant = constantOf(plan, column)
  if (constant !== undefined) return { cell: constant.cell, label, found: constant.text }
  return { cell: index === null ? null : cellAddress(index, rows[0]?.at ?? 0), label, found: '' }
}

/** Every column and constant of one kind, with the sheet's column where there is one. */
type Filled = readonly (readonly [SheetColumn, number | null])[]
interface Known {
  readonly record: Filled
  readonly row: Filled
  readonly paths: ReadonlySet<string>
  readonly empty: AnyData
}
const knownOf = new WeakMap<SheetPlan, Known>()
/** What is the same for every row, worked out once for a sheet. */
function knownBy(plan: SheetPlan): Known {
  const known = knownOf.get(plan)
  if (known) return known
  const made = {
    record: findFilled(plan, 'record'),
    row: findFilled(plan, 'row'),
    paths: new Set(filledPaths(plan)),
    empty: emptyData(plan.ledger),
  }
  knownOf.set(plan, made)
  return made
}
function findFilled(plan: SheetPlan, of: SheetColumn['of']): Filled {
  const columns = columnsOf(plan, of).map(([i, c]) => [c, i] as const)
  const paths = new Set(columns.map(([c]) => c.path))
  const constants = plan.constants.filter((c) => c.column.of === of && !paths.has(c.column.path))
  return [...columns, ...constants.map((c) => [c.column, null] as const)]
}

function rootValues(m: Making, rows: RecordRows): Record<string, AnyValue | readonly AnyPart[]> {
  const values: Record<string, AnyValue | readonly AnyPart[]> = {}
  for (const [column, index] of knownBy(m.plan).record) {
    const { path, field } = column
    const cell = saidIn(m.plan, column, index, rows)
    const place = () => sourceOf(m.plan, column, index, rows)
    if (isList(field)) {
      values[path] = isBlankCell(cell) ? [] : listValue(m, path, field, cell, place())
      continue
    }
    const read = readValue(field, cell, m.plan.values)
    values[path] = read.value
    if (read.absent !== undefined) m.absent[path] = read.absent
    if (read.problem) m.problems.push(problemAt(path, read.problem, place()))
  }
  return values
}

interface Parts {
  readonly parts: readonly AnyPart[]
  /** The row of each part. */
  readonly rows: readonly NumberedRow[]
}
function rowParts(m: Making, list: string, part: Part, rows: RecordRows): Parts {
  const columns = knownBy(m.plan).row
  const own = columns.flatMap(([, i]) => (i === null ? [] : [i]))
  const empty = emptyPart(part)
  const filled = rows.filter((r) => own.some((i) => !isBlankCell(cellOf(r.row, i))))
  const parts = filled.map((r, n): AnyPart => {
    const values: Record<string, AnyValue> = {}
    const absent: Record<string, AbsentReason> = {}
    for (const [column, index] of columns) {
      const inner = column.path.slice(list.length + 1)
      const read = readValue(column.field as ScalarField, saidIn(m.plan, column, index, [r]), m.plan.values)
      values[inner] = read.value
      if (read.absent !== undefined) absent[inner] = read.absent
      if (read.problem)
        m.problems.push(problemAt(`${list}.${n}.${inner}`, read.problem, sourceOf(m.plan, column, index, [r])))
    }
    return { ...empty, ...values, absent }
  })
  return { parts, rows: filled }
}

/** What a row lacks a column for is told at its first cell. */
function rowAddress(plan: SheetPlan, { at }: NumberedRow): string | null {
  const first = columnsOf(plan, 'row')[0]
  return first === undefined ? null : cellAddress(first[0], at)
}

/** Where a path of the record stands in the sheet. */
function placeOf(plan: SheetPlan, path: string, rows: RecordRows, parts: Parts): Place {
  const list = plan.ledger.sheet?.rows
  const steps = path.split('.')
  const isRow = list !== undefined && steps[0] === list && steps.length > 1
  const key = isRow && steps[2] !== undefined ? `${list}.${steps[2]}` : (steps[0] ?? '')
  const numbered = isRow ? (parts.rows[Number(steps[1])] ?? rows[0]) : rows[0]
  const index = plan.columns.findIndex((c) => c?.path === key)
  const column = plan.all.find((c) => c.path === key)
  if (column === undefined) return { cell: null, label: '', found: '' }
  const isSaid = index >= 0 || plan.constants.some((c) => c.column.path === key)
  if (!isSaid) return { cell: isRow ? rowAddress(plan, numbered) : null, label: column.label, found: '' }
  return sourceOf(plan, column, index < 0 ? null : index, isRow ? [numbered] : rows)
}

/** What follows from the ID number and the like, where the sheet has no column for it. */
function completed(plan: SheetPlan, data: AnyData, unread: ReadonlySet<string>): AnyData {
  const { ledger, rules } = plan
  const { paths: filled, empty } = knownBy(plan)
  const settled = (ledger.sheet?.settle?.(data as never, filled) ?? data) as AnyData
  if (ledger.fill === undefined) return settled
  const next = ledger.fill(settled as never, empty as never, '', rules) as AnyData
  const changed = Object.entries(ledger.fields).filter(
    ([n, f]) => n in next && next[n] !== settled[n] && !isList(f) && (!filled.has(n) || unread.has(n)),
  )
  if (changed.length === 0) return settled
  return { ...settled, ...Object.fromEntries(changed.map(([n]) => [n, next[n]])) } as AnyData
}

/** Paths that a column or a constant fills. */
const filledPaths = (plan: SheetPlan): readonly string[] => [
  ...plan.columns.flatMap((c) => (c === null ? [] : [c.path])),
  ...plan.constants.map((c) => c.column.path),
]

/** The record of these rows, with everything that is wrong with it, each at its cell. */
export function recordOf(plan: SheetPlan, rows: RecordRows): SheetRecord {
  const { ledger } = plan
  const m: Making = { plan, problems: [], absent: {} }
  const values = rootValues(m, rows)
  const list = ledger.sheet?.rows
  const field = list === undefined ? undefined : ledger.fields[list]
  const parts =
    list !== undefined && field !== undefined && isList(field)
      ? rowParts(m, list, field.part, rows)
      : { parts: [], rows: [] }
  const own = list === undefined ? {} : { [list]: parts.parts }
  const data = completed(
    plan,
    { ...knownBy(plan).empty, ...values, ...own, absent: m.absent } as AnyData,
    new Set(m.problems.map((p) => p.path)),
  )
  const unread = new Set(m.problems.filter((p) => p.severity === 'error').map((p) => p.path))
  const ruled = problemsOf(ledger, data, plan.rules)
    .filter((p) => !unread.has(p.path))
    .map((p): SheetProblem => ({ ...p, ...placeOf(plan, p.path, rows, parts) }))
  return { data, problems: [...m.problems, ...ruled] }
}
