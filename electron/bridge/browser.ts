import { spawn } from 'node:child_process'

/** The system's own way to open an address, or null where nobody would see it. */
export function openerOf(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | null {
  // `start` belongs to the shell and takes the first quoted word for a window title.
  if (platform === 'win32') return ['cmd.exe', '/c', 'start', '""']
  if (platform === 'darwin') return ['open']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}

/** Opens the address in the default browser. Whether it appears is the system's business: the address is printed anyway. */
export function openBrowser(url: string): void {
  const opener = openerOf(process.platform, process.env)
  if (!opener) return
  const [command, ...args] = opener
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
  child.on('error', () => {})
  child.unref()
}
