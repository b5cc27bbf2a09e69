import * as fs from 'node:fs'
import type { Profile } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/errors.ts'
import { equalBytes, sha256, toHex } from './crypto.ts'
import type { Clock, Host } from './host.ts'
import { refreshDues } from './ledgers/cases/dues.ts'
import { carryVillages } from './ledgers/places/carryVillages.ts'
import { flushNotes } from './register/access.ts'
import { adoptBackup } from './register/adoptBackup.ts'
import { readFact, writeFact } from './register/facts.ts'
import { registerFolder } from './register/folder.ts'
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
import { beginEpoch, newStation, storeStation } from './register/life.ts'
import { makeRegister, type NewRegister } from './register/makeRegister.ts'
import { openRegister, type Register, registerPath, sqliteError } from './register/open.ts'
import { createThrottle } from './register/throttle.ts'
import { createTurns } from './register/turns.ts'
import { transact } from './register/unitOfWork.ts'
import { eraseScans } from './scans/erase.ts'

export interface HolderOptions {
  readonly dataDir: string
  readonly host: Host
  readonly clock: Clock
  readonly kdfCost: number
  readonly step: (name: string) => void
  /** Called before a register is brought to a newer shape. */
  readonly beforeMigration: (registerDir: string, key: Uint8Array) => Promise<void>
}
type SecretKind = 'user' | 'recovery'

const machineHash = async (host: Host): Promise<string> => toHex(sha256('jiefenbu machine', await host.machineId()))

/** What is put in order at opening; a full disk keeps nobody out. */
function tidy(register: Register, clock: Clock): void {
  try {
    // What the program works out of the records, counted anew where its rules have changed.
    refreshDues(register.db)
    carryVillages(register, clock)
    eraseScans(register, clock)
  } catch (e) {
    const known = sqliteError(e)
    if (!(known instanceof AppError && known.code === 'disk-full')) throw known
  }
}

