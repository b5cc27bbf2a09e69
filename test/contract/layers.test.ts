import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf, type Source, sourcesOf } from '../support/sources.ts'

const [renderer, shared, electron] = [sourcesOf('renderer'), sourcesOf('shared'), sourcesOf('electron')]
const core = electron.filter((source) => source.path.startsWith('electron/core/'))
const program = [...renderer, ...shared, ...electron]

/** Every import of these files that the rule forbids, as "file -> import". */
const breaches = (
  sources: readonly Source[],
  forbidden: (imported: string, from: string) => boolean,
): readonly string[] =>
  sources.flatMap(({ path, imports }) => imports.filter((to) => forbidden(to, path)).map((to) => `${path} -> ${to}`))

const isNode = (imported: string) => imported.startsWith('node:')

test('the reader of imports sees every way to write one', () => {
  const text = `
    import a from 'one'
    import { b,
      c } from "two"
    import type { D } from './three.ts'
    import './four.ts'
    export * from 'five'
    export { e } from 'six'
    const f = await import('seven')
    // import g from 'comment'
    /* import h from 'comment' */
  `
  assert.deepEqual(importsOf(text), ['one', 'two', './three.ts', './four.ts', 'five', 'six', 'seven'])
  assert.ok(program.length > 100 && core.length > 20 && program.every((source) => source.path !== ''))
})

test('shared imports nothing but itself and zod: no Node, no browser library, no core', () => {
  assert.deepEqual(
    breaches(shared, (to) => !(to.startsWith('shared/') || to === 'zod')),
    [],
  )
})

test('the window imports shared and libraries, never the core or Node', () => {
  assert.deepEqual(
    breaches(renderer, (to) => to.startsWith('electron') || isNode(to)),
    [],
  )
})

test('the core knows no host: no shell, bridge, command line, window or Electron', () => {
  assert.deepEqual(
    breaches(
      core,
      (to) =>
        to === 'electron' ||
        (to.startsWith('electron/') && !to.startsWith('electron/core/')) ||
        to.startsWith('renderer/'),
    ),
    [],
  )
})

test('hosts know the core and shared, never each other', () => {
  const hosts = ['shell', 'bridge', 'cli']
  const hostOf = (path: string) => hosts.find((host) => path.startsWith(`electron/${host}/`))
  const inHosts = electron.filter((source) => hostOf(source.path))
  assert.deepEqual(
    breaches(
      inHosts,
      (to, from) => to.startsWith('renderer/') || (hostOf(to) !== undefined && hostOf(to) !== hostOf(from)),
    ),
    [],
  )
})

test('Electron is imported by the entry, the preload script and the shell only', () => {
  const allowed = (path: string) =>
    path === 'electron/main.ts' || path === 'electron/preload.ts' || path.startsWith('electron/shell/')
  assert.deepEqual(
    breaches(program, (to, from) => to === 'electron' && !allowed(from)),
    [],
  )
})

test('there is one door to cryptography', () => {
  assert.deepEqual(
    breaches(program, (to, from) => /^(node:)?crypto$/.test(to) && from !== 'electron/core/crypto.ts'),
    [],
  )
})

test('set-up uses nothing that has to be installed first, but for the build', () => {
  const setup = electron.filter((source) => source.path.startsWith('electron/setup'))
  const needsPackages = ['electron/setup/buildProgram.mjs']
  assert.deepEqual(
    breaches(setup, (to, from) => !(isNode(to) || to.startsWith('electron/setup/')) && !needsPackages.includes(from)),
    [],
  )
})

test('tables are made by SQL text, never by the QueryRunner, which drops triggers and cascades', () => {
  const methods =
    /\.(createTable|dropTable|addColumns?|dropColumns?|changeColumns?|renameColumn|createIndex|dropIndex|createForeignKeys?|synchronize|clearDatabase)\s*\(/
  assert.deepEqual(
    electron.filter((source) => methods.test(source.text)).map((source) => source.path),
    [],
  )
})

test('no file over 350 lines: one that long has a second concept in it', () => {
  const long = [...program, ...sourcesOf('test')].filter((source) => source.text.split('\n').length > 351)
  assert.deepEqual(
    long.map((source) => source.path),
    [],
  )
})
