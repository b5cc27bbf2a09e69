import type { CoreEvent } from '../../shared/contract.ts'
import type { Session } from './context.ts'

/** Who sits at each pipe. */
export function createSessions() {
  const sessions = new Map<string, Session>()
  const set = (pipe: string, session: Session | null): void =>
    void (session ? sessions.set(pipe, session) : sessions.delete(pipe))
  return {
    of: (pipe: string): Session | null => sessions.get(pipe) ?? null,
    set,
    /** Changes or ends what a user has open at any pipe, as when the roles change. */
    change: (userId: string, session: Session | null): void => {
      for (const [pipe, old] of sessions) if (old.userId === userId) set(pipe, session)
    },
  }
}

type Listener = (pipe: string | null, event: CoreEvent) => void
/** Who listens to the core. */
export function createListeners() {
  const listeners = new Set<Listener>()
  return {
    emit: (pipe: string | null, event: CoreEvent): void => {
      for (const listener of listeners) listener(pipe, event)
    },
    on: (listener: Listener): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
