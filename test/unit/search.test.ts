import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { nameSounds, pinyinKey } from '../../electron/core/register/pinyin.ts'
import { matchQuery, searchText, words } from '../../electron/core/register/search.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, partyOf, save, trainingOf, visitOf } from '../support/samples.ts'
import { assertWhole } from '../support/whole.ts'

let t: TestOffice
let ids: Readonly<Record<string, string>>
before(async () => {
  t = await unitOffice()
  const of = async (values: Parameters<typeof disputeOf>[0]) => (await save(t, 'dispute', disputeOf(values))).id
  ids = {
    grass: await of({
      summary: '两户因草场围栏移动发生争议',
      caseNo: '示例人调字〔2026〕第12号',
      parties: [partyOf({ side: 'applicant', name: '王示例' })],
    }),
    rare: await of({
      parties: [partyOf({ side: 'applicant', name: '扎西𬭎', tibetanName: 'བཀྲ་ཤིས།' })],
      summary: '邻里噪音',
    }),
    wage: await of({
      parties: [
        partyOf({ side: 'applicant', name: '吕示例', phone: '0941-0555123', idNumber: '990011199001010016' }),
        partyOf({ side: 'respondent', name: '示例建筑有限公司U18' }),
      ],
      summary: '拖欠工资u4e2d款',
    }),
  }
  await save(t, 'training', trainingOf({ summary: '草场防火' }))
  await save(t, 'visit', visitOf({ village: '草场示例村' }))
})
after(() => t.dispose())

const found = async (text: string): Promise<readonly string[]> => {
  const { hits } = await t.call('record.search', { ledger: 'dispute', text })
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  return hits.map((h) => names.get(h.id) ?? h.id)
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['草场', ['grass']],
  ['场围', ['grass']],
  ['围栏 两户', ['grass']],
  ['围栏两户', []],
  ['草场 工资', []],
  ['𬭎', ['rare']],
  ['扎西𬭎', ['rare']],
  ['བཀྲ་ཤིས', ['rare']],
  ['lvshili', ['wage']],
  ['lvs', ['wage']],
  ['lsl', ['wage']],
  ['LSL', ['wage']],
  ['ｌｓｌ', ['wage']],
  ['吕', ['wage']],
  ['0941-0555', ['wage']],
  ['0555123', ['wage']],
  ['9900111990', ['wage']],
  ['1990', []],
  ['〔2026〕第12号', ['grass']],
  ['2026 12', ['grass']],
  ['U18', ['wage']],
  ['u1', ['wage']],
  ['不在其中', []],
  // What the index writes for its own use is not found by typing it.
  ['b', []],
  ['xx0', []],
  ['u8349', []],
  ['u4e2d', ['wage']],
  ['u4', ['wage']],
  ['xlsl', []],
  // No word reaches over the border between two values.
  ['𬭎邻里', []],
  ['吕示例示例建筑', []],
]
for (const [typed, names] of table)
  test(`「${typed}」 finds ${names.length === 0 ? 'nothing' : names.join(', ')}`, async () => {
    assert.deepEqual(await found(typed), names)
  })

test('nothing that can be searched finds nothing', async () => {
  for (const typed of ['', '   ', '%', '_', '"', '*', '〔〕', '…', '\ufeff'])
    assert.deepEqual(
      await t.call('record.search', { ledger: 'dispute', text: typed }),
      { hits: [], more: false },
      typed,
    )
})

test('one circle at a time: the same word in another ledger is not among the hits', async () => {
  for (const ledger of ['dispute', 'training', 'visit'] as const) {
    const { hits } = await t.call('record.search', { ledger, text: '草场' })
    assert.deepEqual(
      hits.map((h) => h.ledger),
      [ledger],
    )
  }
})

test('newest first, and "more" when there are more than were asked for', async () => {
  const made: string[] = []
  for (let i = 0; i < 4; i++) made.push((await save(t, 'dispute', disputeOf({ summary: `独特词语${i}` }))).id)
  const all = await t.call('record.search', { ledger: 'dispute', text: '独特词语' })
  assert.deepEqual([all.hits.map((h) => h.id), all.more], [made.toReversed(), false])
  const some = await t.call('record.search', { ledger: 'dispute', text: '独特词语', limit: 3 })
  assert.deepEqual([some.hits.map((h) => h.id), some.more], [made.toReversed().slice(0, 3), true])
})

test('a changed and a removed record is found by what it says now', async () => {
  const first = await save(t, 'dispute', disputeOf({ summary: '从前的话' }))
  const second = await save(t, 'dispute', disputeOf({ summary: '现在的话' }), { old: first })
  assert.deepEqual([await found('从前的话'), await found('现在的话')], [[], [first.id]])
  await t.call('record.remove', { ledger: 'dispute', id: first.id, revision: second.revision, reason: '重复登记' })
  assert.deepEqual(await found('现在的话'), [])
  const db = await t.inspect()
  assertWhole(db)
  db.close()
})

test('a hit tells homonyms apart and masks nothing it does not have', async () => {
  const { hits } = await t.call('record.search', { ledger: 'dispute', text: '吕示例' })
  assert.equal(hits[0]?.title, '吕示例、示例建筑有限公司U18')
  assert.deepEqual(
    hits[0]?.facts.map((f) => f.field),
    ledgerOf('dispute')
      .grid.slice(0, 6)
      .map((g) => g.field),
  )
})

test('every part of a text of Chinese characters is found by itself (property)', () => {
  const text = fc
    .array(fc.constantFrom(...'草场边界𬭎扎西རྡོ', ' ', '·', 'a', '1'), { minLength: 1, maxLength: 20 })
    .map((c) => c.join(''))
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const chars = [...whole]
      const [from, to] = [a % chars.length, (b % chars.length) + 1]
      const start = Math.min(from, to - 1)
      const piece = chars.slice(start, Math.max(from + 1, to)).join('')
      // A piece that begins inside a run of letters or digits is not found, by design.
      if (/^[a-z0-9]/.test(piece) && /[a-z0-9]$/.test(chars.slice(0, start).join(''))) return
      const index = ` ${searchText(ledgerOf('dispute'), disputeOf({ summary: whole }) as never)} `
      const phrases = matchQuery(piece)?.split(' AND ') ?? []
      for (const phrase of phrases) {
        const body = phrase.slice(1, phrase.lastIndexOf('"'))
        assert.ok(index.includes(phrase.endsWith('*') ? ` ${body}` : ` ${body} `), `${piece} in ${whole}`)
      }
    }),
  )
})

test('words are ASCII whatever is typed, and never an operator of the query language (property)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of words(text)) assert.match(word, /^(x[0-9a-z]+|u[0-9a-f]{2,6})$/)
      const query = matchQuery(text)
      if (query !== null) assert.match(query, /^"[0-9a-z ]+"\*?( AND "[0-9a-z ]+"\*?)*$/)
    }),
  )
})

test('names sound as they are read', () => {
  assert.deepEqual(nameSounds('张三'), ['zhangsan', 'zs'])
  assert.deepEqual(nameSounds('吕'), ['lv', 'l'])
  assert.deepEqual(nameSounds('扎西·示例'), ['zhaxishili', 'zxsl'])
  assert.deepEqual(nameSounds('བཀྲ་ཤིས'), [])
  assert.deepEqual(nameSounds('ABC'), [])
  const sorted = ['赵', '李', '连', '阿', '周'].toSorted((a, b) => (pinyinKey(a) < pinyinKey(b) ? -1 : 1))
  assert.deepEqual(sorted, ['阿', '李', '连', '赵', '周'])
})
