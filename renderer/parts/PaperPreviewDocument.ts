import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'

/** pdf.js and its worker are large: loaded when the first paper is looked at. */
async function openDocument(bytes: Uint8Array) {
  const [pdfjs, worker] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url')])
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default
  const data = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href
  return pdfjs.getDocument({
    // The worker takes the bytes over; the page still needs its own.
    data: bytes.slice(),
    cMapUrl: data('cmaps'),
    standardFontDataUrl: data('standard_fonts'),
    wasmUrl: data('wasm'),
    iccUrl: data('iccs'),
  })
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

/** The first of equal byte arrays, so that asking the core again does not redraw an unchanged paper. */
function useSteady(bytes: Uint8Array | undefined): Uint8Array | undefined {
  const kept = useRef(bytes)
  if (bytes !== undefined && (kept.current === undefined || !same(kept.current, bytes))) kept.current = bytes
  return bytes === undefined ? undefined : kept.current
}

/** The opened paper, or null while it opens; `failed` when the bytes are no PDF. */
export function usePaperDocument(given: Uint8Array | undefined) {
  const bytes = useSteady(given)
  const [paper, setPaper] = useState<PDFDocumentProxy | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (bytes === undefined) return
    let gone = false
    let close = () => {}
    setFailed(false)
    openDocument(bytes)
      .then(async (task) => {
        close = () => void task.destroy()
        if (gone) return close()
        const opened = await task.promise
        if (!gone) setPaper(opened)
      })
      .catch(() => !gone && setFailed(true))
    return () => {
      gone = true
      setPaper(null)
      close()
    }
  }, [bytes])
  return { paper, failed }
}
