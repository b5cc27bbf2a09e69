import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'jiefenbu-pack-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Marks the place in Electron's binary where its fuses stand: a version, a length, one character per fuse. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const allOn = Buffer.concat([sentinel, Buffer.from([1, 9]), Buffer.from('1'.repeat(9))])

const node = (...args: readonly string[]) =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** A folder that stands for Electron's, which cannot be had everywhere. */
function dummyRuntime(): string {
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'locales'), { recursive: true })
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(runtime, name), allOn, { mode: 0o755 })
  for (const name of ['zh-CN.pak', 'en-US.pak', 'fr.pak']) writeFileSync(join(runtime, 'locales', name), '')
  return runtime
}
interface Packed {
  /** The folder of a finished program. */
  readonly unpacked: string
  readonly app: string
  /** Files of the program, without the runtime. */
  readonly files: readonly string[]
}
function pack(target: 'linux' | 'win', ...options: readonly string[]): Packed {
  const output = join(folder, target)
  const config = [`-c.electronDist=${dummyRuntime()}`, `-c.directories.output=${output}`, ...options]
  node('node_modules/electron-builder/cli.js', `--${target}`, 'dir', '--x64', '--publish', 'never', ...config)
  const unpacked = join(output, `${target}-unpacked`)
  const app = join(unpacked, 'resources', 'app')
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(app, name)).isFile())
  return { unpacked, app, files }
}

let linux: Packed
let windows: Packed
before(() => {
  node('electron/setup/buildProgram.mjs')
  linux = pack('linux')
  windows = pack('win', '-c.win.signAndEditExecutable=false')
})

test('what is packed is the compiled program: no bridge, no set-up, no tests, no sources, no source maps', () => {
  for (const { files } of [linux, windows]) {
    const own = files.filter((name) => !name.startsWith('node_modules/'))
    const tops = [...new Set(own.map((name) => name.split('/').slice(0, 2).join('/')))].sort()
    assert.deepEqual(tops, ['dist/electron', 'dist/renderer', 'dist/shared', 'package.json', 'resources/fonts'])
    assert.deepEqual(
      own.filter((name) => /bridge|setup|test/i.test(name)),
      [],
    )
    assert.deepEqual(
      files.filter((name) => /\.(map|ts|tsx|mts|cts|part)$/.test(name)),
      [],
    )
    for (const name of [
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/electron/core/worker.js',
      'dist/renderer/index.html',
    ])
      assert.ok(files.includes(name), name)
  }
})

/** The part of the picture library for a system; npm installs that of this system only. */
const pictures = (target: string): readonly string[] => {
  const part = `node_modules/@napi-rs/canvas-${target}`
  return existsSync(join(root, part))
    ? readdirSync(join(root, part))
        .filter(isAddon)
        .map((n) => `${part}/${n}`)
    : []
}
const isAddon = (name: string) => name.endsWith('.node')

test('of each addon only the target’s; four fonts; no second Node; one program that reads codes', () => {
  const prebuilds = 'node_modules/better-sqlite3/prebuilds'
  const addons = ({ files }: Packed) => files.filter(isAddon).sort()
  if (process.platform === 'linux') assert.equal(pictures('linux-x64-gnu').length, 1)
  assert.deepEqual(addons(linux), [...pictures('linux-x64-gnu'), `${prebuilds}/linux-x64.node`])
  assert.deepEqual(addons(windows), [...pictures('win32-x64-msvc'), `${prebuilds}/win32-x64.node`])
  for (const { files } of [linux, windows])
    assert.deepEqual(
      files.filter((name) => name.startsWith('node_modules/zxing-wasm/') && name.endsWith('.wasm')),
      ['node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'],
    )
  for (const { files } of [linux, windows]) {
    assert.deepEqual(
      files
        // The PDF viewer brings stand-ins of its own for papers without fonts.
        .filter((name) => /\.(ttf|otf|ttc)$/.test(name) && !name.startsWith('dist/renderer/pdfjs/'))
        .map((name) => basename(name))
        .sort(),
      ['NotoSansSC-Regular.ttf', 'NotoSerifSC-Bold.ttf', 'NotoSerifSC-Regular.ttf', 'NotoSerifTibetan-Regular.ttf'],
    )
    assert.deepEqual(
      files.filter((name) => /node_modules\/(node-(linux|win)|electron\b|vite|antd|react)/.test(name)),
      [],
    )
  }
})

test('under 150 MB without the runtime', () => {
  for (const { app, files } of [linux, windows]) {
    const megabytes = files.reduce((sum, name) => sum + statSync(join(app, name)).size, 0) / 1_000_000
    assert.ok(megabytes > 40 && megabytes < 150, `${megabytes} MB`)
  }
})

test('every migration is packed', () => {
  const migrations = (under: string) =>
    readdirSync(join(under, 'core', 'register', 'migrations'))
      .filter((name) => name.endsWith('.sql'))
      .sort()
  assert.deepEqual(migrations(join(linux.app, 'dist', 'electron')), migrations(join(root, 'electron')))
})

test('the fuses are set, as read back from the packed binary', () => {
  for (const file of [join(linux.unpacked, 'jiefenbu'), join(windows.unpacked, 'Jiefenbu.exe')]) {
    const bytes = readFileSync(file)
    const at = bytes.indexOf(sentinel) + sentinel.length + 2
    // Run as Node, cookie encryption, NODE_OPTIONS, inspector, asar integrity, only asar, V8 snapshot, file: privileges.
    assert.equal(bytes.subarray(at, at + 8).toString(), '01000000', file)
  }
})

test('the packed program plays the whole journey in plain Node, with nothing of the source tree beside it', () => {
  const env = {
    ...process.env,
    JIEFENBU_DATA: join(folder, 'data'),
    JIEFENBU_LOGS: join(folder, 'logs'),
    JIEFENBU_OUTGOING: join(folder, 'out'),
  }
  const cli = (...args: readonly string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, [join(linux.app, 'dist/electron/cli.js'), ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
  const status = cli('call', 'register.status', '{}') as { readonly state: string; readonly version: string }
  assert.equal(status.state, 'none')
  assert.equal(status.version, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
  const played = cli('demo', '--out', join(folder, 'demo'), '--cases', '3', '--seed', '2', '--json') as Readonly<
    Record<string, number>
  >
  assert.ok(Number(played.cases) > 3 && Number(played.agreements) > 0)
  const papers = readdirSync(join(folder, 'demo', 'papers')).filter((name) => name.endsWith('.pdf'))
  assert.equal(papers.length, played.papers)
  const paper = readFileSync(join(folder, 'demo', 'papers', String(papers[0])))
  assert.ok(paper.subarray(0, 5).toString() === '%PDF-' && paper.length > 10_000)
  assert.equal(readdirSync(join(folder, 'demo', 'usb')).filter((name) => name.endsWith('.jfb')).length, 4)
})
