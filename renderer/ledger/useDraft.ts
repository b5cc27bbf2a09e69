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

/** Keeps what is typed as a draft: shortly after a change, and at once when the field, page or window is left. */
export function useDraft(wanted: Wanted, dirty: boolean, resumedAt: string | null): Drafting {
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
    underWay.current = underWay.current
      .then(() => call('draft.save', { ledger, key, recordId, baseRevision, data }))
      .then(() => {
        setAt(new Date().toISOString())
        setFailed(false)
      })
      .catch(() => {
        waiting.current = true
        setFailed(true)
      })
    return underWay.current
  }, [])
  const settle = useCallback(() => {
    waiting.current = false
    return underWay.current
  }, [])
  const discard = useCallback(async () => {
    await settle()
    await call('draft.discard', { key: latest.current.key })
    setAt(null)
  }, [settle])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the data starts the wait anew
  useEffect(() => {
    if (!dirty) return
    waiting.current = true
    const timer = setTimeout(flush, calm)
    return () => clearTimeout(timer)
  }, [wanted.data, dirty, flush])
  useEffect(() => registerFlush(flush), [flush])
  useEffect(() => () => void flush(), [flush])
  return { at, failed, flush, settle, discard }
}
