import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'
import { say } from './say.mjs'

const onPath = (/** @type {string} */ name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/bin'].some((folder) => existsSync(join(folder, name)))

/** What the tests need of the system, and how to see that it is there. */
const needed = [
  { name: 'chromium', there: () => onPath('chromium') },
  { name: 'poppler-utils', there: () => onPath('pdftoppm') },
  { name: 'fonts-noto-cjk', there: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
]

/** On Debian as root, installs a browser, Chinese fonts and PDF tools for the tests; elsewhere says what is missing. */
export async function installTestTools() {
  if (process.platform !== 'linux') return
  const missing = needed.filter((tool) => !tool.there()).map((tool) => tool.name)
  if (missing.length === 0) return
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    say(
      `测试还需要 ${missing.join('、')}，请用系统的软件管理安装。The tests need ${missing.join(', ')}: please install.`,
    )
    return
  }
  say(`正在用 apt 安装测试所需的 ${missing.join('、')} … Installing ${missing.join(', ')} by apt …`)
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PATH: systemPath() } }
  await run('/usr/bin/apt-get', ['update', '-q'], options)
  const code = await run('/usr/bin/apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], options)
  if (code !== 0) say(`apt 没有装好（返回 ${code}），浏览器测试会失败。apt failed; the browser tests will fail.`)
}

/** dpkg needs the system's own folders even when the caller's PATH names only Node. */
export const systemPath = () =>
  [process.env.PATH, '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']
    .filter(Boolean)
    .join(delimiter)
