/** The sealed files a recipient keeps as they came: its real backup. No name or path of a sender is ever used. */
import * as fs from 'node:fs'
import { open } from 'node:fs/promises'
import * as path from 'node:path'
import { v4 as uuid } from 'uuid'
import { AppError } from '../../../shared/errors.ts'
import { toHex } from '../crypto.ts'
import { diskError, freeBytes, publish, syncFolder } from '../files.ts'
import { budgets, type Manifest } from '../handover/format.ts'
import type { Register } from '../register/open.ts'

const folderOf = (register: Register): string => path.join(register.dataDir, 'received')
export const keptPath = (register: Register, name: string): string => path.join(folderOf(register), name)
const stagedEnding = '.staged'
const piece = 1024 ** 2

async function copyBytes(source: string, target: string, signal: AbortSignal): Promise<void> {
  const from = await open(source, 'r').catch((e) => {
    throw diskError(e, 'target')
  })
  const to = await open(target, 'wx', 0o600)
  try {
    const buffer = new Uint8Array(piece)
    for (let at = 0; ; ) {
      if (signal.aborted) throw new AppError('cancelled')
      const { bytesRead } = await from.read(buffer, 0, piece, at).catch((e) => {
        throw diskError(e, 'target')
      })
      if (bytesRead === 0) break
      at += bytesRead
      if (at > budgets.fileBytes) throw new AppError('file-too-large')
      await to.writeFile(buffer.subarray(0, bytesRead))
    }
    await to.sync()
  } finally {
    await from.close()
    await to.close()
  }
}

/**
 * Copies a file from a stick into the register's folder, so that what is verified is what is merged and kept. Answers
 * the copy's name. Throws `file-too-large`, `disk-full`, `target-gone` or `cancelled`; then nothing is left.
 */
export async function takeCopy(register: Register, source: string, signal: AbortSignal): Promise<string> {
  const name = `${uuid()}${stagedEnding}`
  try {
    const bytes = sizeOf(source)
    if (bytes > budgets.fileBytes) throw new AppError('file-too-large')
    fs.mkdirSync(folderOf(register), { recursive: true })
    const free = freeBytes(folderOf(register))
    if (free !== null && free < bytes * 2) throw new AppError('disk-full')
    await copyBytes(source, keptPath(register, name), signal)
    return name
  } catch (e) {
    dropCopy(register, name)
    throw diskError(e, 'own')
  }
}

function sizeOf(source: string): number {
  try {
    return fs.statSync(source).size
  } catch (e) {
    throw diskError(e, 'target')
  }
}

/** A kept file's name says whose it is and which bytes it holds. */
export const keptName = (m: Manifest, fileHash: Uint8Array): string =>
  `${m.station}-${m.epoch.id}-${m.book}-${m.no}-${toHex(fileHash).slice(0, 16)}.jfb`

/** Gives a copy its lasting name. What is there under it already holds the same bytes, by the hash in the name. */
export async function keepCopy(register: Register, copy: string, name: string): Promise<void> {
  if (fs.existsSync(keptPath(register, name))) return dropCopy(register, copy)
  try {
    await publish(keptPath(register, copy), keptPath(register, name))
    syncFolder(folderOf(register))
  } catch (e) {
    throw diskError(e, 'own')
  }
}

export const dropCopy = (register: Register, copy: string): void => fs.rmSync(keptPath(register, copy), { force: true })

/** Takes away every copy that was not kept. Kept files are never deleted here. */
export function dropCopies(register: Register): void {
  if (!fs.existsSync(folderOf(register))) return
  for (const name of fs.readdirSync(folderOf(register))) if (name.endsWith(stagedEnding)) dropCopy(register, name)
}
