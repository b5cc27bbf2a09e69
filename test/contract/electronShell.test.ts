import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { IpcMainInvokeEvent, OpenDialogReturnValue, Session, WebContents, WebFrameMain } from 'electron'
import type { Office } from '../../electron/core/office.ts'
import { pickFiles, pickFolder } from '../../electron/shell/dialogs.ts'
import { answerCalls, feedWindow } from '../../electron/shell/pipe.ts'
import { answerPrinters } from '../../electron/shell/printers.ts'
import { appResponse, appScheme } from '../../electron/shell/protocol.ts'
import { guardContents, guardSession, isOwn } from '../../electron/shell/security.ts'
import { windowOptions } from '../../electron/shell/window.ts'
import type { CoreEvent } from '../../shared/contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiefenbu-shell-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('the window’s options: isolated, sandboxed, without Node; the preload script is its only addition', () => {
  const { webPreferences, width, height } = windowOptions('/x/preload.cjs', true)
  assert.deepEqual(webPreferences, {
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
    preload: '/x/preload.cjs',
    devTools: false,
  })
  assert.deepEqual([width, height], [1366, 768])
})

test('a window goes nowhere and opens nothing', () => {
  const contents = new EventEmitter()
  let opener: unknown
  guardContents(
    Object.assign(contents, {
      setWindowOpenHandler: (handler: unknown) => (opener = handler),
    }) as unknown as WebContents,
  )
  for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
    let prevented = false
    contents.emit(name, { preventDefault: () => (prevented = true), url: 'app://jiefenbu/other.html' })
    assert.ok(prevented, name)
  }
  const frames = ['https://evil.example/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x'].map((url) => {
    let prevented = false
    contents.emit('will-frame-navigate', { preventDefault: () => (prevented = true), url })
    return prevented
  })
  assert.deepEqual(frames, [true, true, true, true])
  assert.deepEqual((opener as () => unknown)(), { action: 'deny' })
})

test('no permission but to write the clipboard, no device, and no request leaves the machine', () => {
  const handlers: Record<string, unknown> = {}
  const keep = (name: string) => (handler: unknown) => {
    handlers[name] = handler
  }
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('web') },
  } as unknown as Session
  guardSession(session, true)
  const request = handlers.request as (a: null, b: string, c: (answer: boolean) => void) => void
  const check = handlers.check as (a: null, b: string) => boolean
  const others = ['media', 'clipboard-read', 'notifications', 'geolocation', 'fileSystem', 'hid', 'openExternal', '']
  for (const [name, wanted] of [
    ...others.map((n) => [n, false] as const),
    ['clipboard-sanitized-write', true] as const,
  ]) {
    let allowed: unknown
    request(null, name, (answer) => (allowed = answer))
    assert.deepEqual([allowed, check(null, name)], [wanted, wanted], name)
  }
  assert.equal((handlers.device as () => boolean)(), false)
  const cancelled = (url: string) => {
    let answer: { cancel?: boolean } = {}
    ;(handlers.web as (d: { url: string }, c: (a: { cancel?: boolean }) => void) => void)(
      { url },
      (given) => (answer = given),
    )
    return answer.cancel
  }
  for (const url of [
    'https://evil.example/',
    'http://127.0.0.1/',
    'ws://x/',
    'file:///etc/passwd',
    'app://jiefenbu.evil/',
    'devtools://x/',
    'data:text/html,x',
  ])
    assert.equal(cancelled(url), true, url)
  for (const url of [
    'app://jiefenbu/',
    'app://jiefenbu/assets/a.js',
    'blob:app://jiefenbu/1-2',
    'data:image/png;base64,AA',
  ])
    assert.equal(cancelled(url), false, url)
  assert.equal(isOwn('app://jiefenbux/'), false)
})

test('the window’s files, and nothing beside them', async () => {
  const files = join(folder, 'renderer')
  mkdirSync(join(files, 'assets'), { recursive: true })
  writeFileSync(join(files, 'index.html'), '<style nonce="__CSP_NONCE__"></style>')
  writeFileSync(join(files, 'assets', 'a.js'), 'x')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const get = (url: string, method = 'GET') => appResponse(files, { url, method })
  const page = await get('app://jiefenbu/')
  const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
  assert.equal(await page.text(), `<style nonce="${nonce}"></style>`)
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
  const script = await get('app://jiefenbu/assets/a.js?x#y')
  assert.equal(script.status, 200)
  assert.match(
    script.headers.get('content-security-policy') ?? '',
    /^default-src 'none'/,
    'a worker takes its policy from its own file',
  )
  const strangers = [
    'app://jiefenbu/../secret.txt',
    'app://jiefenbu/..%2fsecret.txt',
    'app://jiefenbu/%2e%2e%2fsecret.txt',
    'app://other/',
    'app://jiefenbu:81/',
    'file:///etc/passwd',
    'https://jiefenbu/',
    'nonsense',
  ]
  for (const url of strangers) assert.equal((await get(url)).status, 404, url)
  assert.equal((await get('app://jiefenbu/', 'POST')).status, 404)
  assert.deepEqual(appScheme, {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  })
})

