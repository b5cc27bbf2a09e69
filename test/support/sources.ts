import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  /** What it imports: a project file's path, or a package's name as written. */
  readonly imports: readonly string[]
}

/** Static and dynamic imports and re-exports, as they are written; the text of comments is not looked at. */
export function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const written =
    /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;}])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
  return [...code.matchAll(written)].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
}

const resolved = (from: string, written: string): string =>
  written.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), written.split('?')[0] ?? '')) : written

/** Every source file under a folder of the project. */
export function sourcesOf(folder: string): readonly Source[] {
  const root = dirname(dirname(import.meta.dirname))
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(text).map((written) => resolved(path, written)) }
    })
}
