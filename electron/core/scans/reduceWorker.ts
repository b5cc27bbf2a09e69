/** Reads one hostile file and answers what is kept of it: in a thread that may be ended, with memory of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import { reduceFile } from './reduceFile.ts'
import type { ReductionAnswer } from './reduction.ts'

async function answer(bytes: Uint8Array): Promise<ReductionAnswer> {
  try {
    return { ok: true, reduced: await reduceFile(bytes) }
  } catch (e) {
    // Whatever a decoder or parser stumbles over is a file that is not sound.
    const error = e instanceof AppError ? e : new AppError('scan-cut', {}, { cause: e })
    return { ok: false, code: error.code, details: error.details, cause: String(error.cause ?? '') }
  }
}
parentPort?.postMessage(await answer(workerData as Uint8Array))
