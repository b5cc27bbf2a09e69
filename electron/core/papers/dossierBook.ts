/** A dossier bound as one PDF: its parts one after the other, numbered, with a bookmark for each. */
import {
  degrees,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { FontSet } from './fonts.ts'
import { type PageMark, pageMarks } from './pageMarks.ts'
import { renderPaper } from './render.ts'
import { mm } from './sheet.ts'

const a4: [number, number] = [mm(210), mm(297)]
/** A scan keeps clear of the binding at the left and of the page number above. */
const scanBox = { x: mm(25), y: mm(12), width: mm(210 - 25 - 12), height: mm(297 - 12 - 18) } as const
/** Points by which a page of a scanner may differ from A4 and be taken as it is. */
const nearly = 12

export interface BoundPart {
  readonly title: string
  /** Cover, contents and back cover have no number among the pages (domain 2.6). */
  readonly numbered: boolean
  /** Pages it has; blank backs are not among them. */
  readonly pages: PDFPage[]
  /** Pages of an original that lies in the dossier on paper alone; null where nobody counted them. */
  readonly counted: number | null
  /** Pages that are scans: a sample marks them, as papers mark themselves. */
  readonly scanned: Set<PDFPage>
}

/** A book under way. Parts are added in their order; {@link bind} puts numbers, blanks and bookmarks to them. */
export interface Book {
  readonly pdf: PDFDocument
  readonly parts: BoundPart[]
}

export async function newBook(title: string, on: string): Promise<Book> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('zh-CN')
  pdf.setCreationDate(new Date(`${on}T00:00:00Z`))
  return { pdf, parts: [] }
}

export function newPart(book: Book, title: string, numbered: boolean, counted: number | null = null): BoundPart {
  const part: BoundPart = { title, numbered, counted, pages: [], scanned: new Set() }
  book.parts.push(part)
  return part
}

const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

/** Pages of a paper, copied as they are. */
export async function addPaper({ pdf }: Book, part: BoundPart, bytes: Uint8Array): Promise<void> {
  const from = await load(bytes)
  part.pages.push(...(await pdf.copyPages(from, from.getPageIndices())))
}

const isA4 = (page: PDFPage): boolean => {
  const { x, y, width, height } = page.getMediaBox()
  const close = (a: number, b: number) => Math.abs(a - b) <= nearly
  return (
    page.getRotation().angle % 360 === 0 && close(x, 0) && close(y, 0) && close(width, a4[0]) && close(height, a4[1])
  )
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** The largest box of these proportions in the middle of the place for scans. */
function fittedBox(width: number, height: number): Box {
  const scale = Math.min(scanBox.width / width, scanBox.height / height)
  const [w, h] = [width * scale, height * scale]
  return { x: scanBox.x + (scanBox.width - w) / 2, y: scanBox.y + (scanBox.height - h) / 2, width: w, height: h }
}

/** An A4 page that is not in the document yet: its place is known when the book is bound. */
function scanPage({ pdf }: Book, part: BoundPart): PDFPage {
  const page = PDFPage.create(pdf)
  page.setSize(...a4)
  part.pages.push(page)
  part.scanned.add(page)
  return page
}

/** A JPEG, fitted onto A4. */
export async function addImage(book: Book, part: BoundPart, bytes: Uint8Array): Promise<void> {
  const image = await book.pdf.embedJpg(bytes)
  scanPage(book, part).drawImage(image, fittedBox(image.width, image.height))
}

/** Where a page drawn in a box has to begin so that it stands upright after its own turn. */
function turned(angle: number, box: Box): { readonly x: number; readonly y: number } {
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return { x: box.x, y: box.y + box.height }
    case 180:
      return { x: box.x + box.width, y: box.y + box.height }
    case 270:
      return { x: box.x + box.width, y: box.y }
    default:
      return { x: box.x, y: box.y }
  }
}

async function addFitted(book: Book, part: BoundPart, from: PDFPage): Promise<void> {
  const page = scanPage(book, part)
  // A page nothing was drawn on cannot be embedded, and stays blank.
  if (from.node.Contents() === undefined) return
  const { angle } = from.getRotation()
  const embedded = await book.pdf.embedPage(from)
  const isTurned = angle % 180 !== 0
  const box = isTurned ? fittedBox(embedded.height, embedded.width) : fittedBox(embedded.width, embedded.height)
  const size = isTurned ? { width: box.height, height: box.width } : { width: box.width, height: box.height }
  page.drawPage(embedded, { ...turned(angle, box), ...size, rotate: degrees(-angle) })
}

/** The pages of a scanned PDF: those of A4 as they are, others fitted onto it. */
export async function addScannedPdf(book: Book, part: BoundPart, bytes: Uint8Array): Promise<void> {
  const from = await load(bytes)
  for (const [i, page] of from.getPages().entries()) {
    if (!isA4(page)) {
      await addFitted(book, part, page)
      continue
    }
    const copied = await book.pdf.copyPages(from, [i])
    part.pages.push(...copied)
    for (const one of copied) part.scanned.add(one)
  }
}

