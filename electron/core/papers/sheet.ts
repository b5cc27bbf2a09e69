/** The sheet of the mediation forms (domain 7.2): its measures and the pieces they are put together from. */
import type { Column, Content, ContentText, TableCell } from 'pdfmake/interfaces.js'
import { pageNumberWords } from '../../../shared/rules/paperWording.ts'
import { sheetMargins } from '../../../shared/rules/printing.ts'
import type { PaperDefinition } from './pdfmake.ts'

/** Points of a length in millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4

const page = { width: mm(210), height: mm(297) } as const
/** Bound at the left (GB/T 9704). */
const margin = { left: mm(sheetMargins.left), right: mm(sheetMargins.right), top: mm(26), bottom: mm(24) } as const

export const textWidth = page.width - margin.left - margin.right
export const textHeight = page.height - margin.top - margin.bottom
const textBottom = page.height - margin.bottom

/** 四号 and 小四 in points. */
export const bodySize = 14
export const smallSize = 12
/** Distance of two lines of body text. */
export const pitch = 25
/** Distance of two ruled lines for handwriting. */
const ruledPitch = 28
/** Noto Serif SC: ascent and descent of a line, in sizes. */
export const naturalLine = 1.437
export const bodyLine = pitch / (bodySize * naturalLine)

/** Between a value and its rule: stacked Tibetan letters reach far down. */
const ruleGap = 3

