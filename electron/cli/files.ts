import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Surroundings } from './options.ts'
import { UsageError } from './usage.ts'

/** Files named by the user, as whole paths. Throws {@link UsageError} for one that is not there. */
export function namedFiles(names: readonly string[], { from }: Surroundings): readonly string[] {
  if (names.length === 0) throw new UsageError('missing', { name: '<文件>' })
  return names.map((name) => {
    const file = resolve(from, name)
    if (!existsSync(file)) throw new UsageError('noFile', { name })
    return file
  })
}
