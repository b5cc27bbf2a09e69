import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bareText, nearShare, piecesOf, shareOf } from '../../shared/rules/nearText.ts'

const phrase = '以上记录已向在场人员宣读，确认无误后签名、按指印。'
const story =
  '示例甲陈述，今年五月十二日早晨他家的牛群在河边吃草时越过了旧界石，踩坏了对方新栽的一片柳树，大约有三十几棵，他愿意照数补栽。示例乙认为树苗是去年合作社统一买的，每棵八元，人工另算，希望在雨季以前栽好。'
const other =
  '双方说明，借款是为了买一台二手拖拉机，写有借条，到期后因为收成不好只还了一半。债权人同意余款分三次还清，不再计算利息，债务人的哥哥到场见证，答应届时督促，并把拖拉机的行驶证交由村委会保管到还清为止。'
const share = (a: string, b: string): number => {
  const [x, y] = [piecesOf(bareText(a, [phrase])), piecesOf(bareText(b, [phrase]))]
  assert.ok(x !== null && y !== null)
  return shareOf(x, y)
}

test('a copied text with other names and days is near, another story is not', () => {
  const copied = story.replaceAll('示例甲', '示例丙').replaceAll('示例乙', '示例丁').replace('十二', '二十')
  assert.ok(share(story, copied) >= nearShare, String(share(story, copied)))
  assert.ok(share(story, other) < 0.1)
  assert.equal(share(story, story), 1)
})

test('sentences of procedure, speakers and layout make no texts alike', () => {
  assert.equal(bareText(`问：甲？\n答：乙。\n${phrase}`, [phrase]), '甲乙')
  assert.equal(piecesOf(bareText(phrase.repeat(10), [phrase])), null)
})

test('short texts are not compared: they are alike by nature', () => {
  assert.equal(piecesOf(bareText('双方自愿达成协议。', [])), null)
})

test('the share is the same both ways, and texts of very different length are told apart at once', () => {
  assert.equal(share(story, other), share(other, story))
  assert.equal(share(story, story + other + other.split('').reverse().join('')), 0)
})
