import { basename } from 'node:path'
import type { Dialog } from 'electron'
import type { Host, HostPlace } from '../core/host.ts'

type Asks = Pick<Dialog, 'showOpenDialog'>

/** The system's dialog for a folder. What was picked goes to the core, which gives the window a token for it. */
export async function pickFolder(dialog: Asks): Promise<HostPlace | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] })
  const path = filePaths[0]
  return canceled || path === undefined ? null : { path, label: basename(path) || path, kind: 'folder' }
}

export async function pickFiles(dialog: Asks, extensions: readonly string[]): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: '解纷簿文件', extensions: [...extensions] }],
  })
  return canceled ? [] : filePaths
}

/** This machine as a host, with the system's dialogs. */
export const withDialogs = (host: Host, dialog: Asks): Host => ({
  ...host,
  pickFolder: () => pickFolder(dialog),
  pickFiles: (extensions) => pickFiles(dialog, extensions),
})
