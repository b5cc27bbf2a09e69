import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { PaperView } from '../../shared/contract/papers.ts'
import { partsOf, sidesOf, typedPages, writtenPages } from '../../shared/rules/printing.ts'
import { fill, t } from '../text.ts'
import { PrintProgress } from './PrintProgress.tsx'
import { notePrinted, type PaperRef, takesStyle, undoPrint } from './paperRef.ts'
import { hasValues, type PrintWay } from './printWay.ts'
import { usePrintJob } from './usePrintJob.ts'

const words = t.printing

interface Props {
  readonly of: PaperRef
  readonly way: PrintWay
  readonly view: PaperView | undefined
  readonly paper: PDFDocumentProxy | null
  /** Copies to begin with. */
  readonly wanted: number
  /** The page being looked at. */
  readonly current: number
  readonly blocked: boolean
}

const most = 99

/** Which pages of which printer in how many copies, and the printing itself. */
export function PrintPanel({ of, way, view, paper, wanted, current, blocked }: Props) {
  const [copies, setCopies] = useState(Math.min(wanted, most))
  const range = useRange(paper?.numPages ?? 0, current)
  const starts = useStarts(paper)
  const job = usePrintJob()
  const { printer } = way
  const parts =
    range.pages === null
      ? []
      : partsOf(sidesOf({ pages: range.pages, copies, duplex: printer.duplex, starts }), printer)
  const print = () => {
    if (paper === null || range.pages === null) return
    const pages = range.isAll ? '' : writtenPages(range.pages)
    job.start({
      ...{ paper, parts, copies, shift: way.shift, dotsPerInch: printer.resolution, byHand: printer.onePage },
      note: () => notePrinted(way.of, { copies, pages }),
      undo: (copyNo) => undoPrint(way.of, copyNo),
    })
  }
  return (
    <>
      <PrinterChoice way={way} />
      <Range range={range} pages={paper?.numPages ?? 0} />
      <div className="paper-copies">
        <label htmlFor="paper-copies">{t.papers.copies}</label>
        <InputNumber
          id="paper-copies"
          min={1}
          max={most}
          precision={0}
          value={copies}
          onChange={(n) => setCopies(n ?? 1)}
        />
      </div>
      {hasValues(of, view) && (
        <Checkbox checked={way.valuesOnly} onChange={(e) => way.setValuesOnly(e.target.checked)}>
          {words.valuesOnly}
        </Checkbox>
      )}
      <PrintProgress job={job} disabled={paper === null || blocked || range.pages === null} onPrint={print} />
      {blocked && <p className="quiet">{t.papers.missingBlocks}</p>}
      <Hints of={of} way={way} view={view} parts={parts.length} />
    </>
  )
}

function PrinterChoice({ way: { printers, printer, choose } }: Pick<Props, 'way'>) {
  if (printers.length === 0) return null
  const options = [{ value: '', label: words.noPrinter }, ...printers.map(({ name }) => ({ value: name, label: name }))]
  return (
    <div className="paper-copies">
      <label htmlFor="paper-printer">{words.printer}</label>
      <Select id="paper-printer" className="paper-printer" options={options} value={printer.name} onChange={choose} />
    </div>
  )
}

type RangeKind = 'all' | 'current' | 'some'

function useRange(count: number, current: number) {
  const [kind, setKind] = useState<RangeKind>('all')
  const [typed, setTyped] = useState('')
  const all = Array.from({ length: count }, (_, i) => i + 1)
  const pages = kind === 'all' ? all : kind === 'current' ? [current] : typedPages(typed, count)
  return { kind, setKind, typed, setTyped, pages, isAll: pages?.length === count }
}

function Range({ range, pages }: { readonly range: ReturnType<typeof useRange>; readonly pages: number }) {
  if (pages < 2) return null
  const isWrong = range.kind === 'some' && range.pages === null && range.typed.trim() !== ''
  return (
    <div className="paper-range">
      <Radio.Group
        aria-label={words.pages}
        size="small"
        optionType="button"
        value={range.kind}
        onChange={(e) => range.setKind(e.target.value as RangeKind)}
        options={[
          { value: 'all', label: words.all },
          { value: 'current', label: words.current },
          { value: 'some', label: words.some },
        ]}
      />
      {range.kind === 'some' && (
        <Input
          aria-label={words.somePages}
          placeholder={words.somePlaceholder}
          autoFocus
          value={range.typed}
          status={isWrong ? 'error' : ''}
          onChange={(e) => range.setTyped(e.target.value)}
        />
      )}
      {isWrong && <p className="field-problem">{fill(words.someWrong, { pages })}</p>}
    </div>
  )
}

/** Pages where a paper of a dossier begins: its bookmarks say so. */
function useStarts(paper: PDFDocumentProxy | null): readonly number[] {
  const [starts, setStarts] = useState<readonly number[]>([])
  useEffect(() => {
    if (paper === null) return
    let gone = false
    const read = async () => {
      const outline = (await paper.getOutline()) ?? []
      const pages = await Promise.all(outline.map(({ dest }) => pageOf(paper, dest)))
      if (!gone) setStarts(pages.filter((page) => page !== null))
    }
    // A document closed meanwhile, or bookmarks that lead nowhere: then only copies begin on a front.
    read().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [paper])
  return starts
}

async function pageOf(paper: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number | null> {
  const explicit = typeof dest === 'string' ? await paper.getDestination(dest) : dest
  const page: unknown = explicit?.[0]
  if (typeof page === 'number') return page + 1
  return typeof page === 'object' && page !== null ? (await paper.getPageIndex(page as never)) + 1 : null
}

interface HintProps extends Pick<Props, 'of' | 'way' | 'view'> {
  readonly parts: number
}
function Hints({ of, way: { printer, valuesOnly }, view, parts }: HintProps) {
  const isOther = printer.style !== 'plain'
  const hints = [
    ...(valuesOnly ? [words.valuesNote] : []),
    ...(isOther && view?.frozen ? [words.keptNote] : []),
    ...(isOther && !takesStyle(of) ? [words.fixedNote] : []),
    ...(printer.duplex ? [words.duplexHint] : []),
    ...(parts > 1 && !printer.onePage ? [fill(words.parts, { parts, pages: printer.pagesPerPart })] : []),
    t.papers.printHint,
  ]
  return hints.map((hint) => (
    <p key={hint} className="quiet">
      {hint}
    </p>
  ))
}
