import { ledgerSource, pageSql, wayOf } from '../../electron/core/register/query.ts'
import { type Filter, pageInput, type Row } from '../../shared/contract/records.ts'
import type { Input } from '../../shared/contract.ts'
import { scalarColumns } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import { growth, type Line } from './line.ts'
import { interleaved } from './measure.ts'
import type { Bench } from './registers.ts'

interface Asked {
  readonly name: string
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' }
  readonly filters: readonly Filter[]
}

const limit = pageInput.limit.parse(undefined)
const indexed = (): readonly string[] => [
  'updatedAt',
  ...scalarColumns(ledgerOf('dispute')).flatMap(([n, f]) => (f.index ? [n] : [])),
]

/** Deep enough that a filter from there finds more than a page, in a small register and in a large one. */
const depth = 300
async function valueIn(bench: Bench, field: string): Promise<Row[string]> {
  const sort = { field, direction: 'desc' } as const
  const { rows } = await bench.call('record.page', { ledger: 'dispute', sort, offset: depth, limit: 1 })
  return rows[0]?.[field] ?? null
}

async function filterOn(bench: Bench, field: string): Promise<readonly Asked[]> {
  const value = await valueIn(bench, field)
  if (value === null || Array.isArray(value)) return []
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
  const filter = { field, op: isDate ? ('from' as const) : ('equals' as const), value: value as string }
  return [
    { name: `filter ${field}`, filters: [filter] },
    { name: `filter and sort ${field}`, filters: [filter], sort: { field, direction: 'asc' } },
  ]
}

async function questions(bench: Bench): Promise<readonly Asked[]> {
  const sorts = indexed().flatMap((field) =>
    (['asc', 'desc'] as const).map((direction) => ({
      name: `sort ${field} ${direction}`,
      sort: { field, direction },
      filters: [],
    })),
  )
  const filters: Asked[] = []
  for (const field of indexed()) filters.push(...(await filterOn(bench, field)))
  return [...sorts, ...filters]
}

const rounds = 31
async function measured(bench: Bench, asked: Asked): Promise<Line> {
  const { sort, filters } = asked
  const input: Input<'record.page'> = { ledger: 'dispute', filters: [...filters], limit, ...(sort ? { sort } : {}) }
  const source = ledgerSource('dispute', { userId: bench.userId })
  const query = { filters, offset: 0, limit, sort }
  const { total: found, rows } = await bench.call('record.page', input)
  const { sql, values } = pageSql(source, query, wayOf(source, query, { all: bench.cases, found }))
  const statement = bench.register.db.prepare(sql)
  const both = await interleaved(
    rounds,
    () => bench.call('record.page', input),
    () => structuredClone(statement.all(...values)),
  )
  const { name } = asked
  return {
    area: 'page of 100',
    name,
    cases: bench.cases,
    rows: rows.length,
    unit: 'ms',
    ours: both.ours.median,
    bare: both.bare.median,
    target: 2,
  }
}

/** Pages of the case list by each indexed sort and filter, against the same SQL and one structured clone. */
export async function pages(benches: readonly Bench[]): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const bench of benches) for (const asked of await questions(bench)) lines.push(await measured(bench, asked))
  return [...lines, ...growth(lines, 1.5)]
}
