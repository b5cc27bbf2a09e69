import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Fine enough for Song type at 12 points; more only makes the printer's spooler slow. */
const dotsPerInch = 300

async function pageImage(paper: PDFDocumentProxy, number: number): Promise<HTMLImageElement> {
  const page = await paper.getPage(number)
  const viewport = page.getViewport({ scale: dotsPerInch / 72 })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  canvas.width = 0
  if (blob === null) throw new Error('page image was not made')
  const image = document.createElement('img')
  image.alt = ''
  image.src = URL.createObjectURL(blob)
  await image.decode()
  return image
}

const sheetsClass = 'paper-print'

/** Takes the laid-out pages away; a later print of the window must not show them again. */
export function clearPrint(): void {
  for (const sheets of document.querySelectorAll(`.${sheetsClass}`)) {
    for (const image of sheets.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    sheets.remove()
  }
  document.body.classList.remove('printing-paper')
}

function sheetOf(image: HTMLImageElement): HTMLElement {
  const sheet = document.createElement('div')
  sheet.append(image)
  return sheet
}

/** The pages as images on the body, seen only on paper, one whole copy after the other. */
async function layOut(images: readonly HTMLImageElement[], copies: number): Promise<void> {
  const sheets = document.createElement('div')
  sheets.className = sheetsClass
  for (let copy = 1; copy <= copies; copy++) {
    for (const image of images) sheets.append(sheetOf(image.cloneNode() as HTMLImageElement))
  }
  await Promise.all([...sheets.querySelectorAll('img')].map((image) => image.decode()))
  document.body.append(sheets)
  document.body.classList.add('printing-paper')
}

export interface PrintOrder {
  readonly paper: PDFDocumentProxy
  readonly copies: number
  /** Told which page is being made ready. */
  readonly onPage: (page: number) => void
  /** Runs when the pages are ready; if it fails nothing is printed. */
  readonly before: () => Promise<void>
}

/**
 * Prints the pages of this window as images at 300 dpi, A4, without margins: the same way in every host, where
 * printing a PDF itself has been unreliable. Ends when the print window was closed, printed or not.
 */
export async function printPaper({ paper, copies, onPage, before }: PrintOrder): Promise<void> {
  clearPrint()
  const images: HTMLImageElement[] = []
  for (let number = 1; number <= paper.numPages; number++) {
    onPage(number)
    images.push(await pageImage(paper, number))
  }
  await layOut(images, copies)
  try {
    await before()
  } catch (error) {
    clearPrint()
    throw error
  }
  window.addEventListener('afterprint', clearPrint, { once: true })
  window.print()
}
