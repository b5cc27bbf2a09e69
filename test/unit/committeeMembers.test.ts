import assert from 'node:assert/strict'
import { test } from 'node:test'
import { committeeChecks, type Mediator, termEnd, termsDue } from '../../shared/rules/committeeMembers.ts'
import { filledPost } from '../../shared/rules/post.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { unitOffice } from '../support/office.ts'
import { postOf } from '../support/samples.ts'
import { bodyText, readPdf } from './papersKit.ts'

const today = '2026-11-26'
const own = '示例乡人民调解委员会'
const member = (name: string, values: Partial<Mediator> = {}): Mediator => ({
  ...{ name, post: 'member', committee: '', duty: 'member', sex: '1', fullTime: false },
  ...{ from: '2025-01-01', until: '2027-12-31', ...values },
})
const good = [member('示例甲', { duty: 'chair' }), member('示例乙', { sex: '2' }), member('示例丙')]
const settingsOf = (mediators: Mediator[], more: Partial<Settings> = {}): Settings => ({
  ...{ ...defaultSettings, committee: own, smallerPeoples: { [own]: 'seated' }, mediators, ...more },
})
const codes = (mediators: Mediator[], more: Partial<Settings> = {}) =>
  committeeChecks(settingsOf(mediators, more), today).map((c) => c.code)

test('three to nine members with one chair and a woman; a list that is not kept is not judged', () => {
  assert.deepEqual(codes([]), [])
  assert.deepEqual(codes(good), [])
  assert.deepEqual(codes(good.slice(0, 2)), ['fewMembers'])
  assert.deepEqual(codes([...good, ...Array.from({ length: 7 }, (_, i) => member(`示例${i}`))]), ['manyMembers'])
  assert.deepEqual(codes(good.map((m) => ({ ...m, duty: 'member' as const }))), ['noChair'])
  assert.deepEqual(codes(good.map((m) => ({ ...m, duty: 'chair' as const }))), ['severalChairs'])
  assert.deepEqual(codes(good.map((m) => ({ ...m, sex: '1' as const }))), ['noWoman'])
  assert.deepEqual(codes(good.map((m) => ({ ...m, sex: null }))), ['sexNotWritten'])
})

test('the smaller peoples are a fact of the committee, never of a person', () => {
  assert.deepEqual(codes(good, { smallerPeoples: {} }), ['peoplesNotAsked'])
  assert.deepEqual(codes(good, { smallerPeoples: { [own]: 'missing' } }), ['peoplesMissing'])
  assert.deepEqual(codes(good, { smallerPeoples: { [own]: 'single' } }), [])
})

test('a term is three years; its end is named 90 days before, and a new row answers it', () => {
  assert.deepEqual([termEnd('2023-12-01'), termEnd('2024-02-29')], ['2026-11-30', '2027-02-28'])
  const due = (until: string) => termsDue(settingsOf([...good, member('示例丁', { from: '2024-03-01', until })]), today)
  assert.equal(due('2027-02-25'), null)
  assert.deepEqual(due('2027-02-24'), { count: 1, until: '2027-02-24' })
  assert.deepEqual(due('2026-11-25'), { count: 1, until: '2026-11-25' })
  const ended = member('示例丙', { from: '2022-01-01', until: '2024-12-31' })
  assert.deepEqual(codes([...good, ended]), [], 're-election is a new row')
  assert.deepEqual(codes([...good.slice(0, 2), member('示例丙', { until: '2028-01-01' })]), ['termLong'])
  assert.deepEqual(codes([...good.slice(0, 2), member('示例丙', { until: null })]), ['termNotWritten'])
})

test('rows kept before there were duties are read with them blank; the list is printed and the end reminded', async () => {
  const t = await unitOffice()
  try {
    const old = { name: '示例甲', post: 'member', from: '2024-01-01', until: '2026-12-31' }
    await t.change((db) => {
      const kept = JSON.parse(String(db.prepare("SELECT value FROM fact WHERE key = 'settings'").pluck().get() ?? '{}'))
      const value = JSON.stringify({ ...kept, committee: own, mediators: [old] })
      db.prepare(
        "INSERT INTO fact (key, value) VALUES ('settings', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      ).run(value)
    })
    const read = await t.call('setting.all', {})
    assert.deepEqual(read.mediators, [{ ...old, committee: '', duty: null, sex: null, fullTime: null }])
    const reminders = await t.call('reminder.list', {})
    assert.deepEqual(
      reminders.find((r) => r.kind === 'mediatorTerms'),
      {
        ...{ kind: 'mediatorTerms', count: 1, until: '2026-12-31' },
      },
    )
    await t.call('setting.save', {
      mediators: [...good, member('示例戊', { post: 'appointed', duty: null, fullTime: true })],
    })
    const { pdf } = await t.call('officePaper.preview', { book: 'mediation', paper: 'committeeMembers', about: own })
    const text = bodyText(await readPdf(pdf)).replace(/\s+/g, '')
    for (const words of [own, '委员（3人）', '聘任的人民调解员（1人）', '主任', '专职', '2027-12-31', '（盖章）'])
      assert.ok(text.includes(words), `${words} in ${text}`)
    const refused = await t.refusal('officePaper.preview', { book: 'mediation', paper: 'committeeMembers', about: 'x' })
    assert.equal(refused.code, 'input-invalid')
  } finally {
    await t.dispose()
  }
})

test('the managers of a team are filled into a new post; what was typed by hand stays', () => {
  const teamManagers = {
    vehicle: { department: '示例局', community: '', policeStation: '示例所' },
    shop: { department: '示例二局', community: '示例街道', policeStation: '示例所' },
  }
  const context = { today, sample: true, settings: { ...defaultSettings, teamManagers } }
  const blank = postOf({ team: null })
  const vehicle = filledPost({ ...blank, team: 'vehicle' }, blank, 'team', context)
  assert.deepEqual([vehicle.department, vehicle.community, vehicle.policeStation], ['示例局', null, '示例所'])
  const own = { ...vehicle, policeStation: '示例二所' }
  const shop = filledPost({ ...own, team: 'shop' }, own, 'team', context)
  assert.deepEqual([shop.department, shop.community, shop.policeStation], ['示例二局', '示例街道', '示例二所'])
})
