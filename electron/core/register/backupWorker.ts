import { parentPort, workerData } from 'node:worker_threads'
import { writeBackup } from './backupFile.ts'

/** Runs one backup on a read-only connection of its own, so that pages are served meanwhile. */
interface Order {
  readonly registerDir: string
  readonly key: Uint8Array
  readonly target: string
  readonly at: string
}
const order = workerData as Order
parentPort?.postMessage({ bytes: await writeBackup(order.registerDir, order.key, order.target, order.at) })
