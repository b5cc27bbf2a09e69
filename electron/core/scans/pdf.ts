import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import { mostScanPages } from '../../../shared/contract/scans.ts'
import { AppError } from '../../../shared/errors.ts'
import { withoutExtras } from './jpegSegments.ts'
import { refusePacked } from './pdfBudget.ts'
import { flattenStamps } from './pdfStamps.ts'
import { mostPixels } from './sniff.ts'

/** A page tree this deep is made to hurt: that of a scanner has two levels. */
const deepestTree = 40
/** Pictures a code is looked for in: those that may be a page at 100 dpi, and not too many. */
const pagePixels = 900_000
const mostPictures = 12

export interface ReducedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Its first JPEGs as large as a page: where a footer code is looked for. */
  readonly pictures: readonly Uint8Array[]
}

const name = (text: string): PDFName => PDFName.of(text)
const keptOfPage = new Set(
  ['Type', 'Parent', 'Resources', 'Contents', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group'].map(name),
)
/** What a stream may carry beside its own data: texts about it, other programs' remains, files elsewhere. */
const droppedOfStream = ['Metadata', 'PieceInfo', 'OPI', 'Ref', 'AF', 'F', 'FFilter', 'FDecodeParms', 'Alternates'].map(
  name,
)

/** Throws `scan-locked` for a password, `scan-cut` for what cannot be read. */
async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    // An empty password opens what is only kept from being changed.
    return await PDFDocument.load(bytes, { password: '', updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
  } catch (e) {
    if (e instanceof Error && /password/i.test(e.message)) throw new AppError('scan-locked', {}, { cause: e })
    throw e
  }
}

/** The pages, counted before anything is made of them. Throws `scan-pages`, `scan-hostile`, `scan-cut` for none. */
function pagesOf(pdf: PDFDocument): readonly PDFDict[] {
  const found: PDFDict[] = []
  const walk = (node: PDFDict, depth: number): void => {
    if (depth > deepestTree) throw new AppError('scan-hostile')
    const kids = node.lookup(name('Kids'))
    if (!(kids instanceof PDFArray)) found.push(node)
    if (found.length > mostScanPages) throw new AppError('scan-pages', { most: mostScanPages })
    for (let i = 0; kids instanceof PDFArray && i < kids.size(); i++) {
      const kid = kids.lookup(i)
      if (kid instanceof PDFDict) walk(kid, depth + 1)
    }
  }
  const root = pdf.catalog.lookup(name('Pages'))
  if (root instanceof PDFDict) walk(root, 0)
  if (found.length === 0) throw new AppError('scan-cut')
  return found
}

const numberOf = (dict: PDFDict, key: string): number => {
  const value = dict.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}
/** True for a picture kept as a JPEG and nothing around it. */
function isJpeg(dict: PDFDict): boolean {
  const filter = dict.lookup(name('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only === name('DCTDecode') || only === name('DCT')
}

/** Takes from every stream what is not its picture or text: a photo put into a PDF still carries its place.
 * Answers its JPEGs that are as large as a page.
 */
function cleanStreams(pdf: PDFDocument): readonly Uint8Array[] {
  const pictures: Uint8Array[] = []
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) continue
    const { dict } = object
    if (numberOf(dict, 'Width') * numberOf(dict, 'Height') > mostPixels)
      throw new AppError('scan-pixels', { width: numberOf(dict, 'Width'), height: numberOf(dict, 'Height') })
    for (const key of droppedOfStream) dict.delete(key)
    const clean = object instanceof PDFRawStream && isJpeg(dict) ? withoutExtras(object.contents) : null
    if (clean === null) continue
    ;(object as PDFRawStream).updateContents(clean)
    if (numberOf(dict, 'Width') * numberOf(dict, 'Height') >= pagePixels) pictures.push(clean)
  }
  return pictures.slice(0, mostPictures)
}

/** What only a program does with a page goes: actions, forms, attached files, threads, thumbnails. */
function cleanPage(page: PDFDict): void {
  for (const key of page.keys()) if (!keptOfPage.has(key)) page.delete(key)
}

async function copied(bytes: Uint8Array): Promise<ReducedPdf> {
  refusePacked(bytes)
  const from = await opened(bytes)
  const pages = pagesOf(from)
  const pictures = cleanStreams(from)
  for (const page of pages) {
    flattenStamps(page)
    cleanPage(page)
  }
  const to = await PDFDocument.create({ updateMetadata: false })
  for (const page of await to.copyPages(from, from.getPageIndices())) to.addPage(page)
  const clean = await to.save({ updateFieldAppearances: false })
  // Once more, over what a cipher kept from view before.
  refusePacked(clean)
  return { bytes: clean, pages: pages.length, pictures }
}

/**
 * The pages of a PDF in a new one: what is seen of them, and nothing that acts, is attached, or tells of who made it.
 * Throws `scan-locked`, `scan-pages`, `scan-hostile`, `scan-pixels`, `scan-cut`.
 */
export async function reducePdf(bytes: Uint8Array): Promise<ReducedPdf> {
  try {
    return await copied(bytes)
  } catch (e) {
    // Nested deeper than a program can follow.
    if (e instanceof RangeError) throw new AppError('scan-hostile', {}, { cause: e })
    throw e
  }
}
