import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import {
  type CasePaperInput,
  choices,
  closingTexts,
  disputeName,
  firstName,
  form,
  passage,
  toFill,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, entered, mm, smallSize, textOf, type Words } from './sheet.ts'
import { sign, signing } from './signatures.ts'

const title = '人民调解证据材料'
/** Room to write a line, and in the last column a name, by hand. */
const rowHeight = mm(10)
/** With the lines below them on one page. */
const emptyRows = 8

type Evidence = DisputeData['evidence'][number]

interface Column {
  readonly title: string
  readonly width: number | '*'
  readonly value: (evidence: Evidence | null, i: number) => Words
}
const orEmpty = (value: string | null | undefined): Words => (value == null ? ' ' : entered(value))

const columns: readonly Column[] = [
  { title: '序号', width: 26, value: (_, i) => String(i + 1) },
  { title: '证据名称', width: '*', value: (e) => orEmpty(e?.name) },
  { title: '提供人', width: 56, value: (e) => orEmpty(e?.provider) },
  {
    title: '原件/\n复印件',
    width: 50,
    value: (e) => (e?.form ? entered(codes.copyKind[e.form]) : choices(codes.copyKind, null)),
  },
  { title: '页数', width: 26, value: (e) => orEmpty(e?.pages?.toString()) },
  {
    title: '收取日期',
    width: 56,
    value: (e) => orEmpty(e?.receivedOn && chineseDate(e.receivedOn).replace('年', '年\n')),
  },
  { title: '提供人签名', width: 64, value: () => ' ' },
]

const ruled = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}

/** Its head stands on every page; a row closes what was listed, so that nothing can be added. */
function table(rows: readonly (Evidence | null)[], end: string | null): Content {
  const head: TableCell[] = columns.map((c) => ({ text: c.title, bold: true, alignment: 'center' }))
  const body = rows.map((row, i): TableCell[] =>
    columns.map((c) => ({ text: textOf(c.value(row, i)), alignment: c.width === '*' ? 'left' : 'center' })),
  )
  const rest = columns.slice(1).map((): TableCell => ({}))
  const last: TableCell[][] =
    end === null ? [] : [[{ text: end, colSpan: columns.length, alignment: 'center' }, ...rest]]
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map((c) => c.width),
      heights: (i) => (i === 0 ? 'auto' : rowHeight),
      body: [head, ...body, ...last],
    },
    layout: ruled,
    fontSize: smallSize,
    margin: [0, 6, 0, 8],
  }
}

/** Pages are added up where all are known. */
function totalText(evidence: readonly Evidence[]): Words {
  const pages = evidence.every((e) => e.pages !== null) ? evidence.reduce((sum, e) => sum + (e.pages ?? 0), 0) : null
  return [
    '以上材料共',
    evidence.length === 0 ? '＿＿＿＿' : entered(String(evidence.length)),
    '份，',
    evidence.length === 0 || pages === null ? '＿＿＿＿' : entered(String(pages)),
    '页。',
  ]
}

/**
 * 人民调解证据材料 (domain 2.3 (7)): the list that lies before the copies; who took them in attests that the copies agree
 * with the originals, with name and day by hand.
 */
export function evidenceList(input: CasePaperInput): PaperDefinition {
  const { data, mode } = input
  const isBlank = mode === 'blank'
  const evidence = isBlank ? [] : data.evidence
  const number = !isBlank && mode === 'final' && data.caseNo !== null ? entered(data.caseNo) : toFill
  const closing = closingTexts([passage(totalText(evidence)), passage('复印件经与原件核对，与原件核对无误。')])
  return form({
    ...input,
    title,
    number: ['卷号：', number],
    content: [
      blanks({ label: '纠纷名称', value: isBlank ? '' : disputeName(data, firstName) }),
      isBlank ? table(Array<null>(emptyRows).fill(null), null) : table(evidence, '（以下空白）'),
      ...signing({ ...closing, about: title }, { parties: [], officials: [sign('核对人', null)], committee: null }),
    ],
  })
}
