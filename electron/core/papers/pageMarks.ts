/** What is laid over the pages of a bound dossier: page numbers, the mark of a sample. */
import type { Content } from 'pdfmake/interfaces.js'
import { sampleMark } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { mm } from './sheet.ts'

export interface PageMark {
  /** Null leaves the corner for pencil or stamp. */
  readonly number: number | null
  /** At the outer corner: right on a front, left on the back of a sheet (domain 2.6). */
  readonly side: 'left' | 'right'
  readonly sample: boolean
}

const width = mm(210)
const edge = mm(12)
const numberBox = mm(30)

function markContent({ number, side, sample }: PageMark, i: number): Content {
  const x = side === 'right' ? width - edge - numberBox : edge
  const corner: readonly Content[] =
    number === null
      ? []
      : [
          {
            ...{ columns: [{ width: numberBox, text: String(number), alignment: side, fontSize: 14, bold: true }] },
            absolutePosition: { x, y: mm(8) },
          },
        ]
  const mark: readonly Content[] = sample
    ? [
        {
          columns: [{ width, text: sampleMark, alignment: 'center', fontSize: 10.5, bold: true }],
          absolutePosition: { x: 0, y: mm(8) },
        },
      ]
    : []
  return { stack: [{ text: ' ', fontSize: 1 }, ...corner, ...mark], ...(i === 0 ? {} : { pageBreak: 'before' }) }
}

/** One page for each mark, in their order. */
export const pageMarks = (marks: readonly PageMark[], on: string): PaperDefinition => ({
  pageSize: 'A4',
  pageMargins: [0, 0, 0, 0],
  info: { title: '', creationDate: new Date(`${on}T00:00:00Z`) },
  defaultStyle: { font: 'body', fontSize: 14 },
  content: marks.map(markContent),
})

/** In place of a scan whose file is gone or spoilt: the dossier is bound all the same, and says what it lacks. */
export const unreadablePage = (title: string, on: string): PaperDefinition => ({
  pageSize: 'A4',
  pageMargins: [mm(28), mm(110), mm(26), mm(24)],
  info: { title, creationDate: new Date(`${on}T00:00:00Z`) },
  defaultStyle: { font: 'body', fontSize: 16 },
  content: [
    { text: title, alignment: 'center', margin: [0, 0, 0, mm(8)] },
    { text: '此件无法读取', alignment: 'center', bold: true, fontSize: 22, margin: [0, 0, 0, mm(8)] },
    { text: '请从原件重新扫描，或以原件入卷。', alignment: 'center' },
  ],
})
