import type { Content } from 'pdfmake/interfaces.js'
import { type ListColumn, listTable, signatureLines } from './listSheet.ts'
import { type CasePaperInput, form, gap, mediatorNames, shortDisputeName, toFill } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, entered, mm, smallSize } from './sheet.ts'

const title = '卷宗评查表'

/** One item of the office's score sheet. */
export interface ReviewRow {
  readonly text: string
  readonly points: number
  /** Null leaves the cell to be scored by hand. */
  readonly scored: number | null
  /** Why points were taken off. */
  readonly reason: string
}

interface Row {
  /** 序号; the total has none. */
  readonly place: string
  readonly text: string
  readonly points: string
  readonly scored: string
  readonly reason: string
}

/** Points have at most two decimals; sums of binary fractions show none of theirs. */
const pointsText = (points: number): string => String(Math.round(points * 100) / 100)
const sum = (numbers: readonly number[]): string => pointsText(numbers.reduce((a, b) => a + b, 0))

const rowOf = ({ text, points, scored, reason }: ReviewRow, i: number): Row => ({
  ...{ place: String(i + 1), text, points: pointsText(points), reason },
  scored: scored === null ? '' : pointsText(scored),
})

/** Points reached; written by hand as long as one of them is. */
const reached = (rows: readonly ReviewRow[]): string => {
  const scores = rows.flatMap((r) => (r.scored === null ? [] : [r.scored]))
  return rows.length === 0 || scores.length < rows.length ? '' : sum(scores)
}

const totalOf = (rows: readonly ReviewRow[]): Row => ({
  ...{ place: '', text: '合计', reason: '' },
  ...{ points: sum(rows.map((r) => r.points)), scored: reached(rows) },
})

const columns: readonly ListColumn<Row>[] = [
  { title: '序号', width: mm(11), alignment: 'center', value: (r) => r.place },
  { title: '评查项目', width: '*', value: (r) => r.text },
  { title: '分值', width: mm(12), alignment: 'center', value: (r) => r.points },
  { title: '得分', width: mm(14), alignment: 'center', value: (r) => entered(r.scored) },
  { title: '扣分理由', width: mm(46), value: (r) => entered(r.reason) },
]

/** Nobody signs on a page that does not say for how many points. */
const ending = (total: Row): Content => ({
  stack: [
    blanks(
      { label: `总分（满分${total.points}分）`, value: total.scored, width: 60 },
      { label: '评查意见', value: '' },
    ),
    signatureLines(['评查人（签名）', '复核人（签名）']),
  ],
  unbreakable: true,
})

/**
 * 卷宗评查表: the items of the office's score sheet with the points reached and what they were lost for. A blank one
 * keeps the items and shows nothing of the case.
 */
export function reviewSheet(input: CasePaperInput, given: readonly ReviewRow[]): PaperDefinition {
  const { data, mode } = input
  const blank = mode === 'blank'
  const rows = blank ? given.map((row) => ({ ...row, scored: null, reason: '' })) : given
  const total = totalOf(rows)
  const mediators = mediatorNames(data).join('、')
  return form({
    ...input,
    paper: 'reviewSheet',
    title,
    number: `卷号：${(!blank && data.caseNo) || toFill}`,
    content: [
      blanks({ label: '案由', value: blank ? '' : shortDisputeName(data) }),
      blanks({ label: '人民调解委员会', value: blank ? '' : input.committee }),
      blanks({ label: '人民调解员', value: blank ? '' : mediators }),
      gap,
      listTable(columns, [...rows.map(rowOf), total], '', { fontSize: smallSize, height: mm(7) }),
      ending(total),
    ],
  })
}
