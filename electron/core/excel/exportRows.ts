/** Records as rows of a sheet: the same columns that an import reads. */
import type {
  AbsentReason,
  AnyData,
  AnyPart,
  AnyValue,
  ListField,
  ScalarField,
} from '../../../shared/ledgers/describe.ts'
import { isList, seenFields } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { masked } from '../../../shared/rules/masked.ts'
import type { SheetColumn } from '../../../shared/rules/sheetColumns.ts'
import { joinParts } from '../../../shared/rules/sheetParts.ts'
import { recordColumn } from '../../../shared/rules/sheetSynonyms.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { codeWords, sheetOf } from './words.ts'
import type { CellOut } from './writeWorker.ts'

type Absent = Readonly<Record<string, AbsentReason>>

/** The number every sheet of ours begins with: which rows are one record, or which row it is. */
export const numberHeader = (name: LedgerName): string =>
  ledgerOf(name).sheet?.rows === undefined ? zhCN.sheets.ordinal : recordColumn

/** A value as a cell with its own type; ID numbers and phones are text. */
export function cellOf(field: ScalarField, value: AnyValue, unmasked: boolean): CellOut {
  if (value === null) return null
  switch (field.kind) {
    case 'date':
      return { d: String(value) }
    case 'money':
      return { yuan: Number(value) / 100 }
    case 'integer':
    case 'decimal':
      return Number(value)
    case 'flag':
      return value === true ? zhCN.codes.flag.yes : zhCN.codes.flag.no
    case 'code':
      return codeWords(field.list)[String(value)] ?? String(value)
    case 'codes':
      return (value as readonly string[]).map((c) => codeWords(field.list)[c] ?? c).join('、')
    default:
      return field.masked === true && !unmasked ? masked(String(value)) : String(value)
  }
}

const textOf = (cell: CellOut): string => {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'd' in cell ? cell.d : String(cell.yuan)
}

const absentWord = (absent: Absent, name: string): CellOut => {
  const reason = absent[name]
  return reason === undefined ? null : zhCN.codes.absent[reason]
}
const scalarCell = (field: ScalarField, of: AnyData | AnyPart, name: string, unmasked: boolean): CellOut =>
  cellOf(field, (of[name] ?? null) as AnyValue, unmasked) ?? absentWord(of.absent as Absent, name)

function listCell(field: ListField, parts: readonly AnyPart[], unmasked: boolean): CellOut {
  const fields = Object.entries(seenFields(field.part.fields)) as [string, ScalarField][]
  const texts = parts.map((part) => fields.map(([n, f]) => textOf(scalarCell(f, part, n, unmasked))))
  return texts.length === 0 ? null : joinParts(texts)
}

const rootCell = ({ path, field }: SheetColumn, data: AnyData, unmasked: boolean): CellOut =>
  isList(field) ? listCell(field, data[path] as readonly AnyPart[], unmasked) : scalarCell(field, data, path, unmasked)

/** The rows of one record: one, or one for each part of its list of rows. */
export function rowsOf(
  name: LedgerName,
  data: AnyData,
  no: number,
  unmasked: boolean,
): readonly (readonly CellOut[])[] {
  const list = ledgerOf(name).sheet?.rows
  const { columns } = sheetOf(name)
  const root = new Map(columns.filter((c) => c.of === 'record').map((c) => [c.path, rootCell(c, data, unmasked)]))
  const parts: readonly (AnyPart | null)[] = list === undefined ? [] : (data[list] as readonly AnyPart[])
  return (parts.length === 0 ? [null] : parts).map((part) => [
    no,
    ...columns.map((c): CellOut => {
      if (c.of === 'record') return root.get(c.path) ?? null
      if (part === null || list === undefined) return null
      return scalarCell(c.field as ScalarField, part, c.path.slice(list.length + 1), unmasked)
    }),
  ])
}

const widths: Readonly<Partial<Record<ScalarField['kind'] | 'list', number>>> = {
  paragraph: 40,
  idNumber: 22,
  phone: 16,
  date: 12,
  time: 8,
  flag: 8,
  integer: 9,
  list: 26,
}
export const columnWidths = (name: LedgerName): readonly number[] => [
  8,
  ...sheetOf(name).columns.map((c) => Math.max(widths[c.field.kind] ?? 16, [...c.label].length * 2)),
]
export const headerRow = (name: LedgerName): readonly string[] => [
  numberHeader(name),
  ...sheetOf(name).columns.map((c) => c.label),
]
