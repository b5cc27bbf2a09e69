import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyData } from '../../shared/ledgers/describe.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { amountBands } from '../../shared/rules/travel.ts'
import { en } from '../../shared/text/en.ts'
import { zhCN } from '../../shared/text/zh-CN.ts'

for (const [language, t] of Object.entries({ zhCN, en })) {
  test(`every measure and its categories have words (${language})`, () => {
    const lists = Object.keys(t.codes)
    for (const name of ledgerNames) {
      for (const [measure, list] of Object.entries(ledgerOf(name).countLists)) {
        assert.ok(Object.hasOwn(t.report.measures, measure), `${name}: no word for ${measure}`)
        assert.ok(lists.includes(list), `${name}: no list ${list}`)
      }
    }
  })

  test(`every band an amount travels in has words (${language})`, () => {
    for (const band of amountBands) assert.ok(Object.hasOwn(t.report.bands, band), `no word for ${band}`)
  })
}

test('every measure a ledger counts names its list', () => {
  const agreed = { acceptanceDate: '2026-01-05', typeJustice: 'neighbour', result: 'written', resultDate: '2026-02-01' }
  // A training adds to the counts once it was held.
  const held = {
    countOnly: true,
    countedPresent: 12,
    heldOn: '2026-01-05',
    form: 'meeting',
    teams: ['shop'],
    team: 'shop',
  }
  const lives = [agreed, held, { notAcceptedOn: '2026-01-05' }, { result: 'calmed', resultDate: '2026-02-01' }]
  for (const name of ledgerNames) {
    const ledger = ledgerOf(name)
    const cells = lives.flatMap((life) => ledger.counts({ ...emptyData(ledger), ...life } as never))
    assert.deepEqual(new Set(cells.map((c) => c.measure)), new Set(Object.keys(ledger.countLists)), name)
  }
})
