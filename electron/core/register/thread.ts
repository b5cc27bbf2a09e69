import { type ResourceLimits, Worker } from 'node:worker_threads'
import { AppError, type ErrorCode, errorCodes } from '../../../shared/errors.ts'

/** A worker's file beside the caller's: `.ts` from source, `.js` in a packed program. */
const workerFile = (base: string, name: string): URL =>
  new URL(`./${name}${base.endsWith('.ts') ? '.ts' : '.js'}`, base)

const isErrorCode = (text: string): text is ErrorCode => (errorCodes as readonly string[]).includes(text)
/** Errors lose their class on the way out of a thread; an {@link AppError}'s message is its code. */
const revived = (e: Error): Error => (isErrorCode(e.message) ? new AppError(e.message, {}, { cause: e }) : e)

export interface ThreadOptions<M> {
  readonly order: unknown
  readonly onMessage?: (message: M) => void
  readonly signal?: AbortSignal
  /** Of the thread's own heap; beyond them it ends with `ERR_WORKER_OUT_OF_MEMORY`. */
  readonly limits?: ResourceLimits
}
/** Runs a worker file to its end and answers its last message. Throws what the worker threw, or `cancelled`. */
export function runThread<M>(
  base: string,
  name: string,
  { order, onMessage, signal, limits }: ThreadOptions<M>,
): Promise<M> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(base, name), { workerData: order, resourceLimits: limits ?? {} })
    let last: M | undefined
    const stop = () => void worker.terminate()
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: M) => {
      last = message
      onMessage?.(message)
    })
    worker.on('error', (e) => reject(revived(e as Error)))
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      if (signal?.aborted) reject(new AppError('cancelled'))
      else if (last === undefined) reject(new AppError('internal', { what: name }))
      else resolve(last)
    })
  })
}
