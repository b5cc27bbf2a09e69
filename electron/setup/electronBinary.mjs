import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { node24 } from './runtime.mjs'
import { say } from './say.mjs'

/** A firewall that drops packets makes a download hang instead of failing. */
const downloadMs = 120_000
/** After a download that failed, starts go straight to the browser for so long. */
const waitMs = 24 * 3600_000

function installed(/** @type {string} */ root) {
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'path.txt'))) return null
  const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Left behind by a download that failed: why, and by its age when. */
const failureFile = (/** @type {string} */ root) => join(root, 'node_modules', '.electron-download-failed')

function recentFailure(/** @type {string} */ root) {
  const file = failureFile(root)
  const age = existsSync(file) ? Date.now() - statSync(file).mtimeMs : Number.POSITIVE_INFINITY
  return age < waitMs ? readFileSync(file, 'utf8') : null
}

async function download(/** @type {string} */ root) {
  say('本机没有 Electron，正在尝试下载（最多两分钟） … Trying to download Electron (two minutes at most) …')
  const script = join(root, 'node_modules', 'electron', 'install.js')
  const { code, output } = await runQuietly(node24(root), [script], { cwd: root, timeout: downloadMs })
  const binary = installed(root)
  if (binary) return { binary }
  const line = output.split('\n').find((text) => text.includes('rror')) ?? `code ${code}`
  const why = `Electron 下载不到，一天后再试 (Electron could not be downloaded, tried again in a day: ${line.trim().slice(0, 120)})`
  writeFileSync(failureFile(root), why)
  return { why }
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/**
 * Electron's binary, downloaded when it can be had, or why the program opens in a browser instead.
 * @param {string} root
 * @returns {Promise<{ binary: string } | { why: string }>}
 */
export async function electronBinary(root) {
  if (process.env.JIEFENBU_HOST === 'bridge')
    return { why: 'JIEFENBU_HOST=bridge 指定用浏览器打开 (a browser was asked for)' }
  if (!hasDisplay()) return { why: '没有图形界面 (there is no display)' }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return { why: '以 root 运行，Electron 的沙箱不允许 (Electron refuses to run sandboxed as root)' }
  }
  const there = installed(root)
  if (there) return { binary: there }
  const failed = recentFailure(root)
  return failed === null ? download(root) : { why: failed }
}
