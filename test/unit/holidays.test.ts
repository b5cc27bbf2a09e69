import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { readHolidayFile } from '../../shared/rules/holidayFile.ts'
import { builtInHolidays } from '../../shared/rules/holidayTables.ts'
import { en } from '../../shared/text/en.ts'
import { zhCN } from '../../shared/text/zh-CN.ts'
import { signInFounder, type TestOffice, unitOffice } from '../support/office.ts'
import { agreedDispute, partOf, save } from '../support/samples.ts'
import { assertWhole } from '../support/whole.ts'

let t: TestOffice
beforeEach(async () => {
  t = await unitOffice()
})
afterEach(async () => {
  const db = await t.inspect()
  assertWhole(db)
  db.close()
  await t.dispose()
})

const right = {
  layer: 'national',
  year: 2027,
  off: ['2027-01-01', '2027-01-02'],
  work: ['2027-01-09'],
  source: '示例通知',
} as const

/** Puts a file on the stick and answers its token. */
async function onStick(content: string | Uint8Array, name = 'x.jfh'): Promise<string> {
  fs.writeFileSync(path.join(t.stick, name), content)
  const [stick] = await t.call('place.list', {})
  const files = await t.call('place.files', { place: stick?.token ?? '', extensions: ['jfh'] })
  return files.find((f) => f.name === name)?.token ?? assert.fail(`${name} is not offered`)
}
const importing = async (content: string | Uint8Array) => t.call('holiday.import', { file: await onStick(content) })
const dueDays = async () => {
  const { items } = await t.call('due.list', { book: 'mediation', group: 'later' })
  return items.map((d) => [d.unshiftedOn, d.dueOn, d.tableMissing])
}
const owed = (dueOn: string) =>
  agreedDispute({ performances: [partOf(p.performance, { debtor: '李示例', manner: '付款', dueOn })] })
const tables = async () => (await t.call('holiday.all', {})).map((h) => [h.layer, h.year, h.state])
const builtIn = [
  ['national', 2026, 'builtIn'],
  ['prefecture', 2026, 'builtIn'],
  ['national', 2025, 'builtIn'],
  ['prefecture', 2025, 'builtIn'],
  ['national', 2024, 'builtIn'],
]

test('the example of the manual is a right file', () => {
  const readme = fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const example = /```json\n([\s\S]+?)```/.exec(readme)?.[1] ?? assert.fail('the manual has an example')
  const { table, problems } = readHolidayFile(example)
  assert.deepEqual([table?.year, problems], [2026, []])
})

test('so are the examples of the help page, in both languages', () => {
  for (const { topics } of [zhCN.help, en.help]) {
    const example = /\{"layer".+?\}/.exec(topics.holidays.text)?.[0] ?? assert.fail('the help page has an example')
    const { table, problems } = readHolidayFile(example)
    assert.deepEqual([table?.year, problems], [2027, []])
  }
})

test('a file moves the shown end of every open case; taking it out moves it back', async () => {
  await save(t, 'dispute', owed('2027-01-01'))
  assert.deepEqual(await tables(), builtIn)
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-01', true]])
  const file = await onStick(JSON.stringify(right))
  assert.deepEqual(await t.call('holiday.inspect', { file }), { table: right, replaces: false })
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-01', true]], 'looking into a file changes nothing')
  await t.call('holiday.import', { file })
  // 3 January is a Sunday.
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-04', false]])
  assert.deepEqual((await tables())[0], ['national', 2027, 'imported'])
  await importing(JSON.stringify({ ...right, layer: 'prefecture', off: ['2027-01-04'], work: [] }))
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-05', false]], 'the prefecture adds a day')
  assert.equal((await t.call('holiday.inspect', { file })).replaces, true)
  await t.restart()
  await signInFounder(t)
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-05', false]])
  await t.call('holiday.remove', { layer: 'national', year: 2027 })
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-01', true]])
})

test('a built-in table is replaced, taken out and brought back; each is an event of the office', async () => {
  t.clock.set('2026-09-01T01:00:00.000Z')
  await save(t, 'dispute', owed('2026-10-08'))
  assert.deepEqual(await dueDays(), [['2026-10-08', '2026-10-09', false]])
  await t.call('holiday.remove', { layer: 'prefecture', year: 2026 })
  assert.deepEqual(await dueDays(), [['2026-10-08', '2026-10-08', false]])
  assert.deepEqual((await tables())[1], ['prefecture', 2026, 'removed'])
  assert.equal((await t.refusal('holiday.remove', { layer: 'prefecture', year: 2026 })).code, 'not-found')
  await t.call('holiday.restore', { layer: 'prefecture', year: 2026 })
  assert.deepEqual(await tables(), builtIn)
  await importing(JSON.stringify({ ...right, layer: 'prefecture', year: 2026, off: ['2026-10-09'], work: [] }))
  assert.deepEqual(await dueDays(), [['2026-10-08', '2026-10-08', false]])
  await t.call('holiday.remove', { layer: 'prefecture', year: 2026 })
  assert.deepEqual(await tables(), builtIn, 'an imported one gives way to the built-in one')
  assert.equal((await t.refusal('holiday.restore', { layer: 'prefecture', year: 2026 })).code, 'not-found')
  const { payloadOf } = await import('../../electron/core/register/journal.ts')
  const db = await t.inspect()
  const rows = db.prepare("SELECT payload FROM journal WHERE kind = 'event' ORDER BY seq").pluck().all() as Uint8Array[]
  const noted = db.prepare("SELECT count(*) FROM access_log WHERE what = 'settings'").pluck().get()
  db.close()
  assert.equal(noted, 4, 'the head’s page tells of each')
  const events = rows.map((row) => payloadOf(row) as { event: string; layer?: string; year?: number })
  assert.deepEqual(
    events.filter((e) => e.event.startsWith('holiday.')),
    ['removed', 'restored', 'imported', 'removed'].map((what) => ({
      event: `holiday.${what}`,
      layer: 'prefecture',
      year: 2026,
    })),
  )
})

