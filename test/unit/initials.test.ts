import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initials } from '../../renderer/ledger/widgets/initials.ts'
import { codes } from '../../shared/text/zh-CN/codes.ts'

test('labels are found by their pinyin initials', () => {
  assert.equal(initials('邻里纠纷'), 'lljf')
  assert.equal(initials('被申请人'), 'bsqr')
  assert.equal(initials('自然人'), 'zrr')
  assert.equal(initials('藏族'), 'zz')
  assert.equal(initials('涉未成年人'), 'swcnr')
  assert.equal(initials('已履行'), 'ylx')
  // The last readings of l, and the first of m.
  assert.equal(initials('林流龙楼路律罗妈马米'), 'lllllllmmm')
})

test('every label of every code has initials in letters', () => {
  for (const list of Object.values(codes))
    for (const label of Object.values(list)) assert.match(initials(label).replace(/[（），、]/g, ''), /^[a-z]+$/, label)
})
