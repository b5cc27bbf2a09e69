import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const megabytes = (bytes: number) => bytes / 1024 / 1024

/** What stays in use after everything that can go has gone. */
export function settledMemory(): number {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return megabytes(heapUsed + external)
}

const everyMs = 10
/** The most the process, its threads included, takes while a work runs, above what it took before. */
export async function peakMemory(work: () => Promise<unknown>): Promise<number> {
  collect()
  const before = process.memoryUsage.rss()
  let peak = before
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(look, everyMs)
  try {
    await work()
  } finally {
    look()
    clearInterval(timer)
  }
  return megabytes(peak - before)
}
