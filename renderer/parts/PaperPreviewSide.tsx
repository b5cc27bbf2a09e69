import { Alert, Button, Checkbox, InputNumber } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { PaperView, Place } from '../../shared/contract/office.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError, call, useAct } from '../api/client.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import type { PaperMode } from './PaperPreview.tsx'
import { clearPrint, printPaper } from './PaperPreviewPrint.ts'
import { PlacePicker } from './PlacePicker.tsx'
import './Panel.css'

interface Props {
  readonly ledger: 'dispute'
  readonly id: string
  readonly mode: PaperMode
  readonly view: PaperView | undefined
  readonly paper: PDFDocumentProxy | null
}

/** Beside the pages: what this paper is, characters that cannot be printed, printing, saving. */
export function PaperSide({ ledger, id, mode, view, paper }: Props) {
  const [accepted, setAccepted] = useState(false)
  const missing = view?.missingGlyphs ?? []
  const blocked = missing.length > 0 && !accepted
  return (
    <aside className="paper-side">
      <p>{mode === 'final' && view?.frozen ? t.papers.frozenNote : t.papers.modeNotes[mode]}</p>
      {missing.length > 0 && <MissingGlyphs characters={missing} accepted={accepted} onAccept={setAccepted} />}
      <PrintPart {...{ ledger, id, mode, paper }} blocked={blocked} />
      <SavePart {...{ ledger, id, mode }} ready={view !== undefined} />
    </aside>
  )
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

interface PrintProps extends Pick<Props, 'ledger' | 'id' | 'mode' | 'paper'> {
  readonly blocked: boolean
}
function PrintPart({ ledger, id, mode, paper, blocked }: PrintProps) {
  const [copies, setCopies] = useState(1)
  const { print, making, copyNo, error } = usePrint({ ledger, id, mode, copies }, paper)
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

interface Printed {
  readonly ledger: 'dispute'
  readonly id: string
  readonly mode: PaperMode
  readonly copies: number
}
/** Notes the printing before the print window opens: a paper that left without a note would be worse than one too many. */
function usePrint(what: Printed, paper: PDFDocumentProxy | null) {
  const [making, setMaking] = useState<number | null>(null)
  const [copyNo, setCopyNo] = useState<number | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => clearPrint, [])
  const print = async () => {
    if (paper === null) return
    setError(null)
    setCopyNo(null)
    try {
      const before = async () => setCopyNo((await call('agreement.printed', what)).copyNo)
      await printPaper({ paper, copies: what.copies, onPage: setMaking, before })
    } catch (cause) {
      setError(asAppError(cause))
    } finally {
      setMaking(null)
    }
  }
  return { print: () => void print(), making, copyNo, error }
}

interface SaveProps extends Pick<Props, 'ledger' | 'id' | 'mode'> {
  readonly ready: boolean
}
function SavePart({ ledger, id, mode, ready }: SaveProps) {
  const save = useAct('agreement.savePdf')
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
        onClick={() => save.mutate({ ledger, id, mode, place: to?.token ?? null })}
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
          title={fill(t.papers.saved, { fileName: save.data.fileName, place: where })}
          description={t.papers.savedNote}
        />
      )}
      <ErrorNotice error={save.error} />
    </>
  )
}
