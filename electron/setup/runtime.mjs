import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './say.mjs'

/**
 * The Node 24 that everything past set-up runs in. It is a package, named by path: the shell that runs the npm script
 * remembers where the machine's own `node` was.
 * @param {string} root
 */
export function node24(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file)
  if (existsSync(packaged)) return packaged
  // No package for this machine: its own Node will do when it is new enough. Older ones crash on the database.
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new SetupError(
    `这台电脑（${process.platform} ${process.arch}）没有配套的 Node 24，请先安装 Node 24。` +
      ' There is no packaged Node 24 for this machine: install Node 24 first.',
  )
}
