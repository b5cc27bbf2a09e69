/** Pages of a PDF as a printer would see them: how dark each dot is. */
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PageImage {
  readonly width: number
  readonly height: number
  /** 0 for white paper up to 255 for black, row by row. */
  readonly dark: Uint8Array
}

export async function pageImages(pdf: Uint8Array, dotsPerInch: number): Promise<readonly PageImage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const images: PageImage[] = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n)
    const viewport = page.getViewport({ scale: dotsPerInch / 72 })
    const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
    const canvas = createCanvas(width, height)
    const context = canvas.getContext('2d')
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise
    const { data } = context.getImageData(0, 0, width, height)
    // Every paper is printed in black and greys.
    images.push({
      width,
      height,
      dark: Uint8Array.from({ length: width * height }, (_, i) => 255 - (data[4 * i] ?? 0)),
    })
  }
  await task.destroy()
  return images
}

/** Sum of all darkness: the ink a page takes, in full dots. */
export const inkOnPage = ({ dark }: PageImage): number => dark.reduce((sum, d) => sum + d, 0) / 255

/** The first dot that is darker here than there, beyond a rounding of greys; null when there is none. */
export function darkerThan(one: PageImage, other: PageImage): string | null {
  const at = one.dark.findIndex((d, i) => d > (other.dark[i] ?? 0) + 2)
  return at < 0 ? null : `${at % one.width},${Math.floor(at / one.width)}`
}

/** Middles of the strokes along a line of dots, in dots. */
function strokes(dots: Uint8Array): readonly number[] {
  const found: number[] = []
  let from = -1
  for (let i = 0; i <= dots.length; i += 1) {
    const isDark = (dots[i] ?? 0) > 100
    if (isDark && from < 0) from = i
    if (!isDark && from >= 0) {
      found.push((from + i) / 2)
      from = -1
    }
  }
  return found
}
/** Where strokes cross a row or a column of a page, in dots. */
export const strokesInRow = ({ dark, width }: PageImage, y: number): readonly number[] =>
  strokes(dark.subarray(y * width, (y + 1) * width))
export const strokesInColumn = ({ dark, width, height }: PageImage, x: number): readonly number[] =>
  strokes(Uint8Array.from({ length: height }, (_, y) => dark[y * width + x] ?? 0))
