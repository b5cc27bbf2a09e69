import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../host.ts'
import { noteOffice } from './access.ts'
import { proveCopy } from './backupFile.ts'
import { writeFact } from './facts.ts'
import { putInPlace } from './folder.ts'
import { normalRecoveryCode, readKeyFile, unwrapKey } from './keys.ts'
import { beginEpoch } from './life.ts'
import { openRegister } from './open.ts'
import { transact } from './unitOfWork.ts'

export interface Adoption {
  readonly dataDir: string
  /** Folder of the unpacked backup. */
  readonly aside: string
  /** Whose password `secret` is; null for the recovery code. */
  readonly userName: string | null
  readonly secret: string
  /** Hash of this machine's id. */
  readonly machine: string
  readonly clock: Clock
}

/** Throws `wrong-password` or `wrong-recovery-code`. */
async function keyOf({
  aside,
  userName,
  secret,
}: Adoption): Promise<{ readonly key: Uint8Array; readonly by: string }> {
  const file = readKeyFile(aside)
  const byCode = userName === null
  const wrap = file.wraps.find((w) => (byCode ? w.kind === 'recovery' : w.kind === 'user' && w.name === userName))
  const key = wrap ? await unwrapKey(file, wrap.kind, wrap.id, byCode ? normalRecoveryCode(secret) : secret) : null
  if (!wrap || key === null) throw new AppError(byCode ? 'wrong-recovery-code' : 'wrong-password')
  return { key, by: byCode ? '' : wrap.id }
}

/**
 * Takes an unpacked backup in as this folder's register: a new epoch that names its parent. What stood here before is
 * moved aside, never deleted. Throws `wrong-password`, `wrong-recovery-code` or `backup-damaged`.
 */
export async function adoptBackup(adoption: Adoption): Promise<void> {
  const { dataDir, aside, clock, machine } = adoption
  const { key, by } = await keyOf(adoption)
  proveCopy(aside, key)
  const restored = await openRegister(aside, key, { create: false })
  try {
    beginEpoch(restored.db, 'restored', clock.now())
    transact(restored, clock, by, (tx) => {
      writeFact(tx.db, 'machine', machine)
      noteOffice(tx, 'restore', {})
      tx.event('register.restored', {})
    })
  } finally {
    await restored.close()
  }
  putInPlace(dataDir, aside, clock.now().replace(/[^0-9]/g, ''))
}
