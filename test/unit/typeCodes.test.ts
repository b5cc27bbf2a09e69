import assert from 'node:assert/strict'
import { test } from 'node:test'
import { justiceTypes, olderTypes } from '../../shared/ledgers/codes.ts'
import { filledTypes, justiceOfOlder, socialCandidates } from '../../shared/rules/typeCodes.ts'
import { amountsOfBothKinds, vagueWords, wordFaults } from '../../shared/rules/wordChoice.ts'
import { defaultSettings, settings as schema } from '../../shared/settings.ts'
import { disputeOf } from '../support/samples.ts'

test('the 18 types sum into the older 15: each in one, and only 劳动争议 and 消费 are split', () => {
  const split = olderTypes.filter((o) => justiceOfOlder(o).length > 1)
  assert.deepEqual(split, ['labour', 'consumer'])
  assert.deepEqual(justiceOfOlder('labour'), ['migrantWages', 'otherLabour'])
  assert.deepEqual(justiceOfOlder('consumer'), ['tourism', 'onlineTrade', 'otherConsumer'])
  assert.deepEqual(olderTypes.flatMap(justiceOfOlder).toSorted(), [...justiceTypes].toSorted())
})

test('blank types are filled where only one can be meant; no national type is invented', () => {
  const types = (values: Parameters<typeof disputeOf>[0]) => {
    const d = filledTypes(disputeOf({ typeJustice: null, ...values }), defaultSettings)
    return [d.typeJustice, d.typeSocial]
  }
  assert.deepEqual(types({ typeJustice: 'family' }), ['family', 'marriageAndFamily'])
  assert.deepEqual(types({ typeJustice: 'contract' }), ['contract', null])
  assert.deepEqual(types({ typeJustice: 'contract', typeSocial: 'lending' }), ['contract', 'lending'])
  assert.deepEqual(types({ typeOlder: 'traffic' }), ['traffic', 'tort'])
  assert.deepEqual(types({ typeOlder: 'labour' }), [null, null])
  assert.deepEqual(types({ localSubtype: '越界放牧' }), ['landAndForest', 'landAndResources'])
  assert.deepEqual(types({ localSubtype: '越界放牧', typeJustice: 'damages' }), ['damages', null])
  assert.deepEqual(types({ localSubtype: '没有这一类' }), [null, null])
})

test('a sub-type says its own 综治 type before the mapping of its 司法 type', () => {
  const of = (localSubtype: string | null) =>
    socialCandidates(defaultSettings, { typeJustice: 'contract', localSubtype })
  assert.deepEqual(of('民间借贷'), ['lending'])
  assert.deepEqual(of(null), ['contract', 'lending'])
  assert.deepEqual(socialCandidates(defaultSettings, { typeJustice: null, localSubtype: null }), [])
})

test('settings that would leave a type unsummed or name a sub-type twice are refused', () => {
  const { family: _gone, ...lacking } = defaultSettings.socialOf
  const [first] = defaultSettings.subtypes
  const wrong: readonly object[] = [
    { socialOf: lacking },
    { socialOf: { ...defaultSettings.socialOf, family: [] } },
    { socialOf: { ...defaultSettings.socialOf, family: ['nope'] } },
    { subtypes: [{ ...first, justice: null }] },
    { subtypes: [{ ...first, justice: 'grassland' }] },
    { subtypes: [first, first] },
    { subtypes: [{ ...first, name: '' }] },
    { mediators: [{ name: '王示例', post: 'member', from: '2026-02-01', until: '2026-01-31' }] },
    { mediators: [{ name: '王示例', post: 'member', from: '2026-02-30', until: null }] },
  ]
  for (const change of wrong) assert.ok(!schema.partial().safeParse(change).success, JSON.stringify(change))
  assert.ok(schema.safeParse(defaultSettings).success)
})

test('words: who is supported decides, not who pays', () => {
  const words = (text: string) => wordFaults(text).map((f) => `${f.code} ${f.words}`)
  assert.deepEqual(words('甲乙约定订金2000元，订金不退。'), ['wordDeposit 订金'])
  assert.deepEqual(words('三个子女轮流抚养老人。'), ['wordForParents 抚养老人'])
  assert.deepEqual(words('每月给付母亲的抚养费300元。'), ['wordForParents 母亲的抚养费'])
  assert.deepEqual(words('夫妻间的抚养费每月500元。'), ['wordForSpouses 夫妻间的抚养'])
  assert.deepEqual(words('女方扶养孩子。'), ['wordForChildren 扶养孩子'])
  for (const right of [
    '父亲支付抚养费，孩子由母亲抚养。',
    '丈夫每月支付孩子抚养费500元。',
    '儿子赡养父母，女儿每月给付赡养费。',
    '夫妻有相互扶养的义务，支付定金2000元。',
    '兄姐扶养弟妹。',
  ])
    assert.deepEqual(words(right), [], right)
})

test('words: one amount is not both 赔偿 and 补偿, and vague words are found once each', () => {
  assert.deepEqual(amountsOfBothKinds(['赔偿甲1,200元。', '补偿甲1200元。']), ['1200'])
  assert.deepEqual(amountsOfBothKinds(['赔偿甲1万元，补偿乙1万元。']), ['1万'])
  assert.deepEqual(amountsOfBothKinds(['赔偿甲1200元。补偿乙300元。']), [])
  assert.deepEqual(amountsOfBothKinds(['补偿甲300元。']), [])
  assert.deepEqual(
    vagueWords('尽快付清，尽快搬离，适当补一些。').map((f) => f.words),
    ['尽快', '适当'],
  )
  assert.deepEqual(vagueWords('2026年12月1日前付清。'), [])
})
