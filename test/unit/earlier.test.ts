import assert from 'node:assert/strict'
import { test } from 'node:test'
import { earlierValues } from '../../renderer/ledger/earlier.ts'
import type { HistoryEntry } from '../../shared/contract/records.ts'

const entry = (
  seq: number,
  by: string,
  changes: HistoryEntry['changes'],
  kind: HistoryEntry['kind'] = 'update',
): HistoryEntry => ({ seq, at: `2026-01-0${seq}T00:00:00Z`, by, revision: seq, kind, event: null, note: null, changes })
const change = (field: string, before: unknown, after: unknown) => ({ field, before, after })

test('values of a field come newest first, each once, with who wrote it last', () => {
  const history = [
    entry(1, '示例甲', [change('summary', null, '一')], 'create'),
    entry(2, '示例乙', [change('summary', '一', '二')]),
    entry(3, '示例丙', [change('summary', '二', '一')]),
    entry(4, '示例丁', [change('village', null, '示例一村')]),
  ]
  assert.deepEqual(
    earlierValues(history, 'summary').map((v) => [v.value, v.by]),
    [
      ['一', '示例丙'],
      ['二', '示例乙'],
    ],
  )
})

test('a field of a part is told by its place; changes of its neighbours are none of it', () => {
  const history = [
    entry(1, '示例甲', [change('parties', null, [{ name: '一', phone: null }])], 'create'),
    entry(2, '示例乙', [change('parties', [{ name: '一', phone: null }], [{ name: '一', phone: '0941-0000001' }])]),
    entry(3, '示例丙', [change('parties', [{ name: '一' }], [])]),
  ]
  assert.deepEqual(
    earlierValues(history, 'parties.0.name').map((v) => [v.value, v.by]),
    [
      [null, '示例丙'],
      ['一', '示例甲'],
    ],
  )
})

test('acts and removals write no values', () => {
  const acts = [entry(1, '示例甲', [], 'event'), entry(2, '示例甲', [change('reason', null, '错')], 'remove')]
  assert.deepEqual(earlierValues(acts, 'reason'), [])
})
