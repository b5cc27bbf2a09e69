import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Answer } from '../../shared/errors.ts'
import type { Office } from '../core/office.ts'
import { callChannel, eventChannel } from './channel.ts'
import { appOrigin } from './protocol.ts'

export const pipeOf = (contents: Pick<WebContents, 'id'>): string => `window-${contents.id}`

const refused: Answer<never> = { ok: false, error: { code: 'not-allowed', details: {} } }

/** Whether a message comes from our own page's top frame: a frame inside it has no business with the core. */
export function isOwnFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === appOrigin
}

/** Answers the windows' calls. The session belongs to the window, never to the message. */
export function answerCalls(ipc: Pick<IpcMain, 'handle'>, office: Pick<Office, 'dispatch'>): void {
  ipc.handle(callChannel, (event, name: unknown, input: unknown) =>
    isOwnFrame(event) && typeof name === 'string' ? office.dispatch(pipeOf(event.sender), name, input) : refused,
  )
}

/** Sends a window the events meant for it, until it is gone; then its session ends. */
export function feedWindow(
  contents: Pick<WebContents, 'id' | 'send' | 'once' | 'isDestroyed'>,
  office: Pick<Office, 'on' | 'closePipe'>,
): void {
  const pipe = pipeOf(contents)
  const stop = office.on((to, event) => {
    if ((to === null || to === pipe) && !contents.isDestroyed()) contents.send(eventChannel, event)
  })
  contents.once('destroyed', () => {
    stop()
    office.closePipe(pipe)
  })
}
