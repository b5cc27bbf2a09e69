import assert from 'node:assert/strict'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { postsSql } from '../../electron/core/ledgers/posts/facts.ts'
import { readKeyFile, unwrapKey } from '../../electron/core/register/keys.ts'
import { type Db, openReadOnly } from '../../electron/core/register/open.ts'
import { ledgerSource, type PageQuery, pageSql, wayOf } from '../../electron/core/register/query.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import type { Filter } from '../../shared/contract/records.ts'
import type { Outcome } from '../../shared/contract.ts'
import { scalarColumns } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { founder, type TestOffice, testOffice } from '../support/office.ts'

let t: TestOffice
let db: Db
let userId = ''
before(async () => {
  t = await testOffice()
  const made = await t.job('register.createSample', { cases: 30 }, founder)
  assert.equal(made.state, 'done', JSON.stringify(made.error))
  userId = (made.outcome as Outcome<'register.createSample'>).session.userId
  db = openReadOnly(path.join(t.dataDir, 'register'), await keyOf(path.join(t.dataDir, 'register')))
})
after(async () => {
  db.close()
  await t.dispose()
})

async function keyOf(folder: string): Promise<Uint8Array> {
  const file = readKeyFile(folder)
  const user = file.wraps.find((w) => w.kind === 'user')
  return (user && (await unwrapKey(file, 'user', user.id, sampleUser.password))) ?? assert.fail('the key is wrapped')
}

const explain = (sql: string, values: readonly unknown[]): readonly string[] =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map((row) => row.detail)
const planOf = (name: LedgerName, query: PageQuery, way: 'walk' | 'gather'): readonly string[] => {
  const { sql, values } = pageSql(ledgerSource(name, { userId }), query, way)
  return explain(sql, values)
}
const page = { offset: 0, limit: 100 } as const
const indexName = (name: LedgerName, field: string) =>
  ledgerSource(name, { userId }).columns.get(field)?.index ?? assert.fail(`${name}.${field} has no index`)

/** The fields the grids may be sorted and filtered by with an index. */
const indexed = ledgerNames.flatMap((name) => [
  { name, field: 'updatedAt', kind: 'date' },
  ...(ledgerOf(name).stages.length > 1 ? [{ name, field: 'stage', kind: 'code' }] : []),
  ...scalarColumns(ledgerOf(name)).flatMap(([field, f]) => (f.index ? [{ name, field, kind: f.kind }] : [])),
])

/** Ranges and lists of Chinese text are not asked for: they would go by the text, and lists go by its pinyin. */
function filtersOf({ name, field, kind }: (typeof indexed)[number]): readonly Filter[] {
  const column = ledgerSource(name, { userId }).columns.get(field)
  const value = kind === 'integer' ? 3 : kind === 'date' ? '2026-06-05' : kind === 'code' ? 'other' : '示例'
  const byValue: Filter[] = [{ field, op: 'equals', value }]
  const byRange: Filter[] = [
    { field, op: 'from', value },
    { field, op: 'to', value },
    { field, op: 'in', value: [value] },
  ]
  const byStart: Filter[] = [{ field, op: 'startsWith', value: '示例' }]
  const byBlank: Filter[] = [{ field, op: 'blank' }]
  return [
    ...byValue,
    ...(column?.sortSql === column?.sql ? byRange : []),
    ...(kind === 'integer' || kind === 'date' ? [] : byStart),
    // These two are never blank.
    ...(field === 'updatedAt' || field === 'stage' ? [] : byBlank),
  ]
}

test('every indexed sort walks its own index: no scan of the table, no sorting', () => {
  assert.ok(indexed.length > 25)
  for (const { name, field } of indexed) {
    for (const direction of ['asc', 'desc'] as const) {
      const query = { ...page, filters: [], sort: { field, direction } }
      assert.equal(wayOf(ledgerSource(name, { userId }), query, { all: 1000, found: 1000 }), 'walk')
      const plan = planOf(name, query, 'walk')
      assert.match(plan[1] ?? '', new RegExp(`^SCAN r USING (COVERING )?INDEX ${indexName(name, field)}$`))
      assert.ok(!plan.some((line) => line.includes('TEMP B-TREE')), `${name} ${field}: ${plan}`)
    }
  }
})

