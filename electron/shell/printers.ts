import type { IpcMain, WebContents } from 'electron'
import { printersChannel } from './channel.ts'
import { isOwnFrame } from './pipe.ts'

/** How many printers the system knows; null when it cannot say, which must not keep anyone from trying. */
export async function printersOf(contents: Pick<WebContents, 'getPrintersAsync'>): Promise<number | null> {
  try {
    return (await contents.getPrintersAsync()).length
  } catch {
    return null
  }
}

/**
 * Tells a window whether there is anything to print on. The printing itself is the window's own `print()`, which opens
 * the system's window with its printers: what it sends has been the surest way in every version of Electron.
 */
export function answerPrinters(ipc: Pick<IpcMain, 'handle'>): void {
  ipc.handle(printersChannel, (event) => (isOwnFrame(event) ? printersOf(event.sender) : null))
}
