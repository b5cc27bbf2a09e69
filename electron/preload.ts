/** The window's whole world beyond its page: two functions. */
import { contextBridge, ipcRenderer } from 'electron'
import type { CoreEvent, Pipe } from '../shared/contract.ts'
import type { Answer } from '../shared/errors.ts'
import { callChannel, eventChannel } from './shell/channel.ts'

const pipe: Pipe = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input) as Promise<Answer<unknown>>,
  on: (listener) => {
    const hear = (_: unknown, event: CoreEvent) => listener(event)
    ipcRenderer.on(eventChannel, hear)
    return () => void ipcRenderer.off(eventChannel, hear)
  },
}
contextBridge.exposeInMainWorld('jiefenbu', pipe)
