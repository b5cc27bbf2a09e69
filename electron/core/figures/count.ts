/** Figures by SQL over the lists' own sources: the predicate and the filters are those that open the rows. */
import type { Filter } from '../../../shared/contract/records.ts'
import { type LedgerName, ledgerNames } from '../../../shared/ledgers/index.ts'
import {
  type FigureGroup,
  type FigureRow,
  type FigureScope,
  type FiguresView,
  type FigureValues,
  isTimeGroup,
  type MeasureName,
  measureNames,
  measureOf,
  recordsOf,
  summedBy,
  type Team,
  type TimeGroup,
  teamCodes,
} from '../../../shared/rules/figures.ts'
import { mergedSource } from '../city/pages.ts'
import type { Reader } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { pinyinKey } from '../register/pinyin.ts'
import { type Built, conditionOf, type ListSource, ledgerSource, whereOf } from '../register/query.ts'
import { statement } from '../register/statements.ts'
import { countGroups } from './groups.ts'

export interface FigureQuery extends FigureScope {
  readonly by: FigureGroup
  readonly team: Team | null
}

const timeSql: Readonly<Record<TimeGroup, (day: string) => string>> = {
  year: (day) => `substr(${day}, 1, 4)`,
  month: (day) => `substr(${day}, 1, 7)`,
  quarter: (day) => `substr(${day}, 1, 4) || '-Q' || ((substr(${day}, 6, 2) + 2) / 3)`,
}

/** One column of the answer: a measure, for a team or for all. */
interface Cell {
  readonly name: MeasureName
  readonly team: Team | null
}
type Raw = Readonly<Record<string, string | number | null>>

const sqlOf = (source: ListSource, field: string): string => `r.${source.columns.get(field)?.sql}`

/** What the rows are told apart by, in SQL; null where this ledger is not. */
function keySql(source: ListSource, names: readonly MeasureName[], by: FigureGroup): string | null {
  for (const name of names) {
    const { day, by: fields } = measureOf(name)
    if (isTimeGroup(by)) return day === null ? null : timeSql[by](sqlOf(source, day))
    const field = fields[by]
    if (field !== undefined) return sqlOf(source, field)
  }
  return null
}

/** Whether a measure is told apart in this way; a total has every measure. */
const isTold = (name: MeasureName, by: FigureGroup): boolean => {
  const { day, by: fields } = measureOf(name)
  return isTimeGroup(by) ? day !== null : fields[by] !== undefined
}

/** The figures of one ledger: a row for each raw key, each record in exactly one of them. */
function rawRows(db: Db, source: ListSource, cells: readonly Cell[], query: FigureQuery): readonly Raw[] {
  const names = [...new Set(cells.map((c) => c.name))]
  const [first] = names
  if (first === undefined) return []
  const sums = cells.map(({ name, team }) => {
    const { where, values } = conditionOf(source, measureOf(name).only)
    const field = summedBy(name, team)
    return { sql: `coalesce(sum(iif(${where}, ${field === null ? 1 : sqlOf(source, field)}, 0)), 0)`, values }
  })
  const { where, values } = periodOf(source, first, query)
  const key = keySql(source, names, query.by) ?? 'NULL'
  const columns = sums.map((s, i) => `${s.sql} AS c${i}`)
  const sql = `SELECT ${key} AS key, ${columns} FROM ${source.table} r WHERE ${where} GROUP BY 1`
  return statement(db, sql).all(...sums.flatMap((s) => s.values), ...values) as Raw[]
}

/** The records of a measure's period, of one team where one was asked for. */
function periodOf(source: ListSource, name: MeasureName, query: FigureQuery, only: readonly Filter[] = []): Built {
  const ofTeam = query.team === null ? [] : teamFilter(name, query.team)
  return whereOf(source, [...recordsOf(measureOf(name), query), ...ofTeam, ...only])
}

function teamFilter(name: MeasureName, team: Team) {
  const field = measureOf(name).by.team
  if (field === undefined) return []
  return [{ field, op: field === 'teams' ? ('has' as const) : ('equals' as const), value: team }]
}

/** The groups a raw key stands for: several where a record belongs to several teams, '' where it has none. */
function keysOf(raw: Raw['key'], by: FigureGroup): readonly string[] {
  if (raw === null || raw === undefined) return ['']
  if (by !== 'team' || !String(raw).startsWith('[')) return [String(raw)]
  const several = JSON.parse(String(raw)) as readonly string[]
  return several.length === 0 ? [''] : several
}

