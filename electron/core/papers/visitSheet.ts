/** 入户走访登记表 (domain 5.3): taken along with the doors of a group, typed back, and signed by hand only. */
import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js'
import type { VisitData, visitTally } from '../../../shared/ledgers/visit.ts'
import { chineseDate, chineseTime } from '../../../shared/rules/dates.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { blanks, type Entered, entered, mm, naturalLine, sheet, textOf, type Words } from './sheet.ts'

export interface VisitSheetInput {
  /** Null for the empty form. */
  readonly visit: VisitData | null
  /** Null before the outing: the figures are written by hand. */
  readonly tally: ReturnType<typeof visitTally> | null
  readonly on: string
  readonly sample: boolean
}

export const visitSheetTitle = '入户走访登记表'
type Household = VisitData['households'][number]

/** Rows on a page to write on, each of this height: a line of handwriting with room. */
const rowsOnPage = 12
const writtenRowHeight = mm(9.8)
/** Rows left free under the doors, for whoever else is at home. */
const freeRows = 2
const padding = 3
const cellSize = 10.5
const columns = [
  ['序号', 24],
  ['户（门牌、组）', 96],
  ['见到\n人数', 34],
  ['发放资料\n（份）', 46],
  ['诉求（写事不写人）', '*'],
  ['现场处理', 112],
  ['需交办事项 · 承办单位 · 期限', 146],
  ['备注', 66],
] as const

const written = (value: string | number | null): Words =>
  value === null || value === '' ? ' ' : entered(String(value).trim())

function matterWords({ matter, matterUnit, matterDueOn }: Household): Words {
  if (matter === null) return ' '
  const due = matterDueOn === null ? '' : `${chineseDate(matterDueOn)}前`
  return entered([matter, matterUnit ?? '', due].filter(Boolean).join('；'))
}
function remarkWords({ matterResult, matterDoneOn }: Household): Words {
  if (matterResult === null && matterDoneOn === null) return ' '
  const day = matterDoneOn === null ? '已办结' : `${chineseDate(matterDoneOn)}办结`
  return entered([day, matterResult ?? ''].filter(Boolean).join('：'))
}

function cellsOf(h: Household | undefined, no: number): readonly Words[] {
  if (h === undefined) return [String(no), ...Array<string>(columns.length - 1).fill(' ')]
  return [
    written(no),
    written(h.door),
    written(h.peopleMet),
    written(h.leaflets),
    written(h.request),
    written(h.handledOnSpot),
    matterWords(h),
    remarkWords(h),
  ]
}
const centred = new Set([0, 2, 3])
const bodyRow = (h: Household | undefined, no: number, isLowRow: boolean): TableCell[] =>
  cellsOf(h, no).map((words, i) => ({
    text: textOf(words),
    ...(isLowRow && { verticalAlignment: 'middle' as const }),
    ...(centred.has(i) && { alignment: 'center' }),
  }))

/** Before the outing the doors with free rows under them, a page at least; afterwards what was written. */
export function rowsOf({ visit, tally }: VisitSheetInput): readonly (Household | undefined)[] {
  const households = visit?.households ?? []
  if (tally !== null) return households
  const count = households.length <= rowsOnPage ? rowsOnPage : households.length + freeRows
  return Array.from({ length: count }, (_, i) => households[i])
}

/** Whether every row stays well under a page whatever its columns hold: then it moves on whole, and may have a least height. */
const isLow = (rows: readonly (Household | undefined)[]): boolean =>
  rows.every((h) => [h?.request, h?.handledOnSpot, h?.matter, h?.matterResult].every((v) => (v ?? '').length <= 120))

const layout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => padding,
  paddingBottom: () => padding,
}

