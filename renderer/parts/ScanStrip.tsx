import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { daysUntilErased, type ScanRow } from '../../shared/contract/scans.ts'
import { useAct, useCall } from '../api/client.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { ScanPreview } from './ScanPreview.tsx'
import type { ScanTarget } from './scanFiles.ts'
import './scans.css'

const words = t.scans

/** What an item is called, in the words of the page. */
export type ItemName = (item: string) => string

interface Props extends ScanTarget {
  readonly itemName: ItemName
  /** Items a scan may be moved to, from its preview. */
  readonly items: readonly string[]
}

/** The scans of one item: small pictures in their order, to look at, move, take out and put back. */
export function ScanStrip({ id, item, items, itemName }: Props) {
  const { data, error, refetch } = useCall('scan.list', { ledger: 'dispute', id })
  const [open, setOpen] = useState<string | null>(null)
  const place = useAct('scan.place')
  const remove = useAct('scan.remove')
  const scans = data?.scans.filter((s) => s.item === item) ?? []
  const removed = data?.removed.filter((s) => s.item === item) ?? []
  const move = (scan: ScanRow, position: number) =>
    place.mutate({ ledger: 'dispute', id, scan: scan.id, item, position })
  return (
    <div className="scan-strip">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <ErrorNotice error={place.error ?? remove.error} />
      {scans.length > 0 && (
        <ol aria-label={fill(words.list, { item: itemName(item) })}>
          {scans.map((scan, i) => (
            <Thumb
              key={scan.id}
              scan={scan}
              first={i === 0}
              last={i === scans.length - 1}
              onOpen={() => setOpen(scan.id)}
              onMove={(by) => move(scan, i + by)}
              onRemove={() => remove.mutate({ ledger: 'dispute', id, scan: scan.id })}
            />
          ))}
        </ol>
      )}
      <Removed id={id} scans={removed} />
      {open !== null && (
        <ScanPreview {...{ id, scans, items, itemName, open }} onOpen={setOpen} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

/** An address for bytes, good until the next ones. */
export function useBlobUrl(bytes: Uint8Array | null, type: string): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (bytes === null) return
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
    setUrl(made)
    return () => {
      setUrl(null)
      URL.revokeObjectURL(made)
    }
  }, [bytes, type])
  return url
}

interface ThumbProps {
  readonly scan: ScanRow
  readonly first: boolean
  readonly last: boolean
  readonly onOpen: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}
function Thumb({ scan, first, last, onOpen, onMove, onRemove }: ThumbProps) {
  const url = useBlobUrl(scan.thumb, 'image/jpeg')
  return (
    <li>
      <button
        type="button"
        className="scan-thumb"
        onClick={onOpen}
        aria-label={fill(words.open, { title: scan.title })}
      >
        {url === null ? (
          <span className="scan-pdf">
            PDF<small>{fill(words.pages, { pages: scan.pages })}</small>
          </span>
        ) : (
          <img src={url} alt="" />
        )}
      </button>
      <bdi title={scan.title}>{scan.title}</bdi>
      {scan.proposal !== null && <span className="scan-mark">{t.scans.asks}</span>}
      <div className="scan-buttons">
        <Button
          size="small"
          type="text"
          disabled={first}
          onClick={() => onMove(-1)}
          aria-label={`${words.earlier} ${scan.title}`}
        >
          ‹
        </Button>
        <Button
          size="small"
          type="text"
          disabled={last}
          onClick={() => onMove(1)}
          aria-label={`${words.later} ${scan.title}`}
        >
          ›
        </Button>
        <Button size="small" type="text" onClick={onRemove} aria-label={`${words.remove} ${scan.title}`}>
          {words.remove}
        </Button>
      </div>
    </li>
  )
}

/** What was taken out: the latest with its way back at hand, the rest behind a count. */
function Removed({ id, scans }: { readonly id: string; readonly scans: readonly ScanRow[] }) {
  const restore = useAct('scan.restore')
  const [all, setAll] = useState(false)
  const back = (scan: ScanRow) => restore.mutate({ ledger: 'dispute', id, scan: scan.id })
  if (scans.length === 0) return null
  return (
    <div className="scan-removed">
      {scans.length > 1 && (
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '▾' : '▸'} {fill(words.removedCount, { count: scans.length, days: daysUntilErased })}
        </button>
      )}
      <ErrorNotice error={restore.error} />
      {(all ? scans : scans.slice(0, 1)).map((scan) => (
        <p key={scan.id} role="status">
          {fill(words.removed, { title: scan.title, days: daysUntilErased })}
          <Button size="small" type="link" onClick={() => back(scan)} aria-label={`${words.restore} ${scan.title}`}>
            {words.restore}
          </Button>
        </p>
      ))}
    </div>
  )
}
