import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { say } from './say.mjs'

/** A firewall that drops packets makes a download hang instead of failing. */
const downloadMs = 120_000

function installed(/** @type {string} */ root) {
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'path.txt'))) return null
  const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(binary) ? binary : null
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
  say('本机没有 Electron，正在尝试下载（最多两分钟） … Trying to download Electron (two minutes at most) …')
  const { code, output } = await runQuietly(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    timeout: downloadMs,
  })
  const now = installed(root)
  if (now) return { binary: now }
  const reason = output.split('\n').find((line) => line.includes('rror')) ?? `code ${code}`
  return { why: `Electron 下载不到 (Electron could not be downloaded: ${reason.trim().slice(0, 120)})` }
}
