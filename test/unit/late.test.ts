import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshPile, lateSection, pileAfter } from '../../renderer/pages/dispute/late.ts'
import { dispute } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { disputeOf, partOf } from '../support/samples.ts'

test('the next dossier keeps committee, box, mediators and year, and nothing of the people', () => {
  const { values, year } = pileAfter(
    disputeOf({
      acceptanceDate: '2019-03-05',
      box: '3-12',
      mediators: [partOf(p.mediator, { name: '示例调解员', presiding: true })],
      remarks: '缺封底',
    }),
  )
  assert.equal(year, '2019')
  assert.deepEqual(Object.keys(values).sort(), ['box', 'committee', 'lateEntry', 'mediators'])
  assert.equal(values.lateEntry, true)
  assert.equal(values.box, '3-12')
})

test('without a date the year stays open', () => {
  assert.equal(pileAfter(disputeOf({})).year, null)
  assert.equal(freshPile.values.lateEntry, true)
})

test('every field of the form is one of the ledger, each once', () => {
  assert.equal(new Set(lateSection.fields).size, lateSection.fields.length)
  for (const field of lateSection.fields) assert.ok(field in dispute.fields, field)
})
