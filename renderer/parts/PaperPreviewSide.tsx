import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useState } from 'react'
import type { Place } from '../../shared/contract/office.ts'
import type { PaperView } from '../../shared/contract/papers.ts'
import type { AppError } from '../../shared/errors.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import { PrintPanel } from './PrintPanel.tsx'
import { modeOf, type PaperRef, savePaper } from './paperRef.ts'
import type { PrintWay } from './printWay.ts'
import './Panel.css'

interface Props {
  readonly of: PaperRef
  readonly way: PrintWay
  readonly view: PaperView | undefined
  readonly paper: PDFDocumentProxy | null
  readonly wanted: number
  /** The page being looked at. */
  readonly current: number
}

/** Beside the pages: what this paper is, characters that cannot be printed, printing, saving. */
export function PaperSide({ of, way, view, paper, wanted, current }: Props) {
  const [accepted, setAccepted] = useState(false)
  const missing = view?.missingGlyphs ?? []
  const blocked = missing.length > 0 && !accepted
  return (
    <aside className="paper-side">
      <p>{noteOf(of, view)}</p>
      {missing.length > 0 && <MissingGlyphs characters={missing} accepted={accepted} onAccept={setAccepted} />}
      <PrintPanel {...{ of, way, view, paper, wanted, current, blocked }} />
      <SavePart of={way.of} ready={view !== undefined} />
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
