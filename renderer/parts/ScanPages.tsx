import { Spin } from 'antd'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { usePaperDocument } from './PaperPreviewDocument.ts'
import { drawPage, useNear } from './PaperPreviewPage.tsx'

/** Of a page on screen, in CSS pixels: an A4 page at 100 %. */
const width = (210 / 25.4) * 96
const pointScale = 96 / 72

/** The pages of a scanned PDF, each in its own size, drawn as they come near. */
export function ScanPages({ bytes }: { readonly bytes: Uint8Array }) {
  const { paper, failed } = usePaperDocument(bytes)
  if (failed) return <ErrorNotice error={{ code: 'scan-cut', details: {} }} />
  if (paper === null) return <Spin />
  const numbers = Array.from({ length: paper.numPages }, (_, i) => i + 1)
  return numbers.map((n) => <ScanPage key={n} paper={paper} number={n} />)
}

function ScanPage({ paper, number }: { readonly paper: PDFDocumentProxy; readonly number: number }) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const near = useNear(frame)
  const [page, setPage] = useState<PDFPageProxy | null>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    let gone = false
    if (near) void paper.getPage(number).then((found) => !gone && setPage(found))
    return () => {
      gone = true
    }
  }, [paper, number, near])
  const size = page?.getViewport({ scale: 1 })
  const zoom = size ? width / size.width / pointScale : 0
  useEffect(() => {
    if (zoom > 0 && canvas.current !== null) return drawPage(paper, number, zoom, canvas.current, () => setDrawn(true))
  }, [paper, number, zoom])
  // Until its size is known a page is taken for A4.
  const height = size ? (width * size.height) / size.width : (width * 297) / 210
  return (
    <div
      ref={frame}
      className="paper-page"
      role="img"
      aria-label={fill(t.scans.pageAlt, { page: number })}
      data-drawn={drawn}
      style={{ width, height }}
    >
      {page !== null && <canvas ref={canvas} />}
    </div>
  )
}
