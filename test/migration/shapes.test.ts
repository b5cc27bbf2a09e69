import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { test } from 'node:test'
import { upcast } from '../../electron/core/register/upcast.ts'
import { dataSchema } from '../../shared/ledgers/check.ts'
import { isList, type Ledger, type ScalarField } from '../../shared/ledgers/describe.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'

const fixture = (name: string, shape: number) => new URL(`./shapes/${name}-${shape}.json`, import.meta.url)
const read = (url: URL): Readonly<Record<string, unknown>> => JSON.parse(fs.readFileSync(url, 'utf8'))

/** A payload with every field filled in, as text for a new fixture. */
function filled(ledger: Ledger): unknown {
  const scalar = (f: ScalarField): unknown => {
    switch (f.kind) {
      case 'date':
        return '2026-01-05'
      case 'time':
        return '09:30'
      case 'code':
        return f.codes[0]
      case 'codes':
        return f.codes.slice(0, 2)
      case 'integer':
      case 'money':
        return Math.max(f.min ?? 0, 1)
      case 'decimal':
        return 34.5
      case 'flag':
        return true
      case 'reference':
        return '01890000-0000-7000-8000-000000000001'
      default:
        return '示例'
    }
  }
  const entries = Object.entries(ledger.fields).map(([n, f]) => [
    n,
    isList(f)
      ? [{ ...Object.fromEntries(Object.entries(f.part.fields).map(([p, x]) => [p, scalar(x)])), absent: {} }]
      : scalar(f),
  ])
  return { ...Object.fromEntries(entries), absent: {} }
}

for (const name of ledgerNames) {
  const ledger = ledgerOf(name)
  test(`${name}: the present shape has its frozen fixture, with every field in it`, () => {
    const url = fixture(name, ledger.shape)
    assert.ok(
      fs.existsSync(url),
      `freeze this as test/migration/shapes/${name}-${ledger.shape}.json:\n${JSON.stringify(filled(ledger), null, 1)}`,
    )
    assert.deepEqual(
      Object.keys(read(url)).sort(),
      Object.keys(filled(ledger) as object).sort(),
      `${name} has other fields now: raise its shape, add an upcaster and a fixture`,
    )
  })
  test(`${name}: every shape it ever had is read as today's description wants it`, () => {
    for (let shape = 1; shape <= ledger.shape; shape++) {
      const state = upcast(name, shape, read(fixture(name, shape)))
      const parsed = dataSchema(name).safeParse(state)
      assert.ok(parsed.success, `shape ${shape}: ${JSON.stringify(parsed.error?.issues)}`)
      assert.deepEqual(parsed.data, state)
    }
  })
}

test('no fixture is left over from a ledger or a shape that is not there', () => {
  const wanted = ledgerNames.flatMap((n) => Array.from({ length: ledgerOf(n).shape }, (_, i) => `${n}-${i + 1}.json`))
  assert.deepEqual(fs.readdirSync(new URL('./shapes/', import.meta.url)).sort(), wanted.sort())
})
