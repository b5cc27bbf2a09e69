/** Which page goes on which side of which sheet, and where on it. Lengths are tenths of a millimetre. */
import type { FormPlace, Printer } from '../settingsPrinters.ts'

/** Margins of every paper in millimetres (GB/T 9704): bound at the left. */
export const sheetMargins = { left: 28, right: 26 } as const
/** From a front to its back the binding edge changes sides. */
const mirrored = 10 * (sheetMargins.right - sheetMargins.left)

/** Digits, commas and strokes as an input method gives them. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[、;。.]/g, ',')
    .replace(/[‐-―−~〜到至]/g, '-')
    .replace(/[第页\s]/g, '')

/** `1-3,5` as typed, in order and each page once; null when it names no page or one that is not there. */
export function typedPages(typed: string, count: number): readonly number[] | null {
  const pages = new Set<number>()
  for (const piece of plain(typed).split(',').filter(Boolean)) {
    const found = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(piece)
    const first = Number(found?.[1])
    const last = Number(found?.[2] ?? found?.[1])
    if (!found || first < 1 || last > count || first > last) return null
    for (let page = first; page <= last; page += 1) pages.add(page)
  }
  return pages.size === 0 ? null : [...pages].sort((a, b) => a - b)
}

/** `1-3,5`: the same pages written short. */
export function writtenPages(pages: readonly number[]): string {
  const runs: (readonly [number, number])[] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last?.[1] === page - 1) runs[runs.length - 1] = [last[0], page]
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}

/** A length in millimetres as typed (`-1.5`, `－１．５毫米`); null when it is none, finer than a tenth or out of reach. */
export function typedOffset(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/。/g, '.')
    .replace(/(毫米|mm|\s)/gi, '')
  const found = /^([+-]?)(\d{1,2})(?:\.(\d))?$/.exec(text)
  if (!found) return null
  const length = Number(found[2]) * 10 + Number(found[3] ?? 0)
  if (length > 200) return null
  return found[1] === '-' && length > 0 ? -length : length
}
export const writtenOffset = (tenths: number): string => (tenths / 10).toFixed(1)

/** One side of a sheet; a back without a page stays white. */
export interface Side {
  readonly page: number | null
  readonly back: boolean
}
export interface Job {
  /** In the order they are printed. */
  readonly pages: readonly number[]
  readonly copies: number
  readonly duplex: boolean
  /** Pages that begin a paper: printed on both sides, none begins on the back of another. */
  readonly starts: readonly number[]
}

/** Whole copies, one after the other. Printed on both sides, each copy and each paper of it begins on a front. */
export function sidesOf({ pages, copies, duplex, starts }: Job): readonly Side[] {
  if (!duplex) return Array.from({ length: copies }, () => pages.map((page) => ({ page, back: false }))).flat()
  const sides: Side[] = []
  for (let copy = 0; copy < copies; copy += 1) {
    for (const [i, page] of pages.entries()) {
      const toFront = i === 0 || starts.includes(page)
      if (toFront && sides.length % 2 === 1) sides.push({ page: null, back: true })
      sides.push({ page, back: sides.length % 2 === 1 })
    }
  }
  return sides
}

/** What goes to the printer at once. Fed by hand it is one page, and nobody feeds a sheet to print nothing on it. */
export function partsOf(
  sides: readonly Side[],
  { onePage, duplex, pagesPerPart }: Pick<Printer, 'onePage' | 'duplex' | 'pagesPerPart'>,
): readonly (readonly Side[])[] {
  if (onePage) return sides.filter((s) => s.page !== null).map((s) => [s])
  // A part never ends between the front and the back of a sheet.
  const size = duplex ? Math.max(2, pagesPerPart - (pagesPerPart % 2)) : pagesPerPart
  return Array.from({ length: Math.ceil(sides.length / size) }, (_, i) => sides.slice(i * size, (i + 1) * size))
}

export interface Shift {
  readonly x: number
  readonly y: number
}
/** How far a page moves on this side: the printer's offset, the form's, and the mirrored margin of a back. */
export const shiftOf = (
  side: Pick<Side, 'back'>,
  { offsetX, offsetY }: Pick<Printer, 'offsetX' | 'offsetY'>,
  form: Pick<FormPlace, 'x' | 'y'> | null,
): Shift => ({ x: offsetX + (form?.x ?? 0) + (side.back ? mirrored : 0), y: offsetY + (form?.y ?? 0) })

/** The office paper with ruler and ring. */
export const testPagePaper = 'printerTrial'
export interface TestPage {
  /** Name of its profile; empty for none. */
  readonly printer: string
  readonly withOffset: boolean
}
/** What the test page is about, in one word. */
export const testPageAbout = ({ printer, withOffset }: TestPage): string => `${withOffset ? 'on' : 'off'}:${printer}`
export function testPageOf(about: string | null): TestPage | null {
  const found = /^(on|off):(.*)$/u.exec(about ?? '')
  return found ? { printer: found[2] ?? '', withOffset: found[1] === 'on' } : null
}

/** Millimetres. */
export const a4 = { width: 210, height: 297 } as const
export interface Placed {
  /** A sheet lies upright in the printer: a page that lies is turned by a quarter. */
  readonly turned: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** Rounding of a page's size in a PDF. */
const tolerance = 1
/** Where a page of this size (mm) goes on A4: as large as it is, in the middle; one that is larger is made to fit. */
export function placedOnA4(width: number, height: number): Placed {
  const turned = width > height
  const [w, h] = turned ? [height, width] : [width, height]
  const isA4 = Math.abs(w - a4.width) < tolerance && Math.abs(h - a4.height) < tolerance
  if (isA4) return { turned, x: 0, y: 0, ...a4 }
  const scale = Math.min(1, a4.width / w, a4.height / h)
  const size = { width: w * scale, height: h * scale }
  return { turned, x: (a4.width - size.width) / 2, y: (a4.height - size.height) / 2, ...size }
}
