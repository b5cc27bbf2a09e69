import type { JobView } from '../../shared/contract/office.ts'
import type { CallName, CoreEvent, Input, Outcome, Output } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { programFolders } from '../core/machine/dataFolder.ts'
import { fileLog } from '../core/machine/fileLog.ts'
import { plainHost } from '../core/machine/plainHost.ts'
import { systemClock } from '../core/machine/systemClock.ts'
import type { Office } from '../core/office.ts'
import { openWorkerOffice } from '../core/workerOffice.ts'
import { passwordFrom, type Surroundings } from './options.ts'
import { UsageError } from './usage.ts'

/** One run's pipe: nobody else shares its session. */
const pipe = 'cli'

/** The core as a command uses it. Calls throw {@link AppError}. */
export interface Run {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** Starts a job and waits for its outcome. */
  readonly finish: <N extends CallName>(name: N, input: Input<N>) => Promise<Outcome<N>>
  readonly close: () => Promise<void>
}

async function callOffice(office: Office, name: string, input: unknown): Promise<unknown> {
  const answer = await office.dispatch(pipe, name, input)
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.details)
  return answer.value
}

function outcomeOf(job: JobView): unknown {
  if (job.state === 'done') return job.outcome
  throw job.error ? new AppError(job.error.code, job.error.details) : new UsageError('jobLost')
}

/** Listens before it asks: a short job may end before its id is answered. */
async function finishJob(office: Office, name: string, input: unknown): Promise<unknown> {
  const ended = new Map<string, JobView>()
  let wake = () => {}
  const stop = office.on((_pipe, event: CoreEvent) => {
    if (event.type !== 'job' || event.job.state === 'running') return
    ended.set(event.job.id, event.job)
    wake()
  })
  try {
    const { jobId } = (await callOffice(office, name, input)) as { readonly jobId: string }
    for (;;) {
      const job = ended.get(jobId)
      if (job) return outcomeOf(job)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    stop()
  }
}

/** An open office as a command uses it. */
export const runOf = (office: Office): Run => ({
  call: (name, input) => callOffice(office, name, input) as Promise<Output<typeof name>>,
  finish: (name, input) => finishJob(office, name, input) as Promise<Outcome<typeof name>>,
  close: office.close,
})

/** Opens the register's folder for one command. `files` are what the command would let the core pick. */
export async function openRun(
  around: Surroundings,
  data: string | undefined,
  files: readonly string[] = [],
): Promise<Run> {
  const folders = programFolders(around.env, data, around.from)
  const office = await openWorkerOffice({
    dataDir: folders.data,
    host: plainHost('cli', around.env, files),
    log: fileLog(folders.logs, systemClock.now),
  })
  return runOf(office)
}

/** Opens, works and closes, whatever happens. */
export async function withRun<T>(run: Run, work: (run: Run) => Promise<T>): Promise<T> {
  try {
    return await work(run)
  } finally {
    await run.close()
  }
}

interface Credentials {
  readonly user?: string | undefined
  readonly 'password-file'?: string | undefined
}
/** Signs in as the named user, or as the only one. False when no password was given. */
export async function signIn(run: Run, around: Surroundings, values: Credentials): Promise<boolean> {
  const password = passwordFrom(around, values['password-file'])
  if (password === null) return false
  const { users } = await run.call('register.status', {})
  if (values.user === undefined && users.length > 1) throw new UsageError('whichUser')
  const user = values.user === undefined ? users[0] : users.find((u) => u.name === values.user)
  if (!user) throw new UsageError('noUser', { name: values.user ?? '' })
  await run.call('session.signIn', { userId: user.id, password })
  return true
}

export async function demandSignIn(run: Run, around: Surroundings, values: Credentials): Promise<void> {
  if (!(await signIn(run, around, values))) throw new UsageError('noPassword')
}
