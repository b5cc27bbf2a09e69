import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../host.ts'

/** A log this long is put aside as `.old`, so that two files are all it ever takes. */
const limit = 1_000_000

/** The local technical log: one JSON line per fact. A log that cannot be written never stops the work. */
export function fileLog(folder: string, now: () => string): Log {
  const file = join(folder, 'jiefenbu.log')
  return (level, message, facts) => {
    try {
      mkdirSync(folder, { recursive: true })
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size > limit) renameSync(file, `${file}.old`)
      appendFileSync(file, `${JSON.stringify({ at: now(), level, message, ...facts })}\n`, { mode: 0o600 })
    } catch {
      // A full disk is reported by the register's own writes.
    }
  }
}
