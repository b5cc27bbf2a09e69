import type { Session, WebContents } from 'electron'
import { appUrl } from './protocol.ts'

/** What a window may load: its own files, and pictures and papers it made itself. */
export const isOwn = (url: string): boolean =>
  url.startsWith(appUrl) || url.startsWith(`blob:${appUrl.slice(0, -1)}/`) || url.startsWith('data:image/')

/** No other page, no redirect, no second window, no embedded browser. */
export function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** The developer tools load their own pages; a packed program has none. */
const isDevTools = (url: string): boolean => url.startsWith('devtools://')

/** Writing text to the clipboard: how a window empties it at the lock. Reading it stays forbidden. */
const allowed = 'clipboard-sanitized-write'

/** No other permission, no device, and no request that leaves the machine. */
export function guardSession(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest'
  >,
  packaged: boolean,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowed))
  session.setPermissionCheckHandler((_contents, permission) => permission === allowed)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !(isOwn(details.url) || (!packaged && isDevTools(details.url))) }),
  )
}
