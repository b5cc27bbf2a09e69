import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytesShown, numbersShown } from '../../renderer/parts/shown.ts'

test('sizes are said in the unit people use', () => {
  const said = [0, 812, 1024, 1_258_291, 188_743_680, 16_106_127_360].map(bytesShown)
  assert.deepEqual(said, ['0 B', '812 B', '1.0 KB', '1.2 MB', '180 MB', '15.0 GB'])
})

test('running numbers are said as runs, whatever their order', () => {
  assert.equal(numbersShown([]), '')
  assert.equal(numbersShown([7]), '7')
  assert.equal(numbersShown([8, 3, 5, 6, 7, 11]), '3、5–8、11')
  assert.equal(numbersShown([2, 2, 3]), '2–3')
})
