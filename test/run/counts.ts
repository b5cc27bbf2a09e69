import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
export const none: Counts = { passed: 0, failed: 0, skipped: 0 }
export const oneFailed: Counts = { ...none, failed: 1 }

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    none,
  )

function isCounts(value: unknown): value is Counts {
  if (typeof value !== 'object' || value === null) return false
  const counts = value as Readonly<Record<string, unknown>>
  return ['passed', 'failed', 'skipped'].every((name) => Number.isInteger(counts[name]))
}

/** What a suite counted. A file that is missing or not whole means the suite did not end: one failure. */
export function readCounts(file: string): Counts {
  if (!existsSync(file)) return oneFailed
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isCounts(value) ? { passed: value.passed, failed: value.failed, skipped: value.skipped } : oneFailed
  } catch {
    return oneFailed
  }
}

/**
 * A suite's result: its counts, and a failure that no test told (a file that does not compile, a crash after the last
 * test). A suite in which nothing ran proves nothing, so it is a failure too.
 */
export function settled(counts: Counts, exitCode: number): Counts {
  const silent = exitCode !== 0 && counts.failed === 0
  const empty = counts.passed + counts.failed + counts.skipped === 0
  return silent || empty ? sum([counts, oneFailed]) : counts
}
