/** A core's thread that opens and dies of the first call, as one does that runs out of memory. */
import { parentPort } from 'node:worker_threads'

parentPort?.postMessage({ type: 'opened' })
parentPort?.on('message', () => {
  throw new Error('out of memory, say')
})
