import { AppError, type ErrorCode, type ErrorDetails } from '../../../shared/errors.ts'
import { runThread } from '../register/thread.ts'
import { mostPixels, type OtherFormat, type ScanFormat, sniff } from './sniff.ts'

/** What is kept of a file that was given. */
export interface Reduced {
  readonly kind: 'image' | 'pdf'
  readonly bytes: Uint8Array
  readonly pages: number
  readonly thumb: Uint8Array | null
  /** Texts of the codes it shows. */
  readonly codes: readonly string[]
}
export interface Order {
  readonly bytes: Uint8Array
  readonly kind: Reduced['kind']
}
export type ReductionAnswer =
  | { readonly ok: true; readonly reduced: Reduced }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails; readonly cause: string }

const refusals: Readonly<Record<OtherFormat, 'scan-kind' | 'scan-active' | 'scan-heic' | 'scan-tiff'>> = {
  svg: 'scan-active',
  html: 'scan-active',
  zip: 'scan-kind',
  gif: 'scan-kind',
  text: 'scan-kind',
  unknown: 'scan-kind',
  heic: 'scan-heic',
  tiff: 'scan-tiff',
}
const isOther = (format: ScanFormat | OtherFormat): format is OtherFormat => Object.hasOwn(refusals, format)

/** What a file is, by a look at its bytes. Throws `scan-empty`, `scan-kind` and its kin, `scan-pixels`, `scan-cut`. */
function kindOf(bytes: Uint8Array): Reduced['kind'] {
  if (bytes.length === 0) throw new AppError('scan-empty')
  const { format, width, height, whole } = sniff(bytes)
  if (isOther(format)) throw new AppError(refusals[format])
  if (format === 'pdf') return 'pdf'
  // Before anything is decoded: a few bytes can claim a picture of gigabytes.
  if (width * height > mostPixels) throw new AppError('scan-pixels', { width, height })
  if (!whole || width === 0 || height === 0) throw new AppError('scan-cut')
  return 'image'
}

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
 * Throws what {@link kindOf} throws, what a PDF's reduction throws, and `scan-hostile` when the thread had to be ended.
 */
export async function reduce(bytes: Uint8Array): Promise<Reduced> {
  const order: Order = { bytes, kind: kindOf(bytes) }
  const { signal, end } = watched()
  try {
    const answer = await runThread<ReductionAnswer>(import.meta.url, 'reduceWorker', { order, signal, limits })
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
