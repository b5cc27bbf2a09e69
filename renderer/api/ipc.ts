import type { ShellPipe } from '../../shared/contract.ts'

declare global {
  interface Window {
    /** Exposed by the preload script when the window runs in Electron. */
    readonly jiefenbu?: ShellPipe
  }
}

/** The pipe of an Electron window, or null in an ordinary browser. */
export const ipcPipe = (): ShellPipe | null => window.jiefenbu ?? null

/** How many printers this machine has; null where the host does not know, as in an ordinary browser. */
export const countPrinters = async (): Promise<number | null> => (await window.jiefenbu?.printers()) ?? null
