import { type AccessKind, type AccessMonth, type AccessRow, accessKinds } from '../../../shared/contract/secrecy.ts'
import { chineseDate, wallDay } from '../../../shared/rules/dates.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type ListColumn, listSheet, listTable, note, part, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'

export interface AccessMonthInput {
  /** Its rows are printed one by one. */
  readonly view: AccessMonth
  /** Rows of these kinds that are not printed for want of room. */
  readonly left: number
  readonly committee: string
  readonly on: string
  readonly sample: boolean
}

export const accessMonthTitle = '查阅记录月报'
/** Counted on the paper, and not told one by one: there are hundreds of them in an ordinary month. */
export const onlyCounted: readonly AccessKind[] = ['search-name', 'sign-in']
export const toldOnPaper: readonly AccessKind[] = accessKinds.filter((k) => !onlyCounted.includes(k))

const words = zhCN.secrecy
type PersonRow = { readonly by: string; readonly amounts: ReadonlyMap<AccessKind, number> }

function byPerson(counts: AccessMonth['counts']): readonly PersonRow[] {
  const people = new Map<string, Map<AccessKind, number>>()
  for (const { by, what, amount } of counts) {
    const own = people.get(by) ?? new Map<AccessKind, number>()
    people.set(by, own.set(what, amount))
  }
  return [...people].map(([by, amounts]) => ({ by, amounts }))
}
const deeds = (row: PersonRow): string =>
  accessKinds.flatMap((k) => (row.amounts.has(k) ? [`${words.kinds[k]} ${row.amounts.get(k)}`] : [])).join('，')

const personColumns: readonly ListColumn<PersonRow>[] = [
  { title: '姓名', width: 80, value: (r) => r.by || words.nobody },
  { title: '次数', width: '*', value: deeds },
]
const clockOf = (instant: string): string => new Date(instant).toTimeString().slice(0, 5)
const rowColumns: readonly ListColumn<AccessRow>[] = [
  { title: '时间', width: 92, value: (r) => `${wallDay(r.at)} ${clockOf(r.at)}` },
  { title: '姓名', width: 80, value: (r) => r.by || words.nobody },
  { title: '事项', width: 110, value: (r) => words.kinds[r.what] },
  {
    title: '卷号',
    width: '*',
    value: (r) => (r.about === 'case' ? (r.caseNo ?? words.unnumbered) : words.about[r.about]),
  },
]

/** 查阅记录月报: who did what in the book's name, for the head to sign and keep. */
export function accessMonthPaper(input: AccessMonthInput): PaperDefinition {
  const { view, left, committee, on, sample } = input
  const [year, month] = view.month.split('-').map(Number)
  return listSheet({
    title: accessMonthTitle,
    subtitle: [committee, `${year}年${month}月`].filter(Boolean).join('　'),
    on,
    sample,
    content: [
      part('一、按人合计'),
      listTable(personColumns, byPerson(view.counts), '本月没有记录。'),
      part('二、逐项'),
      note(
        `${onlyCounted.map((k) => words.kinds[k]).join('、')}只计次数，不逐项列出。保密纠纷不在负责人知情范围内的，不写卷号。`,
      ),
      listTable(rowColumns, view.rows, '没有要逐项列出的。'),
      ...(left > 0 ? [note(`还有 ${left} 项较早的没有印出，请在程序里查看。`)] : []),
      note(`制表日期：${chineseDate(on)}`),
      signatureLines(['负责人（已阅）']),
    ],
  })
}
