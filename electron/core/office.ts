import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Call } from '../../shared/contract/call.ts'
import type { CallName, CoreEvent } from '../../shared/contract.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import { readSettings } from './calls/settings.ts'
import { type Ctx, need, type Session } from './context.ts'
import { kdfFloor } from './crypto.ts'
import { answerError, type Desk, dispatch } from './dispatch.ts'
import { handlers } from './handlers.ts'
import type { Clock, Host, Log } from './host.ts'
import { createJobs, type JobControl } from './jobs.ts'
import { createPlaces } from './places.ts'
import { backupFolder, isBackupDue, makeBackup } from './register/backup.ts'
import { writeBackup } from './register/backupFile.ts'
import { readFact } from './register/facts.ts'
import { sweepFolder } from './register/folder.ts'
import { lockFolder } from './register/lock.ts'
import { pendingMigrations, sqliteError } from './register/open.ts'
import { createHolder } from './registerHolder.ts'

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

/** The composition root: everything the core needs is passed in here. */
export function createOffice(options: OfficeOptions): Promise<Office> {
  const { dataDir, host, clock, log } = options
  const { release, error: standingError } = occupy(dataDir)
  const listeners = new Set<(pipe: string | null, event: CoreEvent) => void>()
  const emit = (pipe: string | null, event: CoreEvent) => {
    for (const listener of listeners) listener(pipe, event)
  }
  const sessions = new Map<string, Session>()
  const setSession = (pipe: string, session: Session | null) =>
    void (session ? sessions.set(pipe, session) : sessions.delete(pipe))
  const places = createPlaces()
  const jobs = createJobs(
    ({ pipe, userId }, job) => {
      const present = sessions.get(pipe)?.userId
      // Another user sits at this window by now.
      if (userId === null || present === undefined || present === userId) emit(pipe, { type: 'job', job })
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

  // A job goes on in the name of who started it, also after the window was locked.
  const context = (pipe: string, control: JobControl | null, starter: Session | null): Ctx => ({
    pipe,
    host,
    clock,
    log,
    places,
    holder,
    jobs,
    job: control ?? noJob,
    emit: (event) => emit(event.type === 'changed' ? null : pipe, event),
    get register() {
      return holder.need()
    },
    get userId() {
      return (starter ?? sessions.get(pipe))?.userId ?? null
    },
    get session() {
      return need(starter ?? sessions.get(pipe))
    },
    get profile() {
      return holder.profile()
    },
    setSession: (session) => setSession(pipe, session),
    changeSessions: (userId, session) => {
      for (const [of, old] of sessions) if (old.userId === userId) setSession(of, session)
    },
  })
  // The lock goes with the program: what still comes in afterwards must not open the register again.
  let closed = false
  /** What stands in the way of a whole class of calls. */
  function standing(name: CallName, call: Call, session: Session | null): AppError | null {
    if (closed) return new AppError('cancelled')
    if (standingError) return standingError
    if (call.allow !== 'anyone' && session === null) return new AppError('not-signed-in')
    if (call.profile !== undefined && holder.current() && holder.profile().kind !== call.profile)
      return new AppError('wrong-profile')
    const changes = call.kind !== 'read' && call.allow !== 'anyone' && name !== 'register.settleMachine'
    return changes && holder.machine() === 'changed' ? new AppError('machine-changed') : null
  }
  const desk: Desk = { handlers, jobs, log, sessionOf: (pipe) => sessions.get(pipe) ?? null, context, standing }
  const stopTimer = backupOnTimer({
    holder,
    clock,
    log,
    changed: () => emit(null, { type: 'changed', what: 'backup' }),
  })
  return Promise.resolve({
    dispatch: (pipe, name, input) => dispatch(desk, pipe, name, input),
    on: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    closePipe: (pipe) => void sessions.delete(pipe),
    close: async () => {
      closed = true
      stopTimer()
      await jobs.close()
      await holder.close()
      release()
    },
  })
}

interface TimerOptions {
  readonly holder: ReturnType<typeof createHolder>
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
}
const checkEveryMs = 10 * 60_000
/** Backs up beside the register, and at the second place while it is there, when the last one is old enough. */
function backupOnTimer({ holder, clock, log, changed }: TimerOptions): () => void {
  let running = false
  async function check() {
    const register = holder.current()
    // On another machine nothing is journaled before 搬家 or 复制 was said.
    if (!register || running || holder.machine() === 'changed') return
    const last = register.db.prepare('SELECT at FROM backup ORDER BY k DESC LIMIT 1').pluck().get()
    const hours = readSettings(register.db).backupEveryHours
    if (!isBackupDue(typeof last === 'string' ? last : null, clock.now(), hours)) return
    running = true
    try {
      await makeBackup(register, clock, 'timer', { folder: backupFolder(register.dataDir), place: 'beside', label: '' })
      const second = readFact<{ folder: string; label: string }>(register.db, 'secondPlace')
      if (second && fs.existsSync(second.folder))
        await makeBackup(register, clock, 'timer', { ...second, place: 'second' })
      changed()
    } catch (e) {
      log('warn', 'backup on timer failed', { error: String(e) })
    } finally {
      running = false
    }
  }
  const timer = setInterval(() => void check(), checkEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
