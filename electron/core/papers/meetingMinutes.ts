import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { MeetingData } from '../../../shared/ledgers/meeting.ts'
import { chineseDate, chineseTime } from '../../../shared/rules/dates.ts'
import { type FormField, formTable } from './formTable.ts'
import { signatureLines } from './listSheet.ts'
import { part, typed } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, mm, sheet, smallSize, textOf } from './sheet.ts'

export const minutesTitle = '联席会议记录'
export interface MinutesInput {
  /** Null for the form to be filled in by hand. */
  readonly data: MeetingData | null
  /** The office, above the title. */
  readonly unitName: string
  /** The paper's date, YYYY-MM-DD. */
  readonly on: string
  readonly sample: boolean
}

function timeText({ heldOn, startTime, endTime }: MeetingData): string {
  const [from, until] = [startTime, endTime].map((t) => (t === null ? '' : chineseTime(t)))
  const hours = [from, until].filter(Boolean).join('至')
  return `${heldOn === null ? '' : chineseDate(heldOn)}${hours}`
}
const peopleText = (count: number | null): string | null => (count === null ? null : `${count}人`)

const absentText = ({ absentees }: MeetingData): string | null =>
  absentees.length === 0
    ? null
    : absentees.map((a) => `${a.unit ?? ''}${a.reason === null ? '' : `（${a.reason}）`}`).join('；')

/** The head of the record; what nobody wrote leaves room to be written by hand. */
function headRows(d: MeetingData | null): readonly (readonly FormField[])[] {
  const room = mm(16)
  return [
    [{ label: '会议名称', value: d?.title ?? null }],
    [
      { label: '时间', value: d === null ? null : timeText(d) },
      { label: '地点', value: d?.place ?? null },
    ],
    [
      { label: '主持人', value: d?.chair ?? null },
      { label: '记录人', value: d?.recorder ?? null },
    ],
    [
      { label: '应到', value: peopleText(d?.expectedCount ?? null) },
      { label: '实到', value: peopleText(d?.presentCount ?? null) },
    ],
    [{ label: '出席', value: d?.attendees ?? null, height: room }],
    [{ label: '列席', value: d?.observers ?? null }],
    [{ label: '缺席及原因', value: d === null ? null : absentText(d) }],
  ]
}

const columns = ['序号', '事项', '责任单位', '责任人', '完成时限', '进展'] as const
/** Without the padding of their cells. */
const widths = [mm(9), '*', mm(20), mm(17), mm(26), mm(24)]
const ruled = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}
/** Rows of the form filled in by hand, and their height. */
const blankRows = 5
const blankHeight = mm(14)
const cellSize = 10.5

type Decision = MeetingData['decisions'][number]
const cell = (text: string | null): TableCell => ({ text: text ? textOf(entered(text)) : ' ' })

/** What was decided and what became of it; what is not known yet is written in later. */
function decisionRow(x: Decision | null, i: number): TableCell[] {
  const done = x?.doneOn ? `${chineseDate(x.doneOn)}办结。` : ''
  return [
    { text: String(i + 1), alignment: 'center' },
    cell(x?.matter ?? null),
    cell(x?.unit ?? null),
    cell(x?.person ?? null),
    cell(x?.dueOn ? chineseDate(x.dueOn) : null),
    cell([x?.progress ?? '', done].filter(Boolean).join('\n')),
  ]
}
/** Lower than a page: such rows move on whole. */
const isLow = ({ matter, progress }: Decision): boolean =>
  [matter, progress].every((text) => (text?.length ?? 0) <= 150 && (text?.split('\n').length ?? 0) <= 12)

function decisionTable(d: MeetingData | null): Content {
  const rows: readonly (Decision | null)[] = d === null ? Array.from({ length: blankRows }, () => null) : d.decisions
  if (rows.length === 0) return { text: '本次会议没有议定事项。', fontSize: smallSize, margin: [0, 2, 0, 6] }
  const head: TableCell[] = columns.map((text) => ({ text, bold: true, alignment: 'center' }))
  return {
    table: {
      headerRows: 1,
      dontBreakRows: rows.every((x) => x === null || isLow(x)),
      widths,
      heights: (i: number) => (i === 0 || d !== null ? 0 : blankHeight),
      body: [head, ...rows.map(decisionRow)],
    },
    layout: ruled,
    fontSize: cellSize,
    margin: [0, 4, 0, 8],
  }
}

/** Nobody signs a page without substance: what is signed for is said above the names. */
function ending(d: MeetingData | null): Content {
  const closed = d === null ? '＿＿时＿＿分' : d.endTime === null ? null : entered(chineseTime(d.endTime))
  const count = d === null ? '＿＿' : entered(String(d.decisions.length))
  const words = textOf([
    ...(closed === null ? [] : ['散会时间：', closed, '。']),
    '以上共议定事项',
    count,
    '项，记录核对无误。',
  ])
  return {
    stack: [{ text: words, margin: [0, 6, 0, 0] }, signatureLines(['主持人（签名）', '记录人（签名）'])],
    unbreakable: true,
  }
}

/** 联席会议记录 (domain 5.5): signed by who chaired and who wrote; every page says how many there are. */
export function meetingMinutes({ data, unitName, on, sample }: MinutesInput): PaperDefinition {
  return sheet({
    title: minutesTitle,
    on,
    headRight: data?.title ?? '',
    mark: sample ? '演示样张　不得入卷' : null,
    foot: (page, count) => `第${page}页　本记录共${count}页`,
    content: [
      { text: unitName, fontSize: smallSize + 2, alignment: 'center' },
      { text: minutesTitle, font: 'title', fontSize: 22, bold: true, alignment: 'center', margin: [0, 2, 0, 8] },
      formTable(headRows(data)),
      { text: '', margin: [0, 6, 0, 0] },
      ...part('议题：', typed(data?.topics ?? null)),
      ...part('发言摘要：', typed(data?.statements ?? null)),
      { text: '议定事项：', bold: true, headlineLevel: 1, margin: [0, 6, 0, 0] },
      decisionTable(data),
      ending(data),
    ],
  })
}
