import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { test } from 'node:test'
import { errorCodes } from '../../shared/errors.ts'
import { isList, type ScalarField, systemColumns } from '../../shared/ledgers/describe.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { en } from '../../shared/text/en.ts'
import { fill, textAt } from '../../shared/text/template.ts'
import { zhCN } from '../../shared/text/zh-CN.ts'

const languages = [
  ['zh-CN', zhCN],
  ['en', en],
] as const

const source = (path: string): string => fs.readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

function codePlaces(field: ScalarField): readonly (readonly string[])[] {
  return field.kind === 'code' || field.kind === 'codes' ? field.codes.map((c) => ['codes', field.list, c]) : []
}

/** Keys of every text a ledger's description asks for. */
function placesOf(name: (typeof ledgerNames)[number]): readonly (readonly string[])[] {
  const ledger = ledgerOf(name)
  const at = ['ledgers', name]
  const fields = Object.entries(ledger.fields).flatMap(([field, f]) => {
    const own = [[...at, 'fields', field]]
    if (!isList(f)) return [...own, ...codePlaces(f)]
    const parts = Object.entries(f.part.fields)
    return [
      ...own,
      [...at, 'parts', field, 'one'],
      ...parts.map(([inner]) => [...at, 'parts', field, inner]),
      ...parts.flatMap(([, p]) => codePlaces(p)),
    ]
  })
  const derived = Object.keys(ledger.derived).map((d) => [...at, 'fields', d])
  const sections = ledger.form.map((s) => [...at, 'sections', s.key])
  const stages = ledger.stages.map((s) => ['codes', 'stage', s])
  return [
    ...fields,
    ...derived,
    ...sections,
    ...stages,
    [...at, 'name'],
    [...at, 'one'],
    [...at, 'add'],
    [...at, 'empty'],
  ]
}

/** Problem codes as the rules and checks write them. */
function problemCodes(): readonly string[] {
  const law = fs.readdirSync(new URL('../../shared/rules/law', import.meta.url)).map((f) => `shared/rules/law/${f}`)
  const rules = [
    ...law,
    'shared/rules/caseLife.ts',
    'shared/rules/clauseAmounts.ts',
    'shared/rules/loans.ts',
    'shared/ledgers/check.ts',
    'shared/rules/numbers.ts',
    'shared/rules/committees.ts',
    'shared/rules/post.ts',
    'shared/rules/tenures.ts',
    'electron/core/ledgers/posts/service.ts',
    'shared/rules/training.ts',
    'shared/rules/visit.ts',
    'electron/core/ledgers/trainings/service.ts',
    'shared/rules/places.ts',
    'shared/rules/duty.ts',
    'shared/rules/meeting.ts',
    'shared/ledgers/place.ts',
    'electron/core/ledgers/cases/numberEntry.ts',
    'shared/rules/holidayFile.ts',
    'electron/core/ledgers/cases/frozen.ts',
    'electron/core/ledgers/cases/moves.ts',
    'electron/core/ledgers/cases/corrections.ts',
    'shared/rules/supplement.ts',
    'shared/rules/dossierChecks.ts',
    'shared/rules/dossierLists.ts',
    'electron/core/ledgers/cases/dossierMarks.ts',
    'electron/core/ledgers/cases/dossierReview.ts',
    'shared/rules/sheetValue.ts',
    'shared/rules/sheetRecords.ts',
    'electron/core/excel/commit.ts',
  ]
    .map(source)
    .join('\n')
  const called = [...rules.matchAll(/(?:error|warning)\([^\n]*?,\s*'(\w+)'[,)]/g)].map((m) => m[1])
  const checked = [...rules.matchAll(/\b(?:error|warning|say|problem|wrong)\('(\w+)'(?:\)|, \{)/g)].map((m) => m[1])
  const named = [...rules.matchAll(/(?:message|code): '(\w+)'/g)].map((m) => m[1])
  const [union = ''] = /IdentityProblem = ([^\n]+)/.exec(source('shared/rules/identity.ts'))?.slice(1) ?? []
  const identity = [...union.matchAll(/'(\w+)'/g)].map((m) => m[1])
  return [...new Set([...called, ...checked, ...named, ...identity])].filter((c): c is string => c !== undefined)
}

for (const [language, texts] of languages) {
  const lacking = (places: readonly (readonly string[])[]): readonly string[] =>
    places.filter((p) => !textAt(texts, ...p)).map((p) => p.join('.'))

  test(`${language}: every field, part, section, stage and code of every ledger has its words`, () => {
    for (const name of ledgerNames) assert.deepEqual(lacking(placesOf(name)), [])
    assert.deepEqual(lacking(systemColumns.map((c) => ['ledgers', 'system', c])), [])
  })

  test(`${language}: every error says what happened, what is safe and what to do`, () => {
    assert.deepEqual(lacking(errorCodes.flatMap((c) => ['what', 'safe', 'act'].map((k) => ['errors', c, k]))), [])
  })

  test(`${language}: every problem a rule can find has its sentence`, () => {
    const codes = problemCodes()
    for (const known of [
      'needed',
      'tooLong',
      'idCheckDigit',
      'dateOrder',
      'copiesShort',
      'frozen',
      'fileMissing',
      'reasonNeeded',
    ])
      assert.ok(codes.includes(known), known)
    assert.deepEqual(lacking(codes.map((c) => ['problems', c])), [])
  })

  test(`${language}: every step a job names has its words`, () => {
    const files = fs.readdirSync(new URL('../../electron/core', import.meta.url), { recursive: true, encoding: 'utf8' })
    const steps = files
      .filter((f) => f.endsWith('.ts'))
      .flatMap((f) =>
        [...source(`electron/core/${f}`).matchAll(/\b(?:control|job|progress)\??\.step\('([\w.-]+)'/g)].map(
          (m) => m[1] ?? '',
        ),
      )
    assert.ok(steps.length > 3, `found only ${steps.length} steps`)
    assert.deepEqual(lacking([...new Set(steps)].map((s) => ['steps', s])), [])
  })
}

/** The `{places}` in each text, by its path. */
function placeholders(texts: unknown, at = ''): ReadonlyMap<string, string> {
  if (typeof texts === 'string') return new Map([[at, [...texts.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')]])
  const inside = Object.entries(texts as object).flatMap(([k, v]) => [...placeholders(v, at === '' ? k : `${at}.${k}`)])
  return new Map(inside)
}

test('both languages have the same texts with the same places to fill', () => {
  assert.deepEqual(placeholders(en), placeholders(zhCN))
})

test('a place without a value stays in sight', () => {
  assert.equal(fill('第 {no} 号，{name}', { no: 3 }), '第 3 号，{name}')
})