export interface Binding {
  /** False leaves the corner of each page for the pencil. */
  readonly printNumbers: boolean
  /** Printed on both sides: every part begins on a front, numbers of backs stand at the left. */
  readonly duplex: boolean
  readonly sample: boolean
  /** YYYY-MM-DD. */
  readonly on: string
  readonly fonts: FontSet
}

export interface PageRange {
  readonly from: number
  readonly to: number
}
const lengthOf = ({ pages, counted }: BoundPart): number => pages.length || (counted ?? 0)

/**
 * First and last number of each part; null where it has none. An original that lies in the dossier on paper alone takes
 * as many as were counted; where nobody counted them, it and all that follows it are left for the pencil, for any number
 * there would be wrong.
 */
export function numbersOf(parts: readonly BoundPart[]): readonly (PageRange | null)[] {
  const uncounted = parts.findIndex((part) => part.numbered && lengthOf(part) === 0)
  const counted = uncounted === -1 ? parts.length : uncounted
  let next = 1
  return parts.map((part, i) => {
    if (!part.numbered || i >= counted) return null
    const from = next
    next += lengthOf(part)
    return { from, to: next - 1 }
  })
}

interface Leaf extends PageMark {
  readonly page: PDFPage
}

/** Puts every page into the document; answers those that are marked. */
function putPages({ pdf, parts }: Book, { printNumbers, duplex, sample }: Binding): readonly Leaf[] {
  const numbers = numbersOf(parts)
  return parts.flatMap(({ pages, scanned }, i) => {
    if (duplex && pages.length > 0 && pdf.getPageCount() % 2 === 1) pdf.addPage(a4)
    return pages.flatMap((page, j): readonly Leaf[] => {
      const range = numbers[i] ?? null
      const side = duplex && pdf.getPageCount() % 2 === 1 ? 'left' : 'right'
      const number = range === null || !printNumbers ? null : range.from + j
      pdf.addPage(page)
      const isSample = sample && scanned.has(page)
      return number === null && !isSample ? [] : [{ page, number, side, sample: isSample }]
    })
  })
}

async function putMarks({ pdf }: Book, leaves: readonly Leaf[], { on, fonts }: Binding): Promise<void> {
  if (leaves.length === 0) return
  const { pdf: bytes } = await renderPaper(pageMarks(leaves, on), fonts)
  const marks = await pdf.embedPdf(
    bytes,
    leaves.map((_, i) => i),
  )
  for (const [i, { page }] of leaves.entries()) {
    const mark = marks[i]
    // At the page's own upper edge: a scanner's A4 is seldom 297 mm to the point.
    if (mark !== undefined) page.drawPage(mark, { x: 0, y: page.getHeight() - mark.height })
  }
}

interface Mark {
  readonly title: string
  readonly page: PDFPage
}

const entryOf = (context: PDFContext, { title, page }: Mark, parent: PDFRef): PDFDict => {
  const target = PDFArray.withContext(context)
  target.push(page.ref)
  target.push(PDFName.of('Fit'))
  const entry = PDFDict.withContext(context)
  entry.set(PDFName.of('Title'), PDFHexString.fromText(title))
  entry.set(PDFName.of('Parent'), parent)
  entry.set(PDFName.of('Dest'), target)
  return entry
}

/** The outline that a reader shows beside the pages. */
function putBookmarks({ pdf, parts }: Book): void {
  const marks = parts.flatMap(({ title, pages: [page] }) => (page === undefined ? [] : [{ title, page }]))
  const { context } = pdf
  const root = context.nextRef()
  const refs = marks.map(() => context.nextRef())
  for (const [i, mark] of marks.entries()) {
    const [entry, ref] = [entryOf(context, mark, root), refs[i]]
    const [before, after] = [refs[i - 1], refs[i + 1]]
    if (before !== undefined) entry.set(PDFName.of('Prev'), before)
    if (after !== undefined) entry.set(PDFName.of('Next'), after)
    if (ref !== undefined) context.assign(ref, entry)
  }
  const [first, last] = [refs[0], refs.at(-1)]
  if (first === undefined || last === undefined) return
  const outline = PDFDict.withContext(context)
  outline.set(PDFName.of('Type'), PDFName.of('Outlines'))
  outline.set(PDFName.of('First'), first)
  outline.set(PDFName.of('Last'), last)
  outline.set(PDFName.of('Count'), PDFNumber.of(refs.length))
  context.assign(root, outline)
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** Binds the book. Blank backs are in the document, never among the numbers. */
export async function bind(
  book: Book,
  binding: Binding,
): Promise<{ readonly pdf: Uint8Array; readonly sheets: number }> {
  const leaves = putPages(book, binding)
  await putMarks(book, leaves, binding)
  putBookmarks(book)
  return { pdf: await book.pdf.save(), sheets: book.pdf.getPageCount() }
}
