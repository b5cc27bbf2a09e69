import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tempFolder } from './handoverKit.ts'

const child = fileURLToPath(new URL('./handoverManyChild.ts', import.meta.url))

test('100,000 rows are written and read in a heap that could not hold them', () => {
  // The rows alone would be some 120 MB of objects; a program that keeps them dies of it.
  const run = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', '--max-semi-space-size=4', child, tempFolder(), '100000'],
    {
      encoding: 'utf8',
      timeout: 120_000,
    },
  )
  assert.equal(run.status, 0, run.stderr)
  assert.deepEqual(JSON.parse(run.stdout), { read: 100_000, parts: 37 })
})
