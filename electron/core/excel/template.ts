/** An empty workbook of a ledger: its header, a row that shows how to write, and what may stand in each column. */
import { isList, type ScalarField } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import type { SheetColumn } from '../../../shared/rules/sheetColumns.ts'
import { exampleMark } from '../../../shared/rules/sheetRows.ts'
import { fill } from '../../../shared/text/template.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { columnWidths, numberHeader } from './exportRows.ts'
import { codeWords, sheetOf } from './words.ts'
import { type CellOut, type SheetToWrite, workbookBytes } from './writeSheet.ts'

const words = zhCN.sheets.template
const choicesOf = (field: ScalarField): readonly string[] =>
  field.kind === 'code' || field.kind === 'codes' ? field.codes.map((c) => codeWords(field.list)[c] ?? c) : []

function exampleOf({ field }: SheetColumn): CellOut {
  if (isList(field)) return words.examples.list
  switch (field.kind) {
    case 'date':
      return { d: words.examples.date }
    case 'integer':
    case 'decimal':
      return 10
    case 'money':
      return { yuan: 10 }
    case 'code':
    case 'codes':
      return choicesOf(field)
        .slice(0, field.kind === 'codes' ? 2 : 1)
        .join('、')
    case 'reference':
      return null
    default:
      return words.examples[field.kind]
  }
}

function explained({ label, field, needed, of }: SheetColumn): readonly CellOut[] {
  const list = isList(field)
  const kind = list ? words.kinds.list : words.kinds[field.kind as keyof typeof words.kinds]
  const size =
    !list &&
    'max' in field &&
    'kind' in field &&
    typeof field.max === 'number' &&
    !['integer', 'money', 'decimal'].includes(field.kind)
  return [
    label,
    needed ? words.yes : '',
    `${kind}${size ? fill(words.most, { max: Number(field.max) }) : ''}${of === 'row' ? words.eachRow : ''}`,
    list ? '' : choicesOf(field).join('、'),
  ]
}

const sheetsOf = (name: LedgerName): readonly SheetToWrite[] => {
  const { columns } = sheetOf(name)
  const header = [numberHeader(name), ...columns.map((c) => (c.needed ? `${c.label}*` : c.label))]
  return [
    {
      name: zhCN.ledgers[name].name,
      widths: columnWidths(name),
      headerRows: 1,
      rows: [header, [exampleMark, ...columns.map(exampleOf)]],
    },
    {
      name: words.sheet,
      widths: [28, 10, 46, 70],
      headerRows: 1,
      rows: [words.head, ...columns.map(explained), [], ...words.notes.map((note) => [note])],
    },
  ]
}

export const templateBytes = (name: LedgerName): Promise<Uint8Array> => workbookBytes(sheetsOf(name))
