import { chineseDate } from '../../../shared/rules/dates.ts'
import {
  type FigureRow,
  type FiguresView,
  type MeasureName,
  measureNames,
  measureOf,
  type Period,
  teamCodes,
} from '../../../shared/rules/figures.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type ListColumn, listSheet, listTable, note, part, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'

export interface TeamFiguresInput {
  readonly unitName: string
  readonly period: Period
  readonly byTeam: FiguresView
  readonly byVillage: FiguresView
  readonly byDepartment: FiguresView
  readonly byEvent: FiguresView
  readonly on: string
  readonly sample: boolean
}

export const teamFiguresTitle = '队伍工作统计表'
const words = zhCN.figures
const shown = (n: number | undefined): string => (n === undefined ? '—' : n.toLocaleString('en-US'))

/** `2026年7月1日至2026年9月30日`. */
const periodText = ({ from, until }: Period, asOf: string): string => {
  const end = chineseDate(until ?? asOf)
  return from === null ? `截至${end}` : `${chineseDate(from)}至${end}`
}

/** Cumulated figures and those of a period look alike on paper: it says which they are. */
const spanText = ({ from }: Period): string => (from === null ? '登记以来的累计数' : '本时段内的合计数，不是历年累计数')

/** Figures down, teams across: five teams and the total fit an upright page. */
function teamColumns({ rows, total }: FiguresView): readonly ListColumn<MeasureName>[] {
  const none = rows.some((r) => r.key === '') ? [''] : []
  const figureOf = (key: string, name: MeasureName) => rows.find((r) => r.key === key)?.values[name]
  return [
    { title: '项目', width: '*', value: (name) => words.measures[name] },
    ...[...teamCodes, ...none].map(
      (key): ListColumn<MeasureName> => ({
        title: key === '' ? words.noTeam : zhCN.codes.team[key as (typeof teamCodes)[number]],
        width: 42,
        value: (name) => shown(figureOf(key, name)),
        alignment: 'center',
      }),
    ),
    { title: words.total, width: 42, value: (name) => shown(total[name]), alignment: 'center' },
  ]
}

type By = 'village' | 'department' | 'event'
const toldBy = (by: By) => measureNames.filter((name) => measureOf(name).by[by] !== undefined)

function groupTable(title: string, by: By, first: string, none: string, view: FiguresView) {
  const named = view.rows.filter((r) => r.key !== '')
  if (named.length === 0) return []
  const columns: readonly ListColumn<FigureRow>[] = [
    { title: first, width: '*', value: (r) => r.key || none },
    ...toldBy(by).map(
      (name): ListColumn<FigureRow> => ({
        title: words.measures[name],
        width: 37,
        value: (r) => shown(r.values[name]),
        alignment: 'center',
      }),
    ),
  ]
  const total: FigureRow = { key: words.total, values: view.total }
  // The total first, as in the statistics of the state: below, it could stand alone on the next page.
  return [part(title), listTable(columns, [total, ...view.rows], none, { fontSize: 9, together: 2 })]
}

/** 队伍工作统计表: A4, figures per team, per place and per event, with what must be known to read them. */
export function teamFigures(input: TeamFiguresInput): PaperDefinition {
  const { unitName, period, byTeam, byVillage, byDepartment, byEvent, on, sample } = input
  const tables = [
    ['按村（社区）', 'village', '村（社区）', words.noPlace, byVillage],
    ['按行业主管部门', 'department', '主管部门', words.noPlace, byDepartment],
    ['值守：按节庆、活动', 'event', '节庆、活动', words.noEvent, byEvent],
  ] as const
  const numbers = '二三四'
  let used = 0
  return listSheet({
    title: teamFiguresTitle,
    subtitle: [unitName, periodText(period, byTeam.asOf)].filter(Boolean).join('　'),
    on,
    sample,
    content: [
      part('一、按队伍'),
      listTable(teamColumns(byTeam), measureNames, '没有记录。'),
      ...tables.flatMap(([title, by, first, none, view]) => {
        const made = groupTable(`${numbers[used]}、${title}`, by, first, none, view)
        if (made.length > 0) used += 1
        return made
      }),
      note('说明：'),
      note(`1. 在岗人员、组数按${chineseDate(byTeam.asOf)}在岗的算，一组有两人在岗算一组，其余是${spanText(period)}。`),
      note(`2. ${words.joint}`),
      note(`3. ${words.undivided}走访户次按每次走访的户数相加，同一户走访几次算几户次。`),
      note(`制表日期：${chineseDate(on)}`),
      signatureLines(['制表人', '审核人']),
    ],
  })
}
