/** Electron's entry: one window on the core in its thread. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { programFolders } from './core/machine/dataFolder.ts'
import { fileLog } from './core/machine/fileLog.ts'
import { plainHost } from './core/machine/plainHost.ts'
import { systemClock } from './core/machine/systemClock.ts'
import type { Office } from './core/office.ts'
import { openWorkerOffice } from './core/workerOffice.ts'
import { withDialogs } from './shell/dialogs.ts'
import { answerCalls, feedWindow } from './shell/pipe.ts'
import { answerPrinters } from './shell/printers.ts'
import { appResponse, appScheme, appUrl } from './shell/protocol.ts'
import { guardContents, guardSession } from './shell/security.ts'
import { windowOptions } from './shell/window.ts'

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

async function openOffice(): Promise<Office> {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false })
  const data = typeof values.data === 'string' ? values.data : undefined
  const folders = programFolders(process.env, data, process.cwd())
  const host = withDialogs(plainHost('electron', process.env), dialog)
  return openWorkerOffice({ dataDir: folders.data, host, log: fileLog(folders.logs, systemClock.now) })
}

async function openWindow(office: Office): Promise<void> {
  const window = new BrowserWindow(windowOptions(beside('./preload.cjs'), app.isPackaged))
  feedWindow(window.webContents, office)
  window.once('ready-to-show', () => window.show())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(appUrl)
}

/** Windows end before the register does: what they still wrote on closing is in. */
function closeBeforeQuitting(office: Office): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    void office.close().finally(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
}

async function main(): Promise<void> {
  await app.whenReady()
  Menu.setApplicationMenu(null)
  guardSession(session.defaultSession, app.isPackaged)
  protocol.handle(appScheme.scheme, (request) => appResponse(beside('../renderer'), request))
  const office = await openOffice()
  answerCalls(ipcMain, office)
  answerPrinters(ipcMain)
  closeBeforeQuitting(office)
  await openWindow(office)
}

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([appScheme])
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  main().catch((e: unknown) => {
    dialog.showErrorBox(
      '解纷簿没有打开',
      `登记数据没有变化。请重新启动；仍不行，请记下：${e instanceof Error ? e.message : String(e)}`,
    )
    app.exit(1)
  })
} else {
  app.quit()
}
