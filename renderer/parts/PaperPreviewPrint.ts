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

/** The pages as images on the body, seen only on paper; answers the function that takes them away. */
async function layOut(paper: PDFDocumentProxy, onPage: (page: number) => void): Promise<() => void> {
  const sheets = document.createElement('div')
  sheets.className = 'paper-print'
  const remove = () => {
    for (const image of sheets.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    sheets.remove()
    document.body.classList.remove('printing-paper')
  }
  try {
    for (let number = 1; number <= paper.numPages; number++) {
      onPage(number)
      const sheet = document.createElement('div')
      sheet.append(await pageImage(paper, number))
      sheets.append(sheet)
    }
  } catch (error) {
    remove()
    throw error
  }
  document.body.append(sheets)
  document.body.classList.add('printing-paper')
  return remove
}

/**
 * Prints the pages of this window as images at 300 dpi, A4, without margins: the same way in every host, where
 * printing a PDF itself has been unreliable. `before` runs when the pages are ready; if it fails nothing is printed.
 */
export async function printPaper(
  paper: PDFDocumentProxy,
  onPage: (page: number) => void,
  before: () => Promise<void>,
): Promise<void> {
  const remove = await layOut(paper, onPage)
  try {
    await before()
  } catch (error) {
    remove()
    throw error
  }
  window.addEventListener('afterprint', remove, { once: true })
  window.print()
}
