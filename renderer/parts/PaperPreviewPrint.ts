import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type Placed, placedOnA4, type Shift, type Side } from '../../shared/rules/printing.ts'

/** One page as an image, and where it goes on the sheet. */
interface PageImage {
  readonly image: HTMLImageElement
  readonly placed: Placed
}

const millimetres = (points: number): number => (points * 25.4) / 72

async function pageImage(paper: PDFDocumentProxy, number: number, dotsPerInch: number): Promise<PageImage> {
  const page = await paper.getPage(number)
  const size = page.getViewport({ scale: 1 })
  const placed = placedOnA4(millimetres(size.width), millimetres(size.height))
  const rotation = (page.rotate + (placed.turned ? 90 : 0)) % 360
  const viewport = page.getViewport({ scale: dotsPerInch / 72, rotation })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  canvas.width = 0
  page.cleanup()
  if (blob === null) throw new Error('page image was not made')
  const image = document.createElement('img')
  image.alt = ''
  image.src = URL.createObjectURL(blob)
  await image.decode()
  return { image, placed }
}

const sheetsClass = 'paper-print'
const printingClass = 'printing-paper'

/** Takes the laid-out pages away; a later print of the window must not show them again. */
export function clearPrint(): void {
  for (const sheets of document.querySelectorAll(`.${sheetsClass}`)) {
    for (const image of sheets.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    sheets.remove()
  }
  document.body.classList.remove(printingClass)
}

/** A side of a sheet; one without a page stays white. */
function sheetOf(page: PageImage | undefined, shift: Shift): HTMLElement {
  const sheet = document.createElement('div')
  if (page === undefined) return sheet
  const image = page.image.cloneNode() as HTMLImageElement
  const { x, y, width, height } = page.placed
  image.style.left = `${x + shift.x / 10}mm`
  image.style.top = `${y + shift.y / 10}mm`
  image.style.width = `${width}mm`
  image.style.height = `${height}mm`
  sheet.append(image)
  return sheet
}

/** What goes to the printer at once. */
export interface PrintPart {
  readonly paper: PDFDocumentProxy
  readonly sides: readonly Side[]
  readonly shift: (side: Side) => Shift
  readonly dotsPerInch: number
  /** Told how many of the pages have been made ready. */
  readonly onPage: (done: number, pages: number) => void
  readonly isStopped: () => boolean
  /** Runs when the pages are ready; if it fails nothing is printed. */
  readonly before: () => Promise<void>
}

/** The pages as images on the body, seen only on paper. False when it was stopped. */
async function layOut(part: PrintPart): Promise<boolean> {
  const numbers = [...new Set(part.sides.flatMap((s) => s.page ?? []))]
  const images = new Map<number, PageImage>()
  const sheets = document.createElement('div')
  sheets.className = sheetsClass
  document.body.append(sheets)
  for (const [i, number] of numbers.entries()) {
    part.onPage(i + 1, numbers.length)
    const made = await pageImage(part.paper, number, part.dotsPerInch)
    images.set(number, made)
    if (part.isStopped()) {
      for (const { image } of images.values()) URL.revokeObjectURL(image.src)
      clearPrint()
      return false
    }
  }
  for (const side of part.sides)
    sheets.append(sheetOf(side.page === null ? undefined : images.get(side.page), part.shift(side)))
  await Promise.all([...sheets.querySelectorAll('img')].map((image) => image.decode()))
  document.body.classList.add(printingClass)
  return true
}

/** Whether a print window was seen: without a printer the system may not open one. */
function openPrintWindow(): boolean {
  let seen = false
  const see = () => {
    seen = true
  }
  window.addEventListener('beforeprint', see, { once: true })
  window.addEventListener('afterprint', see, { once: true })
  window.addEventListener('afterprint', clearPrint, { once: true })
  window.print()
  return seen
}

/**
 * Prints pages of this window as images, A4, without margins, at 100 %: the same way in every host, where printing a PDF
 * itself has been unreliable. The images of an earlier part are gone before those of the next are made. Ends when the
 * print window was closed, printed or not.
 */
export async function printPart(part: PrintPart): Promise<'stopped' | 'opened' | 'unseen'> {
  clearPrint()
  if (!(await layOut(part))) return 'stopped'
  try {
    await part.before()
  } catch (error) {
    clearPrint()
    throw error
  }
  return openPrintWindow() ? 'opened' : 'unseen'
}
