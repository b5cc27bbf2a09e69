import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RecordView } from '../../shared/contract/records.ts'
import { hezuoUnits } from '../../shared/hezuoUnits.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { PlaceData } from '../../shared/ledgers/place.ts'
import { pathOf, placeChoices } from '../../shared/rules/places.ts'
import { addUser, signInFounder, type TestOffice, testOffice, unitOffice } from '../support/office.ts'
import { disputeOf, partOf, placeOf, save, visitOf } from '../support/samples.ts'
import { commit, dryRun } from '../support/sheets.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const add = (values: Partial<PlaceData>) => save(t, 'place', placeOf(values))
const dataOf = (view: RecordView) => view.data as unknown as PlaceData
const change = async (id: string, values: Partial<PlaceData>): Promise<RecordView> => {
  const old = await t.call('record.get', { ledger: 'place', id })
  return save(t, 'place', { ...old.data, ...values }, { old })
}
const refused = async (values: Partial<PlaceData>, old?: RecordView) => {
  const data = { ...(old?.data ?? placeOf()), ...values }
  const input = { ledger: 'place', id: old?.id ?? null, revision: old?.revision ?? 0, data }
  const error = await t.refusal('record.save', input)
  assert.equal(error.code, 'record-invalid')
  return (error.details.problems as readonly { path: string; code: string }[]).map((p) => `${p.path} ${p.code}`)
}
const named = async (name: string) => {
  const found = (await t.call('place.names', {})).find((p) => p.name === name)
  assert.ok(found, name)
  return found
}

test('the ten units of 合作市 come in by one call, with their codes and the old names of three; a second call adds none', async () => {
  assert.deepEqual(await t.call('place.loadUnits', { ledger: 'place' }), { added: 11 })
  assert.deepEqual(await t.call('place.loadUnits', { ledger: 'place' }), { added: 0 })
  const places = await t.call('place.names', {})
  assert.deepEqual(
    places.map((p) => [p.code, p.level, p.name, p.under]).toSorted(),
    hezuoUnits.map((u) => [u.code, u.level, u.name, u.under]).toSorted(),
  )
  const old = places.flatMap((p) => p.formerNames.map((f) => f.name)).toSorted()
  assert.deepEqual(old, ['佐盖曼玛乡', '勒秀乡', '那吾乡'].toSorted())
})

test('the upper place is understood by code, by name and by a former name, and written as it is called now', async () => {
  for (const [name, under] of [
    ['示例甲村', '623001101'],
    ['示例乙村', '勒秀镇'],
    ['示例丙村', ' 勒秀乡 '],
  ] as const)
    assert.equal(dataOf(await add({ name, under: under.trim() })).under, '勒秀镇')
})

test('homonyms are told apart by what stands above them: a name that means two asks which', async () => {
  await add({ name: '新一村', under: '勒秀镇', code: '623001101201' })
  await add({ name: '新一村', under: '那吾镇' })
  assert.deepEqual(await refused({ level: 'group', name: '1组', under: '新一村' }), ['under placeSeveral'])
  const group = await add({ level: 'group', name: '1组', under: '623001101201' })
  assert.equal(dataOf(group).under, '勒秀镇新一村')
  const other = await add({ level: 'group', name: '1组', under: '那吾乡新一村' })
  assert.equal(dataOf(other).under, '那吾镇新一村')
  const values = placeChoices(await t.call('place.names', {}), ['village']).map((c) => c.value)
  assert.deepEqual(values.filter((v) => v.endsWith('新一村')).toSorted(), ['勒秀镇新一村', '那吾镇新一村'].toSorted())
})

test('what contradicts the list is refused at its field and saves nothing', async () => {
  const before = (await t.call('place.names', {})).length
  assert.deepEqual(await refused({ name: '示例丁村', code: '623001101201' }), ['code placeCodeTaken'])
  assert.deepEqual(await refused({ name: '新一村', under: '勒秀镇' }), ['name placeTwice'])
  assert.deepEqual(await refused({ name: '示例丁村', under: '没有的镇' }), ['under placeUnknown'])
  assert.deepEqual(await refused({ name: '示例丁村', under: '示例丁村' }), ['under placeUnderItself'])
  assert.deepEqual(await refused({ level: 'township', name: '示例镇', under: '示例甲村' }), ['under placeNotAbove'])
  assert.deepEqual(await refused({ name: '示例丁村', code: '12A' }), ['code placeCode'])
  assert.deepEqual(await refused({ name: '示例丁村', mergedInto: '示例甲村' }), ['validUntil needed'])
  const ended = { name: '示例丁村', validUntil: '2024-06-30' } as const
  assert.deepEqual(await refused({ ...ended, mergedInto: '没有的村' }), ['mergedInto placeUnknown'])
  assert.deepEqual(await refused({ ...ended, mergedInto: '示例丁村' }), ['mergedInto placeIntoItself'])
  assert.deepEqual(await refused({ ...ended, validFrom: '2024-07-01' }), ['validUntil dateOrder'])
  assert.equal((await t.call('place.names', {})).length, before)
})