type Sums = Map<string, Partial<Record<MeasureName, number>>>
function add(sums: Sums, key: string, name: MeasureName, amount: number): void {
  const values = sums.get(key) ?? {}
  values[name] = (values[name] ?? 0) + amount
  sums.set(key, values)
}

/** Columns to ask for: by team a measure may add up another field for each of them. */
function cellsOf(names: readonly MeasureName[], query: FigureQuery): readonly Cell[] {
  return names.flatMap((name): readonly Cell[] => {
    const total = { name, team: query.team }
    const differs = query.by === 'team' && typeof measureOf(name).sum === 'function'
    return differs ? [total, ...teamCodes.map((team) => ({ name, team }))] : [total]
  })
}

/** Of two people who lead one group the group is counted once, which no sum over records can say. */
function addGroups(db: Db, source: ListSource, query: FigureQuery, sums: Sums, total: Sums): void {
  const key = keySql(source, ['groups'], query.by)
  const built = periodOf(source, 'groups', query, measureOf('groups').only)
  const counted = countGroups(db, source, key ?? 'NULL', built, query.home)
  add(total, '', 'groups', counted.total)
  if (key === null) return
  for (const [at, amount] of counted.byKey) add(sums, at, 'groups', amount)
}

function addLedger(
  db: Db,
  source: ListSource,
  names: readonly MeasureName[],
  query: FigureQuery,
  sums: Sums,
  total: Sums,
): void {
  const cells = cellsOf(names, query)
  for (const raw of rawRows(db, source, cells, query)) {
    const keys = keysOf(raw.key ?? null, query.by)
    for (const name of names) {
      const at = (team: Team | null) => Number(raw[`c${cells.findIndex((c) => c.name === name && c.team === team)}`])
      const differs = cells.filter((c) => c.name === name).length > 1
      add(total, '', name, at(query.team))
      if (!isTold(name, query.by)) continue
      for (const key of keys) add(sums, key, name, at(differs && isTeam(key) ? key : query.team))
    }
  }
}
const isTeam = (key: string): key is Team => teamCodes.some((t) => t === key)

/** Teams in their order, all five of them; places by their names; times from the oldest; what has no name comes last. */
function ordered(sums: Sums, by: FigureGroup): readonly FigureRow[] {
  const named = [...sums.keys()].filter((k) => k !== '')
  const keys =
    by === 'team'
      ? [...teamCodes, ...named.filter((k) => !isTeam(k))]
      : isTimeGroup(by)
        ? named.toSorted()
        : named
            .map((k) => [pinyinKey(k), k] as const)
            .toSorted()
            .map(([, k]) => k)
  const isEmpty = Object.values(sums.get('') ?? {}).every((v) => v === 0)
  return [...keys, ...(isEmpty ? [] : [''])].map((key) => ({ key, values: sums.get(key) ?? {} }))
}

/** Every measure the way `by` tells apart, and the total of all. */
export function countFigures(db: Db, query: FigureQuery, reader: Reader): FiguresView {
  const [sums, total]: [Sums, Sums] = [new Map(), new Map()]
  const asked = measureNames.filter((n) => query.team === null || measureOf(n).by.team !== undefined)
  for (const ledger of ledgerNames) {
    const names = asked.filter((n) => measureOf(n).ledger === ledger)
    if (names.length === 0) continue
    const source = sourceOf(ledger, query, reader)
    addLedger(
      db,
      source,
      names.filter((n) => n !== 'groups'),
      query,
      sums,
      total,
    )
    if (names.includes('groups')) addGroups(db, source, query, sums, total)
  }
  const zeros = (by: FigureGroup | null): FigureValues =>
    Object.fromEntries(asked.filter((n) => by === null || isTold(n, by)).map((n) => [n, 0]))
  return {
    home: query.home,
    asOf: query.asOf,
    rows: ordered(sums, query.by).map(({ key, values }) => ({ key, values: { ...zeros(query.by), ...values } })),
    total: { ...zeros(null), ...total.get('') },
  }
}

const sourceOf = (ledger: LedgerName, query: FigureQuery, reader: Reader): ListSource =>
  query.home === 'unit' ? ledgerSource(ledger, reader) : mergedSource(ledger)