function table(input: VisitSheetInput): Content {
  const rows = rowsOf(input)
  const moveWhole = isLow(rows)
  const head: TableCell[] = columns.map(([text]) => ({
    text,
    bold: true,
    alignment: 'center',
    verticalAlignment: 'middle',
    fontSize: 10,
  }))
  return {
    table: {
      headerRows: 1,
      dontBreakRows: moveWhole,
      widths: columns.map(([, width]) => width),
      // pdfmake counts a least height from the page on which a row began.
      ...(moveWhole && { heights: (i: number) => (i === 0 ? 0 : writtenRowHeight - 2 * padding) }),
      body: [head, ...rows.map((h, i) => bodyRow(h, i + 1, moveWhole))],
    },
    layout,
    fontSize: cellSize,
    margin: [0, 6, 0, 4],
  }
}

const codeWords = (list: 'visitKind' | 'team', code: string | null): string =>
  code === null ? '' : ((zhCN.codes[list] as Readonly<Record<string, string>>)[code] ?? code)

const visitorWords = (visit: VisitData | null): string =>
  (visit?.visitors ?? []).flatMap(({ name, post }) => (name ? [post ? `${name}（${post}）` : name] : [])).join('、')

const whenWords = (visit: VisitData | null): string =>
  visit?.visitedOn
    ? [chineseDate(visit.visitedOn), visit.startTime ? chineseTime(visit.startTime) : ''].filter(Boolean).join(' ')
    : ''

const placeWords = (visit: VisitData | null): string =>
  [visit?.village, visit?.householdGroup].filter(Boolean).join(' ')

function head({ visit }: VisitSheetInput): Content {
  const lines = [
    blanks(
      { label: '走访日期', value: whenWords(visit), width: 140 },
      { label: '村（社区）/组', value: placeWords(visit) },
      { label: '队伍', value: codeWords('team', visit?.team ?? null), width: 64 },
      { label: '类型', value: codeWords('visitKind', visit?.kind ?? null), width: 80 },
    ),
    blanks({ label: '宣传内容', value: visit?.topic ?? '' }, { label: '走访人员', value: visitorWords(visit) }),
  ]
  return { stack: lines, fontSize: 11 }
}

/** The figures of the whole outing; by hand before it. */
function totals({ tally }: VisitSheetInput): Content {
  const line = '＿＿＿'
  const of = (value: number | undefined): string | Entered => (value === undefined ? line : entered(String(value)))
  const words: Words = [
    '合计：走访 ',
    of(tally?.households),
    ' 户次　见到 ',
    of(tally?.people),
    ' 人次　发放资料 ',
    of(tally?.leaflets),
    ' 份　诉求 ',
    of(tally?.requests),
    ' 条　交办 ',
    of(tally?.matters),
    ' 件',
  ]
  return { text: [...(textOf(words) as ContentText[])], fontSize: 11, margin: [0, 2, 0, 8] }
}

const foot = (recorder: string | null): Content => ({
  columns: [
    { text: '走访人签字：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿', width: '*' },
    {
      text: textOf(['记录人：', recorder ? entered(recorder) : '＿＿＿＿＿＿＿＿']),
      width: 'auto',
    },
    { text: '　　　　年　　月　　日', width: 'auto' },
  ],
  columnGap: 16,
  fontSize: 11,
  lineHeight: 1.2 / naturalLine,
})

const margins = { left: mm(20), top: mm(20), right: mm(14), bottom: mm(12) } as const

/** Landscape A4. Rows to write on before the outing and on the empty form, what was typed back after it. */
export function visitSheet(input: VisitSheetInput): PaperDefinition {
  const { visit, tally, on, sample } = input
  const onlyFigures = visit?.countOnly === true && visit.households.length === 0
  return {
    ...sheet({
      title: visitSheetTitle,
      on,
      headRight: [whenWords(visit), placeWords(visit)].filter(Boolean).join('　'),
      mark: sample ? '演示样张　不得入卷' : null,
      content: [
        { text: visitSheetTitle, font: 'title', fontSize: 18, bold: true, alignment: 'center' },
        head(input),
        onlyFigures && tally !== null
          ? { text: '只有户数，无逐户记录。', fontSize: 11, margin: [0, 8, 0, 8] }
          : table(input),
        { stack: [totals(input), foot(visit?.recorder ?? null)], unbreakable: true },
      ],
    }),
    pageSize: { width: mm(297), height: mm(210) },
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
  }
}
