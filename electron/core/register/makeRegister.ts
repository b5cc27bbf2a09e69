import * as fs from 'node:fs'
import { v7 as uuid } from 'uuid'
import type { Profile } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto.ts'
import { diskError, syncFolder } from '../files.ts'
import type { Clock } from '../host.ts'
import { writeFact } from './facts.ts'
import { creatingFolder, registerFolder } from './folder.ts'
import { addWrap, type KeyFile, newRecoveryCode, writeKeyFile } from './keys.ts'
import { beginEpoch, newStation, type Station, storeStation } from './life.ts'
import { openRegister } from './open.ts'
import { type Tx, transact } from './unitOfWork.ts'

export interface NewRegister {
  readonly profile: Profile
  /** First user: the administrator. */
  readonly founder: { readonly name: string; readonly password: string }
  /** Fills in what else belongs to the register from its first moment. */
  readonly fill: (tx: Tx, userId: string) => void
}
export interface Surroundings {
  readonly dataDir: string
  readonly clock: Clock
  readonly kdfCost: number
  /** Hash of this machine's id. */
  readonly machine: string
}
export interface MadeRegister {
  readonly key: Uint8Array
  readonly userId: string
  /** Shown once; the key file holds only what it unlocks. */
  readonly recoveryCode: string
}

/** Makes a register in a folder aside and gives it its place by one rename. Throws `register-exists`. */
export async function makeRegister(around: Surroundings, wanted: NewRegister): Promise<MadeRegister> {
  const folder = registerFolder(around.dataDir)
  if (fs.existsSync(folder)) throw new AppError('register-exists')
  const aside = creatingFolder(around.dataDir)
  const made: MadeRegister = { key: randomBytes(32), userId: uuid(), recoveryCode: newRecoveryCode() }
  try {
    fs.rmSync(aside, { recursive: true, force: true })
    fs.mkdirSync(aside, { recursive: true })
    await fillDatabase(aside, around, wanted, made, await newStation())
    await writeFirstKeys(aside, around, wanted, made)
    fs.renameSync(aside, folder)
    syncFolder(around.dataDir)
    return made
  } catch (e) {
    throw diskError(e, 'own')
  }
}

async function fillDatabase(
  aside: string,
  { clock, machine }: Surroundings,
  { profile, founder, fill }: NewRegister,
  { key, userId }: MadeRegister,
  station: Station,
): Promise<void> {
  const register = await openRegister(aside, key, { create: true })
  const { db } = register
  try {
    const at = clock.now()
    db.transaction(() => {
      beginEpoch(db, 'created', at)
      storeStation(db, station, at)
      writeFact(db, 'profile', profile)
      writeFact(db, 'machine', machine)
      const insert = db.prepare('INSERT INTO user (id, name, admin, active, created_at) VALUES (?, ?, 1, 1, ?)')
      insert.run(userId, founder.name, at)
    })()
    transact(register, clock, userId, (tx) => {
      tx.event('register.created', { kind: profile.kind, sample: profile.sample })
      fill(tx, userId)
    })
  } finally {
    await register.close()
  }
}

async function writeFirstKeys(
  aside: string,
  { kdfCost }: Surroundings,
  { profile, founder }: NewRegister,
  { key, userId, recoveryCode }: MadeRegister,
): Promise<void> {
  const empty: KeyFile = { version: 1, register: uuid(), sample: profile.sample, wraps: [] }
  const user = { kind: 'user', id: userId, name: founder.name, secret: founder.password } as const
  const recovery = { kind: 'recovery', id: '1', name: '', secret: recoveryCode } as const
  const withUser = await addWrap(empty, key, user, kdfCost)
  await writeKeyFile(aside, await addWrap(withUser, key, recovery, kdfCost), key)
}
