import { join } from 'node:path'
import { buildProgram, buildWindow } from './build.mjs'
import { run } from './child.mjs'
import { installTestTools, systemPath } from './debian.mjs'
import { electronBinary } from './electronBinary.mjs'
import { node24 } from './runtime.mjs'
import { say } from './say.mjs'

/** @typedef {(root: string, args: readonly string[]) => Promise<number>} Command */

/** @type {Command} */
async function start(root, args) {
  const electron = await electronBinary(root)
  await buildWindow(root)
  if ('binary' in electron) {
    await buildProgram(root)
    say('正在打开解纷簿（Electron） … Opening in Electron …')
    return run(electron.binary, [root, ...args], { cwd: root })
  }
  return run(node24(root), [join(root, 'electron/bridge/main.ts'), '--why', electron.why, ...args])
}

/** @type {Command} */
async function test(root, args) {
  await installTestTools()
  await buildWindow(root)
  // The tests call tools of the system (pdftoppm), whatever PATH npm was given.
  const env = process.platform === 'linux' ? { ...process.env, PATH: systemPath() } : process.env
  return run(node24(root), [join(root, 'test/run/main.ts'), ...args], { cwd: root, env })
}

/** @type {Command} */
const cli = (root, args) => run(node24(root), [join(root, 'electron/cli.ts'), ...args])

/** @type {Command} */
const bench = (root, args) => run(node24(root), [join(root, 'test/bench/main.ts'), ...args], { cwd: root })

/**
 * Installers for this system, or for another: `npm run dist -- --win`. Electron's binary must be downloadable.
 * @type {Command}
 */
async function dist(root, args) {
  await buildWindow(root)
  await buildProgram(root)
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  return run(node24(root), [builder, '--publish', 'never', ...args], { cwd: root })
}

/** @type {Record<string, Command>} */
export const commands = { start, test, cli, bench, dist }
