/** A sealed file in a target folder: written beside its name, read back, and only then given it (H13). */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { equalBytes } from '../crypto.ts'
import { diskError, publish } from '../files.ts'
import { hashFile, type Written, writeAge } from './ageFile.ts'
import { type Member, tarOf } from './tar.ts'

export interface Target {
  readonly folder: string
  readonly name: string
}
const fileOf = (t: Target): string => path.join(t.folder, t.name)
/** Where a file is while it is being written. */
export const draftOf = (t: Target): string => `${fileOf(t)}.part`

/** Refuses a target before any work: folder gone, read-only by its own word, or the name taken. */
export function checkTarget(t: Target): void {
  try {
    fs.accessSync(t.folder, fs.constants.W_OK)
  } catch (e) {
    throw diskError(e, 'target')
  }
  if (fs.existsSync(fileOf(t))) throw new AppError('target-occupied', { name: t.name })
}

/** Takes away an unfinished file; a target that is gone is no reason to fail again. */
export function dropDraft(t: Target): void {
  try {
    fs.rmSync(draftOf(t), { force: true })
  } catch {
    return
  }
}

/**
 * Writes the sealed members under a temporary name, syncs, reads back and compares. After a failure nothing is left.
 * Throws `target-full`, `target-gone`, `target-read-only` or `file-too-large`.
 */
export async function writeDraft(
  t: Target,
  recipients: readonly string[],
  members: AsyncIterable<Member> | Iterable<Member>,
): Promise<Written> {
  dropDraft(t)
  try {
    const written = await writeAge(draftOf(t), recipients, tarOf(members))
    const back = await hashFile(draftOf(t))
    // What was written is not what can be read: the stick is failing, or it was changed for another.
    if (!equalBytes(written.hash, back.hash)) throw new AppError('target-gone', { at: 'read-back' })
    return written
  } catch (e) {
    dropDraft(t)
    throw diskError(e, 'target')
  }
}

/** Gives the finished file its real name. Throws `target-occupied`, `target-gone` and the like; the draft is then gone. */
export async function publishDraft(t: Target): Promise<void> {
  try {
    await publish(draftOf(t), fileOf(t))
  } catch (e) {
    dropDraft(t)
    throw diskError(e, 'target')
  }
}
