import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

export interface WindowFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * A file of the built window by the path of its URL, still escaped; null when there is none. What lies outside the
 * folder is "none", also by `..`, by an escaped slash, by a drive letter or through a link.
 */
export async function windowFile(folder: string, urlPath: string): Promise<WindowFile | null> {
  try {
    const name = decodeURIComponent(urlPath)
    if (name.includes('\0') || name.includes('\\') || name.includes(':')) return null
    const root = await realpath(folder)
    const file = await realpath(join(root, name === '/' ? 'index.html' : name))
    if (!file.startsWith(root + sep)) return null
    return { type: types[extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) }
  } catch {
    return null
  }
}
