/**
 * Makes `dist/electron` and `dist/shared` from the sources: what Electron runs and what is packed. The bridge, the
 * tests and set-up are not in it. Run by Node 24.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const at = (/** @type {string[]} */ ...path) => join(root, ...path)

for (const old of ['electron', 'shared']) rmSync(at('dist', old), { recursive: true, force: true })

const compiled = spawnSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(1)

// Migrations are text beside the code that reads them.
for (const name of readdirSync(at('electron/core'), { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.sql')) cpSync(at('electron/core', name), at('dist/electron/core', name))
}

// A sandboxed preload script is one CommonJS file.
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: at('dist/electron'),
    emptyOutDir: false,
    lib: { entry: at('electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
})