test('every indexed filter in its own order searches its index, without sorting', () => {
  for (const of of indexed) {
    for (const filter of filtersOf(of)) {
      const query = { ...page, filters: [filter], sort: { field: of.field, direction: 'desc' } } as const
      const source = ledgerSource(of.name, { userId })
      assert.equal(wayOf(source, query, { all: 1_000_000, found: 1 }), 'walk', 'however few are found')
      const plan = planOf(of.name, query, 'walk')
      const says = `${of.name} ${of.field} ${filter.op}: ${plan}`
      assert.ok(plan[1]?.startsWith('SEARCH r USING') && plan[1].includes(indexName(of.name, of.field)), says)
      assert.ok(!plan.some((line) => line.includes('TEMP B-TREE FOR ORDER BY')), says)
    }
  }
})

test('a filter in another order walks that order when much is found, and gathers by its own index when little is', () => {
  for (const of of indexed.filter(({ name, field }) => ledgerOf(name).order.field !== field)) {
    const { name, field } = of
    const source = ledgerSource(name, { userId })
    const order = indexName(name, ledgerOf(name).order.field)
    for (const filter of filtersOf(of)) {
      const query = { ...page, filters: [filter] }
      const says = (plan: readonly string[]) => `${name} ${field} ${filter.op}: ${plan}`
      assert.equal(wayOf(source, query, { all: 100_000, found: 60_000 }), 'walk')
      const much = planOf(name, query, 'walk')
      assert.ok(much[1]?.includes(order) && !much.some((line) => line.includes('TEMP B-TREE')), says(much))
      assert.equal(wayOf(source, query, { all: 100_000, found: 300 }), 'gather')
      const little = planOf(name, query, 'gather')
      assert.ok(little[1]?.startsWith('SEARCH r USING') && little[1].includes(indexName(name, field)), says(little))
    }
  }
})

test('both ways give the same pages, in the order that was asked for', () => {
  let found = 0
  for (const of of indexed) {
    for (const filter of filtersOf(of)) {
      for (const direction of ['asc', 'desc'] as const) {
        const query = { offset: 1, limit: 7, filters: [filter], sort: { field: of.field, direction } }
        const rowsBy = (way: 'walk' | 'gather') => {
          const { sql, values } = pageSql(ledgerSource(of.name, { userId }), query, way)
          return (db.prepare(sql).all(...values) as { id: string }[]).map((row) => row.id)
        }
        const walked = rowsBy('walk')
        assert.deepEqual(rowsBy('gather'), walked, `${of.name} ${of.field} ${filter.op}`)
        found += walked.length
      }
    }
  }
  assert.ok(found > 300, 'the filters find something')
})

test('a search asks the full-text index and fetches the rows it names by key, newest first without sorting', () => {
  for (const name of ledgerNames) {
    const { table } = ledgerOf(name)
    const sql = `SELECT r.id FROM search_${table} s CROSS JOIN ${table} r ON r.k = s.rowid WHERE s.text MATCH ? ORDER BY s.rowid DESC LIMIT ?`
    const plan = explain(sql, ['"a"', 50])
    assert.match(plan[0] ?? '', /VIRTUAL TABLE INDEX/)
    assert.match(plan[1] ?? '', /SEARCH r USING INTEGER PRIMARY KEY/)
    assert.ok(!plan.some((line) => line.includes('TEMP B-TREE')), String(plan))
  }
})

test('the line of a group, who followed whom and the changes of a period are found by their indexes', () => {
  const plans = [
    ['r.group_order = ? AND r.village_key = ?', [7, 'x'], /INDEX post_(group_order|village) /],
    ['r.replaces IN (SELECT value FROM json_each(?))', ['[]'], /INDEX post_replaces /],
    ['r.left_on BETWEEN ? AND ?', ['2026-01-01', '2026-03-31'], /INDEX post_left_on /],
    ['r.selected_on BETWEEN ? AND ?', ['2026-01-01', '2026-03-31'], /INDEX post_selected_on /],
  ] as const
  for (const [where, values, index] of plans) {
    const plan = explain(postsSql(where), [...values, userId])
    assert.ok(plan[0]?.startsWith('SEARCH r USING') && index.test(plan[0]), `${where}: ${plan}`)
  }
})
