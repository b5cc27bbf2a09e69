/** What a reviewer lays side by side (domain 2.3): the papers of one case that must say the same do, whatever is in it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { papersOfCase } from '../../electron/core/papers/casePapers.ts'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { type CasePaper, papersOf } from '../../shared/rules/casePapers.ts'
import { chineseDate } from '../../shared/rules/dates.ts'
import { withFixedAges } from '../../shared/rules/party.ts'
import { anyRecord } from '../support/anyRecord.ts'
import { filing, inEffect, keyOf, threeActs } from '../support/caseActs.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, partOf, save } from '../support/samples.ts'
import { bodyText, projectRoot, readPdf, sampleInput } from './papersKit.ts'

let t: TestOffice
before(async () => {
  await copyFonts(projectRoot)
  t = await unitOffice()
})
after(() => t.dispose())

const day = (from: string, until: string) =>
  fc.date({ min: new Date(from), max: new Date(until), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))
const digits = fc.integer({ min: 1, max: 9999 })

/** What `anyRecord` leaves blank, because rules over several fields hold it: a case that went all the way. */
const wholeWay = fc
  .record({
    caseNo: digits.map((n) => `示例人调字〔2026〕第${n}号`),
    agreementNo: digits.map((n) => `示例人调协字〔2026〕第${n}号`),
    result: fc.constantFrom('written' as const, 'oral' as const),
    acceptanceDate: day('2026-01-01', '2026-03-31'),
    resultDate: day('2026-04-01', '2026-04-30'),
    closedOn: day('2026-08-01', '2026-08-31'),
    filedOn: day('2026-09-01', '2026-09-30'),
    heldOn: day('2026-06-01', '2026-07-31'),
  })
  .map(({ heldOn, ...fields }) => ({ ...fields, followUps: [partOf(parts.followUp, { heldOn, by: '示例回访人' })] }))

const anyCase = fc.tuple(
  anyRecord()
    .filter((r) => r.ledger === 'dispute')
    .map((r) => r.data as unknown as DisputeData),
  wholeWay,
)
/** As it is once saved. */
const cases: fc.Arbitrary<DisputeData> = anyCase.map(([data, way]) =>
  withFixedAges({ ...data, ...way }, null, '2026-11-23'),
)

/** Every piece of text of a definition, in its order; pdfmake's own fields hold none. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  const node = value as Record<string, unknown>
  const held = [node.text, node.stack, node.columns, (node.table as { readonly body?: unknown } | undefined)?.body]
  return held.flatMap((child) => (child === undefined ? [] : textsOf(child)))
}

const printed = (paper: CasePaper, data: DisputeData, on = '2026-09-30', part = 0): readonly string[] => {
  const committee = data.committee ?? ''
  return textsOf(papersOfCase[paper].make({ ...sampleInput, paper, data, committee, on, part }).content)
}
/** What stands beside a label. */
const beside = (texts: readonly string[], label: string): string | undefined => texts[texts.indexOf(label) + 1]
const runs = { numRuns: 60 }

test('one 卷号: the cover, the 结案报告表 and the 卷宗情况说明 carry the case’s', () => {
  fc.assert(
    fc.property(cases, (d) => {
      assert.equal(beside(printed('cover', d), '卷　　号'), d.caseNo)
      for (const paper of ['closingReport', 'dossierNote'] as const)
        assert.ok(printed(paper, d).join('').includes(`卷号：${d.caseNo}`), paper)
    }),
    runs,
  )
})

test('one 协议编号: the agreement, the 回访记录 and the 结案报告表 carry the agreement’s', () => {
  fc.assert(
    fc.property(cases, (d) => {
      assert.ok(printed('agreement', d).join('').includes(`编号：${d.agreementNo}`))
      assert.equal(beside(printed('followUpRecord', d), '调解协议编号'), d.agreementNo)
      assert.ok(printed('closingReport', d).join('').includes(`协议编号：${d.agreementNo}`))
    }),
    runs,
  )
})

test('one day of 受理, one day of 立卷: in 受理登记表 and 结案报告表, on the cover', () => {
  fc.assert(
    fc.property(cases, (d) => {
      const accepted = chineseDate(d.acceptanceDate ?? '')
      const filedOn = chineseDate(d.filedOn ?? '')
      assert.equal(
        printed('acceptanceForm', d).find((text) => /^\d{4}年/.test(text)),
        accepted,
      )
      const report = printed('closingReport', d)
      assert.equal(beside(report, '受案时间'), accepted)
      assert.equal(beside(report, '填表时间'), filedOn)
      assert.equal(beside(printed('cover', d), '立卷日期'), filedOn)
    }),
    runs,
  )
})

