import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '../register/connection.ts'
import { readLeaving, type SealOrder, writeSeal } from './sealReading.ts'

/** One long reading of a handover on a read-only connection of its own, so that pages are served meanwhile. */
export type Order = { readonly registerDir: string; readonly key: Uint8Array } & (
  | { readonly task: 'leaving'; readonly book: SealOrder['book']; readonly baseline: boolean; readonly rows: number }
  | ({ readonly task: 'seal' } & SealOrder)
)
const order = workerData as Order

const db = openReadOnly(order.registerDir, order.key)
// A walk over everything reads each page once: a large cache would only be memory.
db.pragma('cache_size=-8192')
try {
  const report = (step: string, progress: number) => parentPort?.postMessage({ step, progress })
  const result = order.task === 'leaving' ? await readLeaving(db, order) : await writeSeal(db, order, report)
  parentPort?.postMessage({ result })
} finally {
  db.close()
}
