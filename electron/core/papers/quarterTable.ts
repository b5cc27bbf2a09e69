/** 季度培训情况表: the quarter's trainings of every training unit (domain 5.4), made from the register, typed nowhere. */
import { chineseDate } from '../../../shared/rules/dates.ts'
import {
  creditsOf,
  type QuarterUnit,
  type QuarterView,
  type UnitSession,
  wantedInQuarter,
} from '../../../shared/rules/quarterTrainings.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { type ListColumn, listSheet, listTable, note, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, type Words } from './sheet.ts'

export interface QuarterTableInput {
  readonly view: QuarterView
  /** The office whose table it is. */
  readonly unitName: string
  readonly on: string
  readonly sample: boolean
}

export const quarterTableTitle = '一季两培训情况表'
const quarterWords = ['一', '二', '三', '四']
/** Joint sessions are marked, because they stand in more than one row. */
const jointMark = '△'

const dayOf = (day: string): string => {
  const [, m, d] = day.split('-').map(Number)
  return `${m}月${d}日`
}

export function unitWords({ team, unit }: Pick<QuarterUnit, 'team' | 'unit'>): string {
  const name = codes.team[team]
  return unit === null ? name : `${unit === '' ? '未写村（部门）' : unit}${name}`
}

const sessionWords = (s: UnitSession | undefined): Words =>
  s === undefined ? ' ' : entered(`${s.joint ? jointMark : ''}${dayOf(s.heldOn)} ${s.topic}`)

/** 应到/实到; a dash where nobody knows, as of a head count of several teams together. */
function figures(s: UnitSession | undefined): Words {
  if (s === undefined) return ' '
  if (s.form === 'handbook') return '印发'
  const known = (n: number | null) => (n === null ? '—' : String(n))
  return entered(`${known(s.expected)}/${known(s.present)}`)
}

const further = ({ held }: QuarterUnit): Words => {
  const more = held.slice(wantedInQuarter).map((s) => dayOf(s.heldOn))
  const areas = held.slice(0, wantedInQuarter).flatMap((s) => s.audiences)
  return entered(
    [
      more.length > 0 ? `另有${more.length}次：${more.join('、')}` : '',
      areas.length > 0 ? `分片：${[...new Set(areas)].join('、')}` : '',
    ]
      .filter(Boolean)
      .join('；'),
  )
}

const columns: readonly ListColumn<QuarterUnit>[] = [
  { title: '应培训单位', width: 66, value: (u) => entered(unitWords(u)) },
  { title: '第一次\n（日期、主题）', width: '*', value: (u) => sessionWords(u.held[0]) },
  { title: '应到\n实到', width: 34, value: (u) => figures(u.held[0]), alignment: 'center' },
  { title: '第二次\n（日期、主题）', width: '*', value: (u) => sessionWords(u.held[1]) },
  { title: '应到\n实到', width: 34, value: (u) => figures(u.held[1]), alignment: 'center' },
  { title: '完成', width: 28, value: (u) => entered(`${creditsOf(u)}/${wantedInQuarter}`), alignment: 'center' },
  { title: '备注', width: 52, value: further },
]

const unitRule = {
  office: '按队伍计，每支队伍每季两次。',
  village: '按队伍和村（社区）计，每村每支队伍每季两次。',
  department: '按队伍和主管部门计，每个部门每支队伍每季两次。',
} as const

/** What the reader would ask: how the columns add up, and why not. */
function notes({ units, sessions, credits, joint, attendances, trainingUnit }: QuarterView): readonly string[] {
  const full = units.filter((u) => creditsOf(u) === wantedInQuarter).length
  return [
    `合计：应培训单位${units.length}个，完成两次的${full}个；培训${sessions}场次，实到${attendances}人次。`,
    `${unitRule[trainingUnit]}印发手册算一次，没有应到、实到；替会计入实到人次，不算本人到会。`,
    ...(joint > 0
      ? [
          `${jointMark}为几支队伍联合培训，共${joint}场次。联合培训在合计里算1场次，每支参加的队伍各算1次，各行相加共${credits}次，与${sessions}场次不相等是正常的。`,
        ]
      : []),
  ]
}

export function quarterTable({ view, unitName, on, sample }: QuarterTableInput): PaperDefinition {
  const { year, quarter, from, until, units } = view
  return listSheet({
    title: `${year}年第${quarterWords[quarter - 1]}季度${quarterTableTitle}`,
    subtitle: `${unitName}　${chineseDate(from)}至${chineseDate(until)}`,
    on,
    sample,
    content: [
      listTable(columns, units, '本季没有登记队伍，也没有登记培训。', { fontSize: 10, height: 26 }),
      // Who signs stands with what is signed, never alone on a page.
      {
        stack: [...notes(view).map(note), note(`制表日期：${chineseDate(on)}`), signatureLines(['制表人', '审核人'])],
        unbreakable: true,
      },
    ],
  })
}
