import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isList } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { lawRules } from '../../shared/rules/dispute.ts'
import { textAt } from '../../shared/text/template.ts'
import { zhCN } from '../../shared/text/zh-CN.ts'
import { lawCases } from '../support/lawCases.ts'
import { context } from '../support/lawKit.ts'
import { agreedDispute, disputeOf } from '../support/samples.ts'

const foundIn = (code: string, d: DisputeData, on = context) =>
  lawRules.filter((r) => r.code === code).flatMap((r) => r.when(d, on).map((place) => place.path))

for (const rule of lawRules)
  test(`${rule.code}: found where it is broken, and only there`, () => {
    const [known] = lawCases.filter((c) => c.code === rule.code)
    assert.ok(known, 'has its cases')
    assert.deepEqual(foundIn(rule.code, known.broken, known.on), known.at)
    for (const [i, sound] of known.sound.entries())
      assert.deepEqual(foundIn(rule.code, sound, known.on), [], `sound case ${i + 1}`)
  })

test('every rule has one code, and its sentence names the law and the article of the table', () => {
  assert.equal(new Set(lawRules.map((r) => r.code)).size, lawRules.length)
  for (const { code, law } of lawRules) {
    const words = textAt(zhCN.problems, code) ?? ''
    for (const [, act, article] of (law ?? '').matchAll(/([^、\d ]+) ([\d–]+)/g))
      assert.ok(words.includes(`${act}第 ${article} 条`), `${code}: ${act} ${article} in 「${words}」`)
    if (law === null) assert.doesNotMatch(words, /法第|条例第/, `${code} claims a law the table does not know`)
  }
})

test('no rule speaks twice at one place', () => {
  for (const { code, broken, on } of lawCases) {
    const at = foundIn(code, broken, on)
    assert.equal(new Set(at).size, at.length, code)
  }
})

test('what is offered is a value its field can hold', () => {
  for (const { code, broken, on } of lawCases)
    for (const place of lawRules.filter((r) => r.code === code).flatMap((r) => r.when(broken, on)))
      for (const { path, value } of place.offers ?? []) {
        const [name = '', , inner] = path.split('.')
        const field = ledgerOf('dispute').fields[name]
        assert.ok(field, path)
        const asked = isList(field) ? field.part.fields[inner ?? ''] : field
        assert.ok(asked, path)
        if (asked.kind === 'code') assert.ok(asked.codes.includes(String(value)), `${path} ${value}`)
        else assert.equal(typeof value, asked.kind === 'flag' ? 'boolean' : 'number', path)
      }
})

test('补录 takes what the paper says: what would be refused is remarked on, but numbers that cannot be are not', () => {
  const rules = ledgerOf('dispute').rules
  assert.ok(rules)
  for (const rule of lawRules.filter((r) => r.severity === 'error')) {
    const [known] = lawCases.filter((c) => c.code === rule.code)
    const late = { ...(known?.broken as DisputeData), lateEntry: true }
    const found = rules(late as never, known?.on ?? context).filter((p) => p.code === rule.code)
    assert.ok(found.length > 0, rule.code)
    assert.ok(
      found.every((p) => p.severity === (rule.alsoLate === true ? 'error' : 'warning')),
      rule.code,
    )
  }
})

test('人民调解法 4: no ledger has a field for a fee, a deposit or a fine', () => {
  const money = /费|押金|定金|订金|保证金|罚|收款/
  const names = /fee|deposit|fine$|fines|charge|penalt/i
  for (const name of ledgerNames)
    for (const [field, f] of Object.entries(ledgerOf(name).fields)) {
      const inner = isList(f) ? Object.keys(f.part.fields) : []
      const words = [
        textAt(zhCN.ledgers, name, 'fields', field),
        ...inner.map((n) => textAt(zhCN.ledgers, name, 'parts', field, n)),
      ]
      for (const word of words) assert.doesNotMatch(word ?? '', money, `${name}.${field}`)
      for (const key of [field, ...inner]) assert.doesNotMatch(key, names, `${name}.${field}`)
    }
})

test('a sound case of every state is judged without a word', () => {
  const rules = ledgerOf('dispute').rules
  for (const d of [
    disputeOf(),
    agreedDispute(),
    agreedDispute({
      signedByPartiesOn: '2026-11-20',
      signedByMediatorsOn: '2026-11-20',
      sealedOn: '2026-11-21',
      agreementNo: '示例1',
    }),
  ])
    assert.deepEqual(rules?.(d as never, context), [])
})
