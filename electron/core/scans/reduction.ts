import { AppError, type ErrorCode, type ErrorDetails } from '../../../shared/errors.ts'
import { runThread } from '../register/thread.ts'

/** What is kept of a file that was given. */
export interface Reduced {
  readonly kind: 'image' | 'pdf'
  readonly bytes: Uint8Array
  readonly pages: number
  readonly thumb: Uint8Array | null
  /** Texts of the codes it shows. */
  readonly codes: readonly string[]
}
export type ReductionAnswer =
  | { readonly ok: true; readonly reduced: Reduced }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails; readonly cause: string }

/** A sound file takes a second or two, on an old machine ten. */
const longestMs = 40_000
/** Beyond what the largest picture that is decoded takes, in bytes of the whole program. */
const mostGrowth = 1_000_000_000
const watchMs = 100
/** Of the thread's JavaScript heap, in MB; what lies outside it is watched. */
const limits = { maxOldGenerationSizeMb: 512 } as const

/** Ends a thread that takes too long or too much. */
function watched(): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController()
  const before = process.memoryUsage.rss()
  const started = performance.now()
  const timer = setInterval(() => {
    const late = performance.now() - started > longestMs
    if (late || process.memoryUsage.rss() - before > mostGrowth) stop.abort()
  }, watchMs)
  return { signal: stop.signal, end: () => clearInterval(timer) }
}

/**
 * Reduces a file in a thread of its own, so that calls are answered meanwhile and whatever it does there can be ended.
 * Throws what {@link reduceFile} throws, `scan-hostile` when the thread had to be ended.
 */
export async function reduce(bytes: Uint8Array): Promise<Reduced> {
  const { signal, end } = watched()
  try {
    const answer = await runThread<ReductionAnswer>(import.meta.url, 'reduceWorker', { order: bytes, signal, limits })
    if (answer.ok) return answer.reduced
    throw new AppError(answer.code, answer.details, { cause: answer.cause })
  } catch (e) {
    if (signal.aborted || (e instanceof Error && 'code' in e && e.code === 'ERR_WORKER_OUT_OF_MEMORY'))
      throw new AppError('scan-hostile', {}, { cause: e })
    throw e
  } finally {
    end()
  }
}
