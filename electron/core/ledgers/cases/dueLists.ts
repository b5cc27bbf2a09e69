import type { DueGroup, DueItem, DuePage } from '../../../../shared/contract/clocks.ts'
import { dispute } from '../../../../shared/ledgers/dispute.ts'
import type { ClockKind } from '../../../../shared/rules/clocks.ts'
import { daysAfter } from '../../../../shared/rules/dates.ts'
import type { Handlers } from '../../context.ts'
import { mayKnow, type Reader } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

/** Days ahead that count as "this week". */
export const horizonDays = 7

/** Which days of the table a group has; the parameters say the day once for every mark. */
const groups: Readonly<
  Record<DueGroup, { readonly where: string; readonly days: (today: string) => readonly string[] }>
> = {
  overdue: { where: 'd.unshifted_on < ? AND d.due_on < ? AND d.lapses = 0', days: (today) => [today, today] },
  today: { where: 'd.unshifted_on <= ? AND d.due_on >= ?', days: (today) => [today, today] },
  week: {
    where: 'd.unshifted_on > ? AND d.unshifted_on <= ?',
    days: (today) => [today, daysAfter(today, horizonDays)],
  },
  later: { where: 'd.unshifted_on > ?', days: (today) => [daysAfter(today, horizonDays)] },
}

// The table first: it is the index of days, and each row names one case.
const from = 'FROM due d CROSS JOIN dispute r ON r.k = d.record'
const shown = 'r.id, r.party_names, d.kind, d.what, d.path, d.unshifted_on, d.due_on, d.extended, d.table_missing'
/** Locked cases of others are not there; takes the days, then the reader's id. */
const known = (where: string): string => `${from} WHERE ${where} AND ${mayKnow('dispute', 'r')}`

interface Row {
  readonly id: string
  readonly party_names: string | null
  readonly kind: ClockKind
  readonly what: string
  readonly path: string
  readonly unshifted_on: string
  readonly due_on: string
  readonly extended: number
  readonly table_missing: number
}

const sectionOf = (path: string): string =>
  dispute.form.find((s) => s.fields.includes(path.split('.')[0] ?? ''))?.key ?? 'registration'

const itemOf = (row: Row): DueItem => ({
  id: row.id,
  title: row.party_names ?? '',
  kind: row.kind,
  what: row.what,
  section: sectionOf(row.path),
  unshiftedOn: row.unshifted_on,
  dueOn: row.due_on,
  extended: row.extended === 1,
  tableMissing: row.table_missing === 1,
})

export interface DueQuery {
  readonly group: DueGroup
  readonly today: string
  readonly offset: number
  readonly limit: number
}

/** The query of a page of a group, and its values. */
export function dueSql({ group, today, offset, limit }: DueQuery, reader: Reader) {
  const { where, days } = groups[group]
  const order = 'ORDER BY d.unshifted_on, d.due_on, d.record, d.position'
  const sql = `SELECT ${shown} ${known(where)} ${order} LIMIT ? OFFSET ?`
  return { sql, values: [...days(today), reader.userId, limit, offset] as const }
}

export function duePage(db: Db, query: DueQuery, reader: Reader): DuePage {
  const { sql, values } = dueSql(query, reader)
  const { where, days } = groups[query.group]
  const count = statement(db, `SELECT count(*) ${known(where)}`)
  return {
    items: (statement(db, sql).all(...values) as readonly Row[]).map(itemOf),
    total: Number(count.pluck().get(...days(query.today), reader.userId)),
  }
}

/** Locked cases that are due within the week and that this reader may not see, each once (「1 件保密纠纷到期」). */
export function lockedDue(db: Db, today: string, reader: Reader): number {
  const sql = `SELECT count(DISTINCT d.record) ${from} WHERE d.unshifted_on <= ? AND (d.due_on >= ? OR d.lapses = 0)
    AND NOT ${mayKnow('dispute', 'r')}`
  return Number(statement(db, sql).pluck().get(daysAfter(today, horizonDays), today, reader.userId))
}

export const dueHandlers = {
  'due.list': (ctx, { group, offset, limit }) =>
    duePage(ctx.register.db, { group, offset, limit, today: ctx.clock.today() }, ctx.session),
} satisfies Partial<Handlers>
