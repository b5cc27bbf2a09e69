/** Words of sheets. Offices keep them in Chinese, in whatever language the window is. */
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import {
  type HeaderWords,
  headerWords,
  type LedgerWords,
  type SheetColumn,
  sheetColumns,
} from '../../../shared/rules/sheetColumns.ts'
import { fill, type Params, textAt } from '../../../shared/text/template.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'

const wordsByList = zhCN.codes as Readonly<Record<string, Readonly<Record<string, string>>>>
/** Words of a code list, by code. */
export const codeWords = (list: string): Readonly<Record<string, string>> => wordsByList[list] ?? {}

const ledgerWords = (name: LedgerName): LedgerWords => zhCN.ledgers[name] as LedgerWords

interface Sheet {
  readonly columns: readonly SheetColumn[]
  readonly headers: HeaderWords
}
const sheets = new Map<LedgerName, Sheet>()
/** The columns of a ledger's sheet and the words that mean them, worked out once. */
export function sheetOf(name: LedgerName): Sheet {
  const known = sheets.get(name)
  if (known) return known
  const columns = sheetColumns(ledgerOf(name), ledgerWords(name))
  const made = { columns, headers: headerWords(columns) }
  sheets.set(name, made)
  return made
}

/** A problem's sentence, for the file that goes back to who keeps the sheet. */
export const problemSentence = (code: string, params: Params): string =>
  fill(textAt(zhCN.problems, code) ?? zhCN.problems.invalid, params)