test('two departments, each above the other, are refused', async () => {
  const upper = await add({ level: 'department', name: '示例交通局', under: '合作市' })
  await add({ level: 'department', name: '示例运管所', under: '示例交通局' })
  assert.deepEqual(await refused({ under: '示例运管所' }, upper), ['under placeUnderItself'])
})

test('a renamed township keeps its old name, and what stands under it follows, each with a journal row', async () => {
  const seen = await named('勒秀镇')
  const group = (await t.call('place.names', {})).find((p) => p.under === '勒秀镇新一村')
  assert.ok(group)
  await change(seen.id, { name: '示例勒秀街道', level: 'street' })
  const now = await named('示例勒秀街道')
  assert.deepEqual(
    now.formerNames.map((f) => f.name),
    ['勒秀乡', '勒秀镇'],
  )
  const places = await t.call('place.names', {})
  assert.equal(places.find((p) => p.id === group.id)?.under, '示例勒秀街道新一村')
  assert.ok(places.every((p) => p.under === null || places.some((u) => pathOf(u) === p.under)))
  const history = await t.call('record.history', { ledger: 'place', id: group.id })
  assert.deepEqual(history[0]?.changes, [{ field: 'under', before: '勒秀镇新一村', after: '示例勒秀街道新一村' }])
})

test('a place that others stand under, or were merged into, is not taken out', async () => {
  const upper = await t.call('record.get', { ledger: 'place', id: (await named('示例勒秀街道')).id })
  const key = { ledger: 'place', id: upper.id, revision: upper.revision, reason: '重复登记' } as const
  const error = await t.refusal('record.remove', key)
  assert.deepEqual([error.code, error.details.count], ['place-has-more', 4])
  assert.ok(await named('示例勒秀街道'))
  const alone = await add({ name: '示例空村' })
  await t.call('record.remove', { ...key, id: alone.id, revision: alone.revision })
  assert.ok((await t.call('place.names', {})).every((p) => p.name !== '示例空村'))
})

const remarks = (view: RecordView) => view.warnings.map((w) => [w.path, w.code, w.params?.now ?? null])
test('a merged village stays to be chosen; a record of after the merging is told its name of now, one of before is not', async () => {
  const gone = await add({ name: '示例旧村', under: '那吾镇' })
  const into = await add({ name: '示例并村', under: '那吾镇' })
  await save(
    t,
    'place',
    { ...gone.data, validUntil: '2024-06-30', mergedInto: '示例并村', mergedWhy: '撤并' },
    { old: gone },
  )
  const choice = placeChoices(await t.call('place.names', {}), ['village']).find((c) => c.value === '示例旧村')
  assert.deepEqual([choice?.kind, choice?.now, choice?.until], ['merged', '示例并村', '2024-06-30'])
  const late = await save(t, 'visit', visitOf({ village: '示例旧村', visitedOn: '2024-07-01' }))
  assert.deepEqual(remarks(late), [['village', 'placeEnded', '示例并村']])
  const timely = await save(t, 'visit', visitOf({ village: '示例旧村', visitedOn: '2024-06-30' }))
  assert.deepEqual(remarks(timely), [])
  const ofCase = await save(t, 'dispute', disputeOf({ village: '示例旧村' }))
  assert.ok(remarks(ofCase).some(([path, code]) => path === 'village' && code === 'placeEnded'))
  await change(into.id, { name: '示例并入村' })
  assert.equal((await t.call('place.names', {})).find((p) => p.name === '示例旧村')?.mergedInto, '那吾镇示例并入村')
  assert.deepEqual(
    await refused(
      { validUntil: '2025-01-01', mergedInto: '示例旧村' },
      await t.call('record.get', { ledger: 'place', id: into.id }),
    ),
    ['mergedInto placeIntoItself'],
  )
})

test('an old name is remarked on from the day after it ended, always where that day is not known', async () => {
  const { part } = ledgers.place.fields.formerNames
  await add({ name: '示例新名村', formerNames: [partOf(part, { name: '示例曾名村', until: '2020-12-31' })] })
  const on = async (village: string, visitedOn: string) =>
    remarks(await save(t, 'visit', visitOf({ village, visitedOn })))
  assert.deepEqual(await on('示例曾名村', '2020-12-31'), [])
  assert.deepEqual(await on('示例曾名村', '2021-01-01'), [['village', 'placeRenamed', '示例新名村']])
  assert.deepEqual(await on('示例没登记村', '2026-01-01'), [])
})

