import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { migrations } from '../../electron/core/register/migrations.ts'
import type { Db } from '../../electron/core/register/open.ts'
import { ledgerTables, migrationSql, type TableSchema, tablesOf } from '../../electron/core/register/schema.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'

let t: TestOffice
let db: Db
before(async () => {
  t = await unitOffice()
  db = await t.inspect()
})
after(async () => {
  db.close()
  await t.dispose()
})

const described: readonly TableSchema[] = ledgerNames.flatMap((n) => tablesOf(ledgerOf(n)))
const searchTables = ledgerNames.map((n) => `search_${ledgerOf(n).table}`)

interface ColumnInfo {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}
/** A column as a description declares it: `x TEXT NOT NULL …`. */
function wanted(declaration: string): ColumnInfo {
  const [name = '', type = ''] = declaration.split(' ')
  return {
    name,
    type,
    notnull: Number(declaration.includes('NOT NULL')),
    pk: Number(declaration.includes('PRIMARY KEY')),
  }
}
const columnsOf = (table: string): readonly ColumnInfo[] =>
  db.prepare<[string], ColumnInfo>('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid').all(table)

test('every table a description asks for is there with exactly its columns', () => {
  for (const { table, columns } of described) {
    const there = columnsOf(table)
    const missing = columns.filter((c) => !there.some((h) => h.name === c.name))
    const sql = missing.map((c) => `ALTER TABLE ${table} ADD COLUMN ${c.declaration};`).join('\n')
    assert.equal(sql, '', `${table} lacks columns. Add a migration with:\n${sql}\n`)
    const surplus = there.filter((h) => !columns.some((c) => c.name === h.name)).map((h) => h.name)
    assert.deepEqual(surplus, [], `${table} has columns no description asks for`)
    assert.deepEqual(there.toSorted(byName), columns.map((c) => wanted(c.declaration)).toSorted(byName), table)
  }
})
const byName = (a: ColumnInfo, b: ColumnInfo) => (a.name < b.name ? -1 : 1)

test('every index a description asks for is there, over its columns in their order, and no other', () => {
  for (const { table, indexes } of described) {
    const names = db
      .prepare<[string], string>("SELECT name FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name")
      .pluck()
      .all(table)
    const missing = Object.entries(indexes).filter(([n]) => !names.includes(n))
    const sql = missing.map(([n, columns]) => `CREATE INDEX ${n} ON ${table} (${columns.join(', ')});`).join('\n')
    assert.equal(sql, '', `${table} lacks indexes. Add a migration with:\n${sql}\n`)
    assert.deepEqual(names, Object.keys(indexes).sort(), table)
    for (const [name, columns] of Object.entries(indexes))
      assert.deepEqual(
        db.prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck().all(name),
        columns,
        name,
      )
  }
})

test('children belong to their root and go with it', () => {
  for (const name of ledgerNames) {
    const [root, ...children] = ledgerTables(ledgerOf(name))
    for (const child of children) {
      const keys = db
        .prepare('SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(?)')
        .all(child.table)
      assert.deepEqual(keys, [{ table: root?.table, from: 'parent', to: 'k', on_delete: 'CASCADE' }], child.table)
    }
  }
})

test('every table is STRICT, apart from the search index and what SQLite and TypeORM keep for themselves', () => {
  const loose = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND type <> 'shadow' ORDER BY name",
    )
    .pluck()
    .all()
  assert.deepEqual(loose, ['migration', ...searchTables, 'sqlite_schema', 'sqlite_sequence'].sort())
})

test('no table is there that neither a description nor this list knows', () => {
  const own = [
    ...[
      'access_log',
      'access_reading',
      'attachment',
      'backup',
      'draft',
      'epoch',
      'fact',
      'journal',
      'import_batch',
      'import_meaning',
      'import_row',
      'import_sheet_row',
      'kept_item',
      'kept_paper',
      'need_to_know',
    ],
    ...['number_given', 'number_on_paper', 'removed', 'station', 'user', 'user_role', 'window_setting'],
    ...['due', 'holiday_table'],
    ...['recipient', 'handover', 'handed', 'handover_exception'],
    ...['unit', 'received', 'unit_mark', 'set_aside', 'city_count', 'city_decision', 'staged_file', 'staged_entry'],
    ...['correction', 'post_pair'],
    ...['dossier_mark', 'dossier_review', 'scan', 'paper_print', 'paper_code'],
    ...['city_other_life', 'city_tombstone', 'set_aside_file', 'unit_epoch'],
    ...['migration', 'sqlite_schema', 'sqlite_sequence'],
  ]
  const there = db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' ORDER BY name")
    .pluck()
    .all()
  assert.deepEqual(there, [...own, ...searchTables, ...described.map((d) => d.table)].sort())
})
test('a ledger’s first migration is the text its description gives', () => {
  for (const name of ledgerNames) {
    const ledger = ledgerOf(name)
    if (ledger.shape > 1) continue
    const written = migrations.find((m) => m.name.startsWith(name))?.sql.replace(/^--.*\n/gm, '')
    assert.equal(
      written?.trim(),
      migrationSql(ledger).trim(),
      `${name}: its migration should read\n${migrationSql(ledger)}`,
    )
  }
})

test('migrations rise strictly and are all entered as applied', () => {
  const names = migrations.map((m) => m.name)
  const numbers = names.map((n) => Number(n.slice(-13)))
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  )
  assert.deepEqual(db.prepare('SELECT name FROM migration ORDER BY id').pluck().all(), names)
})

test('the triggers are there', () => {
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name").pluck().all()
  assert.deepEqual(names, ['journal_append_only', 'journal_no_delete'])
})
