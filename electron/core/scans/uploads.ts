import { largestScan } from '../../../shared/contract/scans.ts'
import { AppError } from '../../../shared/errors.ts'
import { createTurns } from '../register/turns.ts'

/** What a pipe may have on the way at a time, in bytes. */
const mostWaiting = 2 * largestScan

interface Upload {
  readonly owner: string
  readonly parts: Uint8Array[]
  bytes: number
}

/** Files on their way from windows, in memory only; whoever sends belongs to a pipe and a user. */
export function createUploads() {
  const uploads = new Map<string, Upload>()
  const keyOf = (owner: string, id: string): string => `${owner} ${id}`

  /** A part that follows what is there, or begins anew. Throws `scan-too-large`, or `scan-upload-gone` for a gap. */
  function take(owner: string, id: string, at: number, part: Uint8Array): void {
    const key = keyOf(owner, id)
    const known = at === 0 ? undefined : uploads.get(key)
    if (at !== (known?.bytes ?? 0)) throw new AppError('scan-upload-gone')
    uploads.delete(key)
    if (at + part.length > largestScan) throw new AppError('scan-too-large', { megabytes: largestScan / 1024 / 1024 })
    const upload = known ?? { owner, parts: [], bytes: 0 }
    upload.parts.push(part)
    upload.bytes += part.length
    uploads.set(key, upload)
    forgetOldest(owner)
  }
  /** A window that went away in the middle leaves a file behind: the oldest make room. */
  function forgetOldest(owner: string): void {
    const own = [...uploads].filter(([, u]) => u.owner === owner)
    let waiting = own.reduce((sum, [, u]) => sum + u.bytes, 0)
    for (const [key, u] of own) {
      if (waiting <= mostWaiting) return
      uploads.delete(key)
      waiting -= u.bytes
    }
  }
  /** The whole file, once. Throws `scan-upload-gone` when nothing came, or it was given up. */
  function give(owner: string, id: string): Uint8Array {
    const upload = uploads.get(keyOf(owner, id))
    if (!upload) throw new AppError('scan-upload-gone')
    uploads.delete(keyOf(owner, id))
    return new Uint8Array(Buffer.concat(upload.parts))
  }
  function forget(pipe: string): void {
    for (const [key, u] of uploads) if (u.owner.startsWith(`${pipe} `)) uploads.delete(key)
  }
  /** One reduction at a time: each may take the memory of a large picture. */
  return { take, give, forget, inTurn: createTurns() }
}
export type Uploads = ReturnType<typeof createUploads>
