/** 签到表 (domain 5.4): goes round the room, so that it has neither phone nor ID number; signed by hand only. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces.js'
import { fitted } from './fit.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, mm, naturalLine, piecesOf, sheet, smallSize, textHeight, textOf, textWidth } from './sheet.ts'

export interface SignSheetRow {
  readonly name: string
  /** What tells two of one name and one unit apart; empty for all others. */
  readonly hint: string
  readonly unit: string
  /** 职务(队伍类别). */
  readonly post: string
}
export interface SignSheetInput {
  /** All four are empty on a blank form. */
  readonly topic: string
  readonly when: string
  readonly place: string
  readonly organiser: string
  readonly rows: readonly SignSheetRow[]
  /** A form for any occasion: a page of empty rows. */
  readonly blank: boolean
  readonly on: string
  readonly sample: boolean
}

export const signSheetTitle = '培训签到表'
/** Least height of a row: a signature and a fingerprint (domain 5.4). */
const signRowHeight = mm(9.1)
const padding = 3
/** 序号, 姓名, 单位, 职务, 签名, 备注. */
/** Width of a column inside its padding and rule, as pdfmake counts it. */
const inside = (width: number): number => width - 2 * padding - rules
const rules = 0.6
const [noColumn, nameColumn, postColumn, signature, remark] = [mm(11), mm(30), mm(26), mm(36), mm(18)]
const nameWidth = inside(nameColumn)
const postWidth = inside(postColumn)
const unitWidth = inside(textWidth - noColumn - nameColumn - postColumn - signature - remark) - rules
const widths = [inside(noColumn), nameWidth, unitWidth, postWidth, inside(signature), inside(remark)]
const heads = ['序号', '姓名', '单位\n（村社区/组）', '职务\n（队伍类别）', '签名\n（指印）', '备注'] as const

const titleHeight = mm(11)
const labelWidth = mm(22)
const columnHeadHeight = mm(12.5)
const lastLineHeight = mm(8)
/** Between two lines of the head, with the rule under the value. */
const lineGap = 5

interface HeadField {
  readonly label: string
  readonly value: string
  /** Of the line, in points. */
  readonly width: number
}
/** Lines of the head: 培训名称 and 时间 alone, where and who holds it side by side. */
function headLines({ topic, when, place, organiser }: SignSheetInput): readonly (readonly HeadField[])[] {
  const half = textWidth / 2
  return [
    [{ label: '培训名称', value: topic, width: textWidth }],
    [{ label: '时　　间', value: when, width: textWidth }],
    [
      { label: '地　　点', value: place, width: half },
      { label: '主办单位', value: organiser, width: half },
    ],
  ]
}
/** A long value is set smaller rather than taking the room of the rows. */
const fittedField = ({ value, width }: HeadField) =>
  fitted([value], { width: width - labelWidth - 12, height: mm(6.5), sizes: [smallSize, 10.5, 9] })
const lineHeightOf = (fields: readonly HeadField[]): number =>
  Math.max(smallSize * naturalLine, ...fields.map((f) => fittedField(f).height)) + lineGap

const none: [boolean, boolean, boolean, boolean] = [false, false, false, false]
const across = (cell: object): TableCell[] => [
  { ...cell, colSpan: heads.length, border: none } as TableCell,
  ...heads.slice(1).map(() => ({ text: '', border: none })),
]

function headField(field: HeadField): Column {
  const { text, fontSize } = fittedField(field)
  const value = { text: textOf(entered(text === '' ? ' ' : text)), fontSize, border: [false, false, false, true] }
  return {
    width: '*',
    columns: [
      { text: field.label, width: labelWidth - 8, fontSize: smallSize },
      {
        table: { widths: ['*'], body: [[value as TableCell]] },
        layout: { hLineWidth: () => rules, vLineWidth: () => 0, paddingTop: () => 0, paddingBottom: () => 1 },
        width: '*',
      },
    ],
  }
}

