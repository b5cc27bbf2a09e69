/**
 * The only door to pdfmake 0.3. Its public `createPdf` reads and parses 15 MB per weight for every document and knows
 * no parsed font; so its layout and its renderer are called one after the other, as its own `Printer` does.
 */
import { createRequire } from 'node:module'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { LaidOutPage } from './printStyle.ts'

/** What a paper function gives: pdfmake's definition with a title and the paper's date. */
export type PaperDefinition = TDocumentDefinitions & {
  readonly info: { readonly title: string; readonly creationDate: Date }
}

/** A font as fontkit parsed it: kept between documents. */
export interface ParsedFont {
  readonly characterSet: readonly number[]
}

/** A font's part in one document: which glyphs it used. */
export interface EmbeddedFont {
  readonly font: ParsedFont
  /** Thousandths of the font size. */
  ascender: number
  descender: number
  lineGap: number
  /** Measured words; see {@link sharedLayouts}. */
  layoutCache: object
}
type EmbeddedFontClass = new (document: PdfDocument, font: ParsedFont, id: string) => EmbeddedFont

interface PdfDocument {
  _font: EmbeddedFont
  _fontCount: number
  _fontFamilies: Record<string, EmbeddedFont>
  provideFont: (family: string, bold: boolean) => EmbeddedFont
  font: (source: Uint8Array) => PdfDocument
  on: (event: 'data' | 'end' | 'error', listener: (value: Uint8Array & Error) => void) => PdfDocument
  end: () => void
}

interface Internals {
  readonly PDFDocument: new (
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    files: null,
    localAccess: (path: string) => boolean,
  ) => PdfDocument
  readonly LayoutBuilder: new (
    page: object,
    margins: object,
    svg: object,
  ) => {
    registerTableLayouts: (layouts: object) => void
    layoutDocument: (...parts: readonly unknown[]) => readonly LaidOutPage[]
  }
  readonly Renderer: new (document: PdfDocument) => { renderPages: (pages: readonly unknown[]) => void }
  readonly SVGMeasure: new () => object
  readonly normalizePageSize: (size: unknown) => { readonly width: number; readonly height: number }
  readonly normalizePageMargin: (margins: unknown) => object
  readonly tableLayouts: object
}

const require = createRequire(import.meta.url)
const defaultOf = (path: string) => (require(path) as { readonly default: unknown }).default

let loaded: Internals | null = null
/** Loaded with the first paper, so that a program that prints nothing does not pay for it. */
function internals(): Internals {
  loaded ??= {
    PDFDocument: defaultOf('pdfmake/js/PDFDocument.js'),
    LayoutBuilder: defaultOf('pdfmake/js/LayoutBuilder.js'),
    Renderer: defaultOf('pdfmake/js/Renderer.js'),
    SVGMeasure: defaultOf('pdfmake/js/SVGMeasure.js'),
    ...(require('pdfmake/js/PageSize.js') as object),
    ...(require('pdfmake/js/tableLayouts.js') as object),
  } as Internals
  return loaded
}

/** A paper reads nothing but its definition: no file and no address is ever followed. */
const refuse = () => false

function newDocument(options: object): PdfDocument {
  const { PDFDocument } = internals()
  return new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null, ...options }, null, refuse)
}

let embeddedFontClass: EmbeddedFontClass | null = null

/** Parses a TrueType font. Throws when the bytes are none. */
export function parseFont(bytes: Uint8Array): ParsedFont {
  const embedded = newDocument({}).font(bytes)._font
  embeddedFontClass ??= embedded.constructor as EmbeddedFontClass
  return embedded.font
}

/** Every face takes the line metrics of this one, so that a run in another script does not move the lines. */
export interface FontFace {
  readonly name: string
  readonly parsed: ParsedFont
}
export type FaceOf = (family: string, bold: boolean) => FontFace

/** Documents that share one set of measured words: a form repeats most of another's, but the set must not grow for ever. */
const documentsPerSet = 100
const layouts = new WeakMap<ParsedFont, { cache: object; uses: number }>()

function sharedLayouts(font: ParsedFont): object {
  const known = layouts.get(font)
  const current = known && known.uses < documentsPerSet ? known : { cache: Object.create(null) as object, uses: 0 }
  layouts.set(font, { ...current, uses: current.uses + 1 })
  return current.cache
}

function provideFrom(document: PdfDocument, faceOf: FaceOf, base: FontFace) {
  const given = new Map<string, EmbeddedFont>()
  const embed = (face: FontFace): EmbeddedFont => {
    if (embeddedFontClass === null) throw new Error('no font has been parsed')
    document._fontCount += 1
    const font = new embeddedFontClass(document, face.parsed, `F${document._fontCount}`)
    font.layoutCache = sharedLayouts(face.parsed)
    document._fontFamilies[face.name] = font
    given.set(face.name, font)
    return font
  }
  return (family: string, bold: boolean): EmbeddedFont => {
    const face = faceOf(family, bold)
    const known = given.get(face.name)
    if (known) return known
    const font = embed(face)
    if (face.name === base.name) return font
    const metrics = given.get(base.name) ?? embed(base)
    font.ascender = metrics.ascender
    font.descender = metrics.descender
    font.lineGap = metrics.lineGap
    return font
  }
}

function bytesOf(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('error', reject)
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.end()
  })
}

/** Lays a definition out and writes it. The definition is used up: pdfmake keeps its measurements in it. */
export async function writePdf(
  definition: PaperDefinition,
  faceOf: FaceOf,
  base: FontFace,
  /** What is done to the laid-out pages before they are drawn. */
  change: ((pages: readonly LaidOutPage[]) => void) | null = null,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const { LayoutBuilder, Renderer, SVGMeasure, normalizePageSize, normalizePageMargin, tableLayouts } = internals()
  const size = normalizePageSize(definition.pageSize)
  const document = newDocument({
    size: [size.width, size.height],
    pdfVersion: '1.7',
    displayTitle: true,
    lang: definition.language,
    info: pdfInfo(definition),
  })
  document.provideFont = provideFrom(document, faceOf, base)
  const builder = new LayoutBuilder(size, normalizePageMargin(definition.pageMargins), new SVGMeasure())
  builder.registerTableLayouts(tableLayouts)
  const { content, styles, defaultStyle, background, header, footer, watermark, pageBreakBefore } = definition
  const pages = builder.layoutDocument(
    content,
    document,
    styles ?? {},
    defaultStyle ?? {},
    background,
    header,
    footer,
    watermark,
    pageBreakBefore,
  )
  change?.(pages)
  new Renderer(document).renderPages(pages)
  return { pdf: await bytesOf(document), pages: pages.length }
}

function pdfInfo(definition: PaperDefinition): object {
  const { title, creationDate } = definition.info
  return { Title: title, CreationDate: creationDate, Producer: 'pdfmake', Creator: 'pdfmake' }
}
