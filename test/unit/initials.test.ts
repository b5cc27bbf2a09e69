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

test('common characters of every initial are found by it, the last of an initial too', () => {
  const read = {
    a: '阿安按',
    b: '八白本边不部',
    c: '擦才差从村错',
    d: '大代到地点东多',
    f: '发反方非费父',
    g: '该高个公古过',
    h: '哈海好和户活',
    j: '几家间江界决',
    k: '开看可苦快款',
    l: '拉来李邻领流龙路旅履绿律论罗落',
    m: '妈买门民名母木',
    n: '那内能年牛女诺',
    p: '怕排皮平破铺',
    q: '七前情求取群',
    r: '然人日容入若',
    s: '三上生时水所',
    t: '他谈天条同退',
    w: '挖外完为文物',
    x: '西下小性修训',
    y: '压言要一有云',
    z: '咋在早中住左',
  }
  for (const [letter, characters] of Object.entries(read))
    for (const character of characters) assert.equal(initials(character), letter, character)
  assert.equal(initials('部分履行'), 'bflx')
  assert.equal(initials('旅游纠纷'), 'lyjf')
  assert.equal(initials('长期'), 'cq')
})

test('every label of every code has initials in letters', () => {
  for (const list of Object.values(codes))
    for (const label of Object.values(list)) assert.match(initials(label).replace(/[（），、]/g, ''), /^[a-z]+$/, label)
})
