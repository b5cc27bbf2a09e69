import type { Ctx } from './context.ts'
import type { Clock } from './host.ts'
import type { Register } from './register/open.ts'

/** What a long job works with: the merge of a recipient, an office's import. */
export interface Work {
  readonly register: Register
  readonly clock: Clock
  readonly by: string
  /** Names the step under way; throws `cancelled` once the job was cancelled. */
  readonly step: (name: string, progress: number | null) => void
  readonly signal: AbortSignal
}

export const workOf = (ctx: Ctx): Work => ({
  register: ctx.register,
  clock: ctx.clock,
  by: ctx.session.userId,
  step: ctx.job.step,
  signal: ctx.job.cancelled,
})

const last = new WeakMap<Register, Promise<unknown>>()

/** Imports and receipts of one register run one after the other, whichever window started them: staging is one. */
export function inTurn<T>(register: Register, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(register) ?? Promise.resolve()).then(work)
  last.set(
    register,
    mine.catch(() => undefined),
  )
  return mine
}

/** A turn of the event loop: pages are read between two pieces of a long job. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
