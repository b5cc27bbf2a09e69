import { execFileSync } from 'node:child_process'
import * as path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { MemoryOrder } from './memoryChild.ts'

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

/** What one run of a work takes of memory before anything of it is collected, in MB: the least of three runs. */
export async function takenBy(work: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < 3; i += 1) {
    const before = settledMemory()
    await work()
    const { heapUsed, external } = process.memoryUsage()
    taken.push(megabytes(heapUsed + external) - before)
  }
  return Math.min(...taken)
}

/** The most memory, in MB, that a process of its own takes for one order. */
export function peakOf(order: MemoryOrder): number {
  const child = path.join(import.meta.dirname, 'memoryChild.ts')
  const said = execFileSync(process.execPath, [child, JSON.stringify(order)], { encoding: 'utf8' })
  return Number(said) / 1024
}
