/** What the parts of an .xlsx file say that the reading library leaves out: hidden sheets, merged cells, errors, macros. */
import { AppError } from '../../../shared/errors.ts'
import type { Merge } from './book.ts'
import { mostUnpacked, packedPart, storedPart, unpack, type ZipEntry, type ZipPart, zipEntries } from './zip.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly Merge[]
  readonly errors: readonly CellError[]
}
export interface XlsxParts {
  /** Packed as they came: unpacked, a large sheet takes a hundred megabytes. */
  readonly parts: ReadonlyMap<string, ZipPart>
  readonly sheets: readonly SheetPart[]
  readonly epoch1904: boolean
  readonly macros: boolean
}

const isRead = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels')
const text = (bytes: Uint8Array | undefined): string => (bytes === undefined ? '' : Buffer.from(bytes).toString('utf8'))

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (s: string): string =>
  s.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, dec, hex, name) => {
    if (dec !== undefined) return String.fromCodePoint(Number(dec))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[name] ?? whole
  })

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : plain(value)
}

function targets(rels: string): ReadonlyMap<string, string> {
  const found = [...rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]): [string, string] => {
    const target = attribute(tag, 'Target') ?? ''
    return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`]
  })
  return new Map(found)
}

interface Named {
  readonly name: string
  readonly hidden: boolean
  /** `xl/worksheets/sheet1.xml`. */
  readonly part: string
}
function namedSheets(workbook: string, byId: ReadonlyMap<string, string>): readonly Named[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const state = attribute(tag, 'state')
    const part = byId.get(attribute(tag, 'id') ?? '') ?? ''
    return { name: attribute(tag, 'name') ?? '', hidden: state === 'hidden' || state === 'veryHidden', part }
  })
}

/**
 * Unpacks what is read of a workbook, part by part and all of it under one limit, and lets go of each. Throws what
 * {@link unpack} throws; `sheet-kind` for another archive.
 */
export function xlsxParts(bytes: Uint8Array): XlsxParts {
  const entries = zipEntries(bytes)
  const names = new Set(entries.map((e) => e.name))
  if (!names.has('xl/workbook.xml'))
    throw new AppError(entries.some((e) => (e.flags & 1) === 1) ? 'sheet-locked' : 'sheet-kind')
  const wanted = entries.filter((e) => isRead(e.name))
  if (wanted.reduce((sum, e) => sum + e.unpacked, 0) > mostUnpacked) throw new AppError('sheet-hostile')
  const parts = new Map<string, ZipPart>()
  let left = mostUnpacked
  const read = (entry: ZipEntry): Uint8Array => {
    const content = unpack(bytes, entry, left)
    left -= content.length
    const isStyles = entry.name === 'xl/styles.xml'
    parts.set(entry.name, isStyles ? storedPart(plainStyles(content)) : packedPart(bytes, entry, content))
    return content
  }
  const [workbook, rels] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].map((name) => {
    const entry = wanted.find((e) => e.name === name)
    return text(entry && read(entry))
  })
  const named = namedSheets(workbook ?? '', targets(rels ?? ''))
  const facts = new Map<string, Pick<SheetPart, 'merges' | 'errors'>>()
  for (const entry of wanted) {
    if (parts.has(entry.name)) continue
    const content = read(entry)
    if (named.some((s) => s.part === entry.name))
      facts.set(entry.name, { merges: mergesOf(content), errors: errorsOf(content) })
  }
  const property = /<(?:\w+:)?workbookPr\b[^>]*>/.exec(workbook ?? '')?.[0] ?? ''
  return {
    parts,
    sheets: named.map(({ part, ...s }) => ({ ...s, ...(facts.get(part) ?? { merges: [], errors: [] }) })),
    epoch1904: ['1', 'true'].includes(attribute(property, 'date1904') ?? ''),
    macros: [...names].some((n) => /vbaProject\.bin$/i.test(n)),
  }
}

/** `C17` → column 2, row 16. */
function addressOf(ref: string): { readonly column: number; readonly row: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (!found) return null
  const column = [...(found[1] ?? '')].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(found[2]) - 1 }
}

/** More merged ranges than this no sheet that people keep has. */
const mostMerges = 200_000

/** The merged cells of a sheet: they stand behind its rows. */
export function mergesOf(sheet: Uint8Array): readonly Merge[] {
  const bytes = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength)
  const from = bytes.lastIndexOf('<mergeCells')
  if (from < 0) return []
  const end = bytes.indexOf('</mergeCells>', from)
  const found = [
    ...bytes.toString('latin1', from, end < 0 ? bytes.length : end).matchAll(/ref="([A-Z\d$]+):([A-Z\d$]+)"/g),
  ]
  if (found.length > mostMerges) throw new AppError('sheet-hostile')
  return found.flatMap(([, a = '', b = '']) => {
    const [from, to] = [addressOf(a), addressOf(b)]
    return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : []
  })
}

export interface CellError {
  readonly row: number
  readonly column: number
  readonly text: string
}
/** Cells whose formula ended in an error: the library gives them as blank, and blank would be saved in silence. */
export function errorsOf(sheet: Uint8Array): readonly CellError[] {
  const bytes = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength)
  const found: CellError[] = []
  for (let at = bytes.indexOf(' t="e"'); at >= 0 && found.length < mostMerges; at = bytes.indexOf(' t="e"', at + 1)) {
    const open = bytes.lastIndexOf('<c ', at)
    const tag = bytes.toString('latin1', open, bytes.indexOf('>', at))
    const place = addressOf(/\sr="([A-Z]+\d+)"/.exec(tag)?.[1] ?? '')
    const said = /<v>([^<]*)<\/v>/.exec(bytes.toString('utf8', at, at + 2000))?.[1] ?? '#'
    if (place) found.push({ ...place, text: plain(said).slice(0, 20) })
  }
  return found
}

/** Below this the library takes a format's number for one of Excel's own and does not look at what the file says of it. */
const firstOwnFormat = 100
const shift = 10_000

/** The styles with the file's own formats under numbers the library looks up: SheetJS and some web systems number them from 50 on. */
export function plainStyles(styles: Uint8Array): Uint8Array {
  const xml = text(styles)
  const own = new Set([...xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'numFmtId'))))
  const renumbered = xml.replace(/(\snumFmtId=")(\d+)(")/g, (whole, before, id, after) =>
    own.has(Number(id)) && Number(id) < firstOwnFormat ? `${before}${Number(id) + shift}${after}` : whole,
  )
  return Buffer.from(renumbered, 'utf8')
}
