import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedDegrees } from '../../shared/rules/degrees.ts'

const longitudes: readonly (readonly [string, number | null])[] = [
  ['102.9112', 102.9112],
  ['102.9112°', 102.9112],
  ['１０２．５', 102.5],
  ['-73.5', -73.5],
  ['102°54′40″', 102.911111],
  ['102°54\'40"', 102.911111],
  ['102度54分40秒', 102.911111],
  ['102度54分', 102.9],
  ['东经102度54分', 102.9],
  ['E102 54 40', 102.911111],
  ['102 54 40 E', 102.911111],
  ['西经73度30分', -73.5],
  ['102°54.5′', 102.908333],
  ['180', 180],
  ['180.1', null],
  ['102°60′', null],
  ['102°54′60″', null],
  ['102°54.5′10″', null],
  ['北纬35度', null],
  ['N35', null],
  ['W-73', null],
  ['甲', null],
  ['', null],
]

for (const [typed, degrees] of longitudes)
  test(`longitude ${typed || '(blank)'}`, () => assert.equal(typedDegrees(typed, 'longitude'), degrees))

test('latitudes have their own sides and end at the poles', () => {
  assert.equal(typedDegrees('北纬35度0分18秒', 'latitude'), 35.005)
  assert.equal(typedDegrees('S35°30′', 'latitude'), -35.5)
  assert.equal(typedDegrees('91', 'latitude'), null)
  assert.equal(typedDegrees('东经35', 'latitude'), null)
})
