import { chineseDate } from '../../../shared/rules/dates.ts'
import type { Settings } from '../../../shared/settings.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type ListColumn, listSheet, listTable, note, part, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered } from './sheet.ts'

type Mediator = Settings['mediators'][number]
type Numbered = Mediator & { readonly no: number }

export interface CommitteeMembersInput {
  readonly committee: string
  /** Members and appointed mediators in office on the day. */
  readonly inOffice: readonly Mediator[]
  readonly on: string
  readonly sample: boolean
}

export const committeeMembersTitle = '人民调解委员会组成人员名单'
const { codes } = zhCN

const dutyOf = ({ duty }: Mediator): string => (duty === null ? '' : codes.committeeDuty[duty])
const timeOf = ({ fullTime }: Mediator): string => (fullTime === null ? '' : fullTime ? '专职' : '兼职')
const columns = (isMember: boolean): readonly ListColumn<Numbered>[] => [
  { title: '序号', width: 26, value: (m) => String(m.no), alignment: 'center' },
  { title: '姓名', width: '*', value: (m) => entered(m.name) },
  { title: '性别', width: 28, value: (m) => entered(m.sex === null ? '' : codes.sex[m.sex]), alignment: 'center' },
  ...(isMember
    ? [{ title: '职务', width: 44, value: (m: Numbered) => entered(dutyOf(m)), alignment: 'center' as const }]
    : []),
  { title: '专（兼）职', width: 56, value: (m) => entered(timeOf(m)), alignment: 'center' },
  { title: isMember ? '任期起' : '聘任起', width: 62, value: (m) => entered(m.from ?? ''), alignment: 'center' },
  { title: isMember ? '任期止' : '聘任止', width: 62, value: (m) => entered(m.until ?? ''), alignment: 'center' },
]

const order = ['chair', 'viceChair', 'member', null] as const
/** 主任, 副主任, 委员. */
const ranked = (members: readonly Mediator[]): readonly Numbered[] =>
  members.toSorted((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty)).map((m, i) => ({ ...m, no: i + 1 }))

/** 人民调解委员会组成人员名单: what the county bureau counts and tells the court of (人民调解法 10). */
export function committeeMembersPaper({ committee, inOffice, on, sample }: CommitteeMembersInput): PaperDefinition {
  const [members, appointed] = [
    inOffice.filter((m) => m.post === 'member'),
    inOffice.filter((m) => m.post !== 'member'),
  ]
  return listSheet({
    title: committeeMembersTitle,
    subtitle: [committee, chineseDate(on)].join('　'),
    on,
    sample,
    content: [
      part(`一、委员（${members.length}人）`),
      listTable(columns(true), ranked(members), '没有登记在任的委员。'),
      part(`二、聘任的人民调解员（${appointed.length}人）`),
      listTable(columns(false), ranked(appointed), '没有登记在任的聘任调解员。'),
      note('填报单位（盖章）：'),
      signatureLines(['填表人', '主任']),
    ],
  })
}
