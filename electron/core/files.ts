/** File work of the core: atomic writes, free space, and errors of disks in the program's own words. */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError, type ErrorCode } from '../../shared/errors.ts'

const ownErrors: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'folder-read-only',
  EACCES: 'folder-read-only',
  EPERM: 'folder-read-only',
  EIO: 'disk-failed',
  ENXIO: 'disk-failed',
  ENODEV: 'disk-failed',
}
const targetErrors: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'target-full',
  EDQUOT: 'target-full',
  EROFS: 'target-read-only',
  EACCES: 'target-read-only',
  EPERM: 'target-read-only',
  ENOENT: 'target-gone',
  EIO: 'target-gone',
  ENXIO: 'target-gone',
  ENODEV: 'target-gone',
  EEXIST: 'target-occupied',
  // What Windows says of a stick that was pulled out in the middle of a write.
  UNKNOWN: 'target-gone',
}
export const errno = (e: unknown): string =>
  e instanceof Error && 'code' in e && typeof e.code === 'string' ? e.code : ''

/** A disk's error as an {@link AppError}: `own` for the data folder, `target` for sticks and shared folders. */
export function diskError(e: unknown, side: 'own' | 'target'): unknown {
  if (e instanceof AppError) return e
  const code = (side === 'own' ? ownErrors : targetErrors)[errno(e)]
  return code ? new AppError(code, {}, { cause: e }) : e
}

/** Virus scanners on Windows hold a fresh file for a moment: such refusals are tried again, about two seconds in all. */
async function patiently<T>(action: () => T): Promise<T> {
  for (let delay = 20; ; delay *= 2) {
    try {
      return action()
    } catch (e) {
      if (process.platform !== 'win32' || !['EPERM', 'EBUSY', 'EACCES'].includes(errno(e)) || delay > 1000) throw e
      await wait(delay)
    }
  }
}

export function syncFolder(folder: string): void {
  // Windows has no fsync of folders; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const fd = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** The same for the few small files that must be written before a synchronous transaction commits; a third of a second in all. */
function patientlySync<T>(action: () => T): T {
  for (let delay = 20; ; delay *= 2) {
    try {
      return action()
    } catch (e) {
      if (process.platform !== 'win32' || !['EPERM', 'EBUSY', 'EACCES'].includes(errno(e)) || delay > 160) throw e
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay)
    }
  }
}

/** True for a file that {@link writeAtomically} of a program that was killed left behind. */
export const isLeftover = (name: string): boolean => /\.\d+\.part$/.test(name)

const draftOf = (file: string): string => `${file}.${process.pid}.part`
function writeSynced(draft: string, bytes: Uint8Array | string): void {
  const fd = fs.openSync(draft, 'w', 0o600)
  try {
    fs.writeFileSync(fd, bytes)
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** Writes a whole file under a temporary name, syncs it and renames it: the real name never holds half a file. */
export async function writeAtomically(file: string, bytes: Uint8Array | string): Promise<void> {
  const draft = draftOf(file)
  try {
    writeSynced(draft, bytes)
    await patiently(() => fs.renameSync(draft, file))
    syncFolder(path.dirname(file))
  } catch (e) {
    fs.rmSync(draft, { force: true })
    throw e
  }
}

/** {@link writeAtomically} for a caller inside a transaction, which cannot wait for a promise. */
export function writeAtomicallySync(file: string, bytes: Uint8Array | string): void {
  const draft = draftOf(file)
  try {
    writeSynced(draft, bytes)
    patientlySync(() => fs.renameSync(draft, file))
    syncFolder(path.dirname(file))
  } catch (e) {
    fs.rmSync(draft, { force: true })
    throw e
  }
}

/** Gives a finished temporary file its real name; refuses to replace one that is there. */
export async function publish(draft: string, file: string): Promise<void> {
  if (fs.existsSync(file)) throw new AppError('target-occupied', { name: path.basename(file) })
  await patiently(() => fs.renameSync(draft, file))
  syncFolder(path.dirname(file))
}

/** Free bytes for this user, or null where the system does not tell. */
export function freeBytes(folder: string): number | null {
  try {
    const s = fs.statfsSync(folder)
    return Number(s.bavail) * Number(s.bsize)
  } catch {
    return null
  }
}
