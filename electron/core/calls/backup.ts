import * as fs from 'node:fs'
import * as path from 'node:path'
import type { BackupView } from '../../../shared/contract/office.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Ctx, Handlers } from '../context.ts'
import { diskError } from '../files.ts'
import { backupFolder, makeBackup, type Target } from '../register/backup.ts'
import { unpackBackup } from '../register/backupFile.ts'
import { writeFact } from '../register/facts.ts'
import { restoringFolder } from '../register/folder.ts'

async function restore(
  ctx: Ctx,
  input: { readonly file: string; readonly userName: string | null; readonly secret: string },
): Promise<null> {
  if (ctx.holder.current()) throw new AppError('register-exists')
  const aside = restoringFolder(path.dirname(ctx.holder.folder))
  try {
    fs.rmSync(aside, { recursive: true, force: true })
    ctx.job.step('restore.unpack', null)
    await unpackBackup(ctx.places.resolve(input.file), aside)
    ctx.job.step('restore.check', null)
    await ctx.holder.adopt(aside, input.userName, input.secret)
    return null
  } catch (e) {
    throw diskError(e, 'own')
  } finally {
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

export const backupHandlers = {
  'backup.list': (ctx) =>
    (
      ctx.register.db
        .prepare('SELECT name, at, bytes, place, verified FROM backup ORDER BY k DESC LIMIT 50')
        .all() as (Omit<BackupView, 'verified'> & { verified: number })[]
    ).map((b) => ({ ...b, verified: b.verified === 1 })),
  'backup.make': async (ctx, input) => {
    const { register, session } = ctx
    ctx.job.step('backup.write', null)
    const target: Target =
      input.place === null
        ? { folder: backupFolder(register.dataDir), place: 'beside', label: '' }
        : { folder: ctx.places.resolve(input.place), place: 'second', label: ctx.places.labelOf(input.place) }
    const made = await makeBackup(register, ctx.clock, session.userId, target, ctx.job.cancelled)
    // Remembered, so that the timer serves the second place too while it is plugged in.
    if (input.place !== null) writeFact(register.db, 'secondPlace', { folder: target.folder, label: target.label })
    ctx.emit({ type: 'changed', what: 'backup' })
    return made
  },
  'backup.restore': restore,
} satisfies Partial<Handlers>
