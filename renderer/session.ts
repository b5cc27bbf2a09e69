import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect } from 'react'
import type { SessionInfo } from '../shared/contract/session.ts'
import type { Book } from '../shared/ledgers/describe.ts'
import type { LedgerName } from '../shared/ledgers/index.ts'
import { ledgersFor } from '../shared/rules/ledgerRoles.ts'
import { call } from './api/client.ts'
import { flushAll } from './pending.ts'
import { emptySecretClipboard } from './secretClipboard.ts'

const SessionContext = createContext<SessionInfo | null>(null)
export const SessionProvider = SessionContext.Provider

/** Who is signed in; only for pages inside the signed-in window. */
export function useSession(): SessionInfo {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session around this page')
  return session
}

export const booksOf = (session: SessionInfo): readonly Book[] =>
  (['mediation', 'teams'] as const).filter((book) => session.roles.some((r) => r.book === book))

/** Heads of the mediation book read its access log. */
export const isMediationHead = (session: SessionInfo): boolean =>
  session.profile.kind === 'unit' && session.roles.some((r) => r.book === 'mediation' && r.role === 'head')

export const ledgersOf = (session: SessionInfo): readonly LedgerName[] => ledgersFor(session.roles)

/** Writes drafts, then locks: what is on the screen must not be lost or stay readable. */
export function useLock(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    // First, while the key or click that locks still counts as the user's own deed.
    await Promise.all([emptySecretClipboard(), flushAll()])
    await call('session.lock', {})
    await queries.resetQueries()
  }, [queries])
}

const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Locks after the office's minutes without a key or click. */
export function useIdleLock(minutes: number, lock: () => Promise<void>): void {
  useEffect(() => {
    let timer = setTimeout(lock, minutes * 60_000)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(lock, minutes * 60_000)
    }
    for (const sign of signs) window.addEventListener(sign, again, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again)
    }
  }, [minutes, lock])
}
