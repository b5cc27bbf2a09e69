import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import Database from 'better-sqlite3'
import type { Host } from '../../electron/core/host.ts'
import { createOffice, type Office } from '../../electron/core/office.ts'
import { readKeyFile, unwrapKey } from '../../electron/core/register/keys.ts'
import { type Db, openReadOnly, prepare, registerFileName } from '../../electron/core/register/open.ts'
import type { JobView } from '../../shared/contract/office.ts'
import type { BookRole, Profile, SessionInfo } from '../../shared/contract/session.ts'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import type { Answer, AnswerError } from '../../shared/errors.ts'
import { type TestClock, testClock } from './clock.ts'

/** Cost of scrypt in tests: the smallest a key file may name. */
export const testKdfCost = 10
export const password = '示例口令12345'
/** The founder's pipe. */
export const founder = 'founder'

export interface LogLine {
  readonly level: string
  readonly message: string
  readonly facts: unknown
}
export interface TestOffice {
  /** A folder of its own for this office: data, stick, second drive. Removed with {@link TestOffice.dispose}. */
  readonly root: string
  readonly dataDir: string
  readonly stick: string
  readonly clock: TestClock
  readonly log: readonly LogLine[]
  readonly office: () => Office
  /** Answers the value; throws an Error naming the code when the call was refused. */
  readonly call: <N extends CallName>(name: N, input: Input<N>, pipe?: string) => Promise<Output<N>>
  /** The refusal; throws when the call was answered. */
  readonly refusal: (name: CallName, input: unknown, pipe?: string) => Promise<AnswerError>
  readonly answer: (name: string, input: unknown, pipe?: string) => Promise<Answer<unknown>>
  /** Starts a job and waits for its end. */
  readonly job: <N extends CallName>(name: N, input: Input<N>, pipe?: string) => Promise<JobView>
  /** Closes the program and starts it again in the same folder. */
  readonly restart: (machine?: string) => Promise<void>
  /** A read-only connection of the test's own; to be closed by the test. */
  readonly inspect: () => Promise<Db>
  /** Changes the open register behind the program's back. */
  readonly change: (work: (db: Db) => void) => Promise<void>
  readonly key: () => Promise<Uint8Array>
  readonly stop: () => Promise<void>
  /** Ends the program and removes the folder. */
  readonly dispose: () => Promise<void>
}

function testHost(stick: string, machine: string): Host {
  return {
    kind: 'test',
    version: '0.1.0',
    machineId: async () => machine,
    places: async () => [{ path: stick, label: '示例U盘', kind: 'removable' }],
    plainFolder: async () => null,
    fontFolders: async () => [],
    pickFolder: async () => null,
    pickFiles: async () => [],
  }
}

export interface TestOptions {
  readonly root?: string
  readonly clock?: TestClock
  readonly onStep?: (name: string) => void
}

/** Waits until a job has ended; events are what it waits on. */
function jobEnd(office: Office, pipe: string, id: string): Promise<JobView> {
  return new Promise((resolve) => {
    const stop = office.on((to, event) => {
      if (to !== pipe || event.type !== 'job' || event.job.id !== id || event.job.state === 'running') return
      stop()
      resolve(event.job)
    })
  })
}

function valueIn<T>(name: string, answer: Answer<unknown>): T {
  if (answer.ok) return answer.value as T
  throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
}

type Asking = Pick<TestOffice, 'answer' | 'call' | 'refusal' | 'job'>
/** The ways a test asks the program. */
function asking(office: () => Office): Asking {
  const answer: Asking['answer'] = (name, input, pipe = founder) => office().dispatch(pipe, name, input)
  return {
    answer,
    call: async (name, input, pipe) => valueIn(name, await answer(name, input, pipe)),
    refusal: async (name, input, pipe) => {
      const given = await answer(name, input, pipe)
      if (given.ok) throw new Error(`${name} was answered: ${JSON.stringify(given.value)}`)
      return given.error
    },
    job: async (name, input, pipe = founder) => {
      const { jobId } = valueIn<{ jobId: string }>(name, await answer(name, input, pipe))
      return jobEnd(office(), pipe, jobId)
    },
  }
}

