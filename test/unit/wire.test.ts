import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromWire, toWire } from '../../shared/wire.ts'

test('bytes travel through JSON, wherever they stand', () => {
  const bytes = fc.uint8Array({ maxLength: 200 })
  const value = fc.record(
    { pdf: bytes, list: fc.array(fc.oneof(bytes, fc.string(), fc.integer(), fc.constant(null))) },
    { noNullPrototype: true },
  )
  fc.assert(fc.property(value, (sent) => assert.deepEqual(fromWire(toWire(sent)), sent)))
})

test('long bytes travel too: an engine limits how many arguments a call may have', () => {
  const sent = new Uint8Array(3_000_001).map((_, i) => i % 251)
  assert.deepEqual(fromWire(toWire(sent)), sent)
})

test('a Buffer arrives as bytes, not as a list of numbers', () => {
  assert.deepEqual(fromWire(toWire({ file: Buffer.from('示例') })), { file: new Uint8Array(Buffer.from('示例')) })
})

test('what is left out stays left out, and nothing becomes null', () => {
  assert.equal(toWire({ a: undefined, b: null }), '{"b":null}')
  assert.equal(toWire(undefined), 'null')
})

test('malformed bytes are an error, never a value', () => {
  for (const text of ['{"$bytes":1}', '{"$bytes":"###"}', '{"$bytes":"AA==","more":1}', '{"a":{"$bytes":null}}', '{']) {
    assert.throws(() => fromWire(text), text)
  }
})
