/** Reads one hostile file and answers what is kept of it: in a thread that may be ended, with memory of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { Order, Reduced, ReductionAnswer } from './reduction.ts'

const { bytes, kind } = workerData as Order

/** Each kind loads only what it needs: a thread starts with every file. What cannot be loaded is not the file's fault. */
async function reducer(): Promise<() => Promise<Reduced>> {
  if (kind === 'pdf') {
    const [{ reducePdf }, { readCodes }] = await Promise.all([import('./pdf.ts'), import('./readCodes.ts')])
    return async () => {
      const { pictures, ...reduced } = await reducePdf(bytes)
      return { kind, ...reduced, thumb: null, codes: await readCodes(pictures) }
    }
  }
  const [{ reduceImage }, { readCodes }] = await Promise.all([import('./image.ts'), import('./readCodes.ts')])
  return async () => {
    const { jpeg, thumb } = await reduceImage(bytes)
    return { kind, bytes: jpeg, pages: 1, thumb, codes: await readCodes([jpeg]) }
  }
}

const reduce = await reducer()
const answer = await reduce().then(
  (reduced): ReductionAnswer => ({ ok: true, reduced }),
  (e): ReductionAnswer => {
    // Whatever a decoder or parser stumbles over is a file that is not sound.
    const { code, details, cause } = e instanceof AppError ? e : new AppError('scan-cut', {}, { cause: e })
    return { ok: false, code, details, cause: String(cause ?? '') }
  },
)
parentPort?.postMessage(answer)