const noLines = {
  hLineWidth: (i: number, node: { table: { body: readonly unknown[] } }) => (i === node.table.body.length ? 0.6 : 0),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

/** What the office entered, as against the form's own words: 套打 onto a bought form prints only this. */
export interface Entered {
  readonly text: string
  readonly entered: true
}
export const entered = (text: string): Entered => ({ text, entered: true })
/** A sentence: the form's own words and what was entered between them. */
export type Words = string | Entered | readonly (string | Entered)[]

export const piecesOf = (words: Words): readonly (string | Entered)[] =>
  typeof words === 'string' || 'text' in words ? [words] : words
/** What is read on the paper. */
export const plainOf = (words: Words): string =>
  piecesOf(words)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('')
/** As the text of a node. */
export const textOf = (words: Words): ContentText['text'] =>
  typeof words === 'string' ? words : ([...piecesOf(words)] as ContentText[])

/** A run of body text, first line indented by two characters. */
export const paragraph = (words: Words): Content => ({
  text: textOf(words),
  alignment: 'justify',
  leadingIndent: 2 * bodySize,
  lineHeight: bodyLine,
})

/** The same without indent: a line of the form's own. */
export const flush = (words: Words): Content => ({ text: textOf(words), lineHeight: bodyLine })

/** 问 and 答 of a record: the text stands clear of its speaker, who takes two characters. */
export const hanging = (words: Words): Content => ({
  text: textOf(words),
  alignment: 'justify',
  margin: [hangingIndent, 0, 0, 0],
  leadingIndent: -hangingIndent,
  lineHeight: bodyLine,
})
export const hangingIndent = 2 * bodySize

/** The lines a person typed, without the empty ones. */
export const linesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const heading = (text: string): Content => ({ text, bold: true, lineHeight: bodyLine, headlineLevel: 1 })

/** A height that so much body text never exceeds: full-width characters, two of a line lost to breaking. */
export const heightOf = (words: Words, width = textWidth): number =>
  Math.ceil(([...plainOf(words)].length + 2) / (Math.floor(width / bodySize) - 2)) * pitch

/** The same for small text in a column of this width. */
export const smallHeightOf = (text: string, width: number): number =>
  Math.ceil([...text].length / (Math.floor(width / smallSize) - 1)) * smallSize * naturalLine

export interface Blank {
  readonly label: string
  /** The empty string leaves the line to be filled by hand. */
  readonly value: string
  /** Width of the value in points; the rest of the line when left out. */
  readonly width?: number
}

/** One line of a form: labels with their values on a rule. */
export function blanks(...items: readonly Blank[]): Content {
  const body: TableCell[] = items.flatMap(({ label, value }, i) => [
    { text: label, border: [false, false, false, false], noWrap: true, margin: [i === 0 ? 0 : 8, 0, 2, 0] },
    {
      text: textOf(entered(value === '' ? ' ' : value)),
      border: [false, false, false, true],
      margin: [4, 0, 4, ruleGap],
    },
  ])
  return {
    table: { widths: items.flatMap(({ width }) => ['auto', width ?? '*']), body: [body] },
    layout: noLines,
    margin: [0, pitch - bodySize * naturalLine - ruleGap, 0, 0],
  }
}

// `hLineWhenBroken` is pdfmake's and missing in its types: without it a page break draws a rule of its own.
const ruled = { ...noLines, hLineWidth: (i: number) => (i === 0 ? 0 : 0.6), hLineWhenBroken: false }

/** Ruled lines for handwriting: empty, or each beginning with its word. */
export const ruledLines = (count: number, words: readonly string[] = []): Content => ({
  table: {
    widths: ['*'],
    heights: ruledPitch,
    dontBreakRows: true,
    body: Array.from({ length: count }, (_, i) => [{ text: words[i] ?? ' ' }]),
  },
  layout: ruled,
  margin: [0, 0, 0, 8],
})

/** Where a text came to stand; pdfmake adds it to the node while it lays the document out. */
interface Placed {
  readonly positions?: readonly { readonly pageNumber: number; readonly top: number }[]
}

export interface SheetOptions {
  readonly title: string
  /** YYYY-MM-DD: the paper's date, so that the same paper gives the same bytes. */
  readonly on: string
  /** At the right of the head of every page after the first. */
  readonly headRight: string
  /** Large and pale over every page, and in its head. */
  readonly mark: string | null
  readonly content: readonly Content[]
  /** The words at the foot of every page. */
  readonly foot?: (page: number, count: number) => string
  /** At the left of the foot of every page but the last, which has the signatures: room to sign each page. */
  readonly footLeft?: string
  /** Two texts that follow each other; when the second moved to the next page, the space left under the first is struck. */
  readonly strike?: { readonly before: Content; readonly after: Content }
}

/** 「以下空白」 below the text of a page whose rest was left empty, so that nothing can be added there. */
function strikeMark(page: number, strike: SheetOptions['strike']): readonly Content[] {
  if (!strike) return []
  const last = (strike.before as Placed).positions?.at(-1)
  const next = (strike.after as Placed).positions?.[0]
  // pdfmake gives a moved block its new page and the height at which it was refused.
  if (!last || !next || last.pageNumber !== page || next.pageNumber === page) return []
  if (textBottom - next.top < 2 * pitch) return []
  return [{ text: '（以下空白）', style: marginal, alignment: 'center', relativePosition: { x: 0, y: next.top } }]
}

/** Tells head and foot from the text when page breaks are looked for. */
const marginal = 'marginal'

function pageHead(options: SheetOptions, page: number): Content {
  const isFirst = page === 1
  const columns: Column[] = [
    { text: isFirst ? '' : options.title, style: marginal, width: 'auto' },
    { text: isFirst ? '' : options.headRight, style: marginal, alignment: 'right', width: '*' },
  ]
  const stack: readonly Content[] = [
    ...strikeMark(page, options.strike),
    // A sample or a draft says so also where nothing but what was entered is printed.
    {
      text: textOf(entered(options.mark ?? '')),
      style: marginal,
      bold: true,
      alignment: 'center',
      margin: [0, mm(8), 0, 0],
    },
    { columns, style: marginal, margin: [margin.left, mm(1), margin.right, 0] },
  ]
  return { stack: [...stack], style: marginal, fontSize: 10.5 }
}

/** The number keeps the middle, whatever stands beside it. */
function pageFoot(number: string, left: string): Content {
  const look = { style: marginal, fontSize: 10.5 } as const
  if (left === '') return { text: number, ...look, alignment: 'center', margin: [0, mm(6), 0, 0] }
  const columns: Column[] = [
    { text: left, ...look, width: '*' },
    { text: number, ...look, width: 'auto' },
    { text: '', ...look, width: '*' },
  ]
  return { columns, ...look, margin: [margin.left, mm(6), margin.left, 0] }
}

/** A heading never stays behind alone at the foot of a page. */
const headingAlone: PaperDefinition['pageBreakBefore'] = (node, nodes) =>
  node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().every((n) => n.style === marginal)

export function sheet(options: SheetOptions): PaperDefinition {
  const foot = options.foot ?? pageNumberWords.pageFirst
  return {
    pageSize: 'A4',
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    language: 'zh-CN',
    info: { title: options.title, creationDate: new Date(`${options.on}T00:00:00Z`) },
    defaultStyle: { font: 'serif', fontSize: bodySize },
    content: [...options.content],
    header: (page) => pageHead(options, page),
    footer: (page, count) => pageFoot(foot(page, count), page < count ? (options.footLeft ?? '') : ''),
    ...(options.mark
      ? { watermark: { text: options.mark, font: 'serif', bold: true, color: 'black', opacity: 0.05 } }
      : {}),
    pageBreakBefore: headingAlone,
  }
}
