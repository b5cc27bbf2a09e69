import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { HostPlace } from '../host.ts'
import { plainFolderName } from '../plainFiles.ts'

type Env = Readonly<Record<string, string | undefined>>

const mountRoots = ['/media/', '/mnt/', '/run/media/']

/** Sticks and shares in the text of `/proc/mounts`; the kernel writes a blank in a path as `\040`. */
export function mountedPlaces(mounts: string): readonly HostPlace[] {
  return mounts
    .split('\n')
    .map((line) =>
      (line.split(' ')[1] ?? '').replace(/\\([0-7]{3})/g, (_, o: string) => String.fromCharCode(Number.parseInt(o, 8))),
    )
    .filter((path) => mountRoots.some((root) => path.startsWith(root)))
    .map((path) => ({ path, label: basename(path), kind: 'removable' }))
}

interface Disk {
  readonly DeviceID: string
  readonly DriveType: number
  readonly VolumeName: string | null
}
/** Win32_LogicalDisk: 2 is a stick, 3 a built-in disk, 4 a share of the network. */
const diskKinds: Readonly<Record<number, HostPlace['kind']>> = { 2: 'removable', 3: 'fixed', 4: 'folder' }

/** Drives other than the system's, from the JSON of PowerShell: a list, or one object when there is one drive. */
export function diskPlaces(json: string, systemDrive: string): readonly HostPlace[] {
  const disks = [JSON.parse(json) as Disk | readonly Disk[]].flat()
  return disks.flatMap((disk) => {
    const kind = diskKinds[disk.DriveType]
    if (!kind || disk.DeviceID.toUpperCase() === systemDrive.toUpperCase()) return []
    const label = [disk.DeviceID, disk.VolumeName].filter(Boolean).join(' ')
    return [{ path: `${disk.DeviceID}\\`, label, kind }]
  })
}

async function windowsDisks(env: Env): Promise<readonly HostPlace[]> {
  const query = 'Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID,DriveType,VolumeName | ConvertTo-Json'
  const utf8 = '[Console]::OutputEncoding=[Text.Encoding]::UTF8;'
  const { stdout } = await promisify(execFile)(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', utf8 + query],
    {
      timeout: 10_000,
      windowsHide: true,
    },
  )
  return diskPlaces(stdout, env.SystemDrive ?? 'C:')
}

/** The one marked folder for plain files (PDF, Excel) that leave the program, made when it is asked for. */
export function plainFolder(env: Env): string | null {
  const home = env.HOME ?? env.USERPROFILE ?? homedir()
  const documents = ['文档', 'Documents'].map((name) => join(home, name)).find(existsSync) ?? home
  const path = env.JIEFENBU_OUTGOING ?? join(documents, plainFolderName)
  try {
    mkdirSync(path, { recursive: true })
    return path
  } catch {
    return null
  }
}
/** The folders of installed fonts, the user's own last; not all of them need be there. */
export function fontFolders(env: Env): readonly string[] {
  if (process.platform === 'win32') {
    const local = env.LOCALAPPDATA
    return [
      join(env.SystemRoot ?? 'C:\\Windows', 'Fonts'),
      ...(local === undefined ? [] : [join(local, 'Microsoft', 'Windows', 'Fonts')]),
    ]
  }
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(env.HOME ?? homedir(), '.local', 'share', 'fonts')]
}

function plainPlace(env: Env): readonly HostPlace[] {
  const path = plainFolder(env)
  return path === null ? [] : [{ path, label: basename(path), kind: 'folder' }]
}

/** Folders named by whoever started the program, as a path list: for tests and fixed installations. */
const namedPlaces = (env: Env): readonly HostPlace[] =>
  (env.JIEFENBU_PLACES ?? '')
    .split(delimiter)
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => ({ path, label: basename(path), kind: 'removable' }))

/** Where files may go to and come from: sticks first, then other drives, then the marked folder. */
export async function machinePlaces(env: Env): Promise<readonly HostPlace[]> {
  const found = process.platform === 'win32' ? windowsDisks(env) : readFile('/proc/mounts', 'utf8').then(mountedPlaces)
  const drives = await found.catch(() => [])
  const rank = (place: HostPlace) => ['removable', 'fixed', 'folder'].indexOf(place.kind)
  return [...namedPlaces(env), ...drives].sort((a, b) => rank(a) - rank(b)).concat(plainPlace(env))
}
