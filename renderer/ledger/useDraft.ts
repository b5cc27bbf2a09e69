import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import { registerFlush } from '../pending.ts'

/** Milliseconds after the last change until the draft is written. */
const calm = 700

export interface Drafting {
  /** When the draft was last written, as a UTC instant; null when there is none. */
  readonly at: string | null
  readonly failed: boolean
  /** Writes what waits, now. */
  readonly flush: () => Promise<void>
  /** Forgets what waits and waits for a write that is under way: before a save that removes the draft itself. */
  readonly settle: () => Promise<void>
  readonly discard: () => Promise<void>
}

interface Wanted {
  readonly ledger: LedgerName
  readonly key: string
  readonly recordId: string | null
  readonly baseRevision: number
  readonly data: AnyData
}

/** Keeps what is typed as a draft: shortly after a change, and at once when the page or window is left. */
export function useDraft(wanted: Wanted, dirty: boolean, resumedAt: string | null): Drafting {
  const { waiting, flush, underWay, at, setAt, failed } = useWriting(wanted, resumedAt)
  const settle = useCallback(async () => {
    waiting.current = false
    await underWay.current
    setAt(null)
  }, [waiting, underWay, setAt])
  const { key } = wanted
  const discard = useCallback(async () => {
    await settle()
    await call('draft.discard', { key })
  }, [settle, key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the data starts the wait anew
  useEffect(() => {
    waiting.current = dirty
    if (!dirty) return
    const timer = setTimeout(flush, calm)
    return () => clearTimeout(timer)
  }, [wanted.data, dirty, flush])
  // A record typed back to what was saved needs no draft any more.
  useEffect(() => {
    if (!dirty && at !== null) void discard().catch(() => undefined)
  }, [dirty, at, discard])
  useEffect(() => registerFlush(flush), [flush])
  useEffect(() => () => void flush(), [flush])
  return { at, failed, flush, settle, discard }
}

/** The write itself: one at a time, the latest data, and again later when it failed. */
function useWriting(wanted: Wanted, resumedAt: string | null) {
  const [at, setAt] = useState(resumedAt)
  const [failed, setFailed] = useState(false)
  const latest = useRef(wanted)
  const waiting = useRef(false)
  const underWay = useRef<Promise<void>>(Promise.resolve())
  latest.current = wanted
  const flush = useCallback(() => {
    if (!waiting.current) return underWay.current
    waiting.current = false
    const { ledger, key, recordId, baseRevision, data } = latest.current
    const written = () => {
      setAt(new Date().toISOString())
      setFailed(false)
    }
    const refused = () => {
      waiting.current = true
      setFailed(true)
    }
    underWay.current = underWay.current
      .then(() => call('draft.save', { ledger, key, recordId, baseRevision, data }))
      .then(written, refused)
    return underWay.current
  }, [])
  return { waiting, flush, underWay, at, setAt, failed }
}
