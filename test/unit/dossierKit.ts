/** Reads a bound dossier as somebody who holds it would: by its contents, its page numbers and its bookmarks. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { sheet } from '../../electron/core/papers/sheet.ts'
import type { DossierBuilt } from '../../shared/contract/dossier.ts'
import type { TestOffice } from '../support/office.ts'
import { type PdfPage, readPdf } from './papersKit.ts'

const about = (id: string) => ({ ledger: 'dispute', id }) as const

export interface Bound {
  readonly built: DossierBuilt
  readonly pdf: Uint8Array
  readonly pages: readonly PdfPage[]
}
interface Way {
  readonly printNumbers?: boolean
  readonly duplex?: boolean
  readonly leaveOutOriginals?: boolean
}

export async function bindDossier(t: TestOffice, id: string, way: Way = {}, pipe?: string): Promise<Bound> {
  const job = await t.job('dossier.build', { ...about(id), ...way }, pipe)
  if (job.state !== 'done') throw new Error(`not bound: ${JSON.stringify(job.error)}`)
  const { pdf } = await t.call('dossier.preview', about(id), pipe)
  return { built: job.outcome as DossierBuilt, pdf, pages: await readPdf(pdf) }
}

const cornerHeight = 40
/** The number in the upper corner of a page, and at which side; null where there is none. */
export async function cornersOf(pdf: Uint8Array): Promise<readonly ({ number: number; side: string } | null)[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const corners = []
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const found = items.flatMap((item) => {
      if (!('str' in item) || !/^\d+$/.test(item.str)) return []
      const [, , , , x = 0, y = 0] = item.transform as readonly number[]
      return height - y < cornerHeight ? [{ number: Number(item.str), side: x > width / 2 ? 'right' : 'left' }] : []
    })
    corners.push(found[0] ?? null)
  }
  await task.destroy()
  return corners
}

export interface Row {
  readonly title: string
  readonly from: number | null
  readonly to: number | null
  readonly note: string
}
/** Left edges of the columns of 卷内目录, in points. */
const edges = { title: 125, pages: 340, note: 416 } as const
/** The rows of 卷内目录 as they stand on its pages; a title may go over two lines. */
export function rowsOf(pages: readonly PdfPage[]): readonly Row[] {
  const body = pages.filter((p) => p.text.includes('卷内目录')).flatMap((p) => p.body)
  const rows: { title: string; pages: string; note: string }[] = []
  let isTable = false
  for (const { text, x } of body) {
    if (text.includes('备注')) isTable = true
    else if (isTable && x < edges.title && /^\d+$/.test(text.trim())) rows.push({ title: '', pages: '', note: '' })
    else {
      const row = rows.at(-1)
      if (row === undefined) continue
      if (x >= edges.note) row.note += text
      else if (x >= edges.pages) row.pages += text
      else row.title += text
    }
  }
  return rows.map(({ title, pages: range, note }) => {
    const [from, to] = range.split('-')
    const number = (s: string | undefined) => (s === undefined || s.trim() === '' ? null : Number(s))
    return { title: title.replace(/\s/g, ''), from: number(from), to: number(to) ?? number(from), note: note.trim() }
  })
}

/** Title and page (from 1) of every bookmark, in order. */
export async function bookmarksOf(pdf: Uint8Array): Promise<readonly { title: string; page: number }[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const outline = (await document.getOutline()) ?? []
  const marks = []
  for (const { title, dest } of outline) {
    const [ref] = dest as readonly { num: number; gen: number }[]
    marks.push({ title, page: (await document.getPageIndex(ref as never)) + 1 })
  }
  await task.destroy()
  return marks
}

/** A PDF of some pages that say what they are, as a scanner with a text layer gives them. */
export async function scannedPdf(text: string, pages: number): Promise<Uint8Array> {
  const content = Array.from({ length: pages }, (_, i) => ({
    text: `${text}，扫描第${i + 1}面`,
    ...(i === 0 ? {} : { pageBreak: 'before' as const }),
  }))
  return (await renderPaper(sheet({ title: text, on: '2026-11-20', headRight: '', mark: null, content }))).pdf
}
