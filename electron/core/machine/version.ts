import { readFileSync } from 'node:fs'

/** The program's version, from the `package.json` that lies at the top in the source tree and in the packed one. */
export function programVersion(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../../../package.json'
  const text = readFileSync(new URL(up, import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { readonly version?: unknown }
  if (typeof version !== 'string') throw new Error('package.json has no version')
  return version
}