test('the same mediators and the same committee, as on its seal, on every paper that names them', () => {
  fc.assert(
    fc.property(cases, (d) => {
      const names = d.mediators.flatMap((m) => m.name ?? [])
      const agreement = printed('agreement', d).join('')
      for (const name of names) assert.ok(agreement.includes(`人民调解员　${name}`), name)
      if (names.length > 0) {
        assert.equal(beside(printed('closingReport', d), '承办人'), names.join('、'))
        assert.ok(
          [names.join('、'), `${names[0]}等${names.length}人`].includes(
            beside(printed('cover', d), '人民调解员') ?? '',
          ),
        )
      }
      for (const paper of ['acceptanceForm', 'agreement', 'followUpRecord', 'closingReport', 'cover'] as const)
        assert.ok(printed(paper, d).includes(d.committee ?? ''), paper)
    }),
    runs,
  )
})

test('one age per dossier: every paper shows the ages fixed at 受理, on whatever day it is printed', () => {
  let seen = 0
  fc.assert(
    fc.property(cases, (d) => {
      const ages = new Set(d.parties.flatMap((p) => (p.age === null ? [] : [`${p.age}岁`])))
      for (const { paper, part } of papersOf(d)) {
        const shown = ['2026-03-31', '2031-12-31'].map(
          (on) => printed(paper, d, on, part).join('').match(/\d+岁/g) ?? [],
        )
        assert.deepEqual(shown[0], shown[1], paper)
        for (const age of shown[0] ?? []) assert.ok(ages.has(age), `${paper}: ${age}`)
        seen += shown[0]?.length ?? 0
      }
    }),
    runs,
  )
  assert.ok(seen > 100, 'the papers did show ages')
})

test('a party whose birth date lies after 受理 has no age, however late the paper is printed', () => {
  const { parties, ...data } = sampleInput.data
  const born = {
    ...data,
    acceptanceDate: '2026-01-01',
    parties: parties.map((p) => ({ ...p, birthDate: '2026-01-02', age: null })),
  }
  for (const paper of ['application', 'agreement', 'extensionConsent', 'simpleForm'] as const)
    assert.equal(
      printed(paper, withFixedAges(born, null, '2026-11-23'), '2031-12-31')
        .join('')
        .match(/\d岁/),
      null,
      paper,
    )
})

const committees = (['示例乡人民调解委员会', '示例镇人民调解委员会'] as const).map((name, i) => ({
  ...{ name, kind: 'township' as const, caseNoPattern: null, agreementNoPattern: null },
  ...{ validFrom: i === 0 ? null : '2026-11-22', validUntil: i === 0 ? '2026-11-21' : null },
}))
const [oldName, newName] = [committees[0]?.name ?? '', committees[1]?.name ?? '']

const textOf = async (id: string, paper: CasePaper): Promise<string> => {
  const view = await t.call('paper.preview', { ledger: 'dispute', id, paper, mode: 'final' })
  return bodyText(await readPdf(view.pdf))
}

test('a committee renamed mid-year: papers of an older case keep the name on its seal, those of a new one have the new', async () => {
  await t.call('setting.save', { committee: oldName, committees })
  const followUp = partOf(parts.followUp, { heldOn: '2026-11-22', by: '王示例', findings: '无新争议。' })
  const old = await inEffect(t, { committee: oldName })
  const kept = await t.call('paper.preview', { ...keyOf(old), paper: 'agreement', mode: 'final' })
  await t.call('setting.save', { committee: newName })
  const closing = { performanceState: 'done', closedOn: '2026-11-22', ...filing, followUps: [followUp] }
  await save(t, 'dispute', { ...old.data, ...closing }, { old })
  const again = await t.call('paper.preview', { ...keyOf(old), paper: 'agreement', mode: 'final' })
  assert.ok(Buffer.from(again.pdf).equals(Buffer.from(kept.pdf)), 'the kept agreement is the same bytes')
  for (const paper of ['acceptanceForm', 'agreement', 'followUpRecord', 'closingReport', 'cover'] as const) {
    const text = await textOf(old.id, paper)
    assert.ok(text.includes(oldName) && !text.includes(newName), paper)
  }
  const fresh = await save(t, 'dispute', agreedDispute({ committee: newName }))
  const numbering = { ...keyOf(fresh), on: '2026-11-22', typed: null } as const
  const numbered = await t.call('dispute.giveNumber', { ...numbering, revision: 1, series: 'agreementNo' })
  await t.call('agreement.takeEffect', { ...keyOf(fresh), revision: numbered.revision, ...threeActs })
  for (const paper of ['acceptanceForm', 'agreement'] as const) {
    const text = await textOf(fresh.id, paper)
    assert.ok(text.includes(newName) && !text.includes(oldName), paper)
  }
})
