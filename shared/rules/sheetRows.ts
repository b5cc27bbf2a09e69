/** Which rows below a header are data, and why the others are not. */
import { cellText, codeText, isBlankCell, lineText, type SheetRow } from './sheetCell.ts'

export type RowKind = 'data' | 'empty' | 'header' | 'total' | 'signature' | 'example'

/** In the first column of the row of our own templates that shows how to write. */
export const exampleMark = '示例'

const totals = /^(?:合计|小计|总计|共计|累计|本页合计|总合计)(?:$|[:(]|\d|(?:人|户|份|场)?(?:数|次)?$)/
const signatures =
  /^(?:制表|制表人|填表|填表人|填报人|填报单位|填表单位|制表单位|审核|审核人|复核人|经办人|负责人|单位负责人|主要领导|分管领导|领导签字|审批人|统计人|报送人|联系人|填报日期|填报时间|填表日期|填表时间|制表日期|制表时间|日期|时间|年月日|签字|签名|签章|盖章|单位盖章|\(盖章\)|备注|注|说明|填表说明)(?:签字|签名|签章|盖章)?(?:\([^)]*\))?[:]/

/** Different texts of a row, without the blanks. A merged cell stands in each of its columns. */
const textsOf = (row: SheetRow): readonly string[] => {
  const found = new Set<string>()
  for (const cell of row) if (!isBlankCell(cell)) found.add(lineText(cellText(cell)))
  return [...found]
}

export interface RowContext {
  /** The header's words, without blanks. */
  readonly headers: readonly string[]
  /** Columns that number the rows; what stands there makes no data. */
  readonly ordinals: ReadonlySet<number>
  /** The first column numbers rows or records: there our own templates mark their example. */
  readonly marksExamples: boolean
}

function isHeaderAgain(row: SheetRow, headers: readonly string[]): boolean {
  let [same, filled] = [0, 0]
  row.forEach((cell, c) => {
    if (isBlankCell(cell)) return
    filled += 1
    const header = headers[c] ?? ''
    const text = codeText(cellText(cell))
    if (header !== '' && (header === text || header.endsWith(text) || header.startsWith(text))) same += 1
  })
  return same >= 2 && same * 2 > filled
}

/** Words a remark may begin with as well. */
const unsure = /^(?:备注|注|说明|日期|时间|联系人)/

/** Most of what stands there asks for a name, a day or a seal: a remark that happens to begin so is data. */
function isSignature(texts: readonly string[]): boolean {
  const asking = texts.filter((t) => /[:：]/.test(t) && signatures.test(codeText(t)))
  const isSure = asking.some((t) => !unsure.test(codeText(t)))
  return isSure ? asking.length * 2 >= texts.length : asking.length * 2 > texts.length
}

/** What a row below the header is. A row of nothing but its number is empty. */
export function kindOfRow(row: SheetRow, { headers, ordinals, marksExamples }: RowContext): RowKind {
  const own = row.map((cell, c) => (ordinals.has(c) ? null : cell))
  const first = row[0]
  if (marksExamples && typeof first === 'string' && lineText(first) === exampleMark) return 'example'
  const texts = textsOf(own)
  const all = ordinals.size === 0 ? texts : textsOf(row)
  if (all.slice(0, 3).some((t) => t.includes('计') && totals.test(codeText(t)))) return 'total'
  if (texts.length === 0) return 'empty'
  const isNumbered = row.some((cell, c) => ordinals.has(c) && /^\d+$/.test(codeText(cellText(cell))))
  if (!isNumbered && isSignature(texts)) return 'signature'
  return isHeaderAgain(row, headers) ? 'header' : 'data'
}