test('calls come from the page’s own top frame only, and the session is the window’s', async () => {
  const calls: unknown[] = []
  const office = {
    dispatch: async (...call: unknown[]) => {
      calls.push(call)
      return { ok: true, value: 1 }
    },
  } as unknown as Office
  let handler: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown = () => undefined
  const ipc = {
    handle: (_name: string, listener: typeof handler) => {
      handler = listener
    },
  }
  answerCalls(ipc, office)
  const from = (frame: Partial<WebFrameMain> | null) =>
    ({ sender: { id: 7 }, senderFrame: frame }) as unknown as IpcMainInvokeEvent
  const own = { parent: null, origin: 'app://jiefenbu' }
  const refused = { ok: false, error: { code: 'not-allowed', details: {} } }
  for (const frame of [null, { ...own, origin: 'https://evil.example' }, { ...own, parent: {} as WebFrameMain }])
    assert.deepEqual(await handler(from(frame), 'session.me', {}), refused)
  assert.deepEqual(await handler(from(own), 1, {}), refused)
  assert.deepEqual(calls, [])
  assert.deepEqual(await handler(from(own), 'session.me', {}), { ok: true, value: 1 })
  assert.deepEqual(calls, [['window-7', 'session.me', {}]])
})

test('a window is told how many printers there are; a system that cannot say keeps nobody from trying', async () => {
  let handler: (event: IpcMainInvokeEvent) => unknown = () => undefined
  answerPrinters({
    handle: (_name: string, listener: (event: IpcMainInvokeEvent) => unknown) => {
      handler = listener
    },
  })
  const own = { parent: null, origin: 'app://jiefenbu' }
  const asked = (printers: () => Promise<readonly unknown[]>, frame: object | null = own) =>
    handler({ sender: { getPrintersAsync: printers }, senderFrame: frame } as unknown as IpcMainInvokeEvent)
  assert.equal(await asked(async () => []), 0)
  assert.equal(await asked(async () => [{}, {}]), 2)
  assert.equal(await asked(() => Promise.reject(new Error('spooler'))), null)
  assert.equal(await asked(async () => [{}], { ...own, origin: 'https://evil.example' }), null)
})

test('a window hears its own events and everybody’s; when it is gone its session ends', () => {
  const sent: unknown[] = []
  const closed: string[] = []
  let tell: (pipe: string | null, event: CoreEvent) => void = () => {}
  let stopped = false
  const office = {
    on: (listener: typeof tell) => {
      tell = listener
      return () => {
        stopped = true
      }
    },
    closePipe: (pipe: string) => void closed.push(pipe),
  } as unknown as Office
  const contents = Object.assign(new EventEmitter(), {
    id: 7,
    isDestroyed: () => false,
    send: (_channel: string, event: unknown) => void sent.push(event),
  })
  feedWindow(contents as unknown as WebContents, office)
  tell('window-8', { type: 'locked' })
  assert.deepEqual(sent, [])
  tell('window-7', { type: 'locked' })
  tell(null, { type: 'changed', what: 'backup' })
  assert.deepEqual(sent, [{ type: 'locked' }, { type: 'changed', what: 'backup' }])
  contents.emit('destroyed')
  assert.deepEqual([closed, stopped], [['window-7'], true])
})

test('the system’s dialogs: picked, or cancelled', async () => {
  const dialog = (answer: OpenDialogReturnValue) => ({ showOpenDialog: async () => answer })
  assert.deepEqual(await pickFolder(dialog({ canceled: false, filePaths: ['/media/示例U盘'] })), {
    path: '/media/示例U盘',
    label: '示例U盘',
    kind: 'folder',
  })
  assert.equal(await pickFolder(dialog({ canceled: true, filePaths: [] })), null)
  assert.deepEqual(await pickFiles(dialog({ canceled: false, filePaths: ['/a.jfb'] }), ['jfb']), ['/a.jfb'])
  assert.deepEqual(await pickFiles(dialog({ canceled: true, filePaths: ['/a.jfb'] }), ['jfb']), [])
})
