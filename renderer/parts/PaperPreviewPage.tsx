import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { fill, t } from '../text.ts'

/** A4 in CSS pixels at 100 %. */
export const paperWidth = (210 / 25.4) * 96
export const paperHeight = (297 / 25.4) * 96
/** PDF points to CSS pixels. */
const pointScale = 96 / 72

interface Props {
  readonly paper: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  readonly zoom: number
}

/** One page on a canvas, drawn when it comes near the visible part. */
export function PaperPage({ paper, number, zoom }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const near = useNear(frame)
  const [drawn, setDrawn] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const lies = useLies(paper)
  useEffect(() => {
    if (!near || canvas.current === null) return
    setDrawn(false)
    return drawPage(paper, number, zoom, canvas.current, () => setDrawn(true))
  }, [paper, number, zoom, near])
  return (
    <div
      ref={frame}
      className="paper-page"
      role="img"
      aria-label={fill(t.papers.pageAlt, { page: number })}
      data-drawn={drawn}
      style={
        lies
          ? { width: paperHeight * zoom, height: paperWidth * zoom }
          : { width: paperWidth * zoom, height: paperHeight * zoom }
      }
    >
      {near && <canvas ref={canvas} />}
    </div>
  )
}

/** True for a paper whose first page is wider than high: all of its pages are. */
export function useLies(paper: PDFDocumentProxy | null): boolean {
  const [lies, setLies] = useState(false)
  useEffect(() => {
    let gone = false
    paper?.getPage(1).then(
      (page) => {
        const { width, height } = page.getViewport({ scale: 1 })
        if (!gone) setLies(width > height)
      },
      (cause: unknown) => {
        // A paper closed meanwhile has no pages to tell of.
        if (!gone) throw cause
      },
    )
    return () => {
      gone = true
    }
  }, [paper])
  return lies
}

/** True from the moment the element came within a screen of the visible part. */
export function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver((seen) => setNear((was) => was || seen.some((s) => s.isIntersecting)), {
      rootMargin: '100% 0px',
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return near
}

/** Answers the function that stops the drawing; two drawings on one canvas would mix. */
export function drawPage(
  paper: PDFDocumentProxy,
  number: number,
  zoom: number,
  canvas: HTMLCanvasElement,
  done: () => void,
): () => void {
  let task: RenderTask | null = null
  let stopped = false
  const draw = async () => {
    const page = await paper.getPage(number)
    if (stopped) return
    const viewport = page.getViewport({ scale: zoom * pointScale * window.devicePixelRatio })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    task = page.render({ canvas, viewport })
    await task.promise
    if (!stopped) done()
  }
  draw().catch((cause: unknown) => {
    if (!stopped) throw cause
  })
  return () => {
    stopped = true
    task?.cancel()
  }
}