function headRows(input: SignSheetInput): TableCell[][] {
  const lines = headLines(input).map(
    (fields): Content => ({ columns: fields.map(headField), columnGap: 8, margin: [0, 0, 0, lineGap - 2] }),
  )
  return [
    across({ text: signSheetTitle, font: 'title', fontSize: 20, bold: true, alignment: 'center' }),
    across({ stack: lines }),
    heads.map((text) => ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle', fontSize: 10 })),
  ]
}

/** Points between the head of the table and the foot of the page. */
const roomOf = (input: SignSheetInput): number =>
  textHeight - titleHeight - headLines(input).reduce((sum, l) => sum + lineHeightOf(l), 0) - columnHeadHeight
const pitch = signRowHeight + rules

interface Cell {
  readonly text: string
  readonly width: number
  readonly alignment: 'center' | 'left'
}
const cellsOf = ({ name, hint, unit, post }: SignSheetRow): readonly Cell[] => [
  { text: hint === '' ? name : `${name}\n${hint}`, width: nameWidth, alignment: 'center' },
  { text: unit, width: unitWidth, alignment: 'left' },
  { text: post, width: postWidth, alignment: 'center' },
]
/** Two lines, as of a name and the year under it, make the row a little higher. */
const fittedCell = ({ text, width }: Cell) =>
  fitted([text], {
    width,
    height: text.includes('\n') ? mm(11) : signRowHeight,
    sizes: [smallSize, 10.5, 9],
  })
const rowHeightOf = (row: SignSheetRow): number =>
  Math.max(pitch, ...cellsOf(row).map((c) => fittedCell(c).height + 2 * padding + rules))

/** Empty rows under the names: three to five, as many as the last page has room for. */
export function blankRows(input: SignSheetInput): number {
  const room = roomOf(input)
  if (input.blank) return Math.floor((room - lastLineHeight) / pitch)
  const used = input.rows.map(rowHeightOf).reduce((sum, height) => (sum + height > room ? height : sum + height), 0)
  const fit = Math.floor((room - used - lastLineHeight) / pitch)
  return fit < 3 ? 5 : Math.min(5, fit)
}

const noRow: SignSheetRow = { name: '', hint: '', unit: '', post: '' }
function bodyRow(row: SignSheetRow, no: number): TableCell[] {
  const cells = cellsOf(row).map((c): TableCell => {
    const { text, fontSize } = fittedCell(c)
    const words = textOf(entered(text === '' ? ' ' : text))
    return { text: words, fontSize, alignment: c.alignment, verticalAlignment: 'middle' }
  })
  const number = {
    text: textOf(entered(String(no))),
    fontSize: 10.5,
    alignment: 'center',
    verticalAlignment: 'middle',
  } as const
  return [number, ...cells, { text: ' ' }, { text: ' ' }]
}

const lastLine = (expected: string): TableCell[] =>
  across({
    text: [
      '应到',
      ...piecesOf(entered(expected)),
      '人　实到＿＿人　记录人：＿＿＿＿＿＿　替会的签自己姓名，备注写替会',
    ],
    fontSize: 10.5,
    margin: [0, 5, 0, 0],
  })

const layout = {
  hLineWidth: (i: number) => (i === 0 ? 0 : rules),
  vLineWidth: () => rules,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => padding,
  paddingBottom: () => padding,
}

function table(input: SignSheetInput): Content {
  const { rows, blank } = input
  const head = headRows(input)
  const empty = Array.from({ length: blankRows(input) }, () => noRow)
  const body = [...rows, ...empty].map((row, i) => bodyRow(row, i + 1))
  const isBody = (i: number) => i >= head.length && i < head.length + body.length
  return {
    table: {
      headerRows: head.length,
      dontBreakRows: true,
      widths,
      heights: (i: number) => (i === 0 ? titleHeight - 2 * padding : isBody(i) ? signRowHeight - 2 * padding : 0),
      body: [...head, ...body, lastLine(blank ? '＿＿' : String(rows.length))],
    },
    fontSize: smallSize,
    layout,
  }
}

export const signSheet = (input: SignSheetInput): PaperDefinition =>
  sheet({
    title: signSheetTitle,
    on: input.on,
    headRight: input.topic,
    mark: input.sample ? '演示样张　不得入卷' : null,
    content: [table(input)],
  })