test('found by name, former name, pinyin, initials and code', async () => {
  for (const text of ['那吾镇', '那吾乡', 'nawuxiang', 'nwx', '623001100']) {
    const { hits } = await t.call('record.search', { ledger: 'place', text })
    assert.ok(
      hits.some((h) => h.title === '那吾镇'),
      text,
    )
  }
})

test('heads of either book keep the list, clerks of the teams book too; a mediator reads the names and no more', async () => {
  await addUser(t, '调解负责示例', [{ book: 'mediation', role: 'head' }])
  await addUser(t, '队伍经办示例', [{ book: 'teams', role: 'clerk' }])
  await addUser(t, '调解员示例', [{ book: 'mediation', role: 'mediator' }])
  for (const pipe of ['调解负责示例', '队伍经办示例']) {
    const made = await save(t, 'place', placeOf(), { pipe })
    await t.call('record.remove', { ledger: 'place', id: made.id, revision: 1, reason: '试填' }, pipe)
  }
  assert.ok((await t.call('place.names', {}, '调解员示例')).length > 10)
  for (const [name, input] of [
    ['record.page', { ledger: 'place' }],
    ['place.loadUnits', { ledger: 'place' }],
    ['record.save', { ledger: 'place', id: null, revision: 0, data: placeOf() }],
  ] as const)
    assert.equal((await t.refusal(name, input, '调解员示例')).code, 'not-allowed', name)
  assert.equal((await t.refusal('record.page', { ledger: 'visit' }, '调解负责示例')).code, 'not-allowed')
})

test('places never travel: nothing of them leaves, and they alone are no reason for a handover', async () => {
  const leaving = await t.call('handover.leaving', { book: 'teams' })
  assert.ok(leaving.ledgers.every((l) => l.ledger !== 'place'))
  assert.ok(!JSON.stringify(leaving).includes('示例勒秀街道'))
})

test('the villages of the old settings become places once, old names too, and leave the settings', async () => {
  const old = await unitOffice()
  await save(old, 'place', placeOf({ name: '示例一村', under: null }))
  const stored = { largeText: true, villages: ['示例一村', '示例二村', '旧名社区', '示例二村'] }
  await old.change((db) =>
    db.prepare("INSERT OR REPLACE INTO fact (key, value) VALUES ('settings', ?)").run(JSON.stringify(stored)),
  )
  for (let opened = 0; opened < 2; opened += 1) {
    await old.restart()
    await signInFounder(old)
    const places = await old.call('place.names', {})
    assert.deepEqual(
      places.map((p) => [p.level, p.name]).toSorted(),
      [
        ['community', '旧名社区'],
        ['village', '示例一村'],
        ['village', '示例二村'],
      ].toSorted(),
    )
    const carried = places.find((p) => p.name === '示例二村')
    const history = await old.call('record.history', { ledger: 'place', id: carried?.id ?? '' })
    assert.deepEqual(
      history.map((h) => [h.kind, h.revision]),
      [['create', 1]],
    )
  }
  const settings = await old.call('setting.all', {})
  assert.deepEqual([settings.largeText, 'villages' in settings], [true, false])
  await old.dispose()
})

test('a statistical table of codes comes in from a sheet: levels as words, the upper place by code or by name', async () => {
  const office = await unitOffice()
  await office.call('place.loadUnits', { ledger: 'place' })
  const rows = [
    '代码,名称,上级,级别',
    '623001101201,示例甲村,623001101,村',
    '623001101202,示例乙社区,勒秀乡,社区',
    ',1组,示例甲村,组',
    '623001101203,示例丙村,没有的镇,村',
  ]
  const view = await dryRun(office, 'place', '区划.csv', rows.join('\n'))
  assert.deepEqual(
    view.columns.map((c) => c.path),
    ['code', 'name', 'under', 'level'],
  )
  assert.equal((await commit(office, view, 'place')).saved, 3)
  const places = await office.call('place.names', {})
  const found = ['示例甲村', '示例乙社区', '1组'].map((name) => places.find((p) => p.name === name))
  assert.deepEqual(
    found.map((p) => [p?.level, p?.under]),
    [
      ['village', '勒秀镇'],
      ['community', '勒秀镇'],
      ['group', '勒秀镇示例甲村'],
    ],
  )
  assert.ok(places.every((p) => p.name !== '示例丙村'))
  await office.dispose()
})

test('a sample register takes no place that exists', async () => {
  const sample = await testOffice()
  const made = await sample.job('register.createSample', { cases: 1 })
  assert.equal(made.state, 'done')
  assert.equal((await sample.refusal('place.loadUnits', { ledger: 'place' })).code, 'sample-mismatch')
  await sample.dispose()
})
