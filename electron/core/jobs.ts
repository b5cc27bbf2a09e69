import { v7 as uuid } from 'uuid'
import type { JobView } from '../../shared/contract/office.ts'
import { type AnswerError, AppError } from '../../shared/errors.ts'

/** A running job's own view of itself. */
export interface JobControl {
  /** Names the step under way and how far it is (0–1, null when unknown). Throws `cancelled` once it was cancelled. */
  readonly step: (name: string, progress: number | null) => void
  readonly cancelled: AbortSignal
}

/** Where a job was started and by whom; null before sign-in. */
export interface Starter {
  readonly pipe: string
  readonly userId: string | null
}
interface Running {
  view: JobView
  readonly starter: Starter
  readonly abort: AbortController
  readonly done: Promise<void>
}

/** Finished jobs kept for a page that comes back late. */
const kept = 50

/** A job is seen at the pipe it was started at, and there by who started it only. */
const maySee = (job: Running, asker: Starter): boolean =>
  job.starter.pipe === asker.pipe && (job.starter.userId === null || job.starter.userId === asker.userId)

/** Long work: it outlives the page that started it. */
export function createJobs(
  onChange: (starter: Starter, view: JobView) => void,
  answerError: (e: unknown) => AnswerError,
) {
  const jobs = new Map<string, Running>()

  const change = (job: Running, next: Partial<JobView>) => {
    job.view = { ...job.view, ...next }
    onChange(job.starter, job.view)
  }
  function controlOf(job: () => Running, signal: AbortSignal): JobControl {
    return {
      cancelled: signal,
      step: (step, progress) => {
        if (signal.aborted) throw new AppError('cancelled')
        change(job(), { step, progress })
      },
    }
  }
  async function run(job: Running, work: (control: JobControl) => Promise<unknown>, control: JobControl) {
    // A turn of the event loop: the caller has the id before the first event.
    await new Promise((resolve) => setImmediate(resolve))
    try {
      change(job, { state: 'done', progress: 1, outcome: await work(control) })
    } catch (e) {
      const error = answerError(e)
      change(job, { state: error.code === 'cancelled' ? 'cancelled' : 'failed', error })
    }
  }
  function start(starter: Starter, call: string, work: (control: JobControl) => Promise<unknown>): string {
    const id = uuid()
    const abort = new AbortController()
    const view: JobView = { id, call, state: 'running', step: '', progress: null, outcome: null, error: null }
    const control = controlOf(() => need(id), abort.signal)
    const job: Running = { view, starter, abort, done: Promise.resolve() }
    jobs.set(id, job)
    jobs.set(id, Object.assign(job, { done: run(job, work, control) }))
    for (const old of [...jobs.values()].slice(0, -kept)) if (old.view.state !== 'running') jobs.delete(old.view.id)
    return id
  }
  function need(id: string, asker?: Starter): Running {
    const job = jobs.get(id)
    if (!job || (asker !== undefined && !maySee(job, asker))) throw new AppError('not-found')
    return job
  }
  return {
    start,
    get: (id: string, asker: Starter) => need(id, asker).view,
    list: (asker: Starter) => [...jobs.values()].filter((j) => maySee(j, asker)).map((j) => j.view),
    cancel: (id: string, asker: Starter) => need(id, asker).abort.abort(),
    /** Cancels everything and waits until it has stopped. */
    close: async () => {
      for (const job of jobs.values()) job.abort.abort()
      await Promise.all([...jobs.values()].map((j) => j.done))
    },
  }
}
export type Jobs = ReturnType<typeof createJobs>
