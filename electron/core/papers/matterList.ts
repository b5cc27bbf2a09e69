/** 交办事项清单: what was promised at the doors, for the unit in charge and for the office to tick off. */
import type { Matter } from '../../../shared/contract/visits.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { type ListColumn, listSheet, listTable, note, signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered } from './sheet.ts'

export interface MatterListInput {
  /** The office that hands on. */
  readonly office: string
  /** Null for the matters of all units. */
  readonly unit: string | null
  readonly rows: readonly Matter[]
  /** How many there are beside these. */
  readonly left: number
  readonly on: string
  readonly sample: boolean
}

export const matterListTitle = '交办事项清单'
/** Two lines to write the result by hand. */
const rowHeight = 34

const doorOf = ({ village, door }: Matter): string =>
  village !== null && door !== null && !door.startsWith(village) ? `${village} ${door}` : (door ?? village ?? '')

const isOverdue = (m: Matter, on: string): boolean => m.dueOn !== null && m.dueOn < on

const dueWords = (m: Matter, on: string): string => (isOverdue(m, on) ? `${m.dueOn}\n已过期限` : (m.dueOn ?? '未定'))

const columnsFor = (unit: string | null, on: string): readonly ListColumn<Matter>[] => [
  { title: '交办事项', width: '*', value: (m) => entered(m.matter) },
  { title: '户、走访日期', width: 96, value: (m) => entered(`${doorOf(m)}\n${m.visitedOn}`) },
  ...(unit === null ? [{ title: '承办单位', width: 66, value: (m: Matter) => entered(m.unit ?? '') }] : []),
  { title: '期限', width: 58, value: (m) => entered(dueWords(m, on)), alignment: 'center' },
  { title: '办理结果、日期', width: unit === null ? 88 : 120, value: () => '' },
]

/** Open matters, overdue ones first; the result is written on it by hand. */
export function matterList({ office, unit, rows, left, on, sample }: MatterListInput): PaperDefinition {
  const subtitle = [office, unit === null ? '' : `承办单位：${unit}`, `制表日期：${chineseDate(on)}`]
  const overdue = rows.filter((m) => isOverdue(m, on)).length
  return listSheet({
    title: matterListTitle,
    subtitle: subtitle.filter(Boolean).join('　'),
    on,
    sample,
    content: [
      note(`未办结 ${rows.length + left} 件${overdue === 0 ? '' : `，其中已过期限 ${overdue} 件`}。`),
      listTable(columnsFor(unit, on), rows, '没有未办结的交办事项。', { height: rowHeight }),
      ...(left > 0 ? [note(`还有 ${left} 件没有印出，请在程序里按承办单位分别打印。`)] : []),
      {
        stack: [
          note('写事不写人。户名只用于办理时找到门牌；办结后写明结果和日期，交回交办单位。'),
          signatureLines(['交办人', '承办人']),
        ],
        unbreakable: true,
      },
    ],
  })
}
