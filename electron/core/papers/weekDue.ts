import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { ClockKind } from '../../../shared/rules/clocks.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { clocks } from '../../../shared/text/zh-CN/clocks.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { sheet, smallSize } from './sheet.ts'

export interface WeekDueRow {
  readonly unshiftedOn: string
  readonly dueOn: string
  readonly kind: ClockKind
  readonly what: string
  readonly tableMissing: boolean
  readonly parties: string
  readonly caseNo: string
  readonly mediators: string
}
export interface WeekDueInput {
  readonly committee: string
  /** The day the list is made, and the Monday and Sunday of its week. */
  readonly on: string
  readonly from: string
  readonly until: string
  /** The counted end has passed before this week's day, or lies in the week. */
  readonly overdue: readonly WeekDueRow[]
  readonly week: readonly WeekDueRow[]
  /** How many there are in all, when not every one is listed. */
  readonly left: number
  /** Locked cases with something due: a number, no more. */
  readonly locked: number
  readonly sample: boolean
}

const title = '本周到期清单'
const columns = ['办结', '期限', '事项', '当事人、卷号', '调解员', '办理情况']
const widths = [24, 56, 76, '*', 50, 80]
/** Enough to write two lines by hand. */
const rowHeight = 38
const weekdays = '日一二三四五六'

const dayText = (day: string): string => {
  const [, m, d] = day.split('-').map(Number)
  return `${m}月${d}日（${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
}

/** The counted day is what the work goes by; where the law gives longer it is said below. */
const dayCell = ({ unshiftedOn, dueOn, tableMissing }: WeekDueRow, year: string): TableCell => {
  const day = unshiftedOn.startsWith(year) ? dayText(unshiftedOn) : chineseDate(unshiftedOn)
  const below = [dueOn === unshiftedOn ? '' : `顺延到${dayText(dueOn)}`, tableMissing ? clocks.tableMissing : '']
  return { stack: [day, ...below.filter(Boolean).map((text) => ({ text, fontSize: 9 }))] }
}

/** A square to tick; drawn, because not every font has one. */
const tickBox = (): TableCell => ({
  canvas: [{ type: 'rect', x: 5, y: 3, w: 12, h: 12, lineWidth: 0.8, lineColor: 'black' }],
})

function row(item: WeekDueRow, year: string): readonly TableCell[] {
  const { name } = clocks.kinds[item.kind]
  const about = [{ text: item.parties }, ...(item.caseNo === '' ? [] : [{ text: item.caseNo, fontSize: 9 }])]
  const what = [{ text: name }, ...(item.what === '' ? [] : [{ text: item.what, fontSize: 9 }])]
  return [tickBox(), dayCell(item, year), { stack: what }, { stack: about }, { text: item.mediators }, { text: '' }]
}

const headOf = (text: string): readonly TableCell[] => [
  { text, colSpan: columns.length, bold: true },
  ...columns.slice(1).map(() => ({})),
]

function table(input: WeekDueInput): Content {
  const year = input.on.slice(0, 4)
  const part = (head: string, rows: readonly WeekDueRow[]) =>
    rows.length === 0 ? [] : [headOf(`${head}（${rows.length}项）`), ...rows.map((item) => row(item, year))]
  const body = [
    columns.map((text) => ({ text, bold: true, alignment: 'center' as const })),
    ...part('已过期限', input.overdue),
    ...part('本周到期', input.week),
  ]
  const isHead = (i: number) => i === 0 || (body[i]?.length === columns.length && 'colSpan' in (body[i]?.[0] ?? {}))
  return {
    table: {
      widths,
      headerRows: 1,
      dontBreakRows: true,
      heights: (i: number) => (isHead(i) ? 0 : rowHeight),
      body: body.map((cells) => [...cells]),
    },
    fontSize: 10.5,
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    margin: [0, 8, 0, 8],
  }
}

/** 本周到期清单: A4, a square to tick and room to write for each; locked cases only as a number. */
export function weekDue(input: WeekDueInput): PaperDefinition {
  const { committee, on, from, until, overdue, week, left, locked, sample } = input
  const nothing = overdue.length + week.length === 0
  const small = (text: string): Content => ({ text, fontSize: smallSize, margin: [0, 2, 0, 2] })
  return sheet({
    title,
    on,
    headRight: `${dayText(from)}至${dayText(until)}`,
    mark: sample ? '演示样张　不得入卷' : null,
    content: [
      { text: title, fontSize: 22, bold: true, alignment: 'center' },
      {
        text: `${chineseDate(from)}（星期一）至${chineseDate(until)}（星期日）`,
        fontSize: smallSize,
        alignment: 'center',
        margin: [0, 6, 0, 0],
      },
      {
        columns: [{ text: committee }, { text: `打印日期：${chineseDate(on)}`, alignment: 'right' }],
        fontSize: smallSize,
        margin: [0, 6, 0, 0],
      },
      nothing ? small('本周没有到期的事项。') : table(input),
      ...(left > 0 ? [small(`还有${left}项没有列出，请在程序里查看。`)] : []),
      ...(locked > 0 ? [small(`另有${locked}件保密纠纷到期，请知情的经办人登录后查看。`)] : []),
      small('期限栏是不顺延的原定日，办理以此为准。本清单有当事人姓名，只供本调委会办案使用，用后销毁。'),
    ],
  })
}
