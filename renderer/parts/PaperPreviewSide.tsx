import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, InputNumber } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { Place } from '../../shared/contract/office.ts'
import type { PaperView } from '../../shared/contract/papers.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../api/client.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { clearPrint, printPaper } from './PaperPreviewPrint.ts'
import { PlacePicker } from './PlacePicker.tsx'
import { modeOf, notePrinted, type PaperRef, savePaper } from './paperRef.ts'
import './Panel.css'

interface Props {
  readonly of: PaperRef
  readonly view: PaperView | undefined
  readonly paper: PDFDocumentProxy | null
  readonly wanted: number
}

/** Beside the pages: what this paper is, characters that cannot be printed, printing, saving. */
export function PaperSide({ of, view, paper, wanted }: Props) {
  const [accepted, setAccepted] = useState(false)
  const missing = view?.missingGlyphs ?? []
  const blocked = missing.length > 0 && !accepted
  return (
    <aside className="paper-side">
      <p>{noteOf(of, view)}</p>
      {missing.length > 0 && <MissingGlyphs characters={missing} accepted={accepted} onAccept={setAccepted} />}
      <PrintPart of={of} paper={paper} wanted={wanted} blocked={blocked} />
      <SavePart of={of} ready={view !== undefined} />
    </aside>
  )
}

function noteOf(of: PaperRef, view: PaperView | undefined): string {
  const mode = modeOf(of)
  if (mode === null) return t.papers.officeNote
  return mode === 'final' && view?.frozen ? t.papers.frozenNote : t.papers.modeNotes[mode]
}

interface MissingProps {
  readonly characters: readonly string[]
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
}
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function MissingGlyphs({ characters, accepted, onAccept }: MissingProps) {
  const list = (
    <>
      {t.papers.missingText}
      <ul className="paper-glyphs">
        {characters.map((c) => (
          <li key={c}>
            <b>{c}</b> {codePoint(c)}
          </li>
        ))}
      </ul>
      <Checkbox checked={accepted} onChange={(e) => onAccept(e.target.checked)}>
        {t.papers.missingAccept}
      </Checkbox>
    </>
  )
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={fill(t.papers.missingTitle, { count: characters.length })}
      description={list}
    />
  )
}

/** Every copy is laid out for the printer; more at once only chokes it. */
const mostCopies = 30

interface PrintProps extends Pick<Props, 'of' | 'paper' | 'wanted'> {
  readonly blocked: boolean
}
function PrintPart({ of, paper, wanted, blocked }: PrintProps) {
  const [copies, setCopies] = useState(Math.min(wanted, mostCopies))
  const { print, making, copyNo, error } = usePrint(of, copies, paper)
  return (
    <>
      <div className="paper-copies">
        <label htmlFor="paper-copies">{t.papers.copies}</label>
        <InputNumber
          id="paper-copies"
          min={1}
          max={mostCopies}
          precision={0}
          value={copies}
          onChange={(n) => setCopies(n ?? 1)}
        />
      </div>
      <Button type="primary" block onClick={print} disabled={paper === null || blocked} loading={making !== null}>
        {making === null
          ? t.papers.print
          : fill(t.papers.preparing, { page: making, pages: paper?.numPages ?? making })}
      </Button>
      {blocked && <p className="quiet">{t.papers.missingBlocks}</p>}
      {copyNo !== null && (
        <Alert type="success" showIcon role="status" title={fill(t.papers.printed, { copyNo, copies })} />
      )}
      <ErrorNotice error={error} />
      <p className="quiet">{t.papers.printHint}</p>
    </>
  )
}

/** Notes the printing before the print window opens: a paper that left without a note would be worse than one too many. */
function usePrint(of: PaperRef, copies: number, paper: PDFDocumentProxy | null) {
  const [making, setMaking] = useState<number | null>(null)
  const [copyNo, setCopyNo] = useState<number | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => clearPrint, [])
  const print = async () => {
    if (paper === null) return
    setError(null)
    setCopyNo(null)
    try {
      const before = async () => setCopyNo(await notePrinted(of, copies))
      await printPaper({ paper, copies, onPage: setMaking, before })
    } catch (cause) {
      setError(asAppError(cause))
    } finally {
      setMaking(null)
    }
  }
  return { print: () => void print(), making, copyNo, error }
}

interface SaveProps extends Pick<Props, 'of'> {
  readonly ready: boolean
}
function SavePart({ of, ready }: SaveProps) {
  const save = useMutation<string, AppError, string | null>({ mutationFn: (to) => savePaper(of, to) })
  const [choosing, setChoosing] = useState(false)
  const [place, setPlace] = useState<Place | null>(null)
  const to = choosing ? place : null
  const where = to?.label ?? t.papers.saveDefault
  return (
    <>
      <Button
        block
        disabled={!ready || (choosing && place === null)}
        loading={save.isPending}
        onClick={() => save.mutate(to?.token ?? null)}
      >
        {t.papers.save}
      </Button>
      <Checkbox checked={choosing} onChange={(e) => setChoosing(e.target.checked)}>
        {t.papers.saveElsewhere}
      </Checkbox>
      {choosing && <PlacePicker label={t.papers.saveTo} value={place} onChange={setPlace} />}
      {save.data && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={fill(t.papers.saved, { fileName: save.data, place: where })}
          description={t.papers.savedNote}
        />
      )}
      <ErrorNotice error={save.error} />
    </>
  )
}