test('every window hears that the tables changed', async () => {
  const heard: unknown[] = []
  const stop = t.office().on((_, event) => void heard.push(event))
  await importing(JSON.stringify(right))
  stop()
  assert.deepEqual(heard, [{ type: 'changed', what: 'holidays' }])
})

const changed = (change: object) => JSON.stringify({ ...right, ...change })
const many = Array.from({ length: 201 }, () => '2027-01-01')
/** [what was wrong, the file, the problems by code]. */
const bad: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
  ['nothing', '', ['holidayShape']],
  ['half a file', JSON.stringify(right).slice(0, -10), ['holidayShape']],
  ['a list', '[]', ['holidayShape']],
  ['a null', 'null', ['holidayShape']],
  ['two files in one', JSON.stringify(right).repeat(2), ['holidayShape']],
  ['no text at all', new Uint8Array([0xff, 0xfe, 0x00, 0x7b]), ['holidayShape']],
  ['another layer', changed({ layer: 'city' }), ['holidayLayer']],
  ['a layer of an object’s own', changed({ layer: '__proto__' }), ['holidayLayer']],
  ['a year in quotes', changed({ year: '2027' }), ['holidayYear']],
  ['a year far off', changed({ year: 20270 }), ['holidayYear']],
  ['no days', changed({ off: [] }), ['holidayDays']],
  ['too many days', changed({ off: many }), ['holidayDays']],
  ['a day that does not exist', changed({ off: ['2027-02-29', '2027-13-01'] }), ['holidayDay', 'holidayDay']],
  ['a day as people write it', changed({ work: ['2027.1.9'] }), ['holidayDay']],
  ['a day of another year', changed({ off: ['2026-12-31'] }), ['holidayOutside']],
  ['a day off and worked', changed({ work: ['2027-01-01'] }), ['holidayBoth']],
  ['a day twice', changed({ off: ['2027-01-01', '2027-01-01'] }), ['holidayTwice']],
  ['no source', changed({ source: ' ' }), ['holidaySource']],
  ['a source without end', changed({ source: '长'.repeat(201) }), ['holidaySource']],
  ['a source with controls', changed({ source: '示例\u0000\u202e' }), ['holidaySource']],
  ['a key of its own', changed({ note: '示例' }), ['holidayShape']],
  ['a key that is missing', JSON.stringify({ ...right, work: undefined }), ['holidayShape']],
  ['a key that stands twice', JSON.stringify(right).replace('{', '{"year":2026,'), ['holidayShape']],
  ['a prototype', JSON.stringify(right).replace('{', '{"__proto__":{"x":1},'), ['holidayShape']],
  ['a nest', `{"layer":${'['.repeat(20_000)}`, ['holidayShape']],
  [
    'a whole nest',
    changed({ off: ['x'] }).replace('"x"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    ['holidayDay'],
  ],
  [
    'a nest in a key of its own',
    changed({ note: 'x' }).replace('"x"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    ['holidayShape'],
  ],
]

test('bad files are refused with everything that is wrong with them; nothing changes', async () => {
  await save(t, 'dispute', owed('2027-01-01'))
  const before = await tables()
  for (const [what, content, codes] of bad) {
    const file = await onStick(content)
    for (const name of ['holiday.inspect', 'holiday.import'] as const) {
      const { code, details } = await t.refusal(name, { file })
      assert.equal(code, 'holiday-file-wrong', what)
      const problems = details.problems as readonly { readonly code: string }[]
      assert.deepEqual(
        problems.map((x) => x.code),
        codes,
        what,
      )
      assert.ok(JSON.stringify(details).length < 2000 && !JSON.stringify(details).includes('示例'), what)
    }
  }
  assert.deepEqual(await tables(), before)
  assert.deepEqual(await dueDays(), [['2027-01-01', '2027-01-01', true]])
})

test('a file too large is not read; one that has gone is said to have gone', async () => {
  const large = await onStick(JSON.stringify(right) + ' '.repeat(65 * 1024))
  assert.equal((await t.refusal('holiday.import', { file: large })).code, 'file-too-large')
  fs.rmSync(path.join(t.stick, 'x.jfh'))
  assert.equal((await t.refusal('holiday.import', { file: large })).code, 'target-gone')
  assert.equal((await t.refusal('holiday.import', { file: 'never offered' })).code, 'not-found')
})

test('what editors do to a file does no harm: a mark in front, line ends of Windows, escapes, order of keys', async () => {
  const { source, ...rest } = right
  const text = `\ufeff${JSON.stringify({ source, ...rest }, null, 2)
    .replaceAll('\n', '\r\n')
    .replace('示', '\\u793a')}\r\n`
  assert.deepEqual(await importing(text), right)
})

test('the built-in tables are right files', () => {
  for (const table of builtInHolidays)
    assert.deepEqual(readHolidayFile(JSON.stringify(table)), { table, problems: [] }, `${table.layer} ${table.year}`)
})
