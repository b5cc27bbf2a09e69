import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './child.mjs'
import { SetupError, say } from './say.mjs'

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Locked
 * @typedef {Record<string, Locked>} Packages
 */

/** @returns {Packages} */
const packagesOf = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages

const names = (/** @type {string | string[] | undefined} */ here, /** @type {string} */ wanted) =>
  here === undefined || [here].flat().includes(wanted)

/** Whether a package of the lock file must lie in `node_modules` of this machine. */
function isDemanded(/** @type {Locked} */ locked) {
  if (!names(locked.os, process.platform) || !names(locked.cpu, process.arch)) return false
  // Of several packages for different C libraries npm takes one; which one is its business.
  return locked.libc === undefined && (!locked.optional || locked.os !== undefined)
}

/**
 * What `node_modules` lacks of the lock file. npm writes its own list at the very end of an installation, so an
 * interrupted one has none.
 * @param {string} root
 * @returns {string | null} the first package that is missing or of another version, or null
 */
export function missingPackage(root) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return 'node_modules'
  const here = packagesOf(installed)
  for (const [path, locked] of Object.entries(packagesOf(join(root, 'package-lock.json')))) {
    if (path === '' || !isDemanded(locked)) continue
    if (here[path]?.version !== locked.version || !existsSync(join(root, path))) return path
  }
  return null
}

/** npm's own script: told by npm when it runs this, else beside Node. A PATH may hold nothing but `node` and `npm`. */
function npmScript() {
  const beside = dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const found = places.find((place) => place?.endsWith('.js') && existsSync(place))
  if (!found) throw new SetupError('找不到 npm，请用 npm start 或 npm test 启动。npm was not found: start with npm.')
  return found
}

/** Installs what the lock file names and `node_modules` lacks; nothing is touched, and no network used, when all is there. */
export async function installPackages(/** @type {string} */ root) {
  const missing = missingPackage(root)
  if (missing === null) return
  say(`正在安装所需的程序包（缺 ${missing}），第一次需要网络 … Installing packages …`)
  const args = [
    npmScript(),
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  // npm's lines go to standard error: standard output belongs to the command that asked.
  const code = await run(process.execPath, args, { cwd: root, stdio: ['inherit', process.stderr, process.stderr] })
  const still = missingPackage(root)
  if (code === 0 && still === null) return
  throw new SetupError(
    `安装没有完成（npm 返回 ${code}${still ? `，仍缺 ${still}` : ''}）。登记数据没有动过；请检查网络后再启动一次。` +
      ' Packages could not be installed; check the network and start again.',
  )
}
