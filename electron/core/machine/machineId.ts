import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'

type Env = Readonly<Record<string, string | undefined>>

const guidKey = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography'

async function windowsId(): Promise<string | null> {
  const { stdout } = await promisify(execFile)('reg', ['query', guidKey, '/v', 'MachineGuid', '/reg:64'], {
    timeout: 5000,
    windowsHide: true,
  })
  return /MachineGuid\s+REG_SZ\s+(\S+)/.exec(stdout)?.[1] ?? null
}
const unixId = async (): Promise<string | null> => (await readFile('/etc/machine-id', 'utf8')).trim() || null

/**
 * A name of this installation of this machine: the same after every start, another one on another machine. The core
 * hashes it before it keeps it. Where the system gives none, its network name must do.
 */
export async function machineId(env: Env): Promise<string> {
  if (env.JIEFENBU_MACHINE_ID) return env.JIEFENBU_MACHINE_ID
  const id = await (process.platform === 'win32' ? windowsId() : unixId()).catch(() => null)
  return id ?? `name:${hostname()}`
}
