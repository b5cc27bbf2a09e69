import { Button, Spin, Tag } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PaperMode, PaperView } from '../../shared/contract/papers.ts'
import { isComposing } from '../keys.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { PaperOutline, useBookmarks } from './PaperOutline.tsx'
import { usePaperDocument } from './PaperPreviewDocument.ts'
import { PaperPage, paperHeight, paperWidth, useLies } from './PaperPreviewPage.tsx'
import { PaperSide } from './PaperPreviewSide.tsx'
import { modeOf, type PaperRef, usePaperView } from './paperRef.ts'
import { usePrintWay } from './printWay.ts'
import './PaperPreview.css'

export interface PaperPreviewProps {
  readonly of: PaperRef
  /** How many are wanted, to begin with; one where nothing says otherwise. */
  readonly copies?: number
  readonly onClose: () => void
}

/** A paper as it will be printed: look, print, save. Fills the area it is put into; Esc closes it. */
export function PaperPreview({ of, copies = 1, onClose }: PaperPreviewProps) {
  const way = usePrintWay(of)
  const { view, error, again } = usePaperView(way.of)
  const mode = modeOf(of)
  const { paper, failed } = usePaperDocument(view?.pdf)
  const bookmarks = useBookmarks(paper)
  const scroller = useRef<HTMLDivElement>(null)
  const lies = useLies(paper)
  const zoom = useZoom(scroller, bookmarks.length > 0, lies)
  const page = usePage(scroller, stride(zoom.value, lies), paper?.numPages ?? 0)
  useEscape(onClose)
  return (
    <section className="paper-preview" aria-label={t.papers.region}>
      <header className="paper-bar">
        <h2>{view?.title}</h2>
        {mode && <ModeTag mode={mode} view={view} />}
        <span className="grow" />
        <PageButtons page={page} />
        <ZoomButtons zoom={zoom} />
        <Button size="small" onClick={onClose}>
          {t.papers.close}
        </Button>
      </header>
      {bookmarks.length > 0 && <PaperOutline bookmarks={bookmarks} current={page.current} onShow={page.show} />}
      <div className="paper-pages" ref={scroller} role="document" aria-label={t.papers.pageArea} onScroll={page.look}>
        <ErrorNotice
          error={error ?? (failed ? { code: 'internal', details: { incident: 'pdf' } } : null)}
          onRetry={again}
        />
        {paper ? (
          <Pages paper={paper} zoom={zoom.value} />
        ) : (
          error === null && !failed && <Spin description={t.papers.loading} />
        )}
      </div>
      <PaperSide of={of} way={way} paper={paper} view={view} wanted={copies} current={page.current} />
    </section>
  )
}

function useEscape(run: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isComposing(event)) run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [run])
}

function Pages({ paper, zoom }: { readonly paper: PDFDocumentProxy; readonly zoom: number }) {
  return Array.from({ length: paper.numPages }, (_, i) => i + 1).map((n) => (
    <PaperPage key={n} paper={paper} number={n} zoom={zoom} />
  ))
}

function ModeTag({ mode, view }: { readonly mode: PaperMode; readonly view: PaperView | undefined }) {
  if (mode === 'final' && view?.frozen) return <Tag color="green">{t.papers.frozenTitle}</Tag>
  return <Tag color={mode === 'draft' ? 'orange' : 'blue'}>{t.papers.modes[mode]}</Tag>
}

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const
/** Space left and right of a page, and its scroll bar. */
const around = 44

/** Starts at the width of the area, which bookmarks make narrower; the buttons step through fixed zooms. */
function useZoom(scroller: React.RefObject<HTMLDivElement | null>, isNarrower: boolean, lies: boolean) {
  const [value, setValue] = useState(1)
  const wide = lies ? paperHeight : paperWidth
  const fitted = () => Math.min(1.5, ((scroller.current?.clientWidth ?? wide) - around) / wide)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the area has its width, not with every drawing
  useEffect(() => setValue(fitted()), [isNarrower, lies])
  const before = useRef(value)
  useLayoutEffect(() => {
    // The page that was read stays the page in view.
    if (scroller.current) scroller.current.scrollTop *= value / before.current
    before.current = value
  }, [value, scroller])
  return {
    value,
    fit: () => setValue(fitted()),
    larger: () => setValue(zooms.find((z) => z > value + 0.01) ?? value),
    smaller: () => setValue(zooms.findLast((z) => z < value - 0.01) ?? value),
  }
}

function ZoomButtons({ zoom }: { readonly zoom: ReturnType<typeof useZoom> }) {
  return (
    <>
      <Button size="small" onClick={zoom.smaller} aria-label={t.papers.zoomOut}>
        −
      </Button>
      <Button size="small" onClick={zoom.fit} title={t.papers.fitWidth} aria-label={t.papers.fitWidth}>
        {fill(t.papers.zoomPercent, { percent: Math.round(zoom.value * 100) })}
      </Button>
      <Button size="small" onClick={zoom.larger} aria-label={t.papers.zoomIn}>
        +
      </Button>
    </>
  )
}

/** Height of a page with the gap below it. */
const stride = (zoom: number, lies: boolean): number => (lies ? paperWidth : paperHeight) * zoom + 12

/** The page in the middle of the view, and steps from it. */
function usePage(scroller: React.RefObject<HTMLDivElement | null>, step: number, pages: number) {
  const [current, setCurrent] = useState(1)
  const look = () => {
    const area = scroller.current
    if (area) setCurrent(Math.max(1, Math.min(pages, Math.floor((area.scrollTop + area.clientHeight / 2) / step) + 1)))
  }
  const show = (page: number) => scroller.current?.scrollTo({ top: (page - 1) * step })
  return { current, pages, look, show, previous: () => show(current - 1), next: () => show(current + 1) }
}

function PageButtons({ page }: { readonly page: ReturnType<typeof usePage> }) {
  if (page.pages === 0) return null
  return (
    <>
      <Button size="small" onClick={page.previous} disabled={page.current <= 1} aria-label={t.papers.previousPage}>
        ‹
      </Button>
      <output>{fill(t.papers.pageOf, { page: page.current, pages: page.pages })}</output>
      <Button size="small" onClick={page.next} disabled={page.current >= page.pages} aria-label={t.papers.nextPage}>
        ›
      </Button>
    </>
  )
}
