import * as fs from 'node:fs'
import * as path from 'node:path'
import { keep } from '../../electron/core/calls/records.ts'
import type { Ctx } from '../../electron/core/context.ts'
import type { Host } from '../../electron/core/host.ts'
import { createOffice, type Office } from '../../electron/core/office.ts'
import { readKeyFile, unwrapKey } from '../../electron/core/register/keys.ts'
import { openRegister, type Register } from '../../electron/core/register/open.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import { type SampleCase, sampleCases } from '../../electron/core/sample/cases.ts'
import { sampleUser, township } from '../../electron/core/sample/township.ts'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'

export const benchToday = '2026-11-23'
export const benchClock = {
  now: () => new Date().toISOString(),
  today: () => benchToday,
  startOf: (day: string) => `${day}T00:00:00.000Z`,
}
const pipe = 'bench'

/** A register of the bench: its folder, and the program that has it open. */
export interface Bench {
  readonly cases: number
  readonly dir: string
  readonly office: Office
  /** The same statements on a connection of the bench's own. */
  readonly register: Register
  readonly userId: string
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  readonly close: () => Promise<void>
}

export const benchHost = (dir: string): Host => ({
  kind: 'test',
  version: '0.1.0',
  machineId: async () => 'bench',
  places: async () => [{ path: path.join(dir, 'usb'), label: 'usb', kind: 'removable' }],
  plainFolder: async () => null,
  fontFolders: async () => [],
  pickFolder: async () => null,
  pickFiles: async () => [],
})
/** Below the floor: signing in is no part of what is measured. */
export const kdfCost = 10

export async function callOffice<N extends CallName>(office: Office, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await office.dispatch(pipe, name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as Output<N>
}

/** The state a case has in the end, with numbers as if typed from paper. */
function finalState({ data, caseNoOn, agreementOn, effectiveOn, after }: SampleCase, serial: number): DisputeData {
  const number = (pattern: string, on: string) =>
    pattern.replace('{年}', on.slice(0, 4)).replace('{序号}', String(serial))
  return {
    ...data,
    caseNo: caseNoOn && number(township.caseNoPattern, caseNoOn),
    agreementNo: agreementOn && number(township.agreementNoPattern, agreementOn),
    signedByPartiesOn: effectiveOn,
    signedByMediatorsOn: effectiveOn,
    sealedOn: effectiveOn,
    ...after,
  }
}

const perTransaction = 1000
/** Through the ordinary door of a save, a thousand to a transaction: the tables end as if typed one by one. */
function fill(register: Register, userId: string, cases: number, told: (done: number) => void): void {
  const session = {
    userId,
    name: sampleUser.name,
    admin: true,
    roles: [
      { book: 'mediation', role: 'head' },
      { book: 'mediation', role: 'clerk' },
    ],
  }
  const ctx = { register, session } as unknown as Ctx
  const source = sampleCases({ seed: 1, count: cases, today: benchToday })
  for (let done = 0; done < cases; done += perTransaction) {
    transact(register, benchClock, userId, (tx) => {
      for (let i = done; i < Math.min(cases, done + perTransaction); i += 1) {
        const next = source.next()
        if (next.done) return
        const data = finalState(next.value, i + 1) as unknown as AnyData
        keep(ctx, tx, { ledger: 'dispute', id: null, revision: 0, data })
      }
    })
    told(Math.min(cases, done + perTransaction))
  }
  register.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

export async function keyOf(dir: string): Promise<{ readonly key: Uint8Array; readonly userId: string }> {
  const folder = path.join(dir, 'data', 'register')
  const file = readKeyFile(folder)
  const user = file.wraps.find((w) => w.kind === 'user')
  const key = user ? await unwrapKey(file, 'user', user.id, sampleUser.password) : null
  if (!user || !key) throw new Error('the bench cannot open its own register')
  return { key, userId: user.id }
}

const openOffice = (dir: string): Promise<Office> =>
  createOffice({
    dataDir: path.join(dir, 'data'),
    host: benchHost(dir),
    clock: benchClock,
    log: () => undefined,
    kdfCost,
  })

async function createEmpty(dir: string): Promise<void> {
  fs.mkdirSync(path.join(dir, 'usb'), { recursive: true })
  const office = await openOffice(dir)
  const { unitName, unitCode, committee, caseNoPattern, agreementNoPattern } = township
  await callOffice(office, 'register.create', {
    kind: 'unit',
    sample: true,
    unitName,
    unitCode,
    book: null,
    committee,
    adminName: sampleUser.name,
    password: sampleUser.password,
  })
  await callOffice(office, 'setting.save', { committee, caseNoPattern, agreementNoPattern, backupEveryHours: 0 })
  await office.close()
}

/** Builds a register of so many cases in a folder and opens it, signed in. */
export async function buildBench(dir: string, cases: number, told: (done: number) => void): Promise<Bench> {
  await createEmpty(dir)
  const folder = path.join(dir, 'data', 'register')
  const { key, userId } = await keyOf(dir)
  const filling = await openRegister(folder, key, { create: false })
  fill(filling, userId, cases, told)
  await filling.close()
  const office = await openOffice(dir)
  const call: Bench['call'] = (name, input) => callOffice(office, name, input)
  await call('session.signIn', { userId, password: sampleUser.password })
  const register = await openRegister(folder, key, { create: false })
  return {
    cases,
    dir,
    office,
    register,
    userId,
    call,
    close: async () => {
      if (!register.db.open) return
      await register.close()
      await office.close()
    },
  }
}
