import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capitalMoney, capitalsIn, differingCapital, figuresIn } from '../../shared/rules/clauseAmounts.ts'
import { yuanCapital } from '../../shared/rules/money.ts'

test('大写 is read back as it is written, for every shape of amount', () => {
  const amounts = [1, 5, 10, 50, 99, 100, 105, 110, 1000, 1005, 12050, 300000, 1205000, 10000000, 10000100, 100000000]
  let seed = 7
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed
  }
  for (let i = 0; i < 2000; i++) amounts.push(random() % 10 ** (1 + (i % 9)), random() * 1000)
  for (const fen of amounts) if (fen > 0) assert.equal(capitalMoney(yuanCapital(fen)), fen, yuanCapital(fen))
})

test('what is no amount is not read', () => {
  for (const text of ['', '元', '整', '一千元', '叁', '叁仟', '元整', '角', '三千元整'])
    assert.equal(capitalMoney(text), null, text)
  assert.equal(capitalMoney('叁仟圆正'), 300000)
})

test('amounts of a clause are found as people write them', () => {
  const fens = (text: string) => figuresIn(text).map((a) => a.fen)
  assert.deepEqual(fens('补偿 3000 元，其中1.2万元分期，另付￥1,234.50。'), [300000, 1200000, 123450])
  assert.deepEqual(fens('３０００元'), [300000])
  assert.deepEqual(fens('2026年1月5日前，每亩3只羊'), [])
  assert.deepEqual(
    capitalsIn('共计叁仟元整（另壹佰元伍角）').map((a) => a.fen),
    [300000, 10050],
  )
})

test('a figure and a 大写 that differ are told; several amounts and figures alone are well', () => {
  assert.equal(differingCapital('补偿3000元（大写：叁仟元整）'), null)
  assert.equal(differingCapital('补偿3000元（大写：叁万元整）')?.written, '叁万元整')
  assert.equal(differingCapital('人民币叁仟元整（￥3000.00），另付500元（伍佰元整）'), null)
  assert.equal(differingCapital('补偿3000元'), null)
  assert.equal(differingCapital('补偿叁仟元整'), null)
})
