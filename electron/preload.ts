/** The window's whole world beyond its page: two functions of the core, and one about the printers. */
import { contextBridge, ipcRenderer } from 'electron'
import type { CoreEvent, ShellPipe } from '../shared/contract.ts'
import type { Answer } from '../shared/errors.ts'
import { callChannel, eventChannel, printersChannel } from './shell/channel.ts'

const pipe: ShellPipe = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input) as Promise<Answer<unknown>>,
  on: (listener) => {
    const hear = (_: unknown, event: CoreEvent) => listener(event)
    ipcRenderer.on(eventChannel, hear)
    return () => void ipcRenderer.off(eventChannel, hear)
  },
  printers: () => ipcRenderer.invoke(printersChannel) as Promise<number | null>,
}
contextBridge.exposeInMainWorld('jiefenbu', pipe)