/** The open register of a folder, if it is open, and whether this is the machine it was last used on. */
function createOpening({ clock, host, step, beforeMigration }: HolderOptions, folder: string) {
  let open: Register | null = null
  let machine: 'same' | 'changed' = 'same'

  function need(): Register {
    if (!open) throw new AppError('not-signed-in')
    return open
  }
  async function withKey(key: Uint8Array): Promise<Register> {
    if (open) return open
    await beforeMigration(folder, key)
    open = await openRegister(folder, key, { create: false, step })
    tidy(open, clock)
    machine = readFact(open.db, 'machine') === (await machineHash(host)) ? 'same' : 'changed'
    return open
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
  async function close(): Promise<void> {
    const closing = open
    open = null
    if (closing) flushNotes(closing.db)
    await closing?.close()
  }
  return { need, withKey, settleMachine, close, current: () => open, machine: () => machine }
}

/** Changes to the key file of an open register. */
function createKeyring(folder: string, need: () => Register, kdfCost: number) {
  const change = (next: KeyFile) => writeKeyFile(folder, next, need().key)
  async function setSecret(kind: SecretKind, id: string, name: string, secret: string): Promise<void> {
    await change(await addWrap(readKeyFile(folder), need().key, { kind, id, name, secret }, kdfCost))
  }
  async function newRecovery(): Promise<string> {
    const code = newRecoveryCode()
    await setSecret('recovery', '1', '', code)
    return code
  }
  return {
    setSecret,
    newRecovery,
    dropUser: (id: string) => change(dropWrap(readKeyFile(folder), 'user', id)),
    renameUser: (id: string, name: string) => change(renameWrap(readKeyFile(folder), id, name)),
  }
}

/** A secret that did not open the register: when, and whose it was said to be. */
interface Refusal {
  readonly at: string
  readonly by: string
}
const mostRefusals = 1000
/** Refusals while the register is closed and cannot note them; a program that is closed meanwhile forgets them. */
function createRefusals() {
  let kept: readonly Refusal[] = []
  return {
    add: (refusal: Refusal) => {
      kept = [...kept, refusal].slice(-mostRefusals)
    },
    take: (): readonly Refusal[] => {
      const taken = kept
      kept = []
      return taken
    },
  }
}

/** Asks for secrets, slowly when they are wrong. */
function createDoor(clock: Clock, folder: string, opening: ReturnType<typeof createOpening>) {
  const throttle = createThrottle()
  const refusals = createRefusals()

  /** Throws `too-many-attempts`. */
  async function keyBy(kind: SecretKind, id: string, secret: string): Promise<Uint8Array | null> {
    throttle.check(clock.now())
    const typed = kind === 'recovery' ? normalRecoveryCode(secret) : secret
    const key = await unwrapKey(readKeyFile(folder), kind, id, typed)
    if (key !== null) {
      throttle.forget()
      return key
    }
    const at = clock.now()
    throttle.failed(at)
    if (!opening.current()) refusals.add({ at, by: id })
    return null
  }
  /**
   * Opens with a user's password or the recovery code. Answers the register, or null when the secret is wrong. Throws
   * `too-many-attempts`; guesses sent at the same moment wait for one another, so that none slips past the count.
   */
  async function unlock(kind: SecretKind, id: string, secret: string): Promise<Register | null> {
    const key = await keyBy(kind, id, secret)
    return key ? opening.withKey(key) : null
  }
  /** Whether a secret gives the key of the register that is open; changes nothing. Throws `too-many-attempts`. */
  async function opens(kind: SecretKind, id: string, secret: string): Promise<boolean> {
    const key = await keyBy(kind, id, secret)
    return key !== null && equalBytes(key, opening.need().key)
  }
  return { unlock, opens, takeRefusals: refusals.take }
}

/** Owns the register of a data folder and its keys. Whatever changes either of them waits for its turn. */
export function createHolder(options: HolderOptions) {
  const { dataDir, host, clock, kdfCost } = options
  const folder = registerFolder(dataDir)
  const inTurn = createTurns()
  const opening = createOpening(options, folder)
  const door = createDoor(clock, folder, opening)
  const keyring = createKeyring(folder, opening.need, kdfCost)

  async function create(wanted: NewRegister): Promise<{ readonly userId: string; readonly recoveryCode: string }> {
    const made = await makeRegister({ dataDir, clock, kdfCost, machine: await machineHash(host) }, wanted)
    await opening.withKey(made.key)
    return made
  }
  const adopt = async (aside: string, userName: string | null, secret: string): Promise<void> =>
    adoptBackup({ dataDir, aside, userName, secret, clock, machine: await machineHash(host) })
  return {
    folder,
    exists: () => fs.existsSync(folder),
    hasData: () => fs.existsSync(registerPath(folder)),
    keyFile: () => readKeyFile(folder),
    need: opening.need,
    current: opening.current,
    machine: opening.machine,
    profile: (): Profile => readFact<Profile>(opening.need().db, 'profile') as Profile,
    create: (wanted: NewRegister) => inTurn(() => create(wanted)),
    takeRefusals: door.takeRefusals,
    unlock: (...given: Parameters<typeof door.unlock>) => inTurn(() => door.unlock(...given)),
    opens: (...given: Parameters<typeof door.opens>) => inTurn(() => door.opens(...given)),
    adopt: (...given: Parameters<typeof adopt>) => inTurn(() => adopt(...given)),
    setSecret: (...given: Parameters<typeof keyring.setSecret>) => inTurn(() => keyring.setSecret(...given)),
    dropUser: (id: string) => inTurn(() => keyring.dropUser(id)),
    renameUser: (id: string, name: string) => inTurn(() => keyring.renameUser(id, name)),
    newRecovery: () => inTurn(keyring.newRecovery),
    settleMachine: (choice: 'moved' | 'copied', by: string) => inTurn(() => opening.settleMachine(choice, by)),
    close: () => inTurn(opening.close),
  }
}
export type RegisterHolder = ReturnType<typeof createHolder>
