import { Button, Input, Select, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ScanContent, ScanRow } from '../../shared/contract/scans.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError, call, useAct } from '../api/client.ts'
import { formatInstant } from '../format.ts'
import { isComposing } from '../keys.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { ScanPages } from './ScanPages.tsx'
import { type ItemName, useBlobUrl } from './ScanStrip.tsx'
import { bytesShown } from './shown.ts'

const words = t.scans

interface Props {
  readonly id: string
  readonly scans: readonly ScanRow[]
  readonly items: readonly string[]
  readonly itemName: ItemName
  /** Id of the scan that is looked at. */
  readonly open: string
  readonly onOpen: (scan: string) => void
  readonly onClose: () => void
}

/** A scan over the whole window: look, name, move to another item, go on to the next. Esc closes it. */
export function ScanPreview({ id, scans, items, itemName, open, onOpen, onClose }: Props) {
  const at = scans.findIndex((s) => s.id === open)
  const scan = scans[at]
  const frame = useRef<HTMLElement>(null)
  useFocus(frame)
  useEscape(onClose)
  const gone = scan === undefined
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  if (scan === undefined) return null
  const step = (by: number) => {
    const next = scans[at + by]
    if (next) onOpen(next.id)
  }
  return createPortal(
    <section ref={frame} className="scan-preview" aria-label={words.preview} tabIndex={-1}>
      <header>
        <h2>
          <bdi>{scan.title}</bdi>
        </h2>
        <span className="quiet">
          {fill(words.facts, { when: formatInstant(scan.addedAt), who: scan.addedBy, size: bytesShown(scan.bytes) })}
        </span>
        <span className="grow" />
        <Button size="small" disabled={at === 0} onClick={() => step(-1)}>
          {words.previous}
        </Button>
        <Button size="small" disabled={at === scans.length - 1} onClick={() => step(1)}>
          {words.next}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.close}
        </Button>
      </header>
      <Changes key={scan.id} {...{ id, scan, items, itemName }} />
      <Content key={`content ${scan.id}`} id={id} scan={scan} />
    </section>,
    document.body,
  )
}

/** The preview has the focus while it is open, and gives it back to where it was. */
function useFocus(frame: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    frame.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [frame])
}

/** Heard by the window: a button that was pressed and is disabled now has lost the focus. */
function useEscape(run: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return
      event.stopPropagation()
      run()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [run])
}

/** The bytes are read once: asking again with every change elsewhere would read a file each time. */
function useContent(id: string, scan: string) {
  const [content, setContent] = useState<ScanContent | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => {
    let gone = false
    call('scan.read', { ledger: 'dispute', id, scan }).then(
      (read) => !gone && setContent(read),
      (e) => !gone && setError(asAppError(e)),
    )
    return () => {
      gone = true
    }
  }, [id, scan])
  return { content, error }
}

function Content({ id, scan }: { readonly id: string; readonly scan: ScanRow }) {
  const { content, error } = useContent(id, scan.id)
  const [large, setLarge] = useState(false)
  const url = useBlobUrl(content?.kind === 'image' ? content.bytes : null, 'image/jpeg')
  return (
    <div className="scan-content" role="document" aria-label={fill(words.alt, { title: scan.title })}>
      <ErrorNotice error={error} />
      {content === null && error === null && <Spin />}
      {url !== null && (
        <button
          type="button"
          className={large ? 'large' : ''}
          aria-label={large ? words.whole : words.enlarge}
          onClick={() => setLarge(!large)}
        >
          <img src={url} alt={fill(words.alt, { title: scan.title })} />
        </button>
      )}
      {content?.kind === 'pdf' && <ScanPages bytes={content.bytes} />}
    </div>
  )
}

type ChangeProps = Pick<Props, 'id' | 'items' | 'itemName'> & { readonly scan: ScanRow }
function Changes({ id, scan, items, itemName }: ChangeProps) {
  const [title, setTitle] = useState(scan.title)
  const rename = useAct('scan.rename')
  const place = useAct('scan.place')
  const ref = { ledger: 'dispute', id, scan: scan.id } as const
  const move = (item: string) => place.mutate({ ...ref, item, position: 9999 })
  const named = title.trim() !== '' && title.trim() !== scan.title
  return (
    <div className="scan-changes">
      <span className="quiet">{words.rename}</span>
      <Input
        size="small"
        aria-label={words.rename}
        value={title}
        maxLength={80}
        onChange={(event) => setTitle(event.target.value)}
        onPressEnter={() => named && rename.mutate({ ...ref, title: title.trim() })}
      />
      <Button size="small" disabled={!named} onClick={() => rename.mutate({ ...ref, title: title.trim() })}>
        {words.save}
      </Button>
      <Select
        size="small"
        aria-label={words.into}
        value={scan.item}
        onChange={move}
        popupMatchSelectWidth={false}
        options={[...new Set([...items, scan.item])].map((value) => ({ value, label: itemName(value) }))}
      />
      <Proposal scan={scan} itemName={itemName} onMove={move} />
      <ErrorNotice error={rename.error ?? place.error} />
    </div>
  )
}

interface ProposalProps extends Pick<Props, 'itemName'> {
  readonly scan: ScanRow
  readonly onMove: (item: string) => void
}
/** What a footer code says; nothing is moved by itself. */
function Proposal({ scan: { proposal }, itemName, onMove }: ProposalProps) {
  if (proposal === null) return null
  const item = itemName(proposal.item)
  if (proposal.other !== null)
    return <p role="note">{fill(words.proposalOther, { item, caseNo: proposal.other.caseNo ?? words.noNumber })}</p>
  return (
    <p role="note">
      {fill(words.proposal, { item })}
      <Button size="small" type="primary" ghost onClick={() => onMove(proposal.item)}>
        {fill(words.putThere, { item })}
      </Button>
    </p>
  )
}
