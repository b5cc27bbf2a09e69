import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

interface Folders {
  /** The register and everything that belongs to it. */
  readonly data: string
  /** Local technical log. */
  readonly logs: string
}

function systemFolders(env: Env): Folders {
  const home = env.HOME ?? homedir()
  if (process.platform === 'win32') {
    // Not the roaming profile: a register must never be copied about by the network.
    const base = join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Jiefenbu')
    return { data: join(base, 'data'), logs: join(base, 'logs') }
  }
  if (process.platform === 'darwin') {
    const base = join(home, 'Library', 'Application Support', 'Jiefenbu')
    return { data: join(base, 'data'), logs: join(base, 'logs') }
  }
  return {
    data: join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'jiefenbu'),
    logs: join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'jiefenbu'),
  }
}

/**
 * Where this user's program keeps its data: `--data DIR`, else `JIEFENBU_DATA`, else the system's place for data of
 * programs. A relative folder is taken from where the user stands (`from`).
 */
export function programFolders(env: Env, chosen: string | undefined, from: string): Folders {
  const system = systemFolders(env)
  const data = chosen ?? env.JIEFENBU_DATA
  return { data: data ? resolve(from, data) : system.data, logs: env.JIEFENBU_LOGS ?? system.logs }
}
