import * as fs from 'node:fs'
import * as path from 'node:path'
import { v4 as uuid } from 'uuid'
import type { PickedFile, Place } from '../../shared/contract/office.ts'
import { AppError } from '../../shared/errors.ts'
import { diskError, freeBytes } from './files.ts'
import type { HostPlace } from './host.ts'

/** Opaque names for folders and files: a window never sees a path and can name only what it was given. */
export function createPlaces() {
  const paths = new Map<string, { readonly path: string; readonly label: string }>()
  const tokens = new Map<string, string>()

  function tokenOf(file: string, label: string): string {
    const known = tokens.get(file)
    if (known !== undefined) return known
    const token = uuid()
    tokens.set(file, token)
    paths.set(token, { path: file, label })
    return token
  }
  function resolve(token: string): string {
    const found = paths.get(token)
    if (!found) throw new AppError('not-found')
    return found.path
  }
  const offer = (place: HostPlace): Place => ({
    token: tokenOf(path.resolve(place.path), place.label),
    label: place.label,
    kind: place.kind,
    freeBytes: freeBytes(place.path),
  })
  function offerFile(file: string): PickedFile {
    const name = path.basename(file)
    return { token: tokenOf(path.resolve(file), name), name, bytes: fs.statSync(file).size }
  }
  /** Files with these endings directly in a place, newest first. Throws `target-gone`. */
  function filesIn(token: string, extensions: readonly string[]): readonly PickedFile[] {
    const folder = resolve(token)
    try {
      return fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((e) => e.isFile() && extensions.some((x) => e.name.toLowerCase().endsWith(`.${x}`)))
        .map((e) => path.join(folder, e.name))
        .map((file) => ({ file, at: fs.statSync(file).mtimeMs }))
        .sort((a, b) => b.at - a.at)
        .map(({ file }) => offerFile(file))
    } catch (e) {
      throw diskError(e, 'target')
    }
  }
  return { offer, offerFile, filesIn, resolve, labelOf: (token: string) => paths.get(token)?.label ?? '' }
}
export type Places = ReturnType<typeof createPlaces>
