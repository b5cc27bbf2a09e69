import { type ListColumn, listTable } from './listSheet.ts'
import { type CasePaperInput, form, titleLines, toFill } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { bodySize, entered, mm, smallHeightOf, smallSize, textHeight, textWidth } from './sheet.ts'

const title = '卷内目录'

/** One paper of the dossier. */
export interface CatalogueEntry {
  readonly title: string
  /** First page of the dossier on which the paper stands; null leaves the cell for the pencil. */
  readonly from: number | null
  /** Last page; null, or the same as the first, prints the first alone. */
  readonly to: number | null
  readonly note: string
}

interface Row extends CatalogueEntry {
  /** 序号; null for a row to be filled by hand. */
  readonly place: number | null
}

const pagesText = ({ from, to }: CatalogueEntry): string => {
  if (from === null) return ''
  return to === null || to === from ? String(from) : `${from}-${to}`
}

const widths = { place: mm(14), pages: mm(24), note: mm(34) } as const
const columns: readonly ListColumn<Row>[] = [
  { title: '序号', width: widths.place, alignment: 'center', value: (r) => (r.place === null ? '' : String(r.place)) },
  { title: '文书名称', width: '*', value: (r) => entered(r.title) },
  { title: '页号', width: widths.pages, alignment: 'center', value: (r) => entered(pagesText(r)) },
  { title: '备注', width: widths.note, value: (r) => entered(r.note) },
]

/** Least height of a row: there is room to write in it. */
const rowHeight = mm(8.5)
const padding = 6
const titleWidth = textWidth - widths.place - widths.pages - widths.note - 8 * 4

/** A height the row never exceeds. */
function heightOfRow({ title: name, note }: Row): number {
  const texts = [smallHeightOf(name, titleWidth), smallHeightOf(note, widths.note)].map(
    (h) => (h * bodySize) / smallSize,
  )
  return Math.max(rowHeight, ...texts) + padding + 1
}

const openRow: Row = { place: null, title: '', from: null, to: null, note: '' }

/** Papers come in after the dossier was listed: the rest of the first page stays ruled for the pencil. */
function ruledToFoot(rows: readonly Row[], { settings }: CasePaperInput): readonly Row[] {
  const head = 33 * titleLines({ paper: 'catalogue', title, settings }).length + 56
  const free = textHeight - head - rows.reduce((sum, row) => sum + heightOfRow(row), 0)
  return [...rows, ...Array<Row>(Math.max(0, Math.floor(free / heightOfRow(openRow)))).fill(openRow)]
}

/**
 * 卷内目录 (domain 2.3 (2)): 序号, 文书名称, 页号, 备注. The entries are those of the dossier as it is put together; a
 * blank one shows none of them, and the ruled rows are filled in pencil.
 */
export function catalogue(input: CasePaperInput, entries: readonly CatalogueEntry[]): PaperDefinition {
  const blank = input.mode === 'blank'
  const rows = blank ? [] : entries.map((entry, i) => ({ ...entry, place: i + 1 }))
  return form({
    ...input,
    paper: 'catalogue',
    title,
    number: `卷号：${(!blank && input.data.caseNo) || toFill}`,
    content: [listTable(columns, ruledToFoot(rows, input), '', { fontSize: bodySize - 1, height: rowHeight })],
  })
}
