import type { Pipe } from '../../shared/contract.ts'

declare global {
  interface Window {
    /** Exposed by the preload script when the window runs in Electron. */
    readonly jiefenbu?: Pipe
  }
}

/** The pipe of an Electron window, or null in an ordinary browser. */
export const ipcPipe = (): Pipe | null => window.jiefenbu ?? null
