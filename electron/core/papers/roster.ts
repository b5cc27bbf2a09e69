import type { Content } from 'pdfmake/interfaces.js'
import type { PostChange, PostFacts } from '../../../shared/contract/posts.ts'
import { teams } from '../../../shared/ledgers/codes.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type ListColumn, listSheet, listTable, note, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered } from './sheet.ts'

/** One of the roster as the paper has it; no ID number, the phone only where the clerk asked for it. */
export interface RosterLine
  extends Pick<
    PostFacts,
    'team' | 'groupNo' | 'groupName' | 'village' | 'department' | 'name' | 'sex' | 'birthYear' | 'selectedOn'
  > {
  readonly community: string | null
  readonly size: number | null
  readonly phone: string | null
}

interface Paper {
  /** 制表单位. */
  readonly unit: string
  /** 村（社区） or 主管部门, where the table is of one only. */
  readonly of: string
  readonly on: string
  readonly sample: boolean
}
export interface RosterInput extends Paper {
  readonly day: string
  readonly lines: readonly RosterLine[]
  readonly phones: boolean
}
export interface ChangesInput extends Paper {
  readonly from: string
  readonly until: string
  readonly changes: readonly PostChange[]
}

export const rosterTitle = '队伍人员名册'
export const changesTitle = '队伍人员变动表'

const words = zhCN.codes
type Team = (typeof teams)[number]
type Numbered<R> = R & { readonly no: number }
const numbered = <R extends object>(rows: readonly R[]): readonly Numbered<R>[] =>
  rows.map((row, i) => ({ ...row, no: i + 1 }))

const ofTeam = <R extends { readonly team: Team | null }>(rows: readonly R[]) =>
  [...teams, null].flatMap((team) => {
    const own = rows.filter((r) => r.team === team)
    return own.length === 0 ? [] : [{ team, name: team === null ? '未写队伍' : words.team[team], rows: own }]
  })
const ordinals = '一二三四五六'

const unitOf = (r: { readonly village: string | null; readonly department: string | null }): string =>
  r.village ?? r.department ?? ''
/** 7 and 7组 are both typed; the paper says 7组. */
const groupOf = ({ groupNo, groupName }: Pick<PostFacts, 'groupNo' | 'groupName'>): string =>
  groupNo === null ? (groupName ?? '') : /^\d+$/.test(groupNo) ? `${groupNo}组` : groupNo

const tableStyle = { fontSize: 10 } as const
const noColumn = { title: '序号', width: 22, value: (r: { no: number }) => String(r.no), alignment: 'center' } as const

/** What a group of the team is counted in (domain 5.1). */
const sizeTitles: Readonly<Record<Team, string>> = {
  household: '户数',
  vehicle: '车数',
  street: '人数',
  building: '楼栋数',
  shop: '铺数',
}

function rosterColumns(team: Team | null, phones: boolean): readonly ListColumn<Numbered<RosterLine>>[] {
  const sex: ListColumn<Numbered<RosterLine>> = {
    title: '性别',
    width: 22,
    value: (r) => entered(r.sex === '1' || r.sex === '2' ? words.sex[r.sex] : ''),
    alignment: 'center',
  }
  return [
    noColumn,
    {
      title: team === 'vehicle' || team === 'street' ? '主管部门' : '村（社区）',
      width: '*',
      value: (r) =>
        entered(r.community !== null && r.village === null && r.department === null ? r.community : unitOf(r)),
    },
    { title: '组', width: 52, value: (r) => entered(groupOf(r)) },
    { title: '姓名', width: 74, value: (r) => entered(r.name) },
    ...(phones ? [] : [sex]),
    {
      title: '出生年',
      width: 34,
      value: (r) => entered(r.birthYear === null ? '' : String(r.birthYear)),
      alignment: 'center',
    },
    ...(phones
      ? [{ title: '电话', width: 66, value: (r: RosterLine) => entered(r.phone ?? '') }]
      : [
          {
            title: team === null ? '规模' : sizeTitles[team],
            width: 34,
            value: (r: RosterLine) => entered(r.size === null ? '' : String(r.size)),
            alignment: 'center' as const,
          },
        ]),
    { title: '选配日期', width: 56, value: (r) => entered(r.selectedOn ?? ''), alignment: 'center' },
  ]
}

