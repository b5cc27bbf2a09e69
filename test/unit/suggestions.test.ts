import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOfSettings, offeredBy, type Source, sourceOf } from '../../renderer/ledger/suggestions.ts'
import { alsoBy, choiceOf, isFound, meant } from '../../renderer/ledger/widgets/choices.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { agent, type Values } from '../support/lawKit.ts'
import { agreedDispute, partOf } from '../support/samples.ts'

const mediators = [
  { name: '王示例', post: 'member' as const, from: '2024-01-01', until: '2026-12-31' },
  { name: '离任示例', post: 'member' as const, from: '2020-01-01', until: '2022-12-31' },
  { name: '李样本', post: 'appointed' as const, from: null, until: null },
].map((m) => ({ ...m, committee: '', duty: null, sex: null, fullTime: null }) as const)
const settings = { ...defaultSettings, committee: '示例乡人民调解委员会', mediators: [...mediators] }
const offered = (source: Source, values: Values = {}) =>
  offeredBy(source, { data: agreedDispute(values) as unknown as AnyData, settings, today: '2026-11-23', places: [] })

test('fields offer the names of their own case, each once', () => {
  assert.deepEqual(offered('parties'), ['扎西·示例', '李示例'])
  const helped = { ...agent({}), participants: [partOf(p.participant, { name: '李示例' })] }
  assert.deepEqual(offered('people', helped), ['扎西·示例', '李示例', '卓玛·示例'])
  assert.deepEqual(offered('parties', { parties: [] }), [])
})

test('mediators in office on the day of the case come first, with those it names already', () => {
  assert.deepEqual(offered('mediators'), ['王示例', '李样本'])
  const older = { acceptanceDate: '2021-05-01', mediators: [partOf(p.mediator, { name: '旧示例' })] }
  assert.deepEqual(offered('mediators', older), ['离任示例', '李样本', '旧示例'])
  assert.deepEqual(offered('staff', { recorder: '赵示例' }), ['赵示例', '王示例', '李样本'])
})

test('sub-types are those of the type; the office’s committee is offered', () => {
  assert.deepEqual(offered('subtypes', { typeJustice: 'contract' }), ['民间借贷'])
  assert.equal(offered('subtypes', { typeJustice: null }).length, defaultSettings.subtypes.length)
  assert.deepEqual(offered('committees'), ['示例乡人民调解委员会'])
  assert.deepEqual([sourceOf('dispute', 'agents.forParty'), sourceOf('dispute', 'parties.name')], ['parties', null])
})

test('levels are offered by their names in the settings: only under those has a level a period', () => {
  assert.deepEqual(
    offered('levels'),
    defaultSettings.levels.map((l) => l.name),
  )
  assert.equal(sourceOf('dispute', 'escalations.level'), 'levels')
})

test('lists of the settings take their first entry by Enter; names stay as typed', () => {
  assert.deepEqual((['subtypes', 'levels', 'mediators', 'people'] as const).filter(isOfSettings), [
    'subtypes',
    'levels',
  ])
})

test('a type is found by the sub-types that the office counts under it', () => {
  const land = alsoBy(choiceOf('landAndForest', '山林土地纠纷'), ['草场边界', '越界放牧'])
  assert.ok(isFound('cc', land) && isFound('放牧', land) && isFound('sltd', land))
  assert.deepEqual(meant(land, 'yj'), ['越界放牧'])
  assert.deepEqual(meant(land, 'sltd'), [])
  assert.deepEqual(meant(land, ''), [])
  assert.ok(isFound('tjcgkt', choiceOf('oral', '调解成功（口头协议）')))
})