type BehindTheBack = Pick<TestOffice, 'inspect' | 'change' | 'key'>
/** The ways a test looks into the register's file past the program. */
function behindTheBack(folder: string): BehindTheBack {
  const key = async (): Promise<Uint8Array> => {
    const file = readKeyFile(folder)
    const first = file.wraps.find((w) => w.kind === 'user')
    const found = first ? await unwrapKey(file, 'user', first.id, password) : null
    if (found === null) throw new Error('the founder’s password does not open this register')
    return found
  }
  return {
    key,
    inspect: async () => openReadOnly(folder, await key()),
    change: async (work) => {
      const db = new Database(path.join(folder, registerFileName))
      prepare(db, await key())
      work(db)
      db.close()
    },
  }
}

type Life = Pick<TestOffice, 'office' | 'restart' | 'stop'>
/** Starts the program, and starts it again. */
async function living(start: (machine: string) => Promise<Office>): Promise<Life> {
  let machine = 'machine one'
  let office: Office | null = await start(machine)
  const stop = async () => {
    await office?.close()
    office = null
  }
  return {
    stop,
    office: () => {
      if (office === null) throw new Error('the program was stopped')
      return office
    },
    restart: async (next = machine) => {
      await stop()
      machine = next
      office = await start(machine)
    },
  }
}

/** A program with an empty data folder in the temporary folder, a clock of its own and a stick. */
export async function testOffice(options: TestOptions = {}): Promise<TestOffice> {
  const root = options.root ?? fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
  const [dataDir, stick] = [path.join(root, 'data'), path.join(root, 'stick')]
  fs.mkdirSync(stick, { recursive: true })
  const clock = options.clock ?? testClock()
  const log: LogLine[] = []
  const life = await living((machine) =>
    createOffice({
      dataDir,
      clock,
      host: testHost(stick, machine),
      log: (level, message, facts) => void log.push({ level, message, facts }),
      kdfCost: testKdfCost,
      ...(options.onStep ? { onStep: options.onStep } : {}),
    }),
  )
  return {
    ...{ root, dataDir, stick, clock, log },
    ...life,
    ...asking(life.office),
    ...behindTheBack(path.join(dataDir, 'register')),
    dispose: async () => {
      await life.stop()
      fs.rmSync(root, { recursive: true, force: true })
    },
  }
}

const unit = { kind: 'unit', unitName: '示例乡', unitCode: '990001', book: null } as const
const everyRole: readonly BookRole[] = (['mediation', 'teams'] as const).flatMap((book) =>
  (['clerk', 'mediator', 'head'] as const).map((role) => ({ book, role })),
)
export const allRoles = everyRole

/** Creates a register; the founder is signed in at {@link founder}. */
export async function createRegister(
  t: TestOffice,
  profile: Pick<Profile, 'kind' | 'unitName' | 'unitCode' | 'book'> = unit,
): Promise<{ readonly recoveryCode: string; readonly session: SessionInfo }> {
  const { recoveryCode } = await t.call('register.create', {
    ...profile,
    committee: '示例乡人民调解委员会',
    adminName: '张示例',
    password,
  })
  const session = await t.call('session.me', {})
  if (session === null) throw new Error('the founder is not signed in')
  return { recoveryCode, session }
}

/** An office with a unit's register in it. */
export async function unitOffice(options: TestOptions = {}): Promise<TestOffice> {
  const t = await testOffice(options)
  await createRegister(t)
  return t
}

/** A further user, signed in at a pipe of the same name. Answers the user's id. */
export async function addUser(t: TestOffice, name: string, roles: readonly BookRole[], admin = false): Promise<string> {
  const { id } = await t.call('user.create', { name, password, admin, roles: [...roles] })
  await t.call('session.signIn', { userId: id, password }, name)
  return id
}

/** Signs the founder in again, after a restart. */
export async function signInFounder(t: TestOffice, secret = password): Promise<SessionInfo> {
  const { users } = await t.call('register.status', {})
  const first = users.find((u) => u.name === '张示例')
  if (!first) throw new Error('no founder in the key file')
  return t.call('session.signIn', { userId: first.id, password: secret })
}
