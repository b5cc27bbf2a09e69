import { useRef, useState } from 'react'
import { largestScan, scanPartBytes } from '../../shared/contract/scans.ts'
import { AppError } from '../../shared/errors.ts'
import { asAppError, call } from '../api/client.ts'
import { sendInParts } from './sendInParts.ts'

/** Where scans go: an item of a case's dossier. */
export interface ScanTarget {
  readonly id: string
  readonly item: string
}
export interface FileOnTheWay {
  readonly key: number
  readonly name: string
  readonly file: Blob
  readonly target: ScanTarget
  readonly state: 'waiting' | 'sending' | 'working' | 'done' | 'failed'
  /** Of the file, sent so far: 0–1. */
  readonly sent: number
  readonly error: AppError | null
}

/** Throws the core's refusal. */
async function send(file: Blob, onSent: (share: number) => void): Promise<string> {
  if (file.size > largestScan) throw new AppError('scan-too-large', { megabytes: largestScan / 1024 / 1024 })
  const part = (upload: string, at: number, bytes: Uint8Array<ArrayBuffer>) =>
    call('scan.send', { ledger: 'dispute', upload, at, bytes })
  return sendInParts(file, scanPartBytes, part, onSent)
}

/** A folder, or a file whose stick was pulled out, cannot be read by the window. */
const readable = (e: unknown): AppError =>
  e instanceof DOMException ? new AppError('scan-upload-gone') : asAppError(e)

/** Files being added, one after the other: an error of one holds up none of the others. */
export function useScanFiles() {
  const [files, setFiles] = useState<readonly FileOnTheWay[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const stopped = useRef(new Set<number>())
  const last = useRef(0)
  const change = (key: number, next: Partial<FileOnTheWay>) =>
    setFiles((all) => all.map((f) => (f.key === key ? { ...f, ...next } : f)))

  async function add({ key, name, file, target }: FileOnTheWay, again: boolean): Promise<void> {
    if (stopped.current.has(key)) return
    try {
      change(key, { state: 'sending', sent: 0, error: null })
      const upload = await send(file, (sent) => change(key, { sent }))
      change(key, { state: 'working' })
      await call('scan.add', { ledger: 'dispute', ...target, name, from: { upload }, again })
      change(key, { state: 'done' })
    } catch (e) {
      change(key, { state: 'failed', error: readable(e) })
    }
  }
  const enqueue = (file: FileOnTheWay, again: boolean) => {
    queue.current = queue.current.then(() => add(file, again))
  }
  return {
    files,
    take: (given: readonly { readonly name: string; readonly file: Blob }[], target: ScanTarget) => {
      const fresh = given.map(({ name, file }): FileOnTheWay => {
        const key = ++last.current
        return { key, name, file, target, state: 'waiting', sent: 0, error: null }
      })
      // What came before and is done has been seen by now.
      setFiles((all) => [...all.filter((f) => f.state !== 'done'), ...fresh])
      for (const file of fresh) enqueue(file, false)
    },
    addAnyway: (file: FileOnTheWay) => {
      change(file.key, { state: 'waiting', error: null })
      enqueue(file, true)
    },
    dismiss: (key: number) => setFiles((all) => all.filter((f) => f.key !== key)),
    /** The rest is not added; what is being added is finished. */
    stop: () =>
      setFiles((all) => {
        for (const f of all) if (f.state === 'waiting') stopped.current.add(f.key)
        return all.filter((f) => f.state !== 'waiting')
      }),
  }
}
export type ScanFiles = ReturnType<typeof useScanFiles>
