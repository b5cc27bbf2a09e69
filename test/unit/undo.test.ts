import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit } from '../../renderer/ledger/edit.ts'
import { type FormState, firstState, followed, replaced, savedAs } from '../../renderer/ledger/recordState.ts'
import { changedBy, maxSteps, stepEnded, wentBack, wentForth } from '../../renderer/ledger/undo.ts'
import type { RecordView } from '../../shared/contract/records.ts'
import type { AnyData, AnyPart } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { defaultSettings } from '../../shared/settings.ts'

const ledger = ledgerOf('dispute')
const today = '2026-03-09'
const context = { today, sample: false, variant: null, assumedYear: null, settings: defaultSettings }
const fresh = firstState({
  ledger: 'dispute',
  draftKey: 'new',
  view: null,
  draft: null,
  initial: {},
  today,
  sample: false,
  variant: null,
  assumedYear: null,
  settings: defaultSettings,
  places: [],
})
const set = (path: string, value: string): Edit => ({ type: 'set', path, value })
const after = (state: FormState, ...edits: readonly Edit[]): FormState =>
  edits.reduce((s, e) => changedBy(ledger, s, e, context), state)
const back = (state: FormState) => wentBack(ledger, state)
const forth = (state: FormState) => wentForth(ledger, state)
const viewOf = (data: AnyData, revision: number): RecordView => ({
  ledger: 'dispute',
  id: '0',
  revision,
  createdAt: '',
  updatedAt: '',
  updatedBy: '',
  stage: 'registered',
  frozenFields: [],
  keptPapers: [],
  data,
  warnings: [],
})

test('typing in one field is one step; another field, or the same one left and entered again, is the next', () => {
  const typed = after(fresh, set('summary', '甲'), set('summary', '甲乙'), set('village', '示例一村'))
  assert.equal(typed.past.length, 2)
  const again = after(stepEnded(after(fresh, set('summary', '甲'))), set('summary', '甲乙'))
  assert.equal(again.past.length, 2)
  assert.equal(back(again).data.summary, '甲')
  assert.equal(back(back(again)).data.summary, null)
})

test('back and forth lead through the same states, and a new change forgets what was ahead', () => {
  const typed = after(fresh, set('summary', '甲'), { type: 'add', list: 'parties' }, set('village', '示例一村'))
  const twice = back(back(typed))
  assert.deepEqual(
    [twice.data.summary, twice.data.village, (twice.data.parties as readonly AnyPart[]).length],
    ['甲', null, 0],
  )
  assert.deepEqual(forth(forth(twice)).data, typed.data)
  assert.equal(after(twice, set('village', '示例二村')).future.length, 0)
})

test('a list taken out by mistake comes back whole, in one step', () => {
  const parts = ['一', '二', '三'].map((manner) => ({ manner, absent: {} }))
  const filled = after(fresh, { type: 'addAll', list: 'performances', parts })
  const removed = after(filled, { type: 'remove', list: 'performances', index: 1 })
  assert.deepEqual(back(removed).data.performances, parts)
  assert.deepEqual(back(back(removed)).data.performances, [])
})

test('a step that the field has undone by itself is passed by', () => {
  const typed = after(after(fresh, set('summary', '甲')), set('village', '乙'), {
    type: 'set',
    path: 'village',
    value: null,
  })
  assert.equal(back(typed).data.summary, null)
  assert.equal(back(fresh).data, fresh.data)
})

test('a change that changes nothing is no step', () => {
  assert.equal(after(fresh, { type: 'set', path: 'summary', value: null }).past.length, 0)
})

test('the steps are bounded, the oldest go first', () => {
  let state = fresh
  for (let i = 0; i < maxSteps + 20; i++) state = stepEnded(after(state, set('summary', `第${i}次`)))
  assert.equal(state.past.length, maxSteps)
  for (let i = 0; i < maxSteps; i++) state = back(state)
  assert.equal(state.data.summary, '第19次')
})

test('a save keeps the steps; a record saved by another call ends them, so that no number is undone', () => {
  const typed = after(fresh, set('summary', '甲'))
  assert.equal(back(savedAs(typed, viewOf(typed.data, 1), typed.data)).data.summary, null)
  const given = followed(typed, viewOf({ ...typed.data, caseNo: '示例人调字〔2026〕第1号' }, 2))
  assert.equal(back(given).data.caseNo, '示例人调字〔2026〕第1号')
})

test('all changes undone at once are a step too', () => {
  const typed = after(fresh, set('summary', '甲'), set('village', '乙'))
  assert.deepEqual(back(replaced(typed, fresh.saved)).data, typed.data)
})
