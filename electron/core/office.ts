import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Call } from '../../shared/contract/call.ts'
import type { CallName, CoreEvent } from '../../shared/contract.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import { backupOnTimer } from './backupTimer.ts'
import { type Ctx, need, type Session } from './context.ts'
import { kdfFloor } from './crypto.ts'
import { answerError, type Desk, dispatch } from './dispatch.ts'
import { handlers } from './handlers.ts'
import type { Clock, Host, Log } from './host.ts'
import { createJobs, type JobControl, type Jobs } from './jobs.ts'
import { createListeners, createSessions } from './pipes.ts'
import { createPlaces, type Places } from './places.ts'
import { backupFolder } from './register/backup.ts'
import { writeBackup } from './register/backupFile.ts'
import { sweepFolder } from './register/folder.ts'
import { lockFolder } from './register/lock.ts'
import { pendingMigrations, sqliteError } from './register/open.ts'
import { createHolder, type RegisterHolder } from './registerHolder.ts'
import { createPendingCodes, type PendingCodes } from './scans/paperCodes.ts'
import { createUploads, type Uploads } from './scans/uploads.ts'

/** The core as a host sees it. `pipe` is the session's channel: one window, one cookie, one run of the command line. */
export interface Office {
  /** Never throws. */
  readonly dispatch: (pipe: string, name: string, input: unknown) => Promise<Answer<unknown>>
  /** Events for one pipe, or for every pipe (`null`). Answers how to stop listening. */
  readonly on: (listener: (pipe: string | null, event: CoreEvent) => void) => () => void
  readonly closePipe: (pipe: string) => void
  readonly close: () => Promise<void>
}
export interface OfficeOptions {
  readonly dataDir: string
  readonly host: Host
  readonly clock: Clock
  readonly log: Log
  /** log2(N) of scrypt; below the floor only in tests. */
  readonly kdfCost?: number
  /** Called at each named step of a write; tests end the process there. */
  readonly onStep?: (name: string) => void
}

/** A job's control where there is no job: reads and writes report no progress. */
const noJob: JobControl = { step: () => undefined, cancelled: new AbortController().signal }

/** Prepares the data folder and takes its lock; what is wrong with it then answers every call. */
function occupy(dataDir: string): { readonly release: () => void; readonly error: AppError | null } {
  try {
    fs.mkdirSync(dataDir, { recursive: true })
    // SQLite opens its lock in a folder that cannot be written too.
    fs.accessSync(dataDir, fs.constants.W_OK)
    const release = lockFolder(dataDir)
    sweepFolder(dataDir)
    return { release, error: null }
  } catch (e) {
    const known = sqliteError(e)
    const error = known instanceof AppError ? known : new AppError('folder-unsuitable', {}, { cause: e })
    return { release: () => undefined, error }
  }
}

/** A backup of the old shape before anything is changed. */
async function backupBeforeMigration(clock: Clock, registerDir: string, key: Uint8Array): Promise<void> {
  if (pendingMigrations(registerDir, key) === 0) return
  const folder = backupFolder(registerDir)
  fs.mkdirSync(folder, { recursive: true })
  const name = `${clock.today()}-before-update-${clock.now().slice(11, 19).replace(/:/g, '')}.jfbak`
  await writeBackup(registerDir, key, path.join(folder, name), clock.now())
}

interface Parts {
  readonly options: OfficeOptions
  readonly sessions: ReturnType<typeof createSessions>
  readonly listeners: ReturnType<typeof createListeners>
  readonly jobs: Jobs
  readonly places: Places
  readonly uploads: Uploads
  readonly codes: PendingCodes
  readonly holder: RegisterHolder
}
/** A handler's context. A job goes on in the name of who started it, also after the window was locked. */
const contextOf =
  ({ options, sessions, listeners, jobs, places, uploads, codes, holder }: Parts) =>
  (pipe: string, control: JobControl | null, starter: Session | null): Ctx => ({
    pipe,
    host: options.host,
    clock: options.clock,
    log: options.log,
    places,
    uploads,
    codes,
    holder,
    jobs,
    job: control ?? noJob,
    emit: (event) => listeners.emit(event.type === 'changed' ? null : pipe, event),
    get register() {
      return holder.need()
    },
    get userId() {
      return (starter ?? sessions.of(pipe))?.userId ?? null
    },
    get session() {
      return need(starter ?? sessions.of(pipe))
    },
    get profile() {
      return holder.profile()
    },
    setSession: (session) => {
      sessions.set(pipe, session)
      // What was on its way when the window was locked is nobody's.
      if (session === null) uploads.forget(pipe)
    },
    changeSessions: sessions.change,
  })

/** What stands in the way of a whole class of calls. */
function standingError(holder: RegisterHolder, name: CallName, call: Call, session: Session | null): AppError | null {
  if (call.allow !== 'anyone' && session === null) return new AppError('not-signed-in')
  if (call.profile !== undefined && holder.current() && holder.profile().kind !== call.profile)
    return new AppError('wrong-profile')
  const changes = call.kind !== 'read' && call.allow !== 'anyone' && name !== 'register.settleMachine'
  return changes && holder.machine() === 'changed' ? new AppError('machine-changed') : null
}

function createParts(options: OfficeOptions): Parts {
  const { dataDir, host, clock, log } = options
  const sessions = createSessions()
  const listeners = createListeners()
  const jobs = createJobs(
    ({ pipe, userId }, job) => {
      const present = sessions.of(pipe)?.userId
      // Another user sits at this window by now.
      if (userId === null || present === undefined || present === userId) listeners.emit(pipe, { type: 'job', job })
    },
    (e) => answerError(e, log),
  )
  const holder = createHolder({
    dataDir,
    host,
    clock,
    kdfCost: options.kdfCost ?? kdfFloor,
    step: options.onStep ?? (() => undefined),
    beforeMigration: (folder, key) => backupBeforeMigration(clock, folder, key),
  })
  return {
    options,
    sessions,
    listeners,
    jobs,
    places: createPlaces(),
    uploads: createUploads(),
    codes: createPendingCodes(),
    holder,
  }
}

/** The composition root: everything the core needs is passed in here. */
export async function createOffice(options: OfficeOptions): Promise<Office> {
  const { dataDir, clock, log } = options
  const { release, error } = occupy(dataDir)
  const parts = createParts(options)
  const { sessions, listeners, jobs, holder } = parts
  const stopTimer = backupOnTimer({
    holder,
    clock,
    log,
    changed: () => listeners.emit(null, { type: 'changed', what: 'backup' }),
  })
  // The lock goes with the program: what still comes in afterwards must not open the register again.
  let closed = false
  const desk: Desk = {
    handlers,
    jobs,
    log,
    sessionOf: sessions.of,
    context: contextOf(parts),
    standing: (name, call, session) =>
      closed ? new AppError('cancelled') : (error ?? standingError(holder, name, call, session)),
  }
  return {
    dispatch: (pipe, name, input) => dispatch(desk, pipe, name, input),
    on: listeners.on,
    closePipe: (pipe) => {
      sessions.set(pipe, null)
      parts.uploads.forget(pipe)
    },
    close: async () => {
      closed = true
      stopTimer()
      await jobs.close()
      await holder.close()
      release()
    },
  }
}
