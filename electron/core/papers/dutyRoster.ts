import type { Content } from 'pdfmake/interfaces.js'
import type { DutyData } from '../../../shared/ledgers/duty.ts'
import { personTimes } from '../../../shared/ledgers/duty.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type ListColumn, listSheet, listTable, note, part, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered } from './sheet.ts'

export const rosterTitle = '值班（巡逻）表'
export interface RosterInput {
  /** YYYY-MM. */
  readonly month: string
  /** In the order of their days. */
  readonly duties: readonly DutyData[]
  /** Records of the month that are not listed for want of room. */
  readonly left: number
  readonly unitName: string
  readonly on: string
  readonly sample: boolean
}

const dayText = (day: string): string => {
  const [, m, d] = day.split('-').map(Number)
  return `${m}月${d}日`
}
const daysText = ({ dutyOn, until }: DutyData): string =>
  [dutyOn, until].flatMap((d) => (d === null ? [] : [dayText(d)])).join('至\n')
const shiftText = ({ startTime, endTime }: DutyData): string => [startTime, endTime].filter(Boolean).join('—')

/** More names than these make a cell higher than is read; the record has them all. */
const mostNames = 12
function peopleText(d: DutyData): string {
  const lines = d.people.slice(0, mostNames).map((p) => [p.name, p.phone].filter(Boolean).join('　'))
  const isCut = d.people.length > mostNames
  if (d.people.length === 0) return d.countedTimes === null ? '' : `${d.countedTimes}人次`
  return [...lines, ...(isCut ? [`等${d.people.length}人`] : [])].join('\n')
}
const remarkText = ({ vehicle, remarks }: DutyData): string =>
  [vehicle, remarks?.slice(0, 60)].filter(Boolean).join('；')
const placeText = ({ kind, event, place }: DutyData): string =>
  [kind === null ? '' : zhCN.codes.dutyKind[kind], event, place].filter(Boolean).join('，')

const columns: readonly ListColumn<DutyData>[] = [
  { title: '日期', width: 50, value: (d) => entered(daysText(d)) },
  { title: '班次', width: 36, value: (d) => entered(shiftText(d)) },
  { title: '类别、地点', width: '*', value: (d) => entered(placeText(d)) },
  { title: '带班领导', width: 44, value: (d) => entered(d.leader ?? '') },
  { title: '值守人员、电话', width: 122, value: (d) => entered(peopleText(d)) },
  { title: '备车、备注', width: 52, value: (d) => entered(remarkText(d)) },
]

interface EventRow {
  readonly event: string
  readonly records: number
  readonly times: number
}
/** 人次 by event; what belongs to none is named as such, so that the sum is that of the month. */
export function byEvent(duties: readonly DutyData[]): readonly EventRow[] {
  const names = [...new Set(duties.map((d) => d.event ?? '日常'))]
  return names.map((event) => {
    const own = duties.filter((d) => (d.event ?? '日常') === event)
    return { event, records: own.length, times: own.reduce((sum, d) => sum + personTimes(d), 0) }
  })
}
const eventColumns: readonly ListColumn<EventRow>[] = [
  { title: '节庆（活动）', width: '*', value: (r) => entered(r.event) },
  { title: '次数', width: 80, alignment: 'center', value: (r) => entered(String(r.records)) },
  { title: '人次', width: 80, alignment: 'center', value: (r) => entered(String(r.times)) },
]

/** Signed with the sums, on one page with them unless there are very many. */
const mostTogether = 15
function ending(events: readonly EventRow[], on: string): Content {
  const add = (of: (e: EventRow) => number) => events.reduce((sum, e) => sum + of(e), 0)
  const total = { event: '合计', records: add((e) => e.records), times: add((e) => e.times) }
  const sums = events.length === 0 ? [] : [part('人次合计'), listTable(eventColumns, [...events, total], '')]
  const last = [note(`制表日期：${chineseDate(on)}`), signatureLines(['制表人', '负责人'])]
  return { stack: [...sums, ...last], unbreakable: events.length <= mostTogether }
}

/** 值班表 of a month with its 人次 by festival (domain 5.6). */
export function dutyRoster({ month, duties, left, unitName, on, sample }: RosterInput): PaperDefinition {
  const [year, nth] = month.split('-').map(Number)
  return listSheet({
    title: rosterTitle,
    subtitle: `${unitName}　${year}年${nth}月`,
    on,
    sample,
    content: [
      listTable(columns, duties, '本月没有登记值守。', { fontSize: 10, height: 22 }),
      ...(left > 0 ? [note(`还有 ${left} 次没有印出，请在程序里查看。`)] : []),
      ending(byEvent(duties), on),
    ],
  })
}
