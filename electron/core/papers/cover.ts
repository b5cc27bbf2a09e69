import type { Content, Margins, TableCell } from 'pdfmake/interfaces.js'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { remarksFitCover } from '../../../shared/rules/dossierNote.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { fitted } from './fit.ts'
import { type CasePaperInput, disputeName, firstName, markOf, mediatorNames } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, linesOf, mm, naturalLine, sheet, textHeight, textOf, textWidth } from './sheet.ts'

/** It has no number among the pages. */
const noFoot = () => ''
const title = '卷宗封面'
const labelWidth = mm(36)
const padding = 4
const valueWidth = textWidth - labelWidth - 4 * padding
/** Type on a cover is read from a shelf, and nothing on it is smaller than 小四. */
const sizes = [18, 16, 14, 12] as const

const ruled = {
  hLineWidth: () => 0.8,
  vLineWidth: () => 0.8,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => padding,
  paddingBottom: () => padding,
}

interface Row {
  readonly label: string
  /** From the fullest to the shortest; empty leaves the place to be written by hand. */
  readonly values: readonly string[]
  /** The form's own words for writing by hand. */
  readonly open?: string
  readonly height: number
}

/** The first and the last day of the mediation: its sessions, within 受理 and the result. */
function mediatedText(data: DisputeData): string {
  const held = data.sessions.flatMap((s) => s.heldOn ?? []).sort()
  const from = held[0] ?? data.acceptanceDate
  const to = data.resultDate ?? held.at(-1) ?? null
  if (from === null || to === null) return ''
  return `自${chineseDate(from)}至${chineseDate(to)}`
}

const one = (value: string | null): readonly string[] => (value === null || value === '' ? [] : [value])
const day = (date: string | null): readonly string[] => one(date === null ? null : chineseDate(date))

/** All names, else the first of each side and how many they are. */
const titlesOf = (data: DisputeData): readonly string[] => [disputeName(data), disputeName(data, firstName)]

function namesOf(data: DisputeData): readonly string[] {
  const names = mediatorNames(data)
  return names.length === 0 ? [] : [names.join('、'), firstName(names)]
}

const remarksOf = (data: DisputeData): readonly string[] =>
  remarksFitCover(data) ? one(linesOf(data.remarks).join('\n')) : ['见卷宗情况说明']

const oneLine = mm(15)
const openDay = '　　　　年　　月　　日'

/** In the order of domain 2.3 (1). */
function rowsOf({ data, mode }: CasePaperInput, titleHeight: number): readonly Row[] {
  const filled = (values: readonly string[]) => (mode === 'blank' ? [] : values)
  const kept = data.retention === null ? null : codes.retention[data.retention]
  return [
    { label: '卷　　名', values: filled(titlesOf(data)), height: titleHeight },
    { label: '卷　　号', values: mode === 'final' ? one(data.caseNo) : [], height: oneLine },
    { label: '人民调解员', values: filled(namesOf(data)), height: mm(22) },
    {
      label: '调解日期',
      values: filled(one(mediatedText(data))),
      open: '自　　　年　　月　　日至　　　年　　月　　日',
      height: oneLine,
    },
    { label: '立 卷 人', values: filled(one(data.filedBy)), height: oneLine },
    { label: '立卷日期', values: filled(day(data.filedOn)), open: openDay, height: oneLine },
    { label: '保管期限', values: filled(one(kept)), open: '□短期　　□长期　　□永久', height: oneLine },
    { label: '备　　注', values: filled(remarksOf(data)), height: mm(30) },
  ]
}

const middle = (height: number, used: number): number => Math.max(0, (height - 2 * padding - used) / 2)

const labelCell = ({ label, height }: Row): TableCell => ({
  ...{ text: label, bold: true, fontSize: 16, alignment: 'center' },
  margin: [0, middle(height, 16 * naturalLine), 0, 0],
})

function valueCell({ values, open = ' ', height }: Row): TableCell {
  if (values.length === 0) {
    const margin: Margins = [0, middle(height, 13 * naturalLine), 0, 0]
    return { text: open, fontSize: 13, preserveLeadingSpaces: true, margin }
  }
  const { text, fontSize, ...fit } = fitted(values, { width: valueWidth, height: height - 2 * padding, sizes })
  return { text: textOf(entered(text)), fontSize, margin: [0, middle(height, fit.height), 0, 0] }
}

interface Head {
  readonly content: readonly Content[]
  readonly height: number
}

function headOf({ committee, settings }: CasePaperInput): Head {
  const name = fitted([committee === '' ? '＿＿＿＿＿＿＿＿人民调解委员会' : committee], {
    ...{ width: textWidth, height: mm(30), sizes: [26, 22, 18, 16] },
  })
  const tibetan = fitted([settings.tibetanTitles.cover ?? ''], {
    ...{ width: textWidth, height: mm(16), sizes: [16, 14, 12] },
  })
  const content: readonly Content[] = [
    { text: name.text, bold: true, fontSize: name.fontSize, alignment: 'center', margin: [0, mm(4), 0, mm(7)] },
    { text: '调　解　卷　宗', bold: true, fontSize: 36, alignment: 'center' },
    { text: tibetan.text, fontSize: tibetan.fontSize, alignment: 'center', margin: [0, 0, 0, mm(6)] },
  ]
  return { content, height: name.height + tibetan.height + 36 * naturalLine + mm(17) }
}

/** What the other rows leave of the page, but no more than looks well. */
function titleHeight(input: CasePaperInput, head: Head): number {
  const others = rowsOf(input, 0)
  const used = others.reduce((sum, row) => sum + row.height, 0) + others.length + 1
  return Math.min(mm(50), textHeight - head.height - used - 4)
}

/**
 * 卷宗封面 (domain 2.3 (1)): one page whatever stands on it, in type for the shelf; neither signature nor seal. Where
 * all names find no room it says the first of each side and how many they are.
 */
export function cover(input: CasePaperInput): PaperDefinition {
  const head = headOf(input)
  const rows = rowsOf(input, titleHeight(input, head))
  const table: Content = {
    table: {
      widths: [labelWidth, '*'],
      heights: rows.map((row) => row.height - 2 * padding),
      dontBreakRows: true,
      body: rows.map((row) => [labelCell(row), valueCell(row)]),
    },
    layout: ruled,
  }
  const { on } = input
  return sheet({
    title,
    on,
    headRight: '',
    mark: markOf(input),
    foot: noFoot,
    content: [...head.content, table],
  })
}
