import type { LoanRow, OpenCase, TakeoverView } from '../../../shared/contract/turnover.ts'
import type { ClockKind } from '../../../shared/rules/clocks.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { textAt } from '../../../shared/text/template.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type ListColumn, listSheet, listTable, note, part, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'

export interface TakeoverInput {
  readonly view: TakeoverView
  readonly committee: string
  readonly sample: boolean
}

export const takeoverTitle = '工作移交清单'
const nth = <R>(rows: readonly R[]): ListColumn<R> => ({
  title: '序号',
  width: 28,
  value: (row) => String(rows.indexOf(row) + 1),
})
const dayOf = (day: string | null): string => day ?? ''
const kindOfClock = (kind: ClockKind): string => zhCN.clocks.kinds[kind].name

const caseColumns = (rows: readonly OpenCase[]): readonly ListColumn<OpenCase>[] => [
  nth(rows),
  { title: '卷号', width: 92, value: (r) => r.caseNo ?? '未取号' },
  { title: '当事人', width: '*', value: (r) => r.title },
  { title: '办到', width: 52, value: (r) => textAt(zhCN.codes, 'stage', r.stage) ?? r.stage },
  { title: '调解员', width: 60, value: (r) => r.mediators },
  {
    title: '最近期限',
    width: 92,
    value: (r) => (r.next === null ? '' : `${r.next.dueOn} ${kindOfClock(r.next.kind)}`),
  },
]
const loanColumns = (rows: readonly LoanRow[]): readonly ListColumn<LoanRow>[] => [
  nth(rows),
  { title: '卷号', width: 110, value: (r) => r.caseNo ?? '' },
  { title: '借阅人（单位）', width: '*', value: (r) => [r.borrower, r.unit].filter(Boolean).join(' ') },
  { title: '借出', width: 66, value: (r) => dayOf(r.lentOn) },
  { title: '应还', width: 66, value: (r) => dayOf(r.dueOn) },
  { title: '逾期', width: 40, value: (r) => (r.daysLate > 0 ? `${r.daysLate}天` : '') },
]
type Numbered = TakeoverView['numbers'][number]
const numberColumns: readonly ListColumn<Numbered>[] = [
  { title: '调委会', width: '*', value: (r) => r.committee },
  { title: '年度', width: 40, value: (r) => String(r.year) },
  { title: '编号簿', width: 60, value: (r) => zhCN.ledgers.dispute.fields[r.series] },
  { title: '已用到', width: 170, value: (r) => r.number },
]
type Box = TakeoverView['boxes'][number]
const boxColumns: readonly ListColumn<Box>[] = [
  { title: '柜（盒）号', width: 90, value: (r) => r.box ?? '未写柜号' },
  { title: '卷数', width: 40, value: (r) => String(r.dossiers) },
  { title: '起', width: '*', value: (r) => r.first ?? '' },
  { title: '止', width: '*', value: (r) => r.last ?? '' },
]
type Kept = TakeoverView['kept'][number]
const keptColumns: readonly ListColumn<Kept>[] = [
  { title: '种类', width: 60, value: (r) => zhCN.turnover.keptKinds[r.kind] },
  { title: '名称', width: '*', value: (r) => r.label },
  { title: '保管人', width: 70, value: (r) => r.keeper },
  { title: '存放处', width: 100, value: (r) => r.place },
  { title: '起于', width: 66, value: (r) => dayOf(r.since) },
]

const lockedNote = (count: number, what: string) =>
  count === 0 ? [] : [note(`另有保密纠纷${what} ${count} 件，由知情人当面移交，本清单不列名。`)]

/** 工作移交清单: everything a successor takes over, signed by three. */
export function takeover({ view, committee, sample }: TakeoverInput): PaperDefinition {
  const clocks = view.cases.reduce((sum, c) => sum + c.clocks, 0)
  return listSheet({
    title: takeoverTitle,
    subtitle: [committee, chineseDate(view.today)].filter(Boolean).join('　'),
    on: view.today,
    sample,
    content: [
      part(`一、未办结的纠纷　${view.cases.length} 件，未到的期限 ${clocks} 项`),
      listTable(caseColumns(view.cases), view.cases, '无。'),
      ...lockedNote(view.lockedCases, '（未办结）'),
      part('二、编号簿'),
      listTable(numberColumns, view.numbers, '还没有用过编号。'),
      part(`三、卷宗　${view.boxes.reduce((sum, b) => sum + b.dossiers, 0)} 卷`),
      listTable(boxColumns, view.boxes, '无。'),
      ...lockedNote(view.lockedDossiers, '卷宗'),
      part(`四、借出未还的卷宗　${view.loans.length} 卷`),
      listTable(loanColumns(view.loans), view.loans, '无。'),
      part('五、保管物（U 盘、信封、印章、钥匙）'),
      listTable(keptColumns, view.kept, '没有登记。'),
      note('以上各项经当面清点，移交、接收无误。本清单一式三份，移交人、接收人各执一份，一份存档。'),
      signatureLines(['移交人', '接收人', '监交人']),
    ],
  })
}
