import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { oneFailed, readCounts, settled, sum } from '../run/counts.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiefenbu-counts-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('counts are added up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  assert.deepEqual(sum([one, one, { passed: 0, failed: 0, skipped: 1 }]), { passed: 2, failed: 4, skipped: 7 })
})

test('a result that is missing, cut or no result is a failure', () => {
  const file = join(folder, 'counts.json')
  assert.deepEqual(readCounts(file), oneFailed)
  for (const text of [
    '',
    '{"passed":1',
    '[]',
    'null',
    '{"passed":1,"failed":0}',
    '{"passed":"1","failed":0,"skipped":0}',
  ]) {
    writeFileSync(file, text)
    assert.deepEqual(readCounts(file), oneFailed, text)
  }
  writeFileSync(file, '{"passed":3,"failed":0,"skipped":1}')
  assert.deepEqual(readCounts(file), { passed: 3, failed: 0, skipped: 1 })
})

test('a suite that ended badly without a failed test is a failure, and so is one in which nothing ran', () => {
  const good = { passed: 3, failed: 0, skipped: 0 }
  assert.deepEqual(settled(good, 0), good)
  assert.deepEqual(settled(good, 1), { passed: 3, failed: 1, skipped: 0 })
  assert.deepEqual(settled({ passed: 2, failed: 1, skipped: 0 }, 1), { passed: 2, failed: 1, skipped: 0 })
  assert.deepEqual(settled({ passed: 0, failed: 0, skipped: 0 }, 0), oneFailed)
})
