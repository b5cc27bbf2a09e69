import * as fs from 'node:fs'
import { v7 as uuid } from 'uuid'
import type { Profile } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/errors.ts'
import { randomBytes, sha256, toHex } from './crypto.ts'
import { diskError, syncFolder } from './files.ts'
import type { Clock, Host } from './host.ts'
import { flushNotes } from './register/access.ts'
import { proveCopy } from './register/backupFile.ts'
import { readFact, writeFact } from './register/facts.ts'
import { creatingFolder, putInPlace, registerFolder } from './register/folder.ts'
import {
  addWrap,
  dropWrap,
  type KeyFile,
  newRecoveryCode,
  normalRecoveryCode,
  readKeyFile,
  renameWrap,
  unwrapKey,
  writeKeyFile,
} from './register/keys.ts'
import { beginEpoch, newStation, type Station, storeStation } from './register/life.ts'
import { openRegister, type Register, registerPath } from './register/open.ts'
import { createThrottle } from './register/throttle.ts'
import { createTurns } from './register/turns.ts'
import { type Tx, transact } from './register/unitOfWork.ts'

export interface HolderOptions {
  readonly dataDir: string
  readonly host: Host
  readonly clock: Clock
  readonly kdfCost: number
  readonly step: (name: string) => void
  /** Called before a register is brought to a newer shape. */
  readonly beforeMigration: (registerDir: string, key: Uint8Array) => Promise<void>
}

const machineHash = async (host: Host): Promise<string> => toHex(sha256('jiefenbu machine', await host.machineId()))

