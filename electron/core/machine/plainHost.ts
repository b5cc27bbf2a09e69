import type { Host } from '../host.ts'
import { machineId } from './machineId.ts'
import { fontFolders, machinePlaces, plainFolder } from './places.ts'
import { programVersion } from './version.ts'

/** A host of this machine without dialogs of its own. `files` stand for what a user would pick. */
export function plainHost(kind: Host['kind'], env: NodeJS.ProcessEnv, files: readonly string[] = []): Host {
  return {
    kind,
    version: programVersion(),
    machineId: () => machineId(env),
    places: () => machinePlaces(env),
    plainFolder: async () => plainFolder(env),
    fontFolders: async () => fontFolders(env),
    pickFolder: async () => null,
    pickFiles: async (extensions) =>
      files.filter((file) => extensions.some((x) => file.toLowerCase().endsWith(`.${x}`))),
  }
}
