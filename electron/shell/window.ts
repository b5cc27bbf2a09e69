import type { BrowserWindowConstructorOptions } from 'electron'

/** What makes a window harmless. Asserted by a test: nothing here may be loosened by accident. */
export const safePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  plugins: false,
} as const satisfies NonNullable<BrowserWindowConstructorOptions['webPreferences']>

/** The one window, made for a screen of 1366 × 768. `preload` is the file of the compiled preload script. */
export const windowOptions = (preload: string, packaged: boolean) =>
  ({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: '解纷簿',
    backgroundColor: '#ffffff',
    webPreferences: { ...safePreferences, preload, devTools: !packaged },
  }) as const satisfies BrowserWindowConstructorOptions
