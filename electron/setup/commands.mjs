import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildProgram, buildWindow } from './build.mjs'
import { run } from './child.mjs'
import { installTestTools, systemPath } from './debian.mjs'
import { electronBinary } from './electronBinary.mjs'
import { node24 } from './runtime.mjs'
import { SetupError, say } from './say.mjs'

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
 * npm installs native parts for its own system only; a program packed without the target's could add no scans.
 * @type {(root: string, args: readonly string[]) => string | null}
 */
function missingPart(root, args) {
  const asked = (/** @type {string[]} */ ...names) => args.some((a) => names.includes(a))
  const others = asked('--win', '-w', '--linux', '-l')
  const win = others ? asked('--win', '-w') : process.platform === 'win32'
  const linux = others ? asked('--linux', '-l') : process.platform === 'linux'
  const arch = asked('--arm64') ? 'arm64' : 'x64'
  const parts = [...(win ? [`win32-${arch}-msvc`] : []), ...(linux ? [`linux-${arch}-gnu`] : [])]
  return parts.map((p) => `@napi-rs/canvas-${p}`).find((p) => !existsSync(join(root, 'node_modules', p))) ?? null
}

/**
 * Installers for this system, or for another: `npm run dist -- --win`. Electron's binary must be downloadable.
 * @type {Command}
 */
async function dist(root, args) {
  const lacking = missingPart(root, args)
  if (lacking !== null)
    throw new SetupError(
      `缺少目标系统的图片处理库 ${lacking}：请在那个系统上打包（Windows 安装包在 Windows 上做）。` +
        ' The picture library for the target is not installed: pack on that system.',
    )
  await buildWindow(root)
  await buildProgram(root)
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  return run(node24(root), [builder, '--publish', 'never', ...args], { cwd: root })
}

/** @type {Record<string, Command>} */
export const commands = { start, test, cli, bench, dist }
