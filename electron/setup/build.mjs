import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { node24 } from './runtime.mjs'
import { SetupError, say } from './say.mjs'

/**
 * A list of files with size and time: cheap, and different when anything was edited.
 * @param {string} path
 * @returns {string[]}
 */
function listing(path) {
  if (!existsSync(path)) return []
  const here = statSync(path)
  if (here.isFile()) return [`${path} ${here.size} ${here.mtimeMs}`]
  return readdirSync(path)
    .sort()
    .flatMap((name) => listing(join(path, name)))
}

/**
 * @typedef {{ name: string, what: string, inputs: string[], result: string, commands: string[][] }} Build
 * @type {Build}
 */
const windowBuild = {
  name: 'window',
  what: '正在准备窗口 … Building the window …',
  inputs: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'],
  result: 'dist/renderer/index.html',
  commands: [['node_modules/vite/bin/vite.js', 'build']],
}
/** @type {Build} */
const programBuild = {
  name: 'program',
  what: '正在准备程序 … Building the program …',
  inputs: ['electron', 'shared', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
  result: 'dist/electron/main.js',
  commands: [['electron/setup/buildProgram.mjs']],
}

/**
 * Builds when an input changed since the last build, or the result is gone.
 * @param {string} root
 * @param {Build} build
 */
async function buildWhenNeeded(root, build) {
  const stamp = join(root, 'dist', `.${build.name}-inputs`)
  const inputs = build.inputs.flatMap((input) => listing(join(root, input))).join('\n')
  if (existsSync(join(root, build.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  say(build.what)
  for (const command of build.commands) {
    const { code, output } = await runQuietly(node24(root), command, { cwd: root })
    if (code === 0) continue
    say(output)
    throw new SetupError(`构建失败：${command.join(' ')}。登记数据没有动过。The build failed.`)
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, inputs)
}

export const buildWindow = (/** @type {string} */ root) => buildWhenNeeded(root, windowBuild)
export const buildProgram = (/** @type {string} */ root) => buildWhenNeeded(root, programBuild)