/** More rows than this would be a book: the paper says how many are left, by village they are printed. */
const mostLines = 1500
const leftOut = (count: number): readonly Content[] =>
  count > mostLines ? [note(`还有${count - mostLines}行没有印出，请按队伍或村（社区）分开打印。`)] : []

const ends = (on: string): readonly Content[] => [
  { stack: [note(`制表日期：${chineseDate(on)}`), signatureLines(['制表人', '审核人'])], unbreakable: true },
]
const subtitleOf = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join('　')

/** 名册 of a day, team by team. */
export function rosterPaper({ unit, of, on, sample, day, lines, phones }: RosterInput): PaperDefinition {
  const parts = ofTeam(lines.slice(0, mostLines))
  const sums = ofTeam(lines)
    .map(({ name, rows }) => `${name}${rows.length}人`)
    .join('，')
  return listSheet({
    title: rosterTitle,
    subtitle: subtitleOf(unit, of, `截至${chineseDate(day)}`),
    on,
    sample,
    content: [
      note(lines.length === 0 ? '这一天没有在任人员。' : `在任${lines.length}人：${sums}。`),
      ...parts.map(({ team, name, rows }, i) =>
        listTable(rosterColumns(team, phones), numbered(rows), '', {
          ...tableStyle,
          heading: `${ordinals[i]}、${name}`,
        }),
      ),
      ...leftOut(lines.length),
      ...(phones ? [note('本表有电话，只供队伍工作联系，用后收好，不张贴、不外传。')] : []),
      ...ends(on),
    ],
  })
}

const nameAndDay = (name: string | null, day: string | null): string =>
  [name ?? '', day ?? ''].filter(Boolean).join('\n')
/** Who held the post before the change, and who after it. */
const before = (c: PostChange): string => (c.kind === 'appointed' ? (c.other ?? '') : nameAndDay(c.name, c.on))
const after = (c: PostChange): string =>
  c.kind === 'appointed' ? nameAndDay(c.name, c.on) : nameAndDay(c.other, c.otherOn)

const changeColumns: readonly ListColumn<Numbered<PostChange>>[] = [
  noColumn,
  { title: '变动', width: 24, value: (c) => zhCN.roster.changeKinds[c.kind], alignment: 'center' },
  { title: '村（社区）、单位', width: '*', value: (c) => entered(unitOf(c)) },
  { title: '组', width: 40, value: (c) => entered(groupOf(c)) },
  { title: '原任、离任日期', width: 74, value: (c) => entered(before(c)) },
  { title: '新任、任职日期', width: 74, value: (c) => entered(after(c)) },
  { title: '原因', width: 60, value: (c) => entered(c.reason ?? '') },
]

/** 变动表 of a period: 新任, 离任, 更换. */
export function changesPaper({ unit, of, on, sample, from, until, changes }: ChangesInput): PaperDefinition {
  const parts = ofTeam(changes.slice(0, mostLines))
  const sum = (kind: PostChange['kind']) => changes.filter((c) => c.kind === kind).length
  return listSheet({
    title: changesTitle,
    subtitle: subtitleOf(unit, of, `${chineseDate(from)}至${chineseDate(until)}`),
    on,
    sample,
    content: [
      note(
        changes.length === 0
          ? '这段时间没有人员变动。'
          : `变动${changes.length}项：新任${sum('appointed')}人，更换${sum('replaced')}人，离任未补${sum('left')}人。`,
      ),
      ...parts.map(({ name, rows }, i) =>
        listTable(changeColumns, numbered(rows), '', { ...tableStyle, heading: `${ordinals[i]}、${name}` }),
      ),
      ...leftOut(changes.length),
      ...ends(on),
    ],
  })
}