/** Owns the open register and its keys: creating, opening, closing, and the users' wraps in the key file. */
export function createHolder(options: HolderOptions) {
  const { dataDir, host, clock } = options
  const folder = registerFolder(dataDir)
  let open: Register | null = null
  let machine: 'same' | 'changed' = 'same'

  const inTurn = createTurns()
  const throttle = createThrottle()

  const exists = () => fs.existsSync(folder)
  const keyFile = () => readKeyFile(folder)
  async function opened(key: Uint8Array): Promise<Register> {
    if (open) return open
    await options.beforeMigration(folder, key)
    open = await openRegister(folder, key, { create: false, step: options.step })
    machine = readFact(open.db, 'machine') === (await machineHash(host)) ? 'same' : 'changed'
    return open
  }

  /** Makes a register in a folder aside and gives it its place by one rename. Throws `register-exists`. */
  async function create(
    profile: Profile,
    founder: Founder,
    fill: (tx: Tx, userId: string) => void,
  ): Promise<{ readonly userId: string; readonly recoveryCode: string }> {
    if (exists()) throw new AppError('register-exists')
    const aside = creatingFolder(dataDir)
    const key = randomBytes(32)
    const [userId, recoveryCode] = [uuid(), newRecoveryCode()]
    try {
      fs.rmSync(aside, { recursive: true, force: true })
      fs.mkdirSync(aside, { recursive: true })
      await fillNew(aside, key, {
        profile,
        founder,
        userId,
        station: await newStation(),
        machine: await machineHash(host),
        fill,
      })
      const empty: KeyFile = { version: 1, register: uuid(), sample: profile.sample, wraps: [] }
      const withUser = await addWrap(
        empty,
        key,
        { kind: 'user', id: userId, name: founder.name, secret: founder.password },
        options.kdfCost,
      )
      await writeKeyFile(
        aside,
        await addWrap(withUser, key, { kind: 'recovery', id: '1', name: '', secret: recoveryCode }, options.kdfCost),
        key,
      )
      fs.renameSync(aside, folder)
      syncFolder(dataDir)
    } catch (e) {
      throw diskError(e, 'own')
    }
    await opened(key)
    return { userId, recoveryCode }
  }

  async function fillNew(aside: string, key: Uint8Array, n: NewRegister): Promise<void> {
    const made = await openRegister(aside, key, { create: true })
    try {
      const at = clock.now()
      made.db.transaction(() => {
        beginEpoch(made.db, 'created', at)
        storeStation(made.db, n.station, at)
        writeFact(made.db, 'profile', n.profile)
        writeFact(made.db, 'machine', n.machine)
        made.db
          .prepare('INSERT INTO user (id, name, admin, active, created_at) VALUES (?, ?, 1, 1, ?)')
          .run(n.userId, n.founder.name, at)
      })()
      transact(made, clock, n.userId, (tx) => {
        tx.event('register.created', { kind: n.profile.kind, sample: n.profile.sample })
        n.fill(tx, n.userId)
      })
    } finally {
      await made.close()
    }
  }

  /**
   * Opens with a user's password or the recovery code. Answers the register, or null when the secret is wrong. Throws
   * `too-many-attempts`; guesses sent at the same moment wait for one another, so that none slips past the count.
   */
  async function unlock(kind: 'user' | 'recovery', id: string, secret: string): Promise<Register | null> {
    throttle.check(clock.now())
    const key = await unwrapKey(keyFile(), kind, id, kind === 'recovery' ? normalRecoveryCode(secret) : secret)
    if (key === null) throttle.failed(clock.now())
    else throttle.forget()
    return key ? opened(key) : null
  }
  async function setSecret(kind: 'user' | 'recovery', id: string, name: string, secret: string): Promise<void> {
    const { key } = need()
    await writeKeyFile(folder, await addWrap(keyFile(), key, { kind, id, name, secret }, options.kdfCost), key)
  }
  async function dropUser(id: string): Promise<void> {
    await writeKeyFile(folder, dropWrap(keyFile(), 'user', id), need().key)
  }
  async function renameUser(id: string, name: string): Promise<void> {
    await writeKeyFile(folder, renameWrap(keyFile(), id, name), need().key)
  }
  async function newRecovery(): Promise<string> {
    const code = newRecoveryCode()
    await setSecret('recovery', '1', '', code)
    return code
  }
  /** 搬家: the same life goes on here. 复制: a new epoch and new station keys, so that two PCs never speak as one. */
  async function settleMachine(choice: 'moved' | 'copied', by: string): Promise<void> {
    const [station, hash] = [await newStation(), await machineHash(host)]
    transact(need(), clock, by, (tx) => {
      if (choice === 'copied') {
        beginEpoch(tx.db, 'copied', tx.at)
        storeStation(tx.db, station, tx.at)
      }
      writeFact(tx.db, 'machine', hash)
      tx.event('register.machine', { choice })
    })
    machine = 'same'
  }
  /**
   * Takes an unpacked backup in as this folder's register: a new epoch that names its parent. What stood here before is
   * moved aside, never deleted. Throws `wrong-password` or `wrong-recovery-code`.
   */
  async function adopt(aside: string, userName: string | null, secret: string): Promise<void> {
    const file = readKeyFile(aside)
    const wrap = file.wraps.find((w) =>
      userName === null ? w.kind === 'recovery' : w.kind === 'user' && w.name === userName,
    )
    const typed = userName === null ? normalRecoveryCode(secret) : secret
    const key = wrap ? await unwrapKey(file, wrap.kind, wrap.id, typed) : null
    if (!wrap || key === null) throw new AppError(userName === null ? 'wrong-recovery-code' : 'wrong-password')
    proveCopy(aside, key)
    const restored = await openRegister(aside, key, { create: false })
    const hash = await machineHash(host)
    try {
      beginEpoch(restored.db, 'restored', clock.now())
      transact(restored, clock, wrap.kind === 'user' ? wrap.id : '', (tx) => {
        writeFact(tx.db, 'machine', hash)
        tx.event('register.restored', {})
      })
    } finally {
      await restored.close()
    }
    putInPlace(dataDir, aside, clock.now().replace(/[^0-9]/g, ''))
  }
  function need(): Register {
    if (!open) throw new AppError('not-signed-in')
    return open
  }
  async function close(): Promise<void> {
    const closing = open
    open = null
    if (closing) flushNotes(closing.db)
    await closing?.close()
  }
  return {
    folder,
    exists,
    keyFile,
    create: (...given: Parameters<typeof create>) => inTurn(() => create(...given)),
    unlock: (...given: Parameters<typeof unlock>) => inTurn(() => unlock(...given)),
    setSecret: (...given: Parameters<typeof setSecret>) => inTurn(() => setSecret(...given)),
    dropUser: (id: string) => inTurn(() => dropUser(id)),
    renameUser: (id: string, name: string) => inTurn(() => renameUser(id, name)),
    newRecovery: () => inTurn(newRecovery),
    settleMachine: (...given: Parameters<typeof settleMachine>) => inTurn(() => settleMachine(...given)),
    adopt: (...given: Parameters<typeof adopt>) => inTurn(() => adopt(...given)),
    close: () => inTurn(close),
    need,
    hasData: () => fs.existsSync(registerPath(folder)),
    current: () => open,
    machine: () => machine,
    profile: (): Profile => readFact<Profile>(need().db, 'profile') as Profile,
  }
}
export type RegisterHolder = ReturnType<typeof createHolder>

interface Founder {
  readonly name: string
  readonly password: string
}
interface NewRegister {
  readonly profile: Profile
  readonly founder: Founder
  readonly userId: string
  readonly station: Station
  readonly machine: string
  readonly fill: (tx: Tx, userId: string) => void
}
